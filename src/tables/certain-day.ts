import type { Day } from "../domain/day";
import { withYearFirst, type DayOrder } from "../domain/day-order";
import { parseLooseDay } from "../domain/day-text";
import { parseNamedMonth } from "../domain/named-month";
import { isSerialDay, type DateSystem } from "../domain/serial";
import { isErrorValue, readCell, textOf } from "./cells";
import type { Cell } from "./change";
import { tidyCode } from "./plain-text";
import type { ColumnSpec } from "./schema";

/**
 * The day a cell says when it is brought in or mended: as the rules read it, and beyond that whatever puts its year
 * first (20240407, 2024.4.7) or names its month (7 Apr 2024) and so means one day to everybody, whatever nobody sees
 * around it.
 *
 * @param order - how a day with the year last is read; null where that is not known
 * @returns null where no day or more than one can be meant, or one Excel has no number for
 *
 * @example
 * certainDay(dayColumn, "2026.5.1", null, 1900)        //=> day("2026-05-01")
 * certainDay(dayColumn, "1 May 2026", null, 1900)      //=> day("2026-05-01")
 * certainDay(dayColumn, "5/1/2026", null, 1900)        //=> null
 * certainDay(dayColumn, "5/1/2026", "day-first", 1900) //=> day("2026-01-05")
 */
export function certainDay(
  column: ColumnSpec,
  cell: Cell,
  order: DayOrder | null,
  dateSystem: DateSystem,
): Day | null {
  if (cell === null || typeof cell === "boolean" || isErrorValue(cell)) return null;
  const plain = typeof cell === "string" ? withYearFirst(tidyCode(cell), order) : cell;
  const { value } = readCell(column, plain, dateSystem);
  if (typeof value === "number") return value as Day;
  const text = textOf(plain);
  const day = parseLooseDay(text) ?? parseNamedMonth(text);
  // What Excel has no number for would be written as text again, and read by nobody.
  return day !== null && isSerialDay(day, dateSystem) ? day : null;
}
