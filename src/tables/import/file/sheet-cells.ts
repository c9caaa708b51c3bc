import type { DateSystem } from "../../../domain/serial";
import type { Cell } from "../../change";
import { shownText, type Look } from "../look";
import { damaged, FileError } from "./file-problem";
import type { XmlReader } from "./xml";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly looks: readonly Look[];
  readonly dateSystem: DateSystem;
}

/** The filled part of a sheet. */
export interface SheetGrid {
  /** Zero-based row and column of the first cell. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that Excel does not show, by a filter or by hand: they are read all the same. */
  readonly hiddenRows: number;
  /** Formulas the file keeps no result of. They are blank. */
  readonly uncalculated: number;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;
/** Filled cells of a sheet; a million is what 100,000 rows of ten columns hold. */
const mostCells = 4_000_000;
/** Places from the sheet's edge to the last filled cell of each row: few cells far apart must not fill the memory. */
const mostPlaces = 40_000_000;

/** Rows put together between two places to pause. */
const rowsPerStep = 1_000;

interface Place {
  readonly row: number;
  readonly column: number;
}

const none: readonly Cell[] = [];

/**
 * Takes a sheet's cells up as its part is read. Days and times become text ("2026-04-07", "09:30"): what the person
 * sees, whatever the file's date system. Formulas are their results.
 */
export class SheetCells implements XmlReader {
  readonly #rows: (Cell[] | undefined)[] = [];
  readonly #merges: { readonly from: Place; readonly to: Place }[] = [];
  #count = 0;
  #places = 0;
  #hiddenRows = 0;
  #uncalculated = 0;
  #row = -1;
  #column = -1;
  #type = "n";
  #style = 0;
  #value: string | null = null;
  #inline: string | null = null;
  #isFormula = false;
  /** Depth of phonetic guides, whose text is no part of the cell's. */
  #guides = 0;

  constructor(private readonly context: SheetContext) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case "row":
        this.#row = numbered(attribute("r"), this.#row + 1, lastRow);
        this.#column = -1;
        if (isOn(attribute("hidden"))) this.#hiddenRows += 1;
        return;
      case "c": {
        const at = attribute("r");
        const place = at === undefined ? null : placeOf(at);
        this.#column = place?.column ?? this.#column + 1;
        this.#row = place?.row ?? this.#row;
        if (this.#row < 0 || this.#column > lastColumn) throw damaged("malformed", "<c>");
        this.#type = attribute("t") ?? "n";
        this.#style = Number(attribute("s") ?? 0);
        this.#value = null;
        this.#inline = null;
        this.#isFormula = false;
        return;
      }
      case "rPh":
        this.#guides += 1;
        return;
      case "f":
        this.#isFormula = true;
        return;
      case "mergeCell":
        this.#merge(attribute("ref") ?? "");
    }
  }

  close(name: string, text: string): void {
    switch (name) {
      case "v":
        this.#value = text;
        return;
      case "t":
        if (this.#guides === 0) this.#inline = (this.#inline ?? "") + text;
        return;
      case "rPh":
        this.#guides -= 1;
        return;
      case "c":
        this.#take();
    }
  }

  /** Everything, once the part was read to its end; each `yield` is a place to pause. */
  *grid(): Generator<number, SheetGrid> {
    this.#fillMerged();
    const top = this.#rows.findIndex((row) => row !== undefined && row.some(isFilled));
    let left = lastColumn + 1;
    for (const [at, row] of this.#rows.entries()) {
      if (at % rowsPerStep === rowsPerStep - 1) yield 1;
      if (row !== undefined) left = Math.min(left, firstFilled(row));
    }
    const rows: (readonly Cell[])[] = [];
    for (let row = top; top !== -1 && row < this.#rows.length; row += 1) {
      if (rows.length % rowsPerStep === rowsPerStep - 1) yield 1;
      rows.push(this.#rows[row]?.slice(left) ?? none);
    }
    return {
      top: Math.max(top, 0),
      left: left > lastColumn ? 0 : left,
      rows,
      hiddenRows: this.#hiddenRows,
      uncalculated: this.#uncalculated,
    };
  }

  #take(): void {
    const cell = this.#cell();
    if (cell === null) return;
    this.#count += 1;
    if (this.#count > mostCells)
      throw new FileError({ code: "file-too-large", of: "cells", limit: mostCells });
    this.#put(this.#row, this.#column, cell);
  }

  #put(row: number, column: number, cell: Cell): void {
    const cells = (this.#rows[row] ??= []);
    this.#places += Math.max(0, column + 1 - cells.length);
    if (this.#places > mostPlaces)
      throw new FileError({ code: "file-too-large", of: "cells", limit: mostCells });
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  #cell(): Cell {
    const value = this.#value;
    if (this.#type === "inlineStr") return filled(decoded(this.#inline ?? ""));
    if (value === null || value === "") {
      if (this.#isFormula && this.#type !== "str") this.#uncalculated += 1;
      return null;
    }
    switch (this.#type) {
      case "s": {
        const text = this.context.strings[Number(value)];
        if (text === undefined) throw damaged("missing", value);
        return filled(text);
      }
      case "str":
        return filled(decoded(value));
      case "b":
        return value.trim() === "1" || value.trim() === "true";
      case "e":
        return value.startsWith("#") ? value : "#VALUE!";
      case "d":
        return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "");
      default:
        return this.#number(value);
    }
  }

  #number(text: string): Cell {
    if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?\s*$/iu.test(text))
      throw damaged("malformed", text);
    const number = Number(text);
    const look = this.context.looks[this.#style] ?? "plain";
    return shownText(number, look, this.context.dateSystem) ?? number;
  }

  #merge(ref: string): void {
    const [first = "", last = first] = ref.split(":");
    const [from, to] = [placeOf(first), placeOf(last)];
    // A title across columns is said once; a region that stands beside several rows is meant for each of them.
    if (from.column === to.column && to.row > from.row) this.#merges.push({ from, to });
  }

  #fillMerged(): void {
    const end = this.#rows.length - 1;
    for (const { from, to } of this.#merges) {
      const cell = this.#rows[from.row]?.[from.column] ?? null;
      if (cell === null) continue;
      for (let row = from.row + 1; row <= Math.min(to.row, end); row += 1)
        this.#put(row, from.column, cell);
    }
  }
}

/** @throws FileError `damaged-file` for what is no cell of a sheet */
function placeOf(address: string): Place {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(address);
  if (match === null) throw damaged("malformed", address);
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  const place = { row: Number(match[2]) - 1, column: column - 1 };
  if (place.row < 0 || place.row > lastRow || place.column > lastColumn)
    throw damaged("malformed", address);
  return place;
}

/** Excel writes characters XML has no room for as _x000D_, and an underscore before such text as _x005F_. */
export function decoded(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\da-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function isOn(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

function numbered(text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text) - 1;
  if (!Number.isInteger(number) || number < 0 || number > most) throw damaged("malformed", text);
  return number;
}

function filled(text: string): Cell {
  return text === "" ? null : text;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined;
}

function firstFilled(row: readonly Cell[]): number {
  const found = row.findIndex(isFilled);
  return found === -1 ? lastColumn + 1 : found;
}
