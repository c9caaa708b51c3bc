import type { AuditTrim, TrimFailure } from "../app/workbook";
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
  { count, firstId, lastId, record }: AuditTrim,
  weights: RowWeights,
): Promise<Result<void, TrimFailure>> {
  const { context } = session;
  const [first, last] = [idAt(context, bound, 0), idAt(context, bound, count - 1)];
  const work = { bound, updated: [], removed: [], added: [record] };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return looked;
  const [seen] = looked.value.tables;
  if (seen === undefined) throw new Error("the audit table was not looked at");
  if (looked.value.readOnly) return err({ code: "read-only" });
  if (seen.sheetProtected) return err({ code: "protected", sheet: bound.live.sheet });
  if (!shows(first, firstId) || !shows(last, lastId) || seen.bodyRows < count)
    return err({ code: "changed-since-shown" });

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
  if (!sent.ok && !(await isGone(session, bound, firstId))) {
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

function idAt(context: Excel.RequestContext, bound: BoundTable, row: number): Excel.Range {
  const table = context.workbook.tables.getItem(bound.live.id);
  const body = fleeting(table.columns.getItem(idColumn(bound).id).getDataBodyRange());
  return fleeting(body.getCell(row, 0)).load("values");
}

function shows(range: Excel.Range, id: string): boolean {
  return holdsId(cellOf(range.values[0]?.[0]), id);
}
