import { attributesText } from "./xml";

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipsNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The format's strict kind names the same things by other addresses; what is written is the usual kind. */
export function transitional(address: string): string {
  return address
    .replace("http://purl.oclc.org/ooxml/officeDocument/relationships", relationshipsNamespace)
    .replace("http://purl.oclc.org/ooxml/spreadsheetml/main", mainNamespace)
    .replace(
      "http://purl.oclc.org/ooxml/drawingml/main",
      "http://schemas.openxmlformats.org/drawingml/2006/main",
    );
}

/** The start tag's attributes: those of the opened file, whose prefixes kept fragments use, and the two always needed. */
export function rootAttributes(kept: Readonly<Record<string, string>> | undefined): string {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept ?? {})) {
    if (name.includes(":")) attributes[name] = transitional(value);
  }
  return attributesText({ xmlns: mainNamespace, ...attributes, "xmlns:r": relationshipsNamespace });
}

/** A kept piece of XML with the addresses of the usual kind. */
export function inUsualKind(text: string): string {
  return text.replace(/http:\/\/purl\.oclc\.org[^"]*/g, transitional);
}
