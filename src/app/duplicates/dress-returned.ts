import type { WholeRow } from "../../tables/change";
import { each, type RowList } from "../../tables/row-list";
import { readMerge } from "../../tables/specs/merges";
import type { Performed } from "../deeds/perform";
import type { Workbook } from "../workbook";

/**
 * Gives a customer that a split, or the taking back of a merge, has just brought back the colours, letters and comments
 * its row had: the merge remembers them. A deed that brings nobody back asks nothing of Excel.
 *
 * @returns the deed, with what kept Excel from it
 */
export async function dressReturned(workbook: Workbook, done: Performed): Promise<Performed> {
  const { added, removed } = done.change;
  // What removes a hundred thousand rows brings none back.
  if (added.length === 0) return done;
  for (const { table, cells } of each(removed)) {
    // Which way days are counted makes no difference here.
    const merge = table === "merges" ? readMerge(cells, 1900) : null;
    if (merge === null || Object.keys(merge.removedLooks).length === 0) continue;
    const { removedId: id, removedLooks: looks } = merge;
    if (!hasCustomer(added, id)) continue;
    const dressed = await workbook.applyLooks("customers", { id, looks });
    if (!dressed.ok) return { ...done, undressed: dressed.error };
  }
  return done;
}

function hasCustomer(rows: RowList<WholeRow>, id: string): boolean {
  for (const row of each(rows)) if (row.table === "customers" && row.id === id) return true;
  return false;
}
