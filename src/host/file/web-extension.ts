import type { AddInReference } from "../model/kept";
import {
  attributesText,
  childNamed,
  childrenNamed,
  escapeXml,
  xmlHeader,
  type XmlElement,
} from "./xml";

/**
 * The part in which Office keeps an add-in's settings ([MS-OWEXML] 2.2, CT_OsfWebExtension): one property per setting,
 * its value as JSON.
 */
export interface WebExtension {
  readonly addIn: AddInReference;
  readonly settings: ReadonlyMap<string, unknown>;
}

/** What stands in a file written here when nobody said which add-in it serves. */
export const ownAddIn: AddInReference = {
  id: "keepsheet",
  version: "1.0.0.0",
  store: "developer",
  storeType: "Registry",
};

export function readWebExtension(root: XmlElement): WebExtension {
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

export function webExtensionText({ addIn, settings }: WebExtension): string {
  const properties = [...settings].map(
    ([name, value]) => `<we:property${attributesText({ name, value: JSON.stringify(value) })}/>`,
  );
  const { id, version, store, storeType } = addIn;
  return (
    `${xmlHeader}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{4B454550-5348-4545-5400-000000000001}">` +
    `<we:reference${attributesText({ id, version, store, storeType })}/><we:alternateReferences/>` +
    `<we:properties>${properties.map(String).join("")}</we:properties><we:bindings/>` +
    `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`
  );
}

/** Says which web extensions the workbook has; their panes stay closed until the person opens them. */
export function taskpanesText(relationshipIds: readonly string[]): string {
  const panes = relationshipIds.map(
    (id, index) =>
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="${index}"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${escapeXml(id)}"/></wetp:taskpane>`,
  );
  return `${xmlHeader}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">${panes.join("")}</wetp:taskpanes>`;
}
