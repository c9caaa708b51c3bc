/** Cells that come as text: a .csv file's bytes, or what was pasted from another sheet. */

/** What a file's text was written in; UTF-16 tells by its mark, GB18030 is what Excel in China saves CSV as. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

export const encodings: readonly Encoding[] = ["utf-8", "gb18030", "utf-16le", "utf-16be"];

/** Bytes between two pauses while decoding. */
const bytesPerStep = 1_000_000;

/**
 * What a file's text was written in: by its byte order mark; UTF-16 without one by its zero bytes; else UTF-8 where the
 * bytes are (a few damaged ones do not count), else GB18030. The first letters that are not Latin decide.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const beginning = bytes.subarray(0, 200_000);
  const zeros = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Latin letters, digits and commas have a zero for a neighbour on always the same side.
  if (Math.max(even, odd) > beginning.length / 20 && Math.min(even, odd) * 20 < Math.max(even, odd))
    return odd > even ? "utf-16le" : "utf-16be";
  const telling = bytes.findIndex((byte) => byte > 127);
  const sample = bytes.subarray(Math.max(telling, 0), Math.max(telling, 0) + 200_000);
  return damagedShare(new TextDecoder().decode(sample)) < 0.2 ? "utf-8" : "gb18030";
}

/** Whether bytes are no text at all: a picture, a program. */
export function isBinary(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4_000);
  let controls = 0;
  for (const byte of beginning)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  return controls > beginning.length / 10 && !encodingOf(bytes).startsWith("utf-16");
}

/**
 * The text of a file, in steps: each `yield` is a place to pause.
 *
 * @returns the text without its mark; bytes that mean nothing are U+FFFD, which planning refuses cell by cell
 */
export function* decodedText(bytes: Uint8Array, encoding: Encoding): Generator<number, string> {
  const decoder = new TextDecoder(encoding);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesPerStep) {
    pieces.push(decoder.decode(bytes.subarray(at, at + bytesPerStep), { stream: true }));
    yield Math.min(1, (at + bytesPerStep) / bytes.length);
  }
  pieces.push(decoder.decode());
  return pieces.join("");
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

/**
 * The sign between a text's cells, and where they begin: what a first line "sep=;" says, which Excel writes and reads;
 * else a tab where the first line has one, else whichever of , ; | it has most of.
 */
export function delimiterOf(text: string): { readonly delimiter: string; readonly start: number } {
  const said = /^sep=([,;|\t])\r?\n/iu.exec(text.slice(0, 10));
  if (said?.[1] !== undefined) return { delimiter: said[1], start: said[0].length };
  const line = firstLine(text);
  if (line.includes("\t")) return { delimiter: "\t", start: 0 };
  const counts = [",", ";", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  return { delimiter: most.sign, start: 0 };
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
  delimiter: string,
  start = 0,
): Generator<number, readonly (readonly string[])[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = start;
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
