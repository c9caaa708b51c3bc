import { sameWord } from "../domain/nearest-word";
import { isErrorValue, readCell } from "./cells";
import type { Cell } from "./change";
import { tidyCode } from "./plain-text";
import type { ColumnSpec } from "./schema";

/**
 * The word of its column's list that a cell says when it is brought in or mended: as the rules read it, and beyond that
 * in traditional characters (目標客戶), whatever nobody sees around it.
 *
 * @returns the code; null where none or more than one word can be meant
 *
 * @example
 * certainWord(demandColumn, "目標客戶")         //=> "clear"
 * certainWord(demandColumn, "目标客户（重点）") //=> null
 */
export function certainWord(column: ColumnSpec, cell: Cell): string | null {
  if (typeof cell !== "string" || isErrorValue(cell)) return null;
  const tidy = tidyCode(cell);
  // A word of no list means the same in either date system.
  const { value, issue } = readCell(column, tidy, 1900);
  if (issue === null) return typeof value === "string" ? value : null;
  return sameWord(column.choices ?? [], tidy);
}
