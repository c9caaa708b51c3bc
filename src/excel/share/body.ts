/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { BoundTable } from "../binding";
import { blockIn, spanRange } from "../commit/row-blocks";
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
  /** Whether Excel calculates only when it is told to. */
  readonly isManual: boolean;
}

/** Looks where a table's body stands and what would keep us from writing to it. One round trip. */
export async function lookAtBody(session: Session, { live }: BoundTable): Promise<Body> {
  const { workbook } = session.context;
  workbook.load("readOnly");
  workbook.application.load("calculationMode");
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
    isManual: workbook.application.calculationMode === Excel.CalculationMode.manual,
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
