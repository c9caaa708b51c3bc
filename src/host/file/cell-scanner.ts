import { columnIndex, maxColumns, maxRows } from "../model/address";
import { UnreadableFile } from "./failure";
import { textPieces } from "./package-read";
import { isOn } from "./xml";

/** One `<c>` element as it stands in the file; `null` for what it does not state. */
export interface ScannedCell {
  row: number;
  column: number;
  style: number;
  type: string;
  /** Set for cells that carry metadata: dynamic arrays, rich values. */
  cellMetadata: boolean;
  valueMetadata: boolean;
  /** Whether readings are shown above the text. */
  readings: boolean;
  formulaAttributes: string | null;
  formula: string | null;
  value: string | null;
  /** The inside of `<is>`. */
  inline: string | null;
}

export interface CellSink {
  row(row: number, attributes: string): void;
  /** The object is used again for the next cell: take what is needed, keep nothing. */
  cell(cell: ScannedCell): void;
}

/** So much of a part is read between two signs of progress. */
const pieceBytes = 1 << 22;

/**
 * Reads a worksheet part in one pass: rows and cells go to the sink as they come, everything around them is returned
 * as a small document with an empty `sheetData`. Written for speed: a sheet has millions of cells and few kinds of tags.
 *
 * @param onShare - hears the share of the part that was read, 0 to 1
 * @throws UnreadableFile `broken-part` where rows or cells do not end or stand outside a sheet
 */
export function scanWorksheet(
  part: string,
  bytes: Uint8Array,
  sink: CellSink,
  onShare: (share: number) => void,
): string {
  const scanner = new RowScanner(part, sink);
  let head = "";
  let rest = "";
  let tail = "";
  let prefix = "";
  let phase: "head" | "rows" | "tail" = "head";
  let pieces = 0;
  for (const piece of textPieces(bytes, pieceBytes)) {
    onShare(Math.min(1, (pieces++ * pieceBytes) / bytes.length));
    if (phase === "tail") {
      tail += piece;
      continue;
    }
    rest += piece;
    if (phase === "head") {
      const open = /<(\w+:)?sheetData\s*(\/)?>/.exec(rest);
      if (open === null) continue;
      prefix = open[1] ?? "";
      head = `${rest.slice(0, open.index)}<${prefix}sheetData/>`;
      rest = rest.slice(open.index + open[0].length);
      phase = open[2] === undefined ? "rows" : "tail";
    }
    if (phase === "rows") {
      const end = rest.indexOf(`</${prefix}sheetData>`);
      const ready = end >= 0 ? end : rest.lastIndexOf(`</${prefix}row>`) + prefix.length + 6;
      if (end >= 0 || ready > prefix.length + 5) {
        const rows = rest.slice(0, ready);
        scanner.scan(prefix === "" ? rows : withoutPrefix(rows, prefix));
        rest = end >= 0 ? rest.slice(end + prefix.length + 12) : rest.slice(ready);
        if (end >= 0) phase = "tail";
      }
    }
    if (phase === "tail") {
      tail = rest;
      rest = "";
    }
  }
  if (phase === "rows") throw scanner.broken("sheetData does not end");
  return phase === "head" ? rest : head + tail;
}

function withoutPrefix(rows: string, prefix: string): string {
  return rows.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}

class RowScanner {
  readonly #part: string;
  readonly #sink: CellSink;
  #row = -1;

  constructor(part: string, sink: CellSink) {
    this.#part = part;
    this.#sink = sink;
  }

