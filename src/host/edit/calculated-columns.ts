import { contains, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { filling, isFilledBelow } from "../model/filled-formula";
import { bodyArea, type Table } from "../model/table";
import { filledDown, moveFormula } from "../calc/rewrite";
import { tableAt } from "../calc/binding";
import type { Workspace } from "./workspace";

/** Columns of tables that hold one formula, seen from each row. https://support.microsoft.com/office/use-calculated-columns-in-an-excel-table-873fbac6-7110-4300-8f6f-aafa2ea11ce8 */

/** Writes the calculated columns' formulas into the empty cells of these body rows. */
export function fillCalculated(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  rows: Pick<Area, "top" | "bottom">,
): void {
  const body = bodyArea(table);
  table.columns.forEach((column, index) => {
    if (column.calculatedFormula === undefined) return;
    const at = table.area.left + index;
    const filled = filling(filledDown(column.calculatedFormula));
    for (let row = rows.top; row <= rows.bottom; row++) {
      if (sheet.cells.value(row, at) !== null || sheet.cells.formula(row, at)) continue;
      sheet.cells.setFormula(row, at, filled(row - body.top));
    }
    workspace.calculation.cellsChanged(sheet, {
      top: rows.top,
      bottom: rows.bottom,
      left: at,
      right: at,
    });
  });
}

/**
 * Columns whose body cells all hold the same formula, seen from their own row, are calculated columns from then on;
 * a column that lost that is one no longer.
 */
export function adoptCalculatedColumns(sheet: Sheet, table: Table, only?: Area): void {
  const body = bodyArea(table);
  table.columns.forEach((column, index) => {
    const at = table.area.left + index;
    if (only !== undefined && (at < only.left || at > only.right)) return;
    const first = sheet.cells.formula(body.top, at)?.text;
    if (first === undefined) {
      if (column.calculatedFormula !== undefined && noFormulas(sheet, body, at)) {
        delete column.calculatedFormula;
      }
      return;
    }
    if (column.calculatedFormula === first) return;
    const filled = filledDown(first);
    let above = sheet.cells.formula(body.top, at);
    for (let row = body.top + 1; row <= body.bottom; row++) {
      const formula = sheet.cells.formula(row, at);
      const isFilled = formula !== undefined && isFilledBelow(formula, above);
      if (!isFilled && formula?.text !== filled(row - body.top)) return;
      above = formula;
    }
    column.calculatedFormula = first;
  });
}

function noFormulas(sheet: Sheet, body: Area, column: number): boolean {
  for (let row = body.top; row <= body.bottom; row++) {
    if (sheet.cells.formula(row, column)) return false;
  }
  return true;
}

/**
 * A formula entered by hand into an otherwise empty body column fills the column, and one entered over a calculated
 * column's takes its place in all rows, unless some row says otherwise. It is a step of undo of its own: taken back, the
 * one cell keeps its formula.
 */
export function fillColumnFrom(
  workspace: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
): void {
  const table = tableAt(sheet, row, column);
  const formula = sheet.cells.formula(row, column);
  if (table === undefined || formula === undefined) return;
  const body = bodyArea(table);
  if (!contains(body, row, column)) return;
  const entry = table.columns[column - table.area.left];
  if (entry === undefined || body.top === body.bottom) return;
  const before = entry.calculatedFormula;
  const calculated = before === undefined ? null : filledDown(before);
  for (let other = body.top; other <= body.bottom; other++) {
    if (other === row) continue;
    const text = sheet.cells.formula(other, column)?.text;
    const isEmpty = text === undefined && sheet.cells.value(other, column) === null;
    if (!isEmpty && (text === undefined || text !== calculated?.(other - body.top))) return;
  }
  if (formula.text === calculated?.(row - body.top)) return;
  workspace.history.split("fill");
  workspace.history.layers(sheet);
  const run: Area = { top: body.top, bottom: body.bottom, left: column, right: column };
  workspace.history.cells(sheet, run);
  entry.calculatedFormula = moveFormula(formula.text, body.top - row, 0);
  const filled = filledDown(formula.text);
  for (let other = body.top; other <= body.bottom; other++) {
    if (other === row) continue;
    sheet.cells.setFormula(other, column, { text: filled(other - row) });
  }
  workspace.calculation.cellsChanged(sheet, run);
}
