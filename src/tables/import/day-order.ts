import type { Cell } from "../change";

/** In which order a source writes its days, where the year stands last: 10/20/2016 or 20/10/2016. */
export type DayOrder = "month-first" | "day-first";

const yearLast = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\sT])/u;

/**
 * The order a column's texts prove: a part above twelve is no month.
 *
 * @returns "unclear" where there are such days and both orders fit, or neither does; null where there are none
 *
 * @example
 * dayOrderOf(["3/1/2017", "10/20/2016"]) //=> "month-first"
 */
export function dayOrderOf(cells: Iterable<Cell>): DayOrder | "unclear" | null {
  let monthFirst = false;
  let dayFirst = false;
  let any = false;
  for (const cell of cells) {
    const match = typeof cell === "string" ? yearLast.exec(cell) : null;
    if (match === null) continue;
    any = true;
    if (Number(match[3]) > 12) monthFirst = true;
    if (Number(match[1]) > 12) dayFirst = true;
  }
  if (monthFirst !== dayFirst) return monthFirst ? "month-first" : "day-first";
  return any ? "unclear" : null;
}

/**
 * The text with its day written year first, which means one day to everybody; other cells as they are.
 *
 * @example
 * withYearFirst("3/1/2017", "month-first") //=> "2017-3-1"
 */
export function withYearFirst(cell: Cell, order: DayOrder | null): Cell {
  if (order === null || typeof cell !== "string") return cell;
  return cell.replace(yearLast, (_, first: string, _sign, second: string, year: string) =>
    order === "month-first" ? `${year}-${first}-${second}` : `${year}-${second}-${first}`,
  );
}
