import { isBlankCell, textOf } from "./cells";
import type { Cell } from "./change";
import { customersTable } from "./specs/customers";
import { headerScore } from "./header-names";
import type { ColumnSpec } from "./schema";

/** Titles, dates of printing and blank rows may stand above the headers, but hardly more than this. */
const farthest = 15;

/**
 * The row that holds the headers: the one with the most names we know; failing that, the first row of nothing but
 * different texts that is as wide as the rows below it.
 *
 * @param columns - those whose names are known
 * @returns its zero-based index; null when no row looks like headers
 */
export function findHeaderRow(
  rows: readonly (readonly Cell[])[],
  columns: readonly ColumnSpec[] = customersTable.columns,
): number | null {
  const known = rows.slice(0, farthest).map((row) => knownHeaders(row, columns));
  const most = Math.max(0, ...known);
  // One known word alone may be a title such as 客户 above the sheet, unless the sheet has no more columns.
  const width = Math.max(0, ...rows.map((row) => filledCells(row).length));
  if (most >= Math.min(2, width)) return known.indexOf(most);
  const texts = rows.slice(0, farthest).findIndex((row, index) => {
    const filled = filledCells(row);
    return (
      filled.length >= Math.max(1, 0.6 * width) &&
      filled.every((cell) => typeof cell === "string" && !/\d{3}/u.test(cell)) &&
      new Set(filled).size === filled.length &&
      looksDifferent(row, rows.slice(index + 1))
    );
  });
  return texts === -1 ? null : texts;
}

function knownHeaders(row: readonly Cell[], columns: readonly ColumnSpec[]): number {
  return row.filter((cell) => {
    if (typeof cell !== "string" || cell.trim() === "" || cell.length > 40) return false;
    return columns.some((column) => headerScore(cell, column) >= 0.3);
  }).length;
}

/** Whether some column holds numbers, or longer texts, below the row: headers of pure text columns prove nothing. */
function looksDifferent(row: readonly Cell[], below: readonly (readonly Cell[])[]): boolean {
  return row.some((cell, index) => {
    const under = below.map((other) => other[index] ?? null).filter((other) => !isBlankCell(other));
    if (under.length === 0 || isBlankCell(cell)) return false;
    const numbers = under.filter((other) => typeof other === "number" || /\d/u.test(textOf(other)));
    return numbers.length > under.length / 2;
  });
}

function filledCells(row: readonly Cell[]): readonly Cell[] {
  return row.filter((cell) => !isBlankCell(cell));
}
