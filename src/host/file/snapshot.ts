import type { Area } from "../model/address";
import type { CellFormula, Scalar } from "../model/cell";
import { filledDown } from "../calc/rewrite";
import { filling, isFilledBelow, plainFormula } from "../model/filled-formula";
import type { AreaCells, ColumnCells } from "../model/grid";
import type { Sheet } from "../model/sheet";
import { defaultStyle, internStyle, type CellStyle } from "../model/style";
import { Workbook } from "../model/workbook";

type SheetMembers = Omit<Sheet, "cells">;

/** What a workbook is beside its sheets. */
const plainBook = ({ sheets: _, ...book }: Workbook) => book;

type BookMembers = ReturnType<typeof plainBook>;

/** A workbook without its cells, as plain data. */
export interface WorkbookHead {
  readonly sheets: readonly SheetMembers[];
  readonly book: BookMembers;
  /** The id the next table must not fall below. */
  readonly tableIds: readonly number[];
}

/** Neighbouring cells of one column. */
interface CellRun {
  readonly column: number;
  readonly top: number;
  readonly values: readonly Scalar[];
  /** Numbers into the looks of all pieces so far; 0 is the look of a cell nobody has touched. */
  readonly looks: Uint32Array;
  /** Formulas by row, from top to bottom; `null` for a long one that is the one above filled down. */
  readonly formulas: readonly (readonly [row: number, formula: CellFormula | null])[];
}

/** Cells of one sheet, as plain data: so few that neither side is kept by them from answering a person. */
export interface CellsPiece {
  /** The sheet's place. */
  readonly sheet: number;
  /** Looks that no piece before has named; they go on counting from there. */
  readonly newLooks: readonly CellStyle[];
  readonly runs: readonly CellRun[];
}

/** A workbook as plain data that structured cloning carries between a page and its workers. */
export interface WorkbookSnapshot {
  readonly head: WorkbookHead;
  readonly pieces: readonly CellsPiece[];
}

/** Cells of one piece: some milliseconds of work on either side. */
const cellsPerPiece = 20_000;

/** The workbook as it stands. The head is shared with it, not copied: hand it over before anything is edited. */
export function snapshotWorkbook(workbook: Workbook): WorkbookSnapshot {
  const { head, pieces } = snapshotInPieces(workbook);
  return { head, pieces: [...pieces] };
}

/**
 * The workbook as it stands, to be handed over piece by piece. The head is shared with it: hand that over before anything
 * is edited. The cells are copied at once, and each piece is made when it is asked for: edits between them change none.
 */
export function snapshotInPieces(workbook: Workbook): {
  readonly head: WorkbookHead;
  /** How many pieces there are. */
  readonly count: number;
  readonly pieces: Iterable<CellsPiece>;
} {
  const copies = workbook.sheets.map(({ cells }) => {
    const used = cells.usedArea(false);
    return used === null ? null : cells.copyArea({ ...used, top: 0 });
  });
  const head = {
    sheets: workbook.sheets.map(({ cells: _, ...members }) => members),
    book: plainBook(workbook),
    tableIds: [...workbook.tables()].map(({ table }) => table.id),
  };
  return { head, count: countOf(copies), pieces: piecesOf(copies) };
}

function countOf(sheets: readonly (AreaCells | null)[]): number {
  return sheets.reduce((count, copy) => {
    if (copy === null) return count;
    const cells = [...copy.columns.values()].reduce(
      (sum, column) => sum + endOf(column, copy.area),
      0,
    );
    return count + Math.ceil(cells / cellsPerPiece);
  }, 0);
}

function* piecesOf(sheets: readonly (AreaCells | null)[]): Iterable<CellsPiece> {
  const numbers = new Map<CellStyle, number>([[defaultStyle, 0]]);
  let newLooks: CellStyle[] = [];
  const numberOf = (look: CellStyle): number => {
    const known = numbers.get(look);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(look, number);
    newLooks.push(look);
    return number;
  };
  for (const [sheet, copy] of sheets.entries()) {
    if (copy === null) continue;
    let runs: CellRun[] = [];
    let room = cellsPerPiece;
    for (const [column, cells] of copy.columns) {
      const end = endOf(cells, copy.area);
      for (let top = 0; top < end;) {
        const below = Math.min(end, top + room);
        runs.push(runOf(cells, column, top, below, numberOf));
        room -= below - top;
        top = below;
        if (room > 0) continue;
        yield { sheet, newLooks, runs };
        newLooks = [];
        runs = [];
        room = cellsPerPiece;
      }
    }
    if (runs.length > 0) yield { sheet, newLooks, runs };
    newLooks = [];
  }
}

