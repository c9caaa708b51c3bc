import type { Change, WholeRow } from "../../tables/change";
import { tableSpecs } from "../../tables/tables";

/** Rows that a commit brought. */
export type Arrivals = readonly Pick<WholeRow, "table" | "id">[];

/**
 * Those of a change whose ids are looked for once more at the end of a deed. Nobody types the id of an audit row, and
 * there are as many of them as of all others. Their cells are not kept as long as that takes.
 */
export function arrivalsOf({ added }: Change): Arrivals {
  return added
    .filter(({ table }) => tableSpecs[table].appendOnly !== true)
    .map(({ table, id }) => ({ table, id }));
}
