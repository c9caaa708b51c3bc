import type { WorkbookFailure } from "../app/workbook/failures";
import type { AuditTrim, TrimFailure } from "../app/workbook/rows";
import { err, ok, type Result } from "../domain/result";
import type { WholeRow } from "../tables/change";
import type { Before } from "./commit/before";
import type { BoundTable } from "./binding";
import { cellOf, holdsId } from "./cell";
import { extend } from "./commit/extend";
import { lookAtRows, type SeenTable } from "./commit/look-at-rows";
import { isSearchable } from "./commit/row-place";
import type { RowWeights } from "./read";
import { takeBack } from "./commit/recover";
import { fleeting, queueMeeting, type Session } from "./run";
import { idColumn } from "./commit/table-work";
import { queueWrites, type WriteReceipt } from "./commit/write-rows";
import { hasMoved } from "./failure";
import { queueInPlace } from "./table-place";

/**
 * Deletes the rows before a day from the audit table and adds the row that tells of it, in two round trips, however many
 * rows. The row is added first: where the connection breaks off before the others are gone, it is taken out again.
 *
 * That no other row goes is proven by the message that deletes: it puts the table in the order of time once more, and ends
 * there unless the last row before the day stands where it is expected. So all above it are as old or older.
 */
export async function trimAudit(
  session: Session,
  bound: BoundTable,
  { count, before, ordered, record }: AuditTrim,
  weights: RowWeights,
): Promise<Result<void, TrimFailure>> {
  const { context } = session;
  if (bound.columns["day"] === undefined)
    return err({ code: "column-missing", table: bound.table, column: "day" });
  if (!ordered) queueSort(context, bound);
  const [first, last] = [idAt(context, bound, 0), idAt(context, bound, count - 1)];
  const edge = daysAt(context, bound, count - 1, 2);
  const ids = columnOf(context, bound, "id").load("columnHidden");
  const work = { bound, updated: [], removed: [], added: [record] };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return looked;
  const [seen] = looked.value.tables;
  if (seen === undefined) throw new Error("the audit table was not looked at");
  if (looked.value.readOnly) return err({ code: "read-only" });
  if (seen.sheetProtected) return err({ code: "protected", sheet: bound.live.sheet });
  if (seen.bodyRows < count || !isEdge(edge, before)) return err(changed);
  const lastId = textIn(last);
  // Nobody can be certain of a row that has no id by which it is found.
  if (!isSearchable(lastId)) return err({ code: "row-missing", table: bound.table, id: lastId });
  const trim = { seen, firstId: textIn(first), lastId, count, record };
  return done(session, trim, await deleteOld(session, trim, ids.columnHidden), weights);
}

const changed = { code: "changed-since-shown" } as const;

/** What is deleted, and the row that tells of it. */
interface Trim {
  readonly seen: SeenTable;
  readonly firstId: string;
  /** Of the last row that goes. */
  readonly lastId: string;
  readonly count: number;
  readonly record: WholeRow;
}

/** Sends the deletion: the row that tells of it first. */
async function deleteOld(
  session: Session,
  { seen: { bound, bodyRows, room }, lastId, count, record }: Trim,
  idsHidden: boolean,
): Promise<Result<readonly WriteReceipt[], WorkbookFailure>> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  const rows = (): Excel.Range => {
    const body = fleeting(table.getDataBodyRange());
    return fleeting(fleeting(body.getRow(0)).getResizedRange(count - 1, 0));
  };
  // Excel neither sorts nor finds what is hidden; the rows go anyway.
  rows().rowHidden = false;
  if (idsHidden) columnOf(context, bound, "id").columnHidden = false;
  queueSort(context, bound);
  const found = fleeting(
    columnOf(context, bound, "id").find(lastId, { completeMatch: true, matchCase: true }),
  );
  queueMeeting(found, fleeting(rows().getLastRow()));
  const receipts = queueWrites(context, [
    { bound, bodyRows, room, updates: [], removals: [], additions: [record] },
  ]);
  rows().delete(Excel.DeleteShiftDirection.up);
  if (idsHidden) columnOf(context, bound, "id").columnHidden = true;
  const sent = await session.attempt();
  return sent.ok ? ok(receipts) : sent;
}

