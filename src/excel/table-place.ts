import {
  bindColumns,
  knownTable,
  type BoundColumn,
  type BoundTable,
  type LiveTable,
} from "./binding";
import { isSameOrder } from "./commit/seen-rows";
import { fleeting, queueMeeting } from "./run";

/** Where a table's body stood in one message; with another place, what was read before no longer fits. Zero-based. */
export interface Place {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  /** From the left. */
  readonly columns: LiveTable["columns"];
}

/** Queues the question where a table's body stands. @returns the answer, after the sync */
export function queuePlace(context: Excel.RequestContext, { live }: BoundTable): () => Place {
  const table = context.workbook.tables.getItem(live.id);
  const columns = table.columns.load("items/id,items/name");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  return () => ({
    top: body.rowIndex,
    left: body.columnIndex,
    rows: body.rowCount,
    columns: columns.items.map(({ id, name }) => ({ id, name })),
  });
}

/**
 * Queues that the message ends here, with nothing done of what follows, where a column no longer stands where it was seen:
 * what goes by its number would meet another one.
 */
export function queueInPlace(
  context: Excel.RequestContext,
  { live }: BoundTable,
  { id, index }: BoundColumn,
): void {
  const table = context.workbook.tables.getItem(live.id);
  const seen = fleeting(fleeting(table.getRange()).getColumn(index));
  queueMeeting(seen, fleeting(table.columns.getItem(id).getRange()));
}

/** Queues the same where a column has come at the right end: whole rows would no longer fit. */
export function queueWidth(context: Excel.RequestContext, { live }: BoundTable): void {
  const last = live.columns.at(-1);
  if (last === undefined) return;
  const table = context.workbook.tables.getItem(live.id);
  const seen = fleeting(fleeting(table.getRange()).getLastColumn());
  queueMeeting(seen, fleeting(table.columns.getItem(last.id).getRange()));
}

/** The table as it is bound where it stands now: what names its columns by numbers or letters speaks of others then. */
export function boundAt(bound: BoundTable, { columns }: Place): BoundTable {
  return isSameOrder(bound, columns)
    ? bound
    : bindColumns(bound.table, knownTable(bound), { ...bound.live, columns });
}

export function samePlace(one: Place, other: Place): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows;
}
