import { attributesText, childNamed, escapeXml, xmlHeader, type XmlElement } from "./xml";

/** Document properties: built-in ones by the API's names, a person's own as "custom:" + name. */
type Properties = Map<string, string | number | boolean | null>;

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

export function readCoreProperties(root: XmlElement, properties: Properties): void {
  for (const [element, name] of Object.entries(coreNames)) {
    const found = childNamed(root, element.slice(element.indexOf(":") + 1));
    // Some programs state what nobody has entered.
    if (found === undefined || found.text === "") continue;
    const number = Number(found.text);
    const numeric = name === "revisionNumber" && Number.isFinite(number);
    properties.set(name, numeric ? number : found.text);
  }
}

export function readAppProperties(root: XmlElement, properties: Properties): void {
  for (const [element, name] of Object.entries(appNames)) {
    const found = childNamed(root, element);
    if (found !== undefined && found.text !== "") properties.set(name, found.text);
  }
}

export function readCustomProperties(root: XmlElement, properties: Properties): void {
  for (const property of root.children) {
    const { name } = property.attributes;
    const [value] = property.children;
    if (name === undefined || value === undefined) continue;
    properties.set(customPrefix + name, typedValue(value));
  }
}

function typedValue(value: XmlElement): string | number | boolean {
  if (value.name === "bool") return value.text === "true" || value.text === "1";
  if (/^(?:u?i[1248]|u?int|r4|r8|decimal)$/.test(value.name)) return Number(value.text);
  return value.text;
}

export function corePropertiesText(properties: Properties): string {
  const items = Object.entries(coreNames).map(([element, name]) => {
    const value = properties.get(name);
    if (value === undefined || value === null || value === "") return "";
    const type = element.startsWith("dcterms:") ? ' xsi:type="dcterms:W3CDTF"' : "";
    return `<${element}${type}>${escapeXml(String(value))}</${element}>`;
  });
  return (
    `${xmlHeader}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `${items.join("")}</cp:coreProperties>`
  );
}

/**
 * The extended properties. The application is called Excel, as other writers of the format do, because readers trust
 * stored results of formulas only from writers they know: LibreOffice would otherwise calculate our functions, which
 * it lacks, and show #NAME? in place of every grade.
 */
export function appPropertiesText(properties: Properties): string {
  const items = Object.entries(appNames).map(([element, name]) => {
    const value = properties.get(name);
    return value === undefined || value === null
      ? ""
      : `<${element}>${escapeXml(String(value))}</${element}>`;
  });
  return `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application>${items.join("")}</Properties>`;
}

/** Null when there are none. */
export function customPropertiesText(properties: Properties): string | null {
  const own = [...properties].filter(
    ([name, value]) => name.startsWith(customPrefix) && value !== null,
  );
  if (own.length === 0) return null;
  const items = own.map(([name, value], index) => {
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
    `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
    `${items.join("")}</Properties>`
  );
}
