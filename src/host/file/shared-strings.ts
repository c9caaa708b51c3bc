import { parsePart, textPieces } from "./package-read";
import { decodeEscapes, runsText, unescapeXml } from "./xml";

/** The workbook's list of distinct texts. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** Numbers of texts with differently formatted runs; the model keeps their characters only. */
  readonly rich: ReadonlySet<number>;
}

export const noSharedStrings: SharedStrings = { texts: [], rich: new Set() };

/** @throws UnreadableFile `broken-part` where an item is not well formed */
export function readSharedStrings(part: string, bytes: Uint8Array): SharedStrings {
  const texts: string[] = [];
  const rich = new Set<number>();
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
        if (item.children.some((child) => child.name === "r")) rich.add(texts.length);
        texts.push(runsText(item));
      }
      at = close + 3;
    }
    rest = rest.slice(at);
  }
  return { texts, rich };
}

function itemStart(text: string, from: number): number {
  const pattern = /<(?:\w+:)?si[\s/>]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
