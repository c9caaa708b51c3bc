import type { KeptFile, KeptRelationship } from "../model/kept";
import { inUsualKind } from "./namespaces";
import { parsePart, relationshipKind, type PackageReader } from "./package-read";
import { attributesText, escapeXml, xmlHeader, type XmlElement } from "./xml";

/** Document properties: built-in ones by the API's names, a person's own as "custom:" + name. */
type Properties = Map<string, string | number | boolean | null>;
type Kind = "core" | "extended" | "custom";
type KeptProperties = NonNullable<ReturnType<KeptFile["properties"]["get"]>>;
type KeptProperty = KeptProperties["items"][number];

const coreNames: Readonly<Record<string, string>> = {
  "dc:title": "title",
  "dc:subject": "subject",
  "dc:creator": "author",
  "cp:keywords": "keywords",
  "dc:description": "comments",
  "cp:lastModifiedBy": "lastAuthor",
  "cp:category": "category",
  "cp:revision": "revisionNumber",
  "dcterms:created": "creationDate",
};
const appNames: Readonly<Record<string, string>> = { Manager: "manager", Company: "company" };
const customPrefix = "custom:";

/** Extended properties that follow from the workbook or name the program that wrote it. */
const rewritten = new Set(["Application", "AppVersion", "HeadingPairs", "TitlesOfParts"]);

/** Reads the three parts of document properties; what the model has no place for is returned. */
export function readProperties(
  files: PackageReader,
  links: readonly KeptRelationship[],
  properties: Properties,
): KeptFile["properties"] {
  const kept = new Map<Kind, KeptProperties>();
  for (const link of links) {
    // The strict format joins the words: extendedProperties.
    const kind = /^(core|extended|custom)-?properties$/i.exec(relationshipKind(link))?.[1];
    if (kind === undefined || !files.has(link.target)) continue;
    const source = files.text(link.target);
    const root = parsePart(link.target, source);
    const read = readers[kind as Kind];
    const items = root.children.flatMap((element) => {
      const text = inUsualKind(source.slice(element.start, element.end));
      const found = read(element, properties);
      return found === null ? [] : [{ ...found, text }];
    });
    const prefixes = Object.entries(root.attributes).filter(([name]) => name.startsWith("xmlns:"));
    kept.set(kind as Kind, { prefixes: Object.fromEntries(prefixes), items });
  }
  return kept;
}

/** Each takes an element into the model, and says what is to be kept of it as text: its name and its value, or nothing. */
const readers: Readonly<
  Record<
    Kind,
    (element: XmlElement, properties: Properties) => Pick<KeptProperty, "name" | "value"> | null
  >
> = {
  core({ prefix, name, text }, properties) {
    const own = Object.entries(coreNames).find(([element]) => element.endsWith(`:${name}`))?.[1];
    if (own === undefined) {
      // When it was last saved is known only when it is saved; the same workbook is to give the same bytes.
      return name === "modified" ? null : { name: `${prefix}:${name}`, value: null };
    }
    const number = Number(text);
    const numeric = own === "revisionNumber" && Number.isFinite(number);
    // Some programs state what nobody has entered.
    if (text !== "") properties.set(own, numeric ? number : text);
    return null;
  },
  extended({ name, text }, properties) {
    const own = appNames[name];
    if (own === undefined) return rewritten.has(name) ? null : { name, value: null };
    if (text !== "") properties.set(own, text);
    return null;
  },
  custom({ attributes: { name }, children: [content] }, properties) {
    if (name === undefined || content === undefined) return null;
    const value = typedValue(content);
    properties.set(customPrefix + name, value);
    return { name, value };
  },
};

function typedValue(value: XmlElement): string | number | boolean {
  if (value.name === "bool") return value.text === "true" || value.text === "1";
  if (/^(?:u?i[1248]|u?int|r4|r8|decimal)$/.test(value.name)) return Number(value.text);
  return value.text;
}

type Kept = KeptProperties | undefined;

function keptTexts(kept: Kept): string {
  return (kept?.items ?? []).map(({ text }) => text).join("");
}

export function corePropertiesText(properties: Properties, kept: Kept): string {
  const own = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const items = Object.entries(coreNames).map(([element, name]) => {
    const value = properties.get(name);
    if (value === undefined || value === null || value === "") return "";
    const type = element.startsWith("dcterms:") ? ' xsi:type="dcterms:W3CDTF"' : "";
    return `<${element}${type}>${escapeXml(String(value))}</${element}>`;
  });
  return (
    `${xmlHeader}<cp:coreProperties${attributesText({ ...kept?.prefixes, ...own })}>` +
    `${items.join("")}${keptTexts(kept)}</cp:coreProperties>`
  );
}

/**
 * The extended properties. The application is called Excel, as other writers of the format do, because readers trust
 * stored results of formulas only from writers they know: LibreOffice would otherwise calculate our functions, which
 * it lacks, and show #NAME? in place of every grade.
 */
export function appPropertiesText(properties: Properties, kept: Kept): string {
  const prefixes = attributesText({ ...kept?.prefixes });
  const items = Object.entries(appNames).map(([element, name]) => {
    const value = properties.get(name);
    return value === undefined || value === null
      ? ""
      : `<${element}>${escapeXml(String(value))}</${element}>`;
  });
  return `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"${prefixes}><Application>Microsoft Excel</Application>${items.join("")}${keptTexts(kept)}</Properties>`;
}

/** Null when there are none. */
export function customPropertiesText(properties: Properties, kept: Kept): string | null {
  const own = [...properties].filter(
    ([name, value]) => name.startsWith(customPrefix) && value !== null,
  );
  if (own.length === 0) return null;
  const known = new Map(kept?.items.map((item) => [customPrefix + item.name, item]));
  const items = own.map(([name, value], index) => {
    const before = known.get(name);
    if (before !== undefined && before.value === value) {
      return before.text.replace(/\spid="\d+"/, ` pid="${index + 2}"`);
    }
    const type =
      typeof value === "boolean"
        ? "bool"
        : typeof value === "number"
          ? Number.isInteger(value) && Math.abs(value) < 2 ** 31
            ? "i4"
            : "r8"
          : "lpwstr";
    // The format id says "user-defined"; numbers start at 2.
    return `<property${attributesText({
      fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
      pid: index + 2,
      name: name.slice(customPrefix.length),
    })}><vt:${type}>${escapeXml(String(value))}</vt:${type}></property>`;
  });
  return (
    `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"${attributesText({ ...kept?.prefixes, "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" })}>` +
    `${items.join("")}</Properties>`
  );
}
