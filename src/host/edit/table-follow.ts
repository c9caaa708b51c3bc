import { intersection, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import { tableAt } from "../calc/binding";
import { renameColumnIn } from "../calc/rewrite";
import { freeColumnName } from "./column-names";
import { headingStem, headingText, resizeTable, uniqueHeading } from "./tables";
import type { Workspace } from "./workspace";

/**
 * After cells were written: a table with those cells right below its last row, or right beside its last column, takes
 * them in, as Excel's AutoCorrect does: a step of undo of its own after what a person entered.
 */
export function expandTables(workspace: Workspace, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    const { area } = table;
    if (
      !table.showTotals &&
      written.top === area.bottom + 1 &&
      written.left >= area.left &&
      written.left <= area.right &&
      written.right <= area.right &&
      !isBlank(sheet, written)
    ) {
      const grown = { ...area, bottom: written.bottom };
      grow(workspace, sheet, table, grown);
    } else if (
      written.left === area.right + 1 &&
      written.top >= area.top &&
      written.bottom <= area.bottom &&
      !isBlank(sheet, written)
    ) {
      grow(workspace, sheet, table, { ...area, right: written.right });
    }
  }
}

function grow(workspace: Workspace, sheet: Sheet, table: Table, grown: Area): void {
  if (!canGrow(sheet, table, grown)) return;
  workspace.history.split("grow");
  resizeTable(workspace, sheet, table, grown);
}

function canGrow(sheet: Sheet, table: Table, grown: Area): boolean {
  return sheet.tables.every((other) => other === table || intersection(other.area, grown) === null);
}

function isBlank(sheet: Sheet, area: Area): boolean {
  for (const _ of sheet.cells.filled(area)) return false;
  return true;
}

/** Headings follow what was written into a header row; blank and doubled ones are mended, as Excel does. */
export function followHeadings(workspace: Workspace, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const header = intersection(written, { ...table.area, bottom: table.area.top });
    if (header === null) continue;
    workspace.history.layers(sheet);
    for (let column = header.left; column <= header.right; column++) {
      const entry = table.columns[column - table.area.left];
      if (entry === undefined) continue;
      const others = table.columns.filter((one) => one !== entry).map((one) => one.name);
      const heading = headingText(sheet, table.area.top, column);
      const before = entry.name;
      entry.name =
        heading === ""
          ? freeColumnName(others, headingStem(workspace))
          : uniqueHeading(heading, others);
      sheet.cells.setFormula(table.area.top, column, undefined);
      sheet.cells.setValue(table.area.top, column, entry.name);
      if (entry.name !== before) renameInFormulas(workspace, table, before, entry.name);
    }
    workspace.calculation.structureChanged();
  }
}

/** References to a column follow its new name, in other tables and in names too. */
function renameInFormulas(workspace: Workspace, table: Table, from: string, to: string): void {
  const { workbook, history } = workspace;
  for (const sheet of workbook.sheets) {
    let remembered = false;
    for (const { row, column, formula } of sheet.cells.formulas()) {
      if (!formula.text.includes("[")) continue;
      const own = tableAt(sheet, row, column)?.name ?? null;
      const text = renameColumnIn(formula.text, table.name, own, from, to);
      if (text === formula.text) continue;
      if (!remembered) history.grid(sheet);
      remembered = true;
      sheet.cells.setFormula(row, column, { ...formula, text });
    }
    for (const other of sheet.tables) {
      for (const column of other.columns) {
        if (column.calculatedFormula === undefined) continue;
        const text = renameColumnIn(column.calculatedFormula, table.name, other.name, from, to);
        if (text === column.calculatedFormula) continue;
        history.layers(sheet);
        column.calculatedFormula = text;
      }
    }
  }
  for (const name of workbook.names) {
    const formula = renameColumnIn(name.formula, table.name, null, from, to);
    if (formula === name.formula) continue;
    history.book();
    name.formula = formula;
  }
}
