import { columnLetters } from "../tables/a1";
import type { BoundTable } from "./binding";

/**
 * A formula of a plan for one row of a table: `{columnId}` becomes that column's cell in the row, column fixed and row
 * moving.
 *
 * @param row - zero-based sheet row
 * @param left - zero-based sheet column of the table's first column
 * @throws Error when the formula names a column the table lacks: the plan and the table do not fit together
 *
 * @example
 * formulaForRow("=CRM.GRADE({demand})", 1, customers, 0) //=> "=CRM.GRADE($G2)"
 */
export function formulaForRow(
  formula: string,
  row: number,
  table: BoundTable,
  left: number,
): string {
  return formula.replaceAll(/\{(\w+)\}/g, (_, column: string) => {
    const found = table.columns[column];
    if (found === undefined)
      throw new Error(`${table.table} lacks the column ${column}: ${formula}`);
    return `$${columnLetters(left + found.index)}${row + 1}`;
  });
}
