/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { OwnCells } from "../../app/share/formulas";
import { corners } from "../../tables/a1";
import { blockAddress } from "../address";
import { formulaOf } from "../cell";
import { fleeting, type Session } from "../run";
import { cellsAtOnce, columnsOfRun, queueForgetting, queueMemory, runsAtOnce } from "./own-memory";
import { chooseWitnesses } from "./own-witness";

/**
 * Remembers own formulas, then puts in their place what they show. Cells are found by where they stood when the switch
 * was planned: where something else stands there by now, since columns or rows came, went or were sorted, nothing of it
 * is touched.
 *
 * @returns whether all of them are values now; where not, those that are can be brought back by what is remembered
 */
export async function freezeOwn(
  session: Session,
  own: readonly OwnCells[],
  title: string,
  exists: boolean,
): Promise<boolean> {
  const { worksheets } = session.context.workbook;
  if (!exists) worksheets.add(title).visibility = Excel.SheetVisibility.veryHidden;
  const left = await widthOf(session, title);
  for (let batch = 0; batch < own.length; batch += runsAtOnce) {
    const runs = own.slice(batch, batch + runsAtOnce);
    const columnOf = (at: number): number => left + (batch + at) * columnsOfRun;
    if (!(await rememberRuns(session, title, runs, columnOf))) return false;
  }
  const pieces = own.flatMap((run, at) => piecesOf(run, left + at * columnsOfRun));
  const done = new Set<number>();
  for (const batch of batchesOf(pieces)) {
    const stand = batch.map((piece) => queueStanding(session, piece));
    for (const { sheet, address } of batch)
      fleeting(worksheets.getItem(sheet).getRange(address)).copyFrom(
        address,
        Excel.RangeCopyType.values,
      );
    await session.sync();
    if (stand.every((each) => each.isSame())) {
      for (const { column } of batch) done.add(column);
      continue;
    }
    for (const each of stand) each.queueBack();
    // These are formulas still: what is remembered of them may speak of other cells.
    for (const column of new Set(pieces.map((piece) => piece.column)))
      if (!done.has(column)) queueForgetting(session.context, title, { column });
    await session.sync();
    return false;
  }
  return true;
}

/** @returns whether the runs stood where they are remembered; where not, none of them is */
async function rememberRuns(
  session: Session,
  title: string,
  runs: readonly OwnCells[],
  columnOf: (at: number) => number,
): Promise<boolean> {
  const { context } = session;
  const witnesses = await chooseWitnesses(session, runs);
  context.application.suspendApiCalculationUntilNextSync();
  const ends = runs.map((run) => queueEnds(session, run));
  runs.forEach((run, at) => queueMemory(context, title, columnOf(at), run, witnesses[at] ?? []));
  await session.sync();
  if (ends.every((stand) => stand())) return true;
  runs.forEach((_, at) => queueForgetting(context, title, { column: columnOf(at) }));
  await session.sync();
  return false;
}

/** Queues a look whether a run begins and ends as it did. */
function queueEnds(session: Session, { sheet, address, relative, cells }: OwnCells): () => boolean {
  const { top, left } = corners(address);
  const live = session.context.workbook.worksheets.getItem(sheet);
  const ends = [top, top + cells - 1].map((row) =>
    fleeting(live.getRangeByIndexes(row, left, 1, 1)).load("formulasR1C1"),
  );
  return () => ends.every(({ formulasR1C1 }) => formulasR1C1[0]?.[0] === relative);
}

/** A part of a run that is small enough to be looked at in the message that writes it. */
interface Piece {
  readonly sheet: string;
  readonly address: string;
  readonly cells: number;
  readonly relative: string;
  /** Where the run is remembered. */
  readonly column: number;
}

function piecesOf({ sheet, address, cells, relative }: OwnCells, column: number): readonly Piece[] {
  const { top, left } = corners(address);
  return Array.from({ length: Math.ceil(cells / cellsAtOnce) }, (_, at) => {
    const first = at * cellsAtOnce;
    const count = Math.min(cellsAtOnce, cells - first);
    const part = blockAddress(top + first, left, count, 1);
    return { sheet, address: part, cells: count, relative, column };
  });
}

function* batchesOf(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let batch: Piece[] = [];
  let cells = 0;
  for (const piece of pieces) {
    if (batch.length >= runsAtOnce || (batch.length > 0 && cells + piece.cells > cellsAtOnce)) {
      yield batch;
      batch = [];
      cells = 0;
    }
    batch.push(piece);
    cells += piece.cells;
  }
  if (batch.length > 0) yield batch;
}

/** Queues a look at cells that are about to become values, in the same message and ahead of it. */
function queueStanding(session: Session, { sheet, address, relative }: Piece) {
  const cells = (): Excel.Range =>
    fleeting(session.context.workbook.worksheets.getItem(sheet).getRange(address));
  const found = cells().load("formulas,formulasR1C1,values");
  return {
    isSame: () => found.formulasR1C1.every(([formula]) => formula === relative),
    /** Queues the formulas that stood there, whosoever they are; what was a value is one still. */
    queueBack() {
      const formulas = found.formulas.map(([formula], row) => [
        formulaOf(formula, found.values[row]?.[0]),
      ]);
      if (formulas.some(([formula]) => formula !== null)) cells().formulas = formulas;
    },
  };
}

/** Columns of the hidden sheet in use, in whole runs. */
export async function widthOf(session: Session, title: string): Promise<number> {
  const { worksheets } = session.context.workbook;
  const used = fleeting(worksheets.getItem(title).getRange("1:2")).getUsedRangeOrNullObject(true);
  used.untrack();
  used.load("columnIndex,columnCount");
  await session.sync();
  const width = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  return Math.ceil(width / columnsOfRun) * columnsOfRun;
}