/** Below the last row of a column that says anything. */
function endOf({ values, styles, formulas }: ColumnCells, area: Area): number {
  return formulas.size === 0 ? Math.max(values.length, styles.length) : area.bottom + 1;
}

function runOf(
  { values, styles, formulas }: ColumnCells,
  column: number,
  top: number,
  below: number,
  numberOf: (look: CellStyle) => number,
): CellRun {
  const found: [number, CellFormula | null][] = [];
  if (formulas.size > 0) {
    for (let row = top; row < below; row++) {
      const formula = formulas.get(row);
      if (formula === undefined) continue;
      const isFilled = isFilledBelow(formula, formulas.get(row - 1));
      found.push([row, isFilled ? null : plainFormula(formula)]);
    }
  }
  return {
    column,
    top,
    values: values.slice(top, below),
    looks: Uint32Array.from(styles.slice(top, below), numberOf),
    formulas: found,
  };
}

/** A workbook with the content of a snapshot; ids of sheets and tables are the same. */
export function workbookFromSnapshot({ head, pieces }: WorkbookSnapshot): Workbook {
  const assembly = new WorkbookAssembly(head);
  for (const piece of pieces) assembly.add(piece);
  return assembly.workbook;
}

/** A workbook that is put together from its head and the pieces of its cells, in their order. */
export class WorkbookAssembly {
  /** Whole once every piece was added. */
  readonly workbook = new Workbook();
  // Equal looks must be the same object again on this side.
  readonly #looks: CellStyle[] = [defaultStyle];
  /** The formula last filled down in a column. */
  readonly #filled = new Map<CellRun["column"], FilledBelow>();
  #sheet = -1;

  constructor(head: WorkbookHead) {
    const { workbook } = this;
    for (const members of head.sheets) {
      const sheet = workbook.restoreSheet(members.id, members.name);
      restoreMembers(sheet, members);
      internAll(sheet.columnStyles);
      internAll(sheet.rowStyles);
    }
    restoreMembers(workbook, head.book);
    for (const style of workbook.styles.values()) style.looks = internStyle(style.looks);
    for (const id of head.tableIds) workbook.reserveTableId(id);
  }

  add({ sheet, newLooks, runs }: CellsPiece): void {
    for (const look of newLooks) this.#looks.push(internStyle(look));
    if (sheet !== this.#sheet) this.#filled.clear();
    this.#sheet = sheet;
    const cells = this.workbook.sheets[sheet]?.cells;
    if (cells === undefined) throw new Error(`the snapshot has no sheet ${sheet}`);
    for (const { column, top, values, looks, formulas } of runs) {
      values.forEach((value, index) => cells.setValue(top + index, column, value));
      looks.forEach((look, index) =>
        cells.setStyle(top + index, column, this.#looks[look] ?? defaultStyle),
      );
      for (const [row, plain] of formulas)
        cells.setFormula(row, column, plain ?? this.#below(column, row, cells));
    }
  }

  #below(column: number, row: number, cells: Sheet["cells"]): CellFormula {
    let filled = this.#filled.get(column);
    if (filled?.last !== row - 1) {
      const above = cells.formula(row - 1, column)?.text ?? "";
      filled = { top: row - 1, last: row, of: filling(filledDown(above)) };
      this.#filled.set(column, filled);
    }
    filled.last = row;
    return filled.of(row - filled.top);
  }
}

interface FilledBelow {
  readonly top: number;
  last: number;
  readonly of: (rows: number) => CellFormula;
}

/** Every member, so that a new one is not forgotten: maps, sets and lists are filled, all else is set. */
function restoreMembers(target: Sheet | Workbook, members: SheetMembers | BookMembers): void {
  for (const [name, value] of Object.entries(members) as [string, unknown][]) {
    const own: unknown = Reflect.get(target, name);
    if (own instanceof Map && value instanceof Map) {
      for (const [key, entry] of value as Map<unknown, unknown>) own.set(key, entry);
    } else if (own instanceof Set && value instanceof Set) for (const item of value) own.add(item);
    else if (name !== "id") Reflect.set(target, name, value);
  }
}

function internAll(looks: Map<number, CellStyle>): void {
  for (const [line, style] of looks) looks.set(line, internStyle(style));
}
