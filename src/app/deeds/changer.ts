import type { AuditEntry, DeedFacts } from "../../tables/audit/entries";
import { sameCell, type CellObstacle } from "./obstacles";

/**
 * The deed that last wrote what stands in the cell now, among newer ones; null when none did: then it was changed in
 * the sheet itself.
 *
 * @param newer - the newest first
 */
export function changerOf(
  { table, id, column, found }: Extract<CellObstacle, { readonly code: "changed-since" }>,
  newer: readonly { readonly entries: readonly AuditEntry[] }[],
): DeedFacts | null {
  for (const { entries } of newer) {
    const last = entries.findLast(
      ({ what }) =>
        what.kind === "cell" && what.table === table && what.rowId === id && what.column === column,
    );
    if (last?.what.kind === "cell") return sameCell(last.what.to, found) ? last.deed : null;
  }
  return null;
}
