import type { AddInReference, KeptAddIn, KeptRelationship } from "../model/kept";
import type { Workbook } from "../model/workbook";
import { relationshipKind, type PackageReader } from "./package-read";
import type { PackageWriter } from "./package-write";
import {
  attributesText,
  childNamed,
  childrenNamed,
  parseXml,
  prefixedAttribute,
  xmlHeader,
  type XmlElement,
} from "./xml";

/**
 * The part in which Office keeps an add-in's settings ([MS-OWEXML] 2.2, CT_OsfWebExtension): one property per setting,
 * its value as JSON.
 */
interface WebExtension {
  readonly addIn: AddInReference;
  readonly settings: ReadonlyMap<string, unknown>;
}

/** What stands in a file written here when nobody said which add-in it serves. */
const ownAddIn: AddInReference = {
  id: "keepsheet",
  version: "1.0.0.0",
  store: "developer",
  storeType: "Registry",
};

function readWebExtension(root: XmlElement): WebExtension {
  const {
    id = "",
    version = "1.0.0.0",
    store = "",
    storeType = "",
  } = childNamed(root, "reference")?.attributes ?? {};
  const settings = new Map<string, unknown>();
  for (const property of childrenNamed(childNamed(root, "properties"), "property")) {
    const { name, value = "" } = property.attributes;
    if (name !== undefined) settings.set(name, settingValue(value));
  }
  return { addIn: { id, version, store, storeType }, settings };
}

function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // Written by something other than Office: the text itself is then the best there is.
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/**
 * The add-ins the file has settings of. One's become the workbook's settings, and it is the first of those that are
 * returned; the parts of all are kept.
 *
 * @param links - what the package leads to
 * @param wanted - the id of the add-in whose settings they are; the file's first where it has none of that one
 */
export function readAddIns(
  files: PackageReader,
  links: readonly KeptRelationship[],
  wanted: string | undefined,
): { readonly addIns: readonly KeptAddIn[]; readonly settings: ReadonlyMap<string, unknown> } {
  const list = links.find((link) => relationshipKind(link) === "webextensiontaskpanes");
  if (list === undefined || !files.has(list.target)) return { addIns: [], settings: new Map() };
  const panes = files.xml(list.target).children.filter(({ name }) => name === "taskpane");
  const found = files.relationships(list.target).flatMap((link) => {
    if (relationshipKind(link) !== "webextension" || !files.has(link.target)) return [];
    const pane = panes.find((one) => {
      const reference = childNamed(one, "webextensionref");
      return reference !== undefined && prefixedAttribute(reference, "id") === link.id;
    });
    const { addIn, settings } = readWebExtension(files.xml(link.target));
    const kept: KeptAddIn = {
      addIn,
      text: files.text(link.target),
      relationships: files.relationships(link.target),
      pane: pane?.attributes ?? null,
    };
    return [{ kept, settings }];
  });
  const own = found.find(({ kept }) => isSame(kept.addIn, wanted)) ?? found[0];
  if (own === undefined) return { addIns: [], settings: new Map() };
  const others = found.filter((one) => one !== own);
  return { addIns: [own, ...others].map(({ kept }) => kept), settings: own.settings };
}

function isSame({ id }: AddInReference, other: string | undefined): boolean {
  return id.toLowerCase() === other?.toLowerCase();
}

/**
 * Writes the workbook's settings as those of one add-in, and the other add-ins' as they stood.
 *
 * @param addIn - whose settings they are; those of the opened file's first add-in when left out
 * @returns the package's relationship to them; null where there is nothing to write
 */
export function writeAddIns(
  { settings, kept }: Workbook,
  addIn: AddInReference | undefined,
  target: PackageWriter,
): KeptRelationship | null {
  const known = kept?.addIns ?? [];
  const own = addIn ?? known[0]?.addIn ?? ownAddIn;
  const mine = known.find((one) => isSame(one.addIn, own.id));
  const fresh = { text: webExtensionText(own, settings), relationships: [], pane: closedPane };
  const written = [
    ...known.map((one) =>
      one === mine ? { ...one, text: withSettings(one.text, settings) } : one,
    ),
    ...(mine === undefined && settings.size > 0 ? [fresh] : []),
  ];
  if (written.length === 0) return null;
  const links = written.map(({ text, relationships }, index): KeptRelationship => {
    const part = `xl/webextensions/webextension${index + 1}.xml`;
    target.part(part, text, "application/vnd.ms-office.webextension+xml");
    target.relationships(part, relationships);
    return { id: `rId${index + 1}`, type: `${office}/webextension`, target: part, external: false };
  });
  const panes = "xl/webextensions/taskpanes.xml";
  const text = taskpanesText(written.map(({ pane }) => pane));
  target.part(panes, text, "application/vnd.ms-office.webextensiontaskpanes+xml");
  target.relationships(panes, links);
  return { id: "ksPanes", type: `${office}/webextensiontaskpanes`, target: panes, external: false };
}

const office = "http://schemas.microsoft.com/office/2011/relationships";

function propertiesText(prefix: string, settings: ReadonlyMap<string, unknown>): string {
  const properties = [...settings].map(
    ([name, value]) =>
      `<${prefix}property${attributesText({ name, value: JSON.stringify(value) })}/>`,
  );
  return `<${prefix}properties>${properties.join("")}</${prefix}properties>`;
}

/** The part as it stood, with these settings: its bindings and the pane's picture stay. */
function withSettings(text: string, settings: ReadonlyMap<string, unknown>): string {
  const root = parseXml(text);
  const before = readWebExtension(root).settings;
  if (JSON.stringify([...before]) === JSON.stringify([...settings])) return text;
  const place = childNamed(root, "properties") ?? childNamed(root, "bindings");
  if (place === undefined) return webExtensionText(readWebExtension(root).addIn, settings);
  const prefix = /^<(\w+:)?/.exec(text.slice(place.start))?.[1] ?? "";
  const end = place.name === "properties" ? place.end : place.start;
  return text.slice(0, place.start) + propertiesText(prefix, settings) + text.slice(end);
}

function webExtensionText(
  { id, version, store, storeType }: AddInReference,
  settings: ReadonlyMap<string, unknown>,
): string {
  return (
    `${xmlHeader}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{4B454550-5348-4545-5400-000000000001}">` +
    `<we:reference${attributesText({ id, version, store, storeType })}/><we:alternateReferences/>` +
    `${propertiesText("we:", settings)}<we:bindings/>` +
    `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`
  );
}

/** A pane that stays closed until the person opens it. */
const closedPane: KeptAddIn["pane"] = {
  dockstate: "right",
  visibility: "0",
  width: "350",
  row: "0",
};

/** @param panes - of the web extensions in their order; null for one that has none */
function taskpanesText(panes: readonly KeptAddIn["pane"][]): string {
  const items = panes.map((pane, index) =>
    pane === null
      ? ""
      : `<wetp:taskpane${attributesText(pane)}><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId${index + 1}"/></wetp:taskpane>`,
  );
  return `${xmlHeader}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">${items.join("")}</wetp:taskpanes>`;
}
