import type { LoggedDeed } from "../../app/deeds/audit-log";
import { isOfRows, isOfStructure, type AuditEntry } from "../../tables/audit/entries";
import type { TableId } from "../../tables/schema";

/** Tables whose last row a take-back removed, and that are empty still. */
export function emptiedIn(
  { entries }: LoggedDeed,
  empty: ReadonlySet<TableId>,
): readonly TableId[] {
  const tables = entries.flatMap(({ what }) => (what.kind === "removed" ? what.table : []));
  return [...new Set(tables)].filter((table) => empty.has(table));
}

const parts: ReadonlySet<AuditEntry["what"]["kind"]> = new Set(["mode", "as-of", "own-values"]);

/** Whether an entry can be taken back without the others: a switch of the calculated columns is one thing. */
export function standsAlone({ what: { kind } }: AuditEntry): boolean {
  return kind !== "note" && !parts.has(kind);
}

/**
 * A cell alone; a row that came or went with everything the deed recorded of it, and a column that did with its kind and
 * place.
 */
export function belongingTo(
  entry: AuditEntry,
  entries: readonly AuditEntry[],
): readonly AuditEntry[] {
  const { what } = entry;
  if (what.kind === "note") return [];
  if (isOfStructure(what)) {
    const ofColumn = entries.filter(
      ({ what: other }) =>
        isOfStructure(other) && other.table === what.table && other.column === what.column,
    );
    const comesOrGoes = ofColumn.some(
      ({ what: other }) => other.kind === "column-added" || other.kind === "column-removed",
    );
    return comesOrGoes ? ofColumn : [entry];
  }
  const ofRow = entries.filter(
    ({ what: other }) =>
      isOfRows(other) && other.table === what.table && other.rowId === what.rowId,
  );
  const isWhole =
    (entry.deed.kind === "identify" && what.kind === "cell" && what.column === "id") ||
    ofRow.some(({ what: other }) => other.kind === "added" || other.kind === "removed");
  return isWhole ? ofRow : [entry];
}
