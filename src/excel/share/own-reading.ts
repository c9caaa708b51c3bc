import { fleeting, type Session } from "../run";
import {
  cellAt,
  cellsAtOnce,
  columnsOfRun,
  headRows,
  memoryIn,
  rowsAtOnce,
  type CellAt,
  type Memory,
} from "./own-memory";

/** A cell of a run: where it is now, null where it is gone, what it showed, and what stood beside it. */
export interface Remembered {
  readonly place: CellAt | null;
  readonly value: unknown;
  readonly beside: readonly unknown[];
}

/**
 * Reads what some columns of the hidden sheet remember of runs, with where these stand by now. One round trip.
 *
 * @param width - in whole runs
 */
export async function readMemories(
  session: Session,
  title: string,
  left: number,
  width: number,
): Promise<readonly Memory[]> {
  const { worksheets } = session.context.workbook;
  const head = fleeting(worksheets.getItem(title).getRangeByIndexes(0, left, rowsAtOnce, width));
  head.load("formulas,values");
  await session.sync();
  return Array.from({ length: width / columnsOfRun }, (_, run) =>
    memoryIn(head, run * columnsOfRun, left + run * columnsOfRun),
  ).filter((memory) => memory !== null);
}

/** Reads the cells of a run, in pieces; that of a run of one came with its memory. */
export async function readRemembered(
  session: Session,
  title: string,
  { column, rows, witnesses, single }: Memory,
): Promise<readonly Remembered[]> {
  if (rows === 1) return [single];
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
