/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { OwnCells, OwnLeft, OwnLeftWhy } from "../../app/share/formulas";
import { cellOf, formulaOf, sameCell } from "../cell";
import { blocksOf } from "../commit/row-blocks";
import { fleeting, type Session } from "../run";
import {
  cellAt,
  columnsOfRun,
  headRows,
  memoryIn,
  queueForgetting,
  queueMark,
  queueMemory,
  rowsAtOnce,
  type CellAt,
  type Memory,
} from "./own-memory";
import { relativeTo, staysInRow } from "./own-references";
import { chooseWitnesses, OwnRowFinder } from "./own-witness";
import { queueGuards } from "./sheet-guards";

/** As many runs or cells in one message. */
const runsAtOnce = 40;
const cellsAtOnce = 8_000;

/** Remembers own formulas, then puts in their place what they show. Cells that hold no formula any more are left. */
export async function freezeOwn(
  session: Session,
  own: readonly OwnCells[],
  title: string,
  exists: boolean,
): Promise<void> {
  const { context } = session;
  const { worksheets } = context.workbook;
  if (!exists) worksheets.add(title).visibility = Excel.SheetVisibility.veryHidden;
  const left = await widthOf(session, title);
  for (const [batch, runs] of batches(own)) {
    const witnesses = await chooseWitnesses(session, runs);
    context.application.suspendApiCalculationUntilNextSync();
    runs.forEach((run, at) =>
      queueMemory(context, title, left + (batch + at) * columnsOfRun, run, witnesses[at] ?? []),
    );
    await session.sync();
  }
  for (const [, runs] of batches(own)) {
    for (const { sheet, address } of runs) {
      const cells = fleeting(worksheets.getItem(sheet).getRange(address));
      cells.copyFrom(address, Excel.RangeCopyType.values);
    }
    await session.sync();
  }
}

function* batches(own: readonly OwnCells[]): Generator<[number, readonly OwnCells[]]> {
  for (let at = 0; at < own.length; at += runsAtOnce) yield [at, own.slice(at, at + runsAtOnce)];
}

/** Columns of the hidden sheet in use, in whole runs. */
async function widthOf(session: Session, title: string): Promise<number> {
  const { worksheets } = session.context.workbook;
  const used = fleeting(worksheets.getItem(title).getRange("1:2")).getUsedRangeOrNullObject(true);
  used.untrack();
  used.load("columnIndex,columnCount");
  await session.sync();
  const width = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  return Math.ceil(width / columnsOfRun) * columnsOfRun;
}

/**
 * Puts own formulas back into the cells they came from, wherever those are now, where they still show what took their
 * place. What is back is forgotten at once; what never can go back is marked, to be told of first.
 *
 * @returns those that stay values, and why
 */
export async function thawOwn(session: Session, title: string): Promise<readonly OwnLeft[]> {
  const { worksheets } = session.context.workbook;
  const width = await widthOf(session, title);
  const left: OwnLeft[] = [];
  const finder = new OwnRowFinder(session);
  for (let at = 0; at < width; at += runsAtOnce * columnsOfRun) {
    const count = Math.min(runsAtOnce * columnsOfRun, width - at);
    const head = fleeting(worksheets.getItem(title).getRangeByIndexes(0, at, rowsAtOnce, count));
    head.load("formulas,values");
    await session.sync();
    const memories = Array.from({ length: count / columnsOfRun }, (_, run) =>
      memoryIn(head, run * columnsOfRun, at + run * columnsOfRun),
    ).filter((memory) => memory !== null);
    for (const memory of memories) {
      const why = await thawRun(session, finder, title, memory);
      const { sheet, address, formula } = memory;
      if (why !== null) left.push({ sheet, address, formula, why });
    }
  }
  return left;
}

/** A cell of a run: where it is now, null where it is gone, what it showed, and what stood beside it. */
interface Remembered {
  readonly place: CellAt | null;
  readonly value: unknown;
  readonly beside: readonly unknown[];
}

interface Standing extends Remembered {
  readonly place: CellAt;
}

async function thawRun(
  session: Session,
  finder: OwnRowFinder,
  title: string,
  memory: Memory,
): Promise<OwnLeftWhy | null> {
  const { context } = session;
  const cells = memory.rows === 1 ? [memory.single] : await readCells(session, title, memory);
  const why = await putBack(session, finder, memory, cells);
  if (why === null) queueForgetting(context, title, memory);
  else if (why !== "filtered" && why !== "protected") queueMark(context, title, memory);
  await session.sync();
  return why;
}

async function readCells(
  session: Session,
  title: string,
  { column, rows, witnesses }: Memory,
): Promise<readonly Remembered[]> {
  const cells: Remembered[] = [];
  for (let top = 0; top < rows; top += cellsAtOnce) {
    const count = Math.min(cellsAtOnce, rows - top);
    const part = (from: number): Excel.Range =>
      fleeting(
        session.context.workbook.worksheets
          .getItem(title)
          .getRangeByIndexes(from + top, column, count, columnsOfRun),
      );
    const piece = part(headRows).load("formulas,values");
    const known = part(headRows + rows).load("values");
    await session.sync();
    for (let row = 0; row < count; row += 1)
      cells.push({
        place: cellAt(piece.formulas[row]?.[1]),
        value: piece.values[row]?.[0],
        beside: witnesses.map((_, at): unknown => known.values[row]?.[at]),
      });
  }
  return cells;
}

