import type { Cell } from "../tables/change";

/** A grid as the API hands it over; a refused read is null instead of an array. */
export type HostGrid = readonly (readonly unknown[])[];

/**
 * A cell as the API returns it, in our words: a blank arrives as "" and is null, an error value arrives as its text.
 *
 * @example
 * cellOf("") //=> null
 */
export function cellOf(value: unknown): Cell {
  if (value === "" || value === null || value === undefined) return null;
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      // Rich values (a stock, a picture) have no place in our columns; their text says at least that something is there.
      return JSON.stringify(value);
  }
}

export function cellsOf(grid: HostGrid): Cell[][] {
  return grid.map((row) => row.map(cellOf));
}

/** Whether two cells hold the same. Blank text and no value are both blank. */
export function sameCell(one: Cell, other: Cell): boolean {
  return blankless(one) === blankless(other);
}

/**
 * The formula a cell holds; null where it holds none. A text cell that begins with "=" reads the same both ways, whereas
 * a formula differs from its result.
 */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value
    ? formula
    : null;
}

/** Whether a cell holds this id. An id that Excel keeps as a number is its digits. */
export function holdsId(cell: Cell, id: string): boolean {
  return cell !== null && String(cell) === id;
}

function blankless(cell: Cell): Cell {
  return cell === "" ? null : cell;
}
