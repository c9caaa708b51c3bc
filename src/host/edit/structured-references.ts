import { tableAt } from "../calc/binding";
import { deleteColumnIn, renameColumnIn } from "../calc/rewrite";
import type { Table } from "../model/table";
import type { Workspace } from "./workspace";

/** References to a column follow its new name, in other tables and in names too. */
export function renameColumn(workspace: Workspace, table: Table, from: string, to: string): void {
  rewriteStructured(workspace, (formula, own) =>
    renameColumnIn(formula, table.name, own, from, to),
  );
}

/** References to a column that has been deleted are #REF!, also when another one gets its name. */
export function loseColumn(workspace: Workspace, table: Table, name: string): void {
  rewriteStructured(workspace, (formula, own) => deleteColumnIn(formula, table.name, own, name));
}

/** @param change - answers with a formula's new text, told the name of the table it stands in */
function rewriteStructured(
  workspace: Workspace,
  change: (formula: string, ownTable: string | null) => string,
): void {
  const { workbook, history } = workspace;
  for (const sheet of workbook.sheets) {
    let remembered = false;
    for (const { row, column, formula } of sheet.cells.formulas()) {
      if (!formula.text.includes("[")) continue;
      const text = change(formula.text, tableAt(sheet, row, column)?.name ?? null);
      if (text === formula.text) continue;
      if (!remembered) history.grid(sheet);
      remembered = true;
      sheet.cells.setFormula(row, column, { ...formula, text });
    }
    for (const other of sheet.tables) {
      for (const column of other.columns) {
        if (column.calculatedFormula === undefined) continue;
        const text = change(column.calculatedFormula, other.name);
        if (text === column.calculatedFormula) continue;
        history.layers(sheet);
        column.calculatedFormula = text;
      }
    }
  }
  for (const name of workbook.names) {
    const formula = change(name.formula, null);
    if (formula === name.formula) continue;
    history.book();
    name.formula = formula;
  }
}
