/** Cells that come as text: a .csv file's bytes, or what was pasted from another sheet. */

/** What a file's text was written in; UTF-16 tells by its mark, GB18030 is what Excel in China saves CSV as. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * The text of a file: by its byte order mark, else UTF-8 where the bytes are (a few damaged ones do not count), else
 * GB18030.
 *
 * @returns the text without its mark; bytes that mean nothing are U+FFFD, which planning refuses cell by cell
 *
 * @example
 * decodeText(new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7])) //=> { text: "客户", encoding: "gb18030" }
 */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly encoding: Encoding;
} {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  const utf8 = decoded(bytes, "utf-8");
  return damagedShare(utf8.text) < 0.2 ? utf8 : decoded(bytes, "gb18030");
}

/** The share of U+FFFD among what is not ASCII, 0 to 1. */
function damagedShare(text: string): number {
  let damaged = 0;
  let others = 0;
  for (const sign of text) {
    if (sign === "\uFFFD") damaged += 1;
    else if (sign > "\u007F") others += 1;
  }
  return damaged === 0 ? 0 : damaged / (damaged + others);
}

function decoded(bytes: Uint8Array, encoding: Encoding) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** The sign between a text's cells: a tab where the first line has one, else whichever of , ; | it has most of. */
export function delimiterOf(text: string): string {
  const line = firstLine(text);
  if (line.includes("\t")) return "\t";
  const counts = [",", ";", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

/** The first line, with quoted parts left out: a comma inside quotes divides nothing. */
function firstLine(text: string): string {
  const start = /\S/u.exec(text.slice(0, 100_000))?.index ?? 0;
  let quoted = false;
  let line = "";
  for (let at = start; at < Math.min(text.length, start + 100_000); at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) break;
    else if (!quoted) line += sign;
  }
  return line;
}

/** Rows between two pauses of `delimitedRows`. */
const rowsPerStep = 500;

/**
 * Reads delimited text (RFC 4180 and what spreadsheets copy) in steps: each `yield` is a place to pause, and says how
 * much is read, 0 to 1. Every field stays the text it is, "" for an empty one; no text is too broken to be read: a quote
 * that never closes ends with the text.
 *
 * @returns rows as wide as they were written
 */
export function* delimitedRows(
  text: string,
  delimiter: string = delimiterOf(text),
): Generator<number, readonly (readonly string[])[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let steps = 0;
  while (at < text.length) {
    const { field, end } =
      text[at] === '"' ? quotedField(text, at, delimiter) : bareField(text, at, delimiter);
    row.push(field);
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end stands before one more empty field.
      if (at === text.length) row.push("");
      else continue;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    rows.push(row);
    row = [];
    steps += 1;
    if (steps % rowsPerStep === 0) yield at / text.length;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface Field {
  readonly field: string;
  /** Where the delimiter, the line's end or the text's end stands. */
  readonly end: number;
}

function bareField(text: string, start: number, delimiter: string): Field {
  let end = start;
  for (; end < text.length; end += 1) {
    const sign = text[end];
    if (sign === delimiter || sign === "\n" || sign === "\r") break;
  }
  return { field: text.slice(start, end), end };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  let field = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { field: field + text.slice(from), end: text.length };
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What stands behind a closing quote belongs to the field as it is: `"a"b` is ab.
      const rest = bareField(text, quote + 1, delimiter);
      return { field: field + rest.field, end: rest.end };
    }
    field += '"';
    from = quote + 2;
  }
}
