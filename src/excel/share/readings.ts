import type { ReadingColumn, ReadingsSheet } from "../../tables/native/readings-sheet";
import { messageRuns, rowBytes } from "../message-size";
import { outboxOf } from "../outbox";
import { fleeting, type Session } from "../run";

/** As much as Excel calculates well within half a second, so that the progress keeps moving. */
const pieceBytes = 150_000;

/**
 * Writes the sheet the native formulas read, with its names, out of people's sight. A sheet that stands there already
 * is written again: it may be half of one, or an older version's.
 *
 * @param onSign - hears that it goes on
 */
export async function placeReadings(
  session: Session,
  readings: ReadingsSheet,
  title: string,
  exists: boolean,
  onSign: () => void,
): Promise<void> {
  const { context } = session;
  const { worksheets } = context.workbook;
  const names = readings.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  await session.sync();

  const sheet = exists ? worksheets.getItem(title) : worksheets.add(title);
  sheet.visibility = Excel.SheetVisibility.veryHidden;
  for (const name of names) if (!name.isNullObject) name.delete();
  for (const { name, column, columns, first, last } of readings.names) {
    const cells = sheet.getRangeByIndexes(first + 1, column, last - first + 1, columns);
    context.workbook.names.add(name, fleeting(cells));
  }
  const outbox = outboxOf(session);
  let queued = 0;
  for (const [index, column] of readings.columns.entries()) {
    const cells = [[`'${column.heading}`], ...columnCells(column)];
    for (const { first, count } of messageRuns(cells, pieceBytes)) {
      const run = cells.slice(first, first + count);
      const bytes = run.reduce((sum, row) => sum + rowBytes(row), 0);
      if (queued > 0 && queued + bytes > pieceBytes) {
        await outbox.flush();
        onSign();
        queued = 0;
      }
      queued += bytes;
      await outbox.reserve(bytes);
      fleeting(worksheets.getItem(title).getRangeByIndexes(first, index, count, 1)).formulas = run;
    }
  }
  await outbox.flush();
}

function columnCells({ cells }: ReadingColumn): (string | number)[][] {
  // Constants are words such as yyyy-m-d, which Excel would read as something else.
  return cells.map((cell) => [
    typeof cell === "string" && !cell.startsWith("=") ? `'${cell}` : cell,
  ]);
}
