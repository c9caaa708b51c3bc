import type { AuditTrim, TrimFailure } from "../app/workbook/rows";
import { err, ok, type Result } from "../domain/result";
import type { Before } from "./commit/before";
import type { BoundTable } from "./binding";
import { cellOf, holdsId } from "./cell";
import { extend } from "./commit/extend";
import { lookAtRows } from "./commit/look-at-rows";
import type { RowWeights } from "./read";
import { takeBack } from "./commit/recover";
import { fleeting, type Session } from "./run";
import { idColumn } from "./commit/table-work";
import { queueWrites } from "./commit/write-rows";

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
  const gone = String(first.values[0]?.[0]);

  const table = context.workbook.tables.getItem(bound.live.id);
  // Excel deletes only the rows in sight of a filtered table.
  table.clearFilters();
  const { bodyRows, room } = seen;
  const added = [record];
  const receipts = queueWrites(context, [
    { bound: seen.bound, bodyRows, room, updates: [], removals: [], additions: added },
  ]);
  const corner = fleeting(fleeting(table.getDataBodyRange()).getCell(0, 0));
  const width = seen.bound.live.columns.length;
  fleeting(corner.getResizedRange(count - 1, width - 1)).delete(Excel.DeleteShiftDirection.up);
  const sent = await session.attempt();
  if (!sent.ok && !(await isGone(session, bound, gone))) {
    const before: Before = { bound: seen.bound, updated: [], removed: [], added, below: null };
    const cause = await takeBack(session, [before], weights);
    return err(cause === null ? sent.error : { code: "half-written", restored: false, cause });
  }
  return sent.ok ? extend(session, receipts) : ok(undefined);
}

/** Whether the first row was deleted although the answer was lost. */
async function isGone(session: Session, bound: BoundTable, firstId: string): Promise<boolean> {
  const first = idAt(session.context, bound, 0);
  const sent = await session.attempt();
  return sent.ok && !shows(first, firstId);
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

function shows(range: Excel.Range, id: string): boolean {
  return holdsId(cellOf(range.values[0]?.[0]), id);
}
