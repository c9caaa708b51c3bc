import type { Sheet } from "../model/sheet";
import { bodyArea, type Table } from "../model/table";
import { escapeColumn } from "../calc/lexer";
import type { Workspace } from "./workspace";

const sum = 109;
const count = 103;

/**
 * What a fresh row of totals says: its name, and under the last column the sum of its numbers, or how many cells are
 * filled where other things stand among them.
 *
 * https://support.microsoft.com/office/total-the-data-in-an-excel-table-6944378f-a222-4449-93d8-474386b11f20
 */
export function enterTotals(workspace: Workspace, sheet: Sheet, table: Table): void {
  const row = table.area.bottom;
  const { left, right } = table.area;
  const label = workspace.locale === "zh-CN" ? "汇总" : "Total";
  sheet.cells.setValue(row, left, label);
  const [first] = table.columns;
  if (first !== undefined) first.totalsLabel = label;
  const last = table.columns.at(-1);
  if (last === undefined || left === right) return;
  const body = bodyArea(table);
  const values = [...sheet.cells.filled({ ...body, left: right, right })].map((at) =>
    sheet.cells.value(at.row, at.column),
  );
  const isNumeric = values.length > 0 && values.every((value) => typeof value === "number");
  const column = escapeColumn(last.name);
  last.totalsFunction = isNumeric ? "sum" : "count";
  const text = `=SUBTOTAL(${isNumeric ? sum : count},[${column}])`;
  sheet.cells.setFormula(row, right, { text });
  workspace.calculation.cellsChanged(sheet, { top: row, bottom: row, left: right, right });
}
