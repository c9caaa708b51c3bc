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
import { fleeting, type Session } from "./run";
import { idColumn } from "./commit/table-work";
import { queueWrites, type WriteReceipt } from "./commit/write-rows";
import { hasMoved, isGone } from "./failure";

/**
 * Deletes the first rows of the audit table and adds the row that tells of it, in two round trips, however many rows.
 * The row is added first: where the connection breaks off before the others are gone, it is taken out again.
 */
export async function trimAudit(
  session: Session,
  bound: BoundTable,
  { count, firstId, lastId, sortedBefore, record }: AuditTrim,
  weights: RowWeights,
): Promise<Result<void, TrimFailure>> {
  const { context } = session;
  if (sortedBefore !== undefined) queueSort(context, bound);
  const [first, last] = [idAt(context, bound, 0), idAt(context, bound, count - 1)];
  const edge = sortedBefore === undefined ? null : dayAt(context, bound, count - 1, 2);
  const work = { bound, updated: [], removed: [], added: [record] };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return looked;
  const [seen] = looked.value.tables;
  if (seen === undefined) throw new Error("the audit table was not looked at");
  if (looked.value.readOnly) return err({ code: "read-only" });
  if (seen.sheetProtected) return err({ code: "protected", sheet: bound.live.sheet });
  const stands =
    sortedBefore === undefined || edge === null
      ? shows(first, firstId) && shows(last, lastId)
      : isEdge(edge, sortedBefore);
  if (!stands || seen.bodyRows < count) return err({ code: "changed-since-shown" });
  const ends = [textIn(first), textIn(last)] as const;
  const trim: Trim = { seen, ends, count, record };
  const sent = await deleteOld(session, trim, ends.every(isSearchable));
  if (sent.ok || !isGone(sent.error)) return done(session, trim, sent, weights);
  // The search does not see rows that somebody has hidden. Where the rows stand as before, it is done without.
  const [one, other] = [idAt(context, bound, 0), idAt(context, bound, count - 1)];
  const again = await session.attempt();
  if (!again.ok || !shows(one, ends[0]) || !shows(other, ends[1]))
    return err({ code: "changed-since-shown" });
  return done(session, trim, await deleteOld(session, trim, false), weights);
}

/** What is deleted, and the row that tells of it. */
interface Trim {
  readonly seen: SeenTable;
  /** The ids of the first and the last row that go. */
  readonly ends: readonly [string, string];
  readonly count: number;
  readonly record: WholeRow;
}

/**
 * Sends the deletion: the row that tells of it first.
 *
 * @param guarded - ahead of all, that the first and the last of the rows stand where they were: where somebody has just
 * sorted the table, or rows came or went, the message ends there with nothing done
 */
async function deleteOld(
  session: Session,
  { seen: { bound, bodyRows, room }, ends, count, record }: Trim,
  guarded: boolean,
): Promise<Result<readonly WriteReceipt[], WorkbookFailure>> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  // Excel deletes only the rows in sight of a filtered table.
  table.clearFilters();
  const body = (): Excel.Range => fleeting(table.getDataBodyRange());
  if (guarded)
    for (const [id, row] of [[ends[0], 0] as const, [ends[1], count - 1] as const]) {
      const column = fleeting(table.columns.getItem(idColumn(bound).id).getRange());
      const found = fleeting(column.find(id, { completeMatch: true, matchCase: true }));
      fleeting(found.getIntersection(fleeting(body().getRow(row)))).load("address");
    }
  const receipts = queueWrites(context, [
    { bound, bodyRows, room, updates: [], removals: [], additions: [record] },
  ]);
  const corner = fleeting(body().getCell(0, 0));
  const width = bound.live.columns.length;
  fleeting(corner.getResizedRange(count - 1, width - 1)).delete(Excel.DeleteShiftDirection.up);
  const sent = await session.attempt();
  return sent.ok ? ok(receipts) : sent;
}

async function done(
  session: Session,
  { seen, ends, count, record }: Trim,
  sent: Result<readonly WriteReceipt[], WorkbookFailure>,
  weights: RowWeights,
): Promise<Result<void, TrimFailure>> {
  const { bound, bodyRows } = seen;
  if (sent.ok) return extend(session, sent.value);
  if (await areGone(session, bound, ends[0], bodyRows - count + 1)) return ok(undefined);
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
  return err(hasMoved(sent.error) ? { code: "changed-since-shown" } : sent.error);
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

/** Sorts the table by day and time, as its rows came in; nobody's cells change, only their order does. */
function queueSort(context: Excel.RequestContext, bound: BoundTable): void {
  const table = context.workbook.tables.getItem(bound.live.id);
  const keys = ["day", "time"].flatMap((column) => bound.columns[column]?.index ?? []);
  table.clearFilters();
  table.sort.apply(keys.map((key) => ({ key, ascending: true })));
}

/** The days of rows from one on. */
function dayAt(
  context: Excel.RequestContext,
  bound: BoundTable,
  row: number,
  count: number,
): Excel.Range | null {
  const column = bound.columns["day"];
  if (column === undefined) return null;
  const table = context.workbook.tables.getItem(bound.live.id);
  const body = fleeting(table.columns.getItem(column.id).getDataBodyRange());
  return fleeting(fleeting(body.getCell(row, 0)).getResizedRange(count - 1, 0)).load("values");
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
