import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import type { TableId } from "../../tables/schema";
import type { BoundTables } from "../binding";
import type { Arrivals } from "./arrivals";
import { readColumns, type RowWeights } from "../read";
import type { Session } from "../run";
import type { KnownPlaces } from "./row-places";
import { rowsPerTurn, turn } from "../../app/turn";

/** Ids by the table they were brought into. */
type Brought = ReadonlyMap<TableId, ReadonlyTextMap<true>>;

/**
 * The ids a deed brought that should be looked for once more when it is done: none where a single commit looked at
 * everything itself.
 *
 * @param committed - of each commit, in order
 */
export async function idsToProve(committed: readonly Arrivals[]): Promise<Brought> {
  const brought = new Map<TableId, TextMap<true>>();
  if (committed.length < 2) return brought;
  let seen = 0;
  for (const arrivals of committed)
    for (const { table, id } of arrivals) {
      if ((seen += 1) % rowsPerTurn === 0) await turn();
      const ids = brought.get(table) ?? new TextMap();
      brought.set(table, ids.set(id, true));
    }
  return brought;
}

/**
 * Looks whether an id that a deed brought stands in a second row by now: a person may have typed it over another row's
 * while the deed went on, which neither moves a row nor changes their number. Reads the id columns whole, once.
 *
 * @returns `id-taken` with the first one that stands twice
 */
export async function proveIds(
  session: Session,
  tables: BoundTables,
  brought: Brought,
  known: KnownPlaces,
  weights: RowWeights,
  onProgress?: (share: number) => void,
): Promise<Result<void, CommitFailure>> {
  // What somebody has deleted meanwhile holds no id twice.
  const there = [...brought].filter(([table]) => tables[table]?.columns.id !== undefined);
  const requests = there.map(([table]) => ({ table, columns: ["id"] }));
  const read = await readColumns(session, grown(tables, known), requests, weights, onProgress);
  if (!read.ok) return read;
  for (const [at, [table, ids]] of there.entries()) {
    const seen = new TextMap<true>();
    for (const [row, cell] of (read.value[at]?.columns["id"] ?? []).entries()) {
      if (row % rowsPerTurn === rowsPerTurn - 1) await turn();
      const id = cell === null ? "" : String(cell);
      if (!ids.has(id)) continue;
      if (seen.has(id)) return err({ code: "id-taken", table, id });
      seen.set(id, true);
    }
  }
  return ok(undefined);
}

/** The tables with the rows they should have by now: with those of before the reading would begin twice. */
function grown(tables: BoundTables, known: KnownPlaces): BoundTables {
  const entries = Object.entries(tables).map(([table, bound]) => {
    const rowCount = known.get(bound.live.id)?.rowCount ?? bound.live.rowCount;
    return [table, { ...bound, live: { ...bound.live, rowCount } }] as const;
  });
  return Object.fromEntries(entries);
}
