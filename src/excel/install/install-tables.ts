import type { AdoptedTable, NewTable } from "../../app/workbook/install";
import { corners } from "../../tables/a1";
import type { TableId } from "../../tables/schema";
import { blockAddress } from "../address";
import type { BoundTable, LiveTable } from "../binding";
import { areaOf } from "./install-check";
import { fleeting } from "../run";
import { written } from "../safe-text";

/** A table of the plan that now stands in the workbook, with the position of its body. */
export interface Placed extends BoundTable {
  /** Zero-based sheet row of the first body row. */
  readonly firstRow: number;
  /** Zero-based sheet column of the table's first column. */
  readonly left: number;
  readonly bodyRows: number;
}

/** Queues a new table: its sheet where that is missing, the header row and the structured table around it. */
export function queueNew(
  context: Excel.RequestContext,
  plan: NewTable,
  sheetNames: readonly string[],
): () => Placed {
  const { worksheets } = context.workbook;
  const sheet = sheetNames.includes(plan.sheet)
    ? worksheets.getItem(plan.sheet)
    : worksheets.add(plan.sheet);
  const at = corners(plan.at);
  const headers = fleeting(sheet.getRange(blockAddress(at.top, at.left, 1, plan.columns.length)));
  headers.values = [plan.columns.map(({ header }) => written(header, "General"))];
  const table = sheet.tables.add(fleeting(sheet.getRange(areaOf(plan))), true);
  table.name = plan.excelName;
  if (plan.freezeHeader) sheet.freezePanes.freezeRows(at.top + 1);
  const indexes = Object.fromEntries(plan.columns.map(({ column }, index) => [column, index]));
  return placing(plan.table, table, indexes);
}

/** Queues the adoption of a person's table or range: it keeps its cells, order and looks, and gets columns on its right. */
export function queueAdopted(
  context: Excel.RequestContext,
  plan: AdoptedTable,
  live: readonly LiveTable[],
): () => Placed {
  const sheet = context.workbook.worksheets.getItem(plan.range.sheet);
  const headers = fleeting(fleeting(sheet.getRange(plan.range.address)).getRow(0));
  for (const [index, header] of plan.headers) {
    fleeting(headers.getCell(0, index)).values = [[written(header, "General")]];
  }
  const existing = live.find(({ name }) => name === plan.existing);
  const table =
    existing === undefined
      ? sheet.tables.add(fleeting(sheet.getRange(plan.range.address)), true)
      : context.workbook.tables.getItem(existing.id);
  if (existing === undefined) {
    table.name = plan.excelName;
    // The plainest style: the sheet keeps the looks its owner gave it.
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
  }
  // Added through the table, which moves what stands further right out of the way instead of writing over it.
  for (const { header } of plan.added) table.columns.add(undefined, undefined, header);
  const { top, left, right } = corners(plan.range.address);
  const width = right - left + 1;
  if (plan.added.length > 0) {
    // The new headers look like the person's own.
    const added = blockAddress(top, right + 1, 1, plan.added.length);
    fleeting(sheet.getRange(added)).copyFrom(
      blockAddress(top, right, 1, 1),
      Excel.RangeCopyType.formats,
    );
  }
  const indexes = {
    ...plan.binding,
    ...Object.fromEntries(plan.added.map(({ column }, index) => [column, width + index])),
  };
  const placed = placing(plan.table, table, indexes);
  return () => ({ ...placed(), adopted: Object.keys(plan.binding) });
}

function placing(
  tableId: TableId,
  table: Excel.Table,
  indexes: Readonly<Record<string, number>>,
): () => Placed {
  table.load("id,name,worksheet/id,worksheet/name,columns/items/id,columns/items/name");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  return () => {
    const columns = table.columns.items.map(({ id, name }) => ({ id, name }));
    return {
      table: tableId,
      live: {
        id: table.id,
        name: table.name,
        sheetId: table.worksheet.id,
        sheet: table.worksheet.name,
        rowCount: body.rowCount,
        columns,
      },
      columns: Object.fromEntries(
        Object.entries(indexes).flatMap(([column, index]) => {
          const found = columns[index];
          return found === undefined ? [] : [[column, { id: found.id, header: found.name, index }]];
        }),
      ),
      firstRow: body.rowIndex,
      left: body.columnIndex,
      bodyRows: body.rowCount,
    };
  };
}
