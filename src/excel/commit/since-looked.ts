import { isOfRows, type AuditEntry, type RecordedChange } from "../../tables/audit/entries";
import { sameCell } from "../cell";
import type { Before, RowBefore } from "./before";
import type { SeenTable } from "./look-at-rows";
import { queueArrivals } from "./retracted";
import type { Session } from "../run";

/**
 * What colleagues recorded since the first trip, for a write that was not confirmed. Two people may do the very same, as
 * when both split one merge: then what stands there says nothing of whose it is, and the audit table does.
 *
 * @returns none where the workbook does not answer: then `recover` does not get through either
 */
export async function recordedSince(
  session: Session,
  tables: readonly SeenTable[],
): Promise<readonly RecordedChange[]> {
  const arrivals = queueArrivals(session.context, tables);
  const read = await session.attempt();
  if (!read.ok) return [];
  const ours = new Set(tables.flatMap(({ work }) => work.added.map(({ id }) => id)));
  const isTheirs = ({ id }: AuditEntry): boolean => !ours.has(id);
  return arrivals()
    .filter(isTheirs)
    .map(({ what }) => what)
    .filter(isOfRows);
}

/** What stood there before a write, as of now: what colleagues have done since the first trip is theirs, and stays. */
export function withTheirs(before: Before, entries: readonly RecordedChange[]): Before {
  const theirs = entries.filter((entry) => isAbout(before, entry));
  if (theirs.length === 0) return before;
  const removed = new Set(rowsOf(theirs, "removed"));
  return {
    ...before,
    updated: before.updated.map((row) => cellsWithTheirs(before, row, theirs)),
    removed: before.removed.filter(({ id }) => !removed.has(id)),
    theirs: new Set(rowsOf(theirs, "added")),
  };
}

/** Whether an entry tells of something this write was about as well. */
function isAbout({ bound, updated, removed, added }: Before, entry: RecordedChange): boolean {
  if (entry.table !== bound.table) return false;
  const isRow = ({ id }: { readonly id: string }): boolean => id === entry.rowId;
  if (entry.kind !== "cell") return (entry.kind === "added" ? added : removed).some(isRow);
  const column = bound.columns[entry.column]?.id;
  return column !== undefined && updated.find(isRow)?.cells.has(column) === true;
}

function rowsOf(entries: readonly RecordedChange[], kind: "added" | "removed"): readonly string[] {
  return entries.filter((entry) => entry.kind === kind).map(({ rowId }) => rowId);
}

function cellsWithTheirs(
  { bound }: Before,
  row: RowBefore,
  entries: readonly RecordedChange[],
): RowBefore {
  const cells = new Map(row.cells);
  for (const entry of entries) {
    if (entry.kind !== "cell" || entry.rowId !== row.id) continue;
    const column = bound.columns[entry.column];
    const cell = column === undefined ? undefined : cells.get(column.id);
    if (column === undefined || cell === undefined) continue;
    if (sameCell(entry.to, cell.to)) cells.delete(column.id);
    else cells.set(column.id, { ...cell, was: { ...cell.was, value: entry.to, formula: null } });
  }
  return { ...row, cells };
}
