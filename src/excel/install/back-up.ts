import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { blockAddress } from "../address";
import { untilCalculated } from "../calculated";
import { tableIds, type BoundTables, type LiveTable } from "../binding";
import { queueWidth } from "../commit/day-widths";
import { fleeting, type Session } from "../run";
import { written } from "../safe-text";

/** Above each copy stands the name of its sheet. */
const titleRow = 0;

/**
 * Copies our tables as values onto a new sheet at the end, side by side with a blank column between them. Excel copies
 * them by itself, once it has calculated them; no cell crosses the wire.
 *
 * @param name - the new sheet's; a number is added where one has it, so that no backup takes the place of another
 * @returns the name it got
 */
export async function backUp(
  session: Session,
  tables: BoundTables,
  name: string,
): Promise<Result<{ readonly sheet: string }, WorkbookFailure>> {
  const { context } = session;
  await untilCalculated(session);
  context.workbook.load("readOnly");
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const sources = tableIds.flatMap((table) => {
    const live = tables[table]?.live;
    if (live === undefined) return [];
    const range = fleeting(context.workbook.tables.getItem(live.id).getRange());
    const widths = live.columns.map(({ id }) => queueWidth(context, live, id));
    return [{ live, range: range.load("rowCount,columnCount"), widths }];
  });
  await session.sync();
  if (context.workbook.readOnly) return err({ code: "read-only" });

  const sheet = freeSheet(
    name,
    worksheets.items.map((each) => each.name),
  );
  worksheets.add(sheet);
  let left = 0;
  for (const { live, range, widths } of sources) {
    queueCopy(context, sheet, live, left, range);
    queueWidths(context, sheet, left, widths);
    left += range.columnCount + 1;
  }
  const sent = await session.attempt();
  if (sent.ok) return ok({ sheet });
  // A sheet that somebody else has given this name meanwhile is not ours to take away.
  if (sent.error.code === "host" && sent.error.hostCode === "ItemAlreadyExists") return sent;
  // Half a backup is none. The message may have arrived although its answer did not.
  const half = worksheets.getItemOrNullObject(sheet);
  half.delete();
  await session.attempt();
  return sent;
}

function queueCopy(
  context: Excel.RequestContext,
  name: string,
  { id, sheet: title }: LiveTable,
  left: number,
  { rowCount, columnCount }: Pick<Excel.Range, "rowCount" | "columnCount">,
): void {
  const sheet = context.workbook.worksheets.getItem(name);
  const source = () => fleeting(context.workbook.tables.getItem(id).getRange());
  const heading = fleeting(sheet.getRange(blockAddress(titleRow, left, 1, 1)));
  heading.numberFormat = [["@"]];
  heading.values = [[written(title, "@")]];
  heading.format.font.bold = true;
  const target = blockAddress(titleRow + 1, left, rowCount, columnCount);
  const copy = fleeting(sheet.getRange(target));
  // Formats first: a text that looks like a formula stays text in a cell that is text already.
  copy.copyFrom(source(), Excel.RangeCopyType.formats);
  copy.copyFrom(source(), Excel.RangeCopyType.values);
  // Headers get their look from the table, and the copy is none.
  fleeting(sheet.getRange(blockAddress(titleRow + 1, left, 1, columnCount))).format.font.bold =
    true;
}

/** A day does not show in a column that is too narrow for it: the copy's are as wide as the table's. */
function queueWidths(
  context: Excel.RequestContext,
  name: string,
  left: number,
  widths: readonly Excel.Range[],
): void {
  const sheet = context.workbook.worksheets.getItem(name);
  for (const [index, { isNullObject, columnHidden, format }] of widths.entries()) {
    if (isNullObject || columnHidden) continue;
    const column = fleeting(sheet.getRange(blockAddress(titleRow, left + index, 1, 1)));
    column.format.columnWidth = format.columnWidth;
  }
}

/** Excel takes names that differ only in case for the same. */
function freeSheet(wish: string, taken: readonly string[]): string {
  const names = new Set(taken.map((each) => each.toLowerCase()));
  let name = wish;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${wish} (${number})`;
  return name;
}
