import type { OwnCells } from "../../app/share/formulas";
import { corners, cellAddress } from "../../tables/a1";
import { blockAddress } from "../address";
import { fleeting } from "../run";
import { pointedAfresh, referencesIn, tracked, tracking, trackingCell } from "./own-references";

/**
 * The hidden sheet that remembers people's own formulas while values stand in their place. Two columns for each run of
 * neighbouring cells with the same formula.
 *
 * The first: a formula by which Excel itself follows the cells, the first cell's formula in both spellings, how many
 * references it has and a formula that follows each, and further down what the cells showed. The second: the last cell's
 * formula, where the run was, how many references, and a formula that follows each; further down one that follows each
 * cell. In the last row of both heads: a formula that follows a column by which the rows are known again, and below the
 * cells what stood there.
 */
export const headRows = 60;
const firstReference = 6;
/** The place of a mark for formulas that can never go back, in the second column. */
const markRow = 5;
export const columnsOfRun = 2;
/** As many runs or cells in one message. */
export const runsAtOnce = 40;
export const cellsAtOnce = 8_000;
/** How many columns tell the rows apart, in the first column. */
const witnessesRow = 5;
const witnessRow = headRows - 1;
/** A formula with more references than this stays as it is. */
export const mostReferences = witnessRow - firstReference;

/** A cell of a sheet, zero-based. */
export interface CellAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What is remembered of a run. */
export interface Memory {
  /** Its first column on the hidden sheet. */
  readonly column: number;
  readonly rows: number;
  /** The formula by which Excel follows its cells, as it reads now. */
  readonly follower: unknown;
  /** Where it stands now, or, where nothing of it does, where it was. */
  readonly sheet: string;
  readonly address: string;
  /** The first cell's as it was. */
  readonly formula: string;
  /** The same for every cell of the run, as long as nothing has moved. */
  readonly relative: string;
  /** The first and the last cell's formula with their references pointed to where those cells are now. */
  readonly pointed: (of: "first" | "last", sheet: string) => string | null;
  /** Columns whose cells tell the rows apart, as they are placed now; null for one that is gone. */
  readonly witnesses: readonly (number | null)[];
  /** Of a run of one cell: where it is now, what it showed, and what stood beside it. */
  readonly single: {
    readonly place: CellAt | null;
    readonly value: unknown;
    readonly beside: readonly unknown[];
  };
}

/** Rows of a run's memory that are read at once: the head and, of a run of one cell, all below. */
export const rowsAtOnce = headRows + 2;

/**
 * Queues what is to be remembered of a run.
 *
 * @param witnesses - columns of its sheet whose cells tell the rows apart, at most two
 */
export function queueMemory(
  context: Excel.RequestContext,
  title: string,
  column: number,
  { sheet, address, cells, formula, relative, last }: OwnCells,
  witnesses: readonly number[],
): void {
  const memory = (row: number, rows: number, at = column): Excel.Range =>
    fleeting(context.workbook.worksheets.getItem(title).getRangeByIndexes(row, at, rows, 1));
  const following = (text: string) =>
    referencesIn(text).map((reference) => tracking(reference.text, sheet));
  // The first cell's formula comes last: a memory that was interrupted is none.
  const source = fleeting(context.workbook.worksheets.getItem(sheet).getRange(address));
  memory(headRows, cells).copyFrom(source, Excel.RangeCopyType.values);
  const { top, left } = corners(address);
  const follower = memory(headRows, 1, column + 1);
  follower.formulas = [[trackingCell(cellAddress(top, left), sheet)]];
  if (cells > 1)
    memory(headRows, cells, column + 1).copyFrom(follower, Excel.RangeCopyType.formulas);
  for (const [beside, index] of witnesses.entries()) {
    const witness = blockAddress(top, index, cells, 1);
    const standing = fleeting(context.workbook.worksheets.getItem(sheet).getRange(witness));
    memory(headRows + cells, cells, column + beside).copyFrom(standing, Excel.RangeCopyType.values);
    memory(witnessRow, 1, column + beside).formulas = [[tracking(witness, sheet)]];
  }
  const { length: count } = referencesIn(formula);
  const known = witnesses.length;
  const first = [tracking(address, sheet), `'${formula}`, `'${relative}`, count, cells, known];
  const second = [`'${last}`, `'${sheet}`, `'${address}`, referencesIn(last).length, "", ""];
  const heads = [
    [...first, ...following(formula)],
    [...second, ...following(last)],
  ];
  for (const [at, head] of [...heads.entries()].reverse())
    memory(0, head.length, column + at).formulas = head.map((cell) => [cell]);
}