  broken(detail: string): UnreadableFile {
    return new UnreadableFile({ code: "broken-part", part: this.#part, detail });
  }

  scan(text: string): void {
    let at = text.indexOf("<row");
    while (at >= 0) {
      const headEnd = text.indexOf(">", at);
      if (headEnd < 0) throw this.broken("row does not end");
      const empty = text.charAt(headEnd - 1) === "/";
      const attributes = text.slice(at + 4, empty ? headEnd - 1 : headEnd);
      const stated = attributeValue(attributes, "r");
      this.#row = stated === null ? this.#row + 1 : Number(stated) - 1;
      if (!Number.isInteger(this.#row) || this.#row < 0 || this.#row >= maxRows) {
        throw this.broken(`row ${String(stated).slice(0, 20)}`);
      }
      this.#sink.row(this.#row, attributes);
      let end = headEnd + 1;
      if (!empty) {
        end = text.indexOf("</row>", headEnd);
        if (end < 0) throw this.broken(`row ${this.#row + 1} does not end`);
        this.#cells(text, headEnd + 1, end);
      }
      at = text.indexOf("<row", end);
    }
  }

  #cells(text: string, from: number, to: number): void {
    const cell: ScannedCell = {
      row: this.#row,
      column: -1,
      style: 0,
      type: "",
      cellMetadata: false,
      valueMetadata: false,
      readings: false,
      formulaAttributes: null,
      formula: null,
      value: null,
      inline: null,
    };
    let at = skipBlanks(text, from);
    while (at < to) {
      if (!text.startsWith("<c", at) || !isTagEnd(text.charCodeAt(at + 2))) {
        // Extensions between cells are rare and hold nothing the model keeps.
        at = text.indexOf("<c", at + 1);
        if (at < 0 || at >= to) return;
        continue;
      }
      const headEnd = text.indexOf(">", at);
      if (headEnd < 0 || headEnd >= to) throw this.broken(`cell in row ${this.#row + 1}`);
      this.#attributes(text, at + 2, headEnd, cell);
      cell.formula = cell.formulaAttributes = cell.value = cell.inline = null;
      at = headEnd + 1;
      if (text.charCodeAt(headEnd - 1) !== 47) at = this.#content(text, at, to, cell);
      this.#sink.cell(cell);
      at = skipBlanks(text, at);
    }
  }

  #attributes(text: string, from: number, to: number, cell: ScannedCell): void {
    const previous = cell.column;
    cell.column = -1;
    cell.style = 0;
    cell.type = "";
    cell.cellMetadata = cell.valueMetadata = cell.readings = false;
    let at = from;
    for (;;) {
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals >= to) break;
      const quote = text.charAt(equals + 1);
      const end = text.indexOf(quote, equals + 2);
      if ((quote !== '"' && quote !== "'") || end < 0 || end > to) {
        throw this.broken(`attributes in row ${this.#row + 1}`);
      }
      const name = text.slice(at, equals).trim();
      if (name === "r") cell.column = columnOf(text, equals + 2, end);
      else if (name === "s") cell.style = Number(text.slice(equals + 2, end));
      else if (name === "t") cell.type = text.slice(equals + 2, end);
      else if (name === "cm") cell.cellMetadata = text.slice(equals + 2, end) !== "0";
      else if (name === "ph") cell.readings = isOn(text.slice(equals + 2, end));
      else if (name === "vm") cell.valueMetadata = text.slice(equals + 2, end) !== "0";
      at = end + 1;
    }
    if (cell.column < 0) cell.column = previous + 1;
    if (cell.column >= maxColumns) throw this.broken(`column in row ${this.#row + 1}`);
  }

  #content(text: string, from: number, to: number, cell: ScannedCell): number {
    let at = skipBlanks(text, from);
    while (at < to) {
      if (text.startsWith("</c>", at)) return at + 4;
      const headEnd = text.indexOf(">", at);
      if (headEnd < 0 || headEnd >= to || text.charAt(at) !== "<") break;
      const nameEnd = text.slice(at + 1, headEnd).search(/[\s/]|$/) + at + 1;
      const name = text.slice(at + 1, nameEnd);
      const empty = text.charAt(headEnd - 1) === "/";
      const close = empty ? headEnd : text.indexOf(`</${name}>`, headEnd);
      if (close < 0 || close >= to) break;
      const inner = empty ? "" : text.slice(headEnd + 1, close);
      if (name === "v") cell.value = inner;
      else if (name === "is") cell.inline = inner;
      else if (name === "f") {
        cell.formula = inner;
        cell.formulaAttributes = text.slice(nameEnd, empty ? headEnd - 1 : headEnd);
      }
      at = skipBlanks(text, empty ? headEnd + 1 : close + name.length + 3);
    }
    throw this.broken(`cell in row ${this.#row + 1} does not end`);
  }
}

function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else break;
  }
  return column > 0 ? column - 1 : columnIndex(text.slice(from, to));
}

function isTagEnd(code: number): boolean {
  return code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9) at++;
    else return at;
  }
}

/** The value of one attribute in the inside of a start tag, or null. */
export function attributeValue(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? null : (match[1] ?? match[2] ?? "");
}
