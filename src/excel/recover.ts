/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { CommitFailure, Committed, WorkbookFailure } from "../app/workbook";
import { err, ok, type Result } from "../domain/result";
import type { CellChange, Change, UpdatedRow, WholeRow } from "../tables/change";
import type { BoundTable } from "./binding";
import { cellOf, cellsOf, sameCell } from "./cell";
import { positionsOf, rowsBelow, type SeenTable } from "./look-at-rows";
import type { RowWeights } from "./read";
import { manyRows, queueBlocks, type BlockRow } from "./row-blocks";
import { rowAt, type Place } from "./row-place";
import { fleeting, type Session } from "./run";
import { columnsIn, idColumn, type TableWork } from "./table-work";
import { queueWrite } from "./write-rows";

/** A write that the host did not confirm. */
export interface Interrupted {
  readonly change: Change;
  /** The tables as they were before. */
  readonly seen: readonly SeenTable[];
  readonly cause: WorkbookFailure;
  readonly weights: RowWeights;
}

const attempts = 3;

/**
 * Finds out how far an unconfirmed write came, and acts on it: it came through wholly, and is a success whose answer
 * was lost; nothing arrived, and the cause is the failure; or a part arrived, which is put back.
 */
export async function recover(
  session: Session,
  interrupted: Interrupted,
): Promise<Result<Committed, CommitFailure>> {
  const { cause } = interrupted;
  let restoring = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const states = await readBack(session, interrupted);
    if (states === null) continue;
    if (states.every(({ written }) => written === "nothing")) {
      return err(restoring ? { code: "half-written", restored: true, cause } : cause);
    }
    const forward: boolean = !restoring && states.every(({ written }) => written === "all");
    for (const state of states) {
      if (forward) state.extend();
      else state.putBack();
    }
    const sent = await session.attempt();
    if (sent.ok && forward) return ok({ roundTrips: session.roundTrips });
    if (sent.ok) return err({ code: "half-written", restored: true, cause });
    restoring = !forward;
  }
  return err({ code: "half-written", restored: false, cause });
}

interface WrittenState {
  readonly written: "nothing" | "part" | "all";
  /** Queues what still lacks when all was written: the table's extension. */
  extend(): void;
  /** Queues the way back. */
  putBack(): void;
}

async function readBack(
  session: Session,
  { seen, weights }: Interrupted,
): Promise<readonly WrittenState[] | null> {
  const states: WrittenState[] = [];
  for (const table of seen) {
    const state = await stateOf(session, table, weights);
    if (state === null) return null;
    states.push(state);
  }
  return states;
}

async function stateOf(
  session: Session,
  seen: SeenTable,
  weights: RowWeights,
): Promise<WrittenState | null> {
  const { context } = session;
  const { bound, work } = seen;
  const fresh = await refreshed(session, seen);
  if (fresh === null) return null;
  const ids = [...work.updated, ...work.removed, ...work.added].map(({ id }) => id);
  const positions = await positionsOf(session, fresh.bound, ids, weights);
  if (!positions.ok) return null;
  const rowOf = (id: string): number | undefined => positions.value.get(id)?.[0];

  const places = work.updated.flatMap((row) => {
    const at = rowOf(row.id);
    return at === undefined ? [] : [{ row, at }];
  });
  const rows = queueRows(context, bound, work, places);
  const table = context.workbook.tables.getItem(bound.live.id);
  const below = fleeting(rowsBelow(table, Math.max(work.added.length, 1))).load("values");
  const sent = await session.attempt();
  if (!sent.ok) return null;

  const updates = places.map(({ row, at }) => {
    const { values, formats } = rows(at);
    const place: Place = { by: "row", row: at };
    return { place, formats, ...splitCells(seen, row, values) };
  });
  const inside = work.added.filter(({ id }) => rowOf(id) !== undefined);
  const idsBelow = new Set(cellsOf(below.values).map((row) => String(row[idColumn(bound).index])));
  const outside = work.added.filter(({ id }) => idsBelow.has(id));
  const removed = work.removed.filter(({ id }) => rowOf(id) === undefined);

  const done =
    updates.reduce((sum, { arrived }) => sum + arrived, 0) +
    inside.length +
    outside.length +
    removed.length;
  const cells = work.updated.reduce((sum, row) => sum + movedCells(row).length, 0);
  const all = cells + work.added.length + work.removed.length;
  return {
    written: done === 0 ? "nothing" : done === all ? "all" : "part",
    extend() {
      if (outside.length === 0) return;
      table.resize(fleeting(fleeting(table.getRange()).getResizedRange(outside.length, 0)));
    },
    putBack() {
      if (outside.length > 0) {
        fleeting(rowsBelow(table, outside.length)).clear(Excel.ClearApplyTo.contents);
      }
      queueWrite(context, {
        bound,
        bodyRows: fresh.bodyRows,
        updates: updates
          .filter(({ arrived }) => arrived > 0)
          .map(({ back, place, formats }) => ({ row: back, place, formats })),
        removals: inside.map((row: WholeRow) => ({
          row,
          place: { by: "row", row: rowOf(row.id) ?? 0 },
        })),
        additions: removed,
        room: { way: "below", formats: seen.rows.values().next().value?.formats ?? [] },
      });
    },
  };
}

async function refreshed(
  session: Session,
  seen: SeenTable,
): Promise<{ readonly bound: SeenTable["bound"]; readonly bodyRows: number } | null> {
  const table = session.context.workbook.tables.getItem(seen.bound.live.id);
  table.load("rows/count");
  const body = fleeting(table.getDataBodyRange()).load("rowCount");
  const sent = await session.attempt();
  if (!sent.ok) return null;
  const live = { ...seen.bound.live, rowCount: table.rows.count };
  return { bound: { ...seen.bound, live }, bodyRows: body.rowCount };
}

/** Which cells of the row hold what was written, and the way back for them. Cells that hold a third value are not ours. */
function splitCells(
  { bound }: SeenTable,
  row: UpdatedRow,
  values: readonly unknown[],
): { readonly arrived: number; readonly back: UpdatedRow } {
  const arrived = movedCells(row).filter(([column, { to }]) => {
    const index = bound.columns[column]?.index;
    return index !== undefined && sameCell(cellOf(values[index]), to);
  });
  const cells = Object.fromEntries(
    arrived.map(([column, { from, to }]) => [column, { from: to, to: from }]),
  );
  return { arrived: arrived.length, back: { ...row, cells } };
}

/** The cells in which a write can be told from no write. */
function movedCells(row: UpdatedRow): readonly (readonly [string, CellChange])[] {
  return Object.entries(row.cells).filter(([, { from, to }]) => !sameCell(from, to));
}

/** The rows that were to be updated, as they stand now. */
function queueRows(
  context: Excel.RequestContext,
  bound: BoundTable,
  work: TableWork,
  places: readonly { readonly at: number }[],
): (at: number) => Pick<BlockRow, "values" | "formats"> {
  const loads = "values,numberFormat";
  if (places.length >= manyRows) {
    const numbers = places.map(({ at }) => at);
    return queueBlocks(context, bound, numbers, columnsIn(work, bound), loads);
  }
  const ranges = new Map(
    places.map(({ at }) => [at, rowAt(context, bound, { by: "row", row: at }).load(loads)]),
  );
  return (at) => {
    const range = ranges.get(at);
    return {
      values: range?.values[0] ?? [],
      formats: (range?.numberFormat[0] ?? []).map(String),
    };
  };
}
