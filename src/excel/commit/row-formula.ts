import { columnLetters } from "../../tables/a1";
import { ownHeader } from "../../tables/schema";
import type { BoundTable } from "../binding";

/**
 * A formula of a plan for one row of a table: `{columnId}` becomes that column's cell in the row, column fixed and row
 * moving, or just as it was spelled where it is a person's own column; `{#}` the row's number in the sheet.
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
  return formula.replaceAll(/\{(\w+|own:[^{}]+|#)\}/gu, (_, column: string) => {
    if (column === "#") return String(row + 1);
    const found = table.columns[column];
    if (found === undefined)
      throw new Error(`${table.table} lacks the column ${column}: ${formula}`);
    const fixed = ownHeader(column) === null ? "$" : "";
    return `${fixed}${columnLetters(left + found.index)}${row + 1}`;
  });
}

/**
 * The other way round: a row's formula with `{columnId}` in place of the cells of the same row, so that formulas of
 * different rows can be compared, and one goes into its own row, and to the columns it reads, wherever these have moved.
 * Of cells beside the table the row's number is left open, other references stay as they are.
 *
 * @example
 * formulaOfRow("=CRM.GRADE($G2)", 1, customers, 0) //=> "=CRM.GRADE({demand})"
 * formulaOfRow("=$G2&AB2&$ZZ2", 1, customers, 0) //=> "={demand}&{own:我的}&$ZZ{#}"
 */
export function formulaOfRow(
  formula: string,
  row: number,
  table: BoundTable,
  left: number,
): string {
  const columns = new Map(
    Object.entries(table.columns)
      .filter(([column]) => !/[{}]/u.test(column))
      .map(([column, { index }]) => [columnLetters(left + index), column]),
  );
  // Texts and quoted sheet names alternate with the rest.
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(
            /(?<![\w.!$\p{L}])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!\p{L}])/gu,
            (cell, fixed: string, letters: string, rowFixed: string, digits: string) => {
              if (Number(digits) !== row + 1) return cell;
              const column = columns.get(letters);
              if (column !== undefined && ownHeader(column) === null) return `{${column}}`;
              if (rowFixed !== "") return cell;
              return column === undefined ? `${fixed}${letters}{#}` : `${fixed}{${column}}`;
            },
          ),
    )
    .join("");
}
