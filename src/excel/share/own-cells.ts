/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { OwnCells, OwnLeft } from "../../app/share/formulas";
import { cellOf, formulaOf, sameCell } from "../cell";
import { blocksOf } from "../commit/row-blocks";
import { fleeting, type Session } from "../run";
import { pointedAfresh, referencesIn, tracked, tracking } from "./own-references";

/**
 * The hidden sheet that remembers people's own formulas while values stand in their place. One column for each run of
 * neighbouring cells with the same formula: a formula by which Excel itself follows the cells, the first cell's formula
 * in both spellings, how many references it has and a formula that follows each, and further down what the cells showed.
 */
const headRows = 60;
const firstReference = 4;
/** A formula with more references than this stays as it is. */
export const mostReferences = headRows - firstReference;
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
  const used = fleeting(worksheets.getItem(title).getRange("1:1")).getUsedRangeOrNullObject(true);
  used.untrack();
  used.load("columnIndex,columnCount");
  await session.sync();
  const left = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  for (const [batch, runs] of batches(own)) {
    context.application.suspendApiCalculationUntilNextSync();
    runs.forEach((run, at) => queueMemory(context, title, left + batch + at, run));
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

function queueMemory(
  context: Excel.RequestContext,
  title: string,
  column: number,
  { sheet, address, cells, formula, relative }: OwnCells,
): void {
  const memory = (row: number, rows: number): Excel.Range =>
    fleeting(context.workbook.worksheets.getItem(title).getRangeByIndexes(row, column, rows, 1));
  const references = referencesIn(formula);
  const head = [
    tracking(address, sheet),
    `'${formula}`,
    `'${relative}`,
    references.length,
    ...references.map(({ text }) => tracking(text, sheet)),
  ];
  memory(0, head.length).formulas = head.map((cell) => [cell]);
  const source = fleeting(context.workbook.worksheets.getItem(sheet).getRange(address));
  memory(headRows, cells).copyFrom(source, Excel.RangeCopyType.values);
}

/**
 * Puts own formulas back where their cells still show what took their place.
 *
 * @returns those that stay values, and why
 */
export async function thawOwn(session: Session, title: string): Promise<readonly OwnLeft[]> {
  const { context } = session;
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItem(title);
  const used = fleeting(sheet.getRange("1:1")).getUsedRangeOrNullObject(true);
  used.untrack();
  used.load("columnIndex,columnCount");
  await session.sync();
  if (used.isNullObject) return [];
  const width = used.columnIndex + used.columnCount;
  const left: OwnLeft[] = [];
  for (let at = 0; at < width; at += runsAtOnce) {
    const count = Math.min(runsAtOnce, width - at);
    const head = fleeting(worksheets.getItem(title).getRangeByIndexes(0, at, headRows, count));
    head.load("formulas,values");
    await session.sync();
    for (let column = 0; column < count; column += 1) {
      const memory = memoryIn(head, column);
      if (memory === null) continue;
      const stays = await thawRun(session, title, at + column, memory);
      if (stays !== null) left.push(stays);
    }
  }
  return left;
}

interface Memory {
  readonly sheet: string;
  readonly cells: string;
  readonly rows: number;
  /** As it was; `now` is pointed to where its cells are by now. */
  readonly formula: string;
  /** The same for every cell of the run, as long as nothing has moved. */
  readonly relative: string;
  readonly now: string | null;
}

/** null where the cells are gone, or nothing is remembered. */
function memoryIn({ formulas, values }: Excel.Range, column: number): Memory | null {
  const cell = (row: number): unknown => formulas[row]?.[column];
  const place = tracked(cell(0));
  const formula: unknown = values[1]?.[column];
  const relative: unknown = values[2]?.[column];
  const count = Number(values[3]?.[column]);
  if (place === null || typeof formula !== "string" || typeof relative !== "string") return null;
  const places = Array.from({ length: count }, (_, at) => tracked(cell(firstReference + at)));
  return {
    ...place,
    rows: Number(values[0]?.[column]),
    formula,
    relative,
    now: pointedAfresh(formula, places, place.sheet),
  };
}

async function thawRun(
  session: Session,
  title: string,
  column: number,
  { sheet, cells, rows, formula, relative, now }: Memory,
): Promise<OwnLeft | null> {
  const { worksheets } = session.context.workbook;
  const stays = (why: OwnLeft["why"]): OwnLeft => ({
    sheet,
    address: cells.replaceAll("$", ""),
    formula,
    why,
  });
  if (now === null) return stays("lost-cells");
  const part = (first: number, count: number): Excel.Range => {
    const start = fleeting(fleeting(worksheets.getItem(sheet).getRange(cells)).getCell(first, 0));
    return count === 1 ? start : fleeting(start.getResizedRange(count - 1, 0));
  };
  let isFirstBack = false;
  let changed = false;
  for (let top = 0; top < rows; top += cellsAtOnce) {
    const count = Math.min(cellsAtOnce, rows - top);
    const standing = part(top, count).load("formulas,values");
    const before = fleeting(
      worksheets.getItem(title).getRangeByIndexes(headRows + top, column, count, 1),
    ).load("values");
    await session.sync();
    const same: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const value = cellOf(standing.values[row]?.[0]);
      // A formula that stands there is a person's, or was never taken away.
      const isFormula = formulaOf(standing.formulas[row]?.[0], value) !== null;
      if (isFormula) isFirstBack ||= top + row === 0 && standing.formulas[0]?.[0] === now;
      else if (sameCell(value, cellOf(before.values[row]?.[0]))) same.push(top + row);
      else changed = true;
    }
    for (const { first, count: length } of blocksOf(same, 0)) {
      if (first === 0) {
        part(0, 1).formulas = [[now]];
        isFirstBack = true;
      }
      if (isFirstBack) {
        if (first + length > 1)
          part(first, length).copyFrom(part(0, 1), Excel.RangeCopyType.formulas);
      } else if (now === formula) {
        part(first, 1).formulasR1C1 = [[relative]];
        if (length > 1) part(first, length).copyFrom(part(first, 1), Excel.RangeCopyType.formulas);
      } else changed = true;
    }
    await session.sync();
  }
  return changed ? stays("changed") : null;
}
