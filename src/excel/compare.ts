import type { Conflict } from "../app/workbook";
import type { Cell } from "../tables/change";
import { sameCell } from "./cell";
import type { SeenRow, SeenTable } from "./look-at-rows";

/**
 * Where the rows are no longer as the change supposes. A formula in a cell to be written is a conflict as well: it is
 * somebody's work, and a value would replace it.
 */
export function conflictsIn(seen: SeenTable): readonly Conflict[] {
  const { bound, work, rows } = seen;
  const conflicts: Conflict[] = [];
  const check = (id: string, column: string, expected: Cell, writes: boolean): void => {
    const index = bound.columns[column]?.index;
    const row = rows.get(id);
    if (index === undefined || row === undefined) return;
    const found = writes ? cellOrFormula(row, index) : (row.values[index] ?? null);
    if (!sameCell(found, expected)) {
      conflicts.push({ table: bound.table, id, column, expected, found });
    }
  };
  for (const { id, cells } of work.updated) {
    for (const [column, { from }] of Object.entries(cells)) check(id, column, from, true);
  }
  for (const { id, cells } of work.removed) {
    for (const [column, cell] of Object.entries(cells)) check(id, column, cell, false);
  }
  return conflicts;
}

// A text cell that begins with "=" reads the same both ways; a formula differs from its result.
function cellOrFormula({ values, formulas }: SeenRow, index: number): Cell {
  const value = values[index] ?? null;
  const formula = formulas[index];
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return isFormula ? formula : value;
}
