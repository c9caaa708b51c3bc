import type { WorkbookFailure } from "../../app/workbook/failures";
import {
  isOfRows,
  type AuditEntry,
  type Recorded,
  type RecordedChange,
} from "../../tables/audit/entries";
import { readAuditRow } from "../../tables/audit/rows";
import type { Cell } from "../../tables/change";
import type { Before, RowBefore } from "./before";
import { cellOf } from "../cell";
import { positionsOf, type SeenTable } from "./look-at-rows";
import type { RowWeights } from "../read";
import { takeBack } from "./recover";
import { firstAdded } from "./room";
import { fleeting, tried, type Session } from "../run";
import type { Content } from "./write-rows";

/** Rows at the audit table's end that are looked at: deeds of colleagues within the second a commit takes. */
const mostArrivals = 60;
/** A sheet ends at row 1,048,576; nearer to it than this nothing is looked at. */
const lastLooked = 1_048_000;

/** What came into the audit table since it was looked at. Known once the message has come back. */
type Arrivals = () => readonly AuditEntry[];

/**
 * Queues a look at the audit rows that have come since the first trip: by these deeds somebody was faster. It must stand
 * in the message before the writes.
 */
export function queueArrivals(
  context: Excel.RequestContext,
  tables: readonly SeenTable[],
): Arrivals {
  const log = tables.find(({ bound, work }) => bound.table === "audit" && work.added.length > 0);
  if (log === undefined || log.bodyRows > lastLooked) return () => [];
  const { bound, bodyRows, room } = log;
  const body = fleeting(context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
  const known = firstAdded(bodyRows, room);
  const first = fleeting(fleeting(body.getRow(0)).getOffsetRange(known, 0));
  const arrived = fleeting(first.getResizedRange(mostArrivals - 1, 0)).load("values");
  return () =>
    arrived.values.flatMap((values) => {
      const cells = Object.entries(bound.columns).map(([column, { index }]): [string, Cell] => [
        column,
        cellOf(values[index]),
      ]);
      // Only what was changed is asked for, and no day of it.
      return readAuditRow(Object.fromEntries(cells), 1900) ?? [];
    });
}

/**
 * Two commits can be overtaken by each other's writes, and both are taken back. The later write found what the earlier
 * one had put there, and brings that back; the earlier one, were it done with taking back by then, would never see it.
 * Whoever is later therefore looks whether the deeds that stood there still stand in the audit table, and where one is
 * gone, takes back what of it came back. (A deed that still stands is taken back by whoever did it: `takeBack` looks
 * once more where it did not find everything.)
 *
 * @param befores - what this commit has just brought back
 * @returns why it could not be done; null when it was, or nothing was to be done
 */
export async function finishRetracted(
  session: Session,
  tables: readonly SeenTable[],
  befores: readonly Before[],
  arrivals: readonly AuditEntry[],
  weights: RowWeights,
): Promise<WorkbookFailure | null> {
  const brought = arrivals.filter(({ what }) => befores.some((before) => brings(before, what)));
  const log = tables.find(({ bound }) => bound.table === "audit");
  if (brought.length === 0 || log === undefined) return null;
  const ids = brought.map(({ id }) => id);
  const standing = await tried(() => positionsOf(session, log.bound, ids, weights));
  if (!standing.ok) return standing.error;
  const gone = brought.filter(({ id }) => !standing.value.has(id)).map(({ what }) => what);
  if (gone.length === 0) return null;
  const left = tables
    .map((table) => beforeOf(table, gone))
    .filter(({ updated, added }) => {
      return updated.length + added.length > 0;
    });
  return takeBack(session, left, weights);
}

/** Whether bringing this back brings back what the entry tells of. */
function brings({ bound, updated, removed }: Before, what: Recorded): boolean {
  if (!isOfRows(what) || what.table !== bound.table || what.kind === "removed") return false;
  if (removed.some(({ id }) => id === what.rowId)) return true;
  if (what.kind !== "cell") return false;
  const column = bound.columns[what.column];
  const row = updated.find(({ id }) => id === what.rowId);
  return column !== undefined && row?.cells.has(column.id) === true;
}

/** What stood in a table before the deeds of these entries, and what they put there. */
function beforeOf({ bound, rows }: SeenTable, entries: readonly Recorded[]): Before {
  const own = entries.filter(
    (entry): entry is RecordedChange => isOfRows(entry) && entry.table === bound.table,
  );
  const updated = new Map<string, Map<number, { readonly was: Content; readonly to: Cell }>>();
  for (const entry of own) {
    if (entry.kind !== "cell") continue;
    const column = bound.columns[entry.column];
    if (column === undefined) continue;
    const cells = updated.get(entry.rowId) ?? new Map<number, { was: Content; to: Cell }>();
    updated.set(entry.rowId, cells);
    const format = rows.get(entry.rowId)?.formats[column.index] ?? "General";
    // Of several deeds the first tells what was there, the last what it came to.
    const was = cells.get(column.id)?.was ?? { value: entry.from, formula: null, format };
    cells.set(column.id, { was, to: entry.to });
  }
  return {
    bound,
    updated: [...updated].map(([id, cells]): RowBefore => ({ id, cells })),
    removed: [],
    added: own.flatMap((entry) =>
      entry.kind === "added" ? [{ table: entry.table, id: entry.rowId, cells: entry.cells }] : [],
    ),
    below: null,
  };
}