/**
 * Reads a run's memory.
 *
 * @param head - the rows of the head and the first below, of the run's two columns
 * @returns null where nothing is remembered
 */
export function memoryIn(head: Excel.Range, at: number, column: number): Memory | null {
  const value = (row: number, beside = 0): unknown => head.values[row]?.[at + beside];
  const follower = (row: number, beside = 0): unknown => head.formulas[row]?.[at + beside];
  const [formula, relative, last] = [value(1), value(2), value(0, 1)];
  if (typeof formula !== "string" || typeof relative !== "string" || typeof last !== "string")
    return null;
  if (formula === "") return null;
  const places = (beside: number) =>
    Array.from({ length: Number(value(3, beside)) }, (_, index) =>
      tracked(follower(firstReference + index, beside)),
    );
  const standing = tracked(follower(0));
  const known = Array.from({ length: Number(value(witnessesRow)) }, (_, beside) => beside);
  return {
    column,
    rows: Number(value(4)),
    follower: follower(0),
    sheet: standing?.sheet ?? String(value(1, 1)),
    address: (standing?.cells ?? String(value(2, 1))).replaceAll("$", ""),
    formula,
    relative,
    pointed: (of, sheet) =>
      of === "first"
        ? pointedAfresh(formula, places(0), sheet)
        : pointedAfresh(last, places(1), sheet),
    witnesses: known.map((beside) => cellAt(follower(witnessRow, beside))?.column ?? null),
    single: {
      place: cellAt(follower(headRows, 1)),
      value: value(headRows),
      beside: known.map((beside) => value(headRows + 1, beside)),
    },
  };
}

/** Where a formula that follows a cell points now; null where the cell is gone. */
export function cellAt(follower: unknown): CellAt | null {
  const place = tracked(follower);
  if (place === null) return null;
  const { top, left } = corners(place.cells);
  return { sheet: place.sheet, row: top, column: left };
}

/** Queues that a run is forgotten: it is back, or told of elsewhere. */
export function queueForgetting(
  context: Excel.RequestContext,
  title: string,
  { column }: Pick<Memory, "column">,
): void {
  const { worksheets } = context.workbook;
  fleeting(worksheets.getItem(title).getRangeByIndexes(0, column, headRows, columnsOfRun)).clear();
}

/** Queues a mark that a run can never go back. */
export function queueMark(
  context: Excel.RequestContext,
  title: string,
  { column }: Pick<Memory, "column">,
): void {
  const { worksheets } = context.workbook;
  fleeting(worksheets.getItem(title).getRangeByIndexes(markRow, column + 1, 1, 1)).values = [[1]];
}

/** Queues which columns hold runs, and which are marked. @returns their first columns, after the sync */
export function queueRuns(
  context: Excel.RequestContext,
  title: string,
): () => { readonly marked: readonly number[]; readonly others: readonly number[] } {
  const sheet = context.workbook.worksheets.getItem(title);
  const head = fleeting(
    fleeting(sheet.getRange(`1:${markRow + 1}`)).getUsedRangeOrNullObject(true),
  );
  head.load("columnIndex,values");
  return () => {
    if (head.isNullObject) return { marked: [], others: [] };
    const cell = (row: number, column: number): unknown =>
      head.values[row]?.[column - head.columnIndex];
    const width = head.columnIndex + (head.values[0]?.length ?? 0);
    const runs = Array.from(
      { length: Math.ceil(width / columnsOfRun) },
      (_, at) => at * columnsOfRun,
    );
    const held = runs.filter(
      (column) => typeof cell(1, column) === "string" && cell(1, column) !== "",
    );
    const isMarked = (column: number): boolean => cell(markRow, column + 1) === 1;
    return { marked: held.filter(isMarked), others: held.filter((each) => !isMarked(each)) };
  };
}
