import type { CommitFailure } from "../../app/workbook";
import { err, ok, type Result } from "../../domain/result";
import type { Change } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { BoundTables } from "../binding";
import { readColumns, type RowWeights } from "../read";
import type { Session } from "../run";
import { rowsPerTurn, turn } from "../turn";

/**
 * Looks whether an id that a deed brought stands in a second row by now: a person may have typed it over another row's
 * while the deed went on, which neither moves a row nor changes their number. Reads the id columns whole, once.
 *
 * @param committed - the deed's changes; a single one looked at everything itself, and nothing is read
 * @returns `id-taken` with the first one that stands twice
 */
export async function proveIds(
  session: Session,
  tables: BoundTables,
  committed: readonly Change[],
  weights: RowWeights,
  onProgress?: (share: number) => void,
): Promise<Result<void, CommitFailure>> {
  // What somebody has deleted meanwhile holds no id twice.
  const brought = [...idsBrought(committed)].filter(
    ([table]) => tables[table]?.columns.id !== undefined,
  );
  if (committed.length < 2 || brought.length === 0) return ok(undefined);
  const requests = brought.map(([table]) => ({ table, columns: ["id"] }));
  const read = await readColumns(session, tables, requests, weights, onProgress);
  if (!read.ok) return read;
  for (const [at, [table, ids]] of brought.entries()) {
    const seen = new Set<string>();
    for (const [row, cell] of (read.value[at]?.columns["id"] ?? []).entries()) {
      if (row % rowsPerTurn === rowsPerTurn - 1) await turn();
      const id = cell === null ? "" : String(cell);
      if (!ids.has(id)) continue;
      if (seen.has(id)) return err({ code: "id-taken", table, id });
      seen.add(id);
    }
  }
  return ok(undefined);
}

/** Nobody types the id of an audit row, and there are as many of them as of all others. */
function idsBrought(committed: readonly Change[]): ReadonlyMap<TableId, ReadonlySet<string>> {
  const brought = new Map<TableId, Set<string>>();
  for (const { added } of committed)
    for (const { table, id } of added) {
      if (tableSpecs[table].appendOnly === true) continue;
      const ids = brought.get(table) ?? new Set();
      brought.set(table, ids.add(id));
    }
  return brought;
}
