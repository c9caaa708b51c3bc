import { readYearLast, withYearFirst, type DayOrder } from "../domain/day-order";
import type { CellStyle } from "./cells";
import type { Cell } from "./change";
import { tidyCode } from "./plain-text";
import { safeRemedy, type Proposal } from "./remedies";
import type { ColumnSpec } from "./schema";

/** The order a column's days are read in. */
export interface KnownOrder {
  readonly order: DayOrder;
  /** Proven amply or said by a person; otherwise what is read by it is a guess. */
  readonly isSure: boolean;
}

/**
 * The day a text with the year last becomes. One that only one order makes a day of, or that is the same in both, needs
 * no other to be read; the rest is read in the order of its column.
 *
 * @param known - null where the column's order is open
 * @returns null for other texts, and where the order is open and would matter
 *
 * @example
 * dayOrderRemedy(dayColumn, "10/20/2016", null, style) //=> { to: 42663, kind: "day-order", sure: true }
 * dayOrderRemedy(dayColumn, "3/1/2017", null, style)   //=> null
 */
export function dayOrderRemedy(
  column: ColumnSpec,
  cell: Cell,
  known: KnownOrder | null,
  style: CellStyle,
): Proposal | null {
  if (typeof cell !== "string") return null;
  const tidy = tidyCode(cell);
  const read = readYearLast(tidy);
  if (read === null) return null;
  const { monthFirst, dayFirst } = read;
  const only = monthFirst === null ? "day-first" : dayFirst === null ? "month-first" : null;
  const order = only ?? (monthFirst === dayFirst ? "month-first" : (known?.order ?? null));
  if (order === null) return null;
  const remedy = safeRemedy(column, withYearFirst(tidy, order), style);
  if (remedy === null) return null;
  const isClear = only !== null || monthFirst === dayFirst || known?.isSure === true;
  return { to: remedy.to, kind: "day-order", sure: isClear };
}