async function done(
  session: Session,
  { seen, firstId, count, record }: Trim,
  sent: Result<readonly WriteReceipt[], WorkbookFailure>,
  weights: RowWeights,
): Promise<Result<void, TrimFailure>> {
  const { bound, bodyRows } = seen;
  if (sent.ok) return extend(session, sent.value);
  // What the host refuses because something moved is not done; an answer that was lost may have been.
  const isRefused = hasMoved(sent.error);
  if (!isRefused && (await areGone(session, bound, firstId, bodyRows - count + 1)))
    return ok(undefined);
  const before: Before = {
    bound,
    updated: [],
    removed: [],
    added: [record],
    addedFrom: bodyRows,
    below: null,
  };
  const cause = await takeBack(session, [before], weights);
  if (cause !== null) return err({ code: "half-written", restored: false, cause });
  return err(isRefused ? changed : sent.error);
}

/** Whether the rows were deleted although the answer was lost: the first is another, and so many are left at most. */
async function areGone(
  session: Session,
  bound: BoundTable,
  firstId: string,
  most: number,
): Promise<boolean> {
  const first = idAt(session.context, bound, 0);
  const body = fleeting(session.context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
  body.load("rowCount");
  const sent = await session.attempt();
  return sent.ok && !shows(first, firstId) && body.rowCount <= Math.max(most, 1);
}

/**
 * Sorts the table by day and time, as its rows came in; nobody's cells change, only their order does. The message ends here
 * where columns came, went or moved, so that nothing is sorted by another one.
 */
function queueSort(context: Excel.RequestContext, bound: BoundTable): void {
  const table = context.workbook.tables.getItem(bound.live.id);
  const keys = ["day", "time"].flatMap((column) => {
    const known = bound.columns[column];
    if (known === undefined) return [];
    queueInPlace(context, bound, known);
    return [known.index];
  });
  table.clearFilters();
  table.sort.apply(keys.map((key) => ({ key, ascending: true })));
}

/** A column of the table with its header. */
function columnOf(context: Excel.RequestContext, bound: BoundTable, column: string): Excel.Range {
  const { id } = bound.columns[column] ?? idColumn(bound);
  return fleeting(context.workbook.tables.getItem(bound.live.id).columns.getItem(id).getRange());
}

/** The days of rows from one on. */
function daysAt(
  context: Excel.RequestContext,
  bound: BoundTable,
  row: number,
  count: number,
): Excel.Range {
  // The header is the column's first cell.
  const cell = fleeting(columnOf(context, bound, "day").getCell(row + 1, 0));
  return fleeting(cell.getResizedRange(count - 1, 0)).load("values");
}

/** Whether the old rows end here: the first day is before, the second is not, or there is none. */
function isEdge({ values }: Excel.Range, before: number): boolean {
  const [last, next] = values.map(([cell]) => cellOf(cell));
  const isOld = (cell: unknown): boolean => typeof cell === "number" && cell < before;
  return isOld(last) && !isOld(next);
}

function idAt(context: Excel.RequestContext, bound: BoundTable, row: number): Excel.Range {
  const table = context.workbook.tables.getItem(bound.live.id);
  const body = fleeting(table.columns.getItem(idColumn(bound).id).getDataBodyRange());
  return fleeting(body.getCell(row, 0)).load("values");
}

function textIn(range: Excel.Range): string {
  return String(cellOf(range.values[0]?.[0]) ?? "");
}

function shows(range: Excel.Range, id: string): boolean {
  return holdsId(cellOf(range.values[0]?.[0]), id);
}
