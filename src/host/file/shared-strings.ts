import { parsePart, textPieces } from "./package-read";
import { decodeEscapes, runsText, unescapeXml, type XmlElement } from "./xml";

/** The workbook's list of distinct texts. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** The insides of texts with differently formatted runs or readings, by their numbers. */
  readonly rich: ReadonlyMap<number, string>;
}

export const noSharedStrings: SharedStrings = { texts: [], rich: new Map() };

/** @throws UnreadableFile `broken-part` where an item is not well formed */
export function readSharedStrings(part: string, bytes: Uint8Array): SharedStrings {
  const texts: string[] = [];
  const rich = new Map<number, string>();
  let rest = "";
  for (const piece of textPieces(bytes)) {
    rest += piece;
    let at = 0;
    for (;;) {
      const open = itemStart(rest, at);
      if (open < 0) break;
      const headEnd = rest.indexOf(">", open);
      if (headEnd < 0) break;
      if (rest.charAt(headEnd - 1) === "/") {
        texts.push("");
        at = headEnd + 1;
        continue;
      }
      const close = rest.indexOf("si>", headEnd);
      if (close < 0) break;
      const inner = rest.slice(headEnd + 1, rest.lastIndexOf("<", close));
      const plain = /^<t(?: xml:space="preserve")?>([^<]*)<\/t>$/.exec(inner);
      if (plain !== null) {
        texts.push(decodeEscapes(unescapeXml(plain[1] ?? "")));
      } else {
        const item = parsePart(part, rest.slice(open, close + 3));
        if (isRich(item)) rich.set(texts.length, inner);
        texts.push(runsText(item));
      }
      at = close + 3;
    }
    rest = rest.slice(at);
  }
  return { texts, rich };
}

/** Whether a text says more than its characters: looks of its parts, how they are read aloud. */
export function isRich(item: XmlElement): boolean {
  return item.children.some(({ name }) => name !== "t");
}

function itemStart(text: string, from: number): number {
  const pattern = /<(?:\w+:)?si[\s/>]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
