import type { KeptRelationship } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { PackageReader } from "./package-read";
import {
  attributesText,
  childNamed,
  childrenNamed,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

/** Properties add-ins attach to a sheet: each one's text is a part of its own, in UTF-16. */

export const sheetPropertyType =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

export function readSheetProperties(
  root: XmlElement,
  sheet: Sheet,
  relationships: readonly KeptRelationship[],
  files: PackageReader,
): void {
  for (const element of childrenNamed(childNamed(root, "customProperties"), "customPr")) {
    const link = relationships.find(({ id }) => id === prefixedAttribute(element, "id"));
    const { name } = element.attributes;
    if (name === undefined || link === undefined || !files.has(link.target)) continue;
    sheet.customProperties.set(name, new TextDecoder("utf-16le").decode(files.bytes(link.target)));
  }
}

/** The `customProperties` element. @param partOf - adds a part with these bytes and gives its relationship's id */
export function sheetPropertiesText(
  { customProperties }: Sheet,
  partOf: (bytes: Uint8Array) => string,
): string {
  if (customProperties.size === 0) return "";
  const items = [...customProperties].map(
    ([name, value]) => `<customPr${attributesText({ name, "r:id": partOf(utf16(value)) })}/>`,
  );
  return `<customProperties>${items.join("")}</customProperties>`;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}