/** @returns why the formulas, or some of them, stay values; the last writing is queued, not sent */
async function putBack(
  session: Session,
  finder: OwnRowFinder,
  memory: Memory,
  cells: readonly Remembered[],
): Promise<OwnLeftWhy | null> {
  const alive = cells.flatMap(({ place, value, beside }) =>
    place === null ? [] : [{ place, value, beside }],
  );
  const [start] = alive;
  if (start === undefined) return "gone";
  const sheets = alive.map(({ place }) => place.sheet);
  const guardOf = queueGuards(session, sheets);
  await session.sync();
  for (const sheet of new Set(sheets)) {
    const guard = guardOf(sheet);
    if (guard !== null) return guard;
  }
  const anchor = anchorOf(memory, cells);
  if (typeof anchor === "string") return anchor;
  const together = alive.filter(
    ({ place }) => place.sheet === start.place.sheet && place.column === start.place.column,
  );
  const { settled, isSorted, isUnsure } = await finder.settle(
    together.map((cell) => ({ ...cell, beside: cell.beside.filter(isThere) })),
    memory.witnesses.filter((column) => column !== null),
  );
  // What reads other rows would read others yet, now that its own row stands elsewhere.
  if (isSorted && !(anchor.isAsBefore && staysInRow(anchor.formula, anchor.place.row)))
    return "sorted";
  const writing = new Writing(session, start.place, memory, anchor);
  const anchored = settled.filter(({ place }) => place.row === anchor.place.row);
  await writing.rows(anchored);
  for (let at = 0; at < settled.length; at += cellsAtOnce)
    await writing.rows(
      settled.slice(at, at + cellsAtOnce).filter(({ place }) => place.row !== anchor.place.row),
    );
  if (together.length < alive.length) return "moved";
  if (isUnsure) return "sorted";
  return writing.changed ? "changed" : null;

  /** What stood in a column that is gone says nothing any more. */
  function isThere(_: unknown, at: number): boolean {
    return memory.witnesses[at] !== null;
  }
}

/** The cell from which the others are filled, with its formula. */
interface Anchor {
  readonly place: CellAt;
  readonly formula: string;
  /** Whether the cell stands where it was, and all it refers to. */
  readonly isAsBefore: boolean;
}

/**
 * Finds a formula that may be filled over what is left of a run: where it refers to other cells than before, nobody can
 * tell what belongs into the rows between.
 */
function anchorOf(memory: Memory, cells: readonly Remembered[]): Anchor | OwnLeftWhy {
  const [first, last] = [cells[0]?.place ?? null, cells.at(-1)?.place ?? null];
  const ends = [
    { of: "first", place: first } as const,
    { of: "last", place: last } as const,
  ].flatMap(({ of, place }) =>
    place === null ? [] : [{ place, formula: memory.pointed(of, place.sheet) }],
  );
  const [anchor, other = anchor] = ends;
  if (anchor === undefined || other === undefined) return "moved";
  if (anchor.formula === null || other.formula === null) return "lost-cells";
  const { place, formula } = anchor;
  const isSame =
    relativeTo(formula, place.row, place.column) ===
    relativeTo(other.formula, other.place.row, other.place.column);
  const isApart = cells.some(
    (cell, at) => cell.place === null || first === null || cell.place.row !== first.row + at,
  );
  if (!isSame || (isApart && !staysInRow(formula, place.row))) return "moved";
  return { place, formula, isAsBefore: formula === memory.formula && !isApart };
}

/** Writes formulas back into cells of one column that still show what took their place. */
class Writing {
  changed = false;
  #isAnchorBack = false;

  constructor(
    private readonly session: Session,
    private readonly column: CellAt,
    private readonly memory: Memory,
    private readonly anchor: Anchor,
  ) {}

  async rows(cells: readonly Standing[]): Promise<void> {
    const { anchor, memory } = this;
    const values = new Map(cells.map(({ place, value }) => [place.row, value]));
    const blocks = blocksOf([...values.keys()], 0).map((block) => ({
      block,
      standing: this.#part(block.first, block.count).load("formulas,values"),
    }));
    await this.session.sync();
    const same: number[] = [];
    for (const { block, standing } of blocks)
      for (let at = 0; at < block.count; at += 1) {
        const row = block.first + at;
        const value = cellOf(standing.values[at]?.[0]);
        const text: unknown = standing.formulas[at]?.[0];
        // A formula that stands there is a person's, or was never taken away.
        if (formulaOf(text, value) !== null)
          this.#isAnchorBack ||= row === anchor.place.row && text === anchor.formula;
        else if (sameCell(value, cellOf(values.get(row)))) same.push(row);
        else this.changed = true;
      }
    for (const { first, count } of blocksOf(same, 0)) {
      if (first === anchor.place.row) {
        this.#part(first, 1).formulas = [[anchor.formula]];
        this.#isAnchorBack = true;
      }
      if (this.#isAnchorBack) {
        if (first !== anchor.place.row || count > 1) this.#fill(anchor.place.row, first, count);
      } else if (anchor.isAsBefore) {
        this.#part(first, 1).formulasR1C1 = [[memory.relative]];
        if (count > 1) this.#fill(first, first, count);
      } else this.changed = true;
    }
  }

  #fill(from: number, first: number, count: number): void {
    this.#part(first, count).copyFrom(this.#part(from, 1), Excel.RangeCopyType.formulas);
  }

  #part(first: number, count: number): Excel.Range {
    const { sheet, column } = this.column;
    const { worksheets } = this.session.context.workbook;
    return fleeting(worksheets.getItem(sheet).getRangeByIndexes(first, column, count, 1));
  }
}
