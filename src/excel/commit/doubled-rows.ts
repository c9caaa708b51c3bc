import type { Cell, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { sameCell } from "../cell";
import { standing } from "./row-image";
import type { SeenRow } from "./seen-rows";
import type { TableWork } from "./table-work";

/**
 * Which of two rows with one id is meant where a write is taken back: a colleague may have brought the same row
 * meanwhile, as by splitting the same merge, or a person may have typed the id over another row's. It is the one in which
 * more cells hold what the write put there. Where both hold as much, it is of rows that were brought the lower, which
 * came last, and of rows that were changed the one nearer to where the write was.
 */
export function isLowerMeant(
  bound: BoundTable,
  { updated, removed, takenBack }: TableWork,
  id: string,
  upper: SeenRow,
  lower: SeenRow,
): boolean {
  const changed = updated.find((row) => row.id === id);
  const brought = removed.find((row) => row.id === id);
  const cells: readonly (readonly [string, Cell])[] =
    changed === undefined
      ? Object.entries(brought?.cells ?? {})
      : Object.entries(changed.cells).map(([column, { from }]) => [column, from]);
  const more = heldOf(bound, cells, lower) - heldOf(bound, cells, upper);
  if (more !== 0 || changed === undefined) return more >= 0;
  const at = takenBack?.from.get(id) ?? upper.at;
  return Math.abs(lower.at - at) < Math.abs(upper.at - at);
}

/**
 * Whether the row with that id is the one a write brought, and not another over whose id a person has just typed it: all
 * that was filled in stands in it, or at least half where it stands among the rows that came, in whichever columns: these
 * may have changed places right before the row was written by their numbers.
 *
 * @param addedFrom - the number in the body of the first row that was added
 */
export function isBrought(
  bound: BoundTable,
  { cells }: WholeRow,
  row: SeenRow | undefined,
  addedFrom: number,
): boolean {
  if (row === undefined) return false;
  const filled = Object.entries(cells).filter(([column, cell]) => column !== "id" && cell !== null);
  if (heldOf(bound, filled, row) === filled.length) return true;
  if (row.at < addedFrom) return false;
  const standingIn = row.values.map((_, index) => standing(row, index));
  const held = filled.filter(([, cell]) => standingIn.some((found) => sameCell(found, cell)));
  return held.length * 2 >= filled.length;
}

/** How many of these cells stand in the row. */
function heldOf(
  bound: BoundTable,
  cells: readonly (readonly [string, Cell])[],
  row: SeenRow,
): number {
  return cells.filter(([column, cell]) => {
    const index = bound.columns[column]?.index;
    return index !== undefined && sameCell(standing(row, index), cell);
  }).length;
}
