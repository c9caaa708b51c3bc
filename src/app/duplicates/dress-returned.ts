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
  for (const { table, cells } of removed) {
    // Which way days are counted makes no difference here.
    const merge = table === "merges" ? readMerge(cells, 1900) : null;
    if (merge === null || Object.keys(merge.removedLooks).length === 0) continue;
    const { removedId: id, removedLooks: looks } = merge;
    if (!added.some((row) => row.table === "customers" && row.id === id)) continue;
    const dressed = await workbook.applyLooks("customers", { id, looks });
    if (!dressed.ok) return { ...done, undressed: dressed.error };
  }
  return done;
}
