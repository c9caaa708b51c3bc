/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import { bindColumns, knownTable, type BoundTable, type LiveTable } from "../binding";
import { blockIn, spanRange } from "../commit/row-blocks";
import { isSameOrder } from "../commit/seen-rows";
import { fleeting, type Session } from "../run";

/** A table's body as far as whole columns are about to be written. */
export interface Body {
  /** Zero-based sheet row of the first body row. */
  readonly firstRow: number;
  /** Zero-based sheet column of the table's first column. */
  readonly left: number;
  readonly rowCount: number;
  readonly readOnly: boolean;
  readonly isProtected: boolean;
  readonly isFiltered: boolean;
}

/** Looks where a table's body stands and what would keep us from writing to it. One round trip. */
export async function lookAtBody(session: Session, { live }: BoundTable): Promise<Body> {
  const { workbook } = session.context;
  workbook.load("readOnly");
  const table = workbook.tables.getItem(live.id);
  table.load("worksheet/protection/protected,autoFilter/isDataFiltered");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  await session.sync();
  return {
    firstRow: body.rowIndex,
    left: body.columnIndex,
    rowCount: body.rowCount,
    readOnly: workbook.readOnly,
    isProtected: table.worksheet.protection.protected,
    isFiltered: table.autoFilter.isDataFiltered,
  };
}

/** Some rows of one column of the table. */
export function columnArea(
  context: Excel.RequestContext,
  bound: BoundTable,
  index: number,
  rows: { readonly first: number; readonly count: number },
): Excel.Range {
  return blockIn(spanRange(context, bound, { left: index, count: 1 }), rows);
}

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

/** The table as it is bound where it stands now: what names its columns by numbers or letters speaks of others then. */
export function boundAt(bound: BoundTable, { columns }: Place): BoundTable {
  return isSameOrder(bound, columns)
    ? bound
    : bindColumns(bound.table, knownTable(bound), { ...bound.live, columns });
}

export function samePlace(one: Place, other: Place): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows;
}
