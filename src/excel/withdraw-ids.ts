import type { WorkbookFailure } from "../app/workbook/failures";
import type { CommitFailure, Committed, Newcomer, Withdrawal } from "../app/workbook/rows";
import { err, ok, type Result } from "../domain/result";
import type { CellChange, UpdatedRow, WholeRow } from "../tables/change";
import type { TableId } from "../tables/schema";
import type { BoundTable, BoundTables } from "./binding";
import { cellOf } from "./cell";
import { beforeWritten, isMisplaced, overtakenIn, type Before } from "./commit/before";
import { conflictsIn } from "./commit/compare";
import { extend } from "./commit/extend";
import { lookAtRows, positionsOf, type SeenTable } from "./commit/look-at-rows";
import { standingOf } from "./commit/put-back";
import { takeBack } from "./commit/recover";
import { rowAt } from "./commit/row-place";
import type { TableWork } from "./commit/table-work";
import { queueWrites, type TableWrite, type WriteReceipt } from "./commit/write-rows";
import { identify } from "./identify";
import { asWorkbookFailure } from "./failure";
import type { RowWeights } from "./read";
import { fleeting, tried, type Session } from "./run";

/** Which ids go, and the audit rows that tell of it. */
export interface Withdrawing {
  readonly tables: BoundTables;
  readonly withdrawals: readonly Withdrawal[];
  readonly record: readonly WholeRow[];
}

const attempts = 3;

/**
 * Blanks ids and the days of creation that came with them, in two round trips: one finds the rows by their ids, one
 * writes. A row without its id cannot be found again, hence the order: first the audit rows, then the days, the ids last
 * of all. Where the message breaks off before the audit rows, nothing was done; after them, the rest is done, too.
 */
export async function withdrawIds(
  session: Session,
  { tables, withdrawals, record }: Withdrawing,
  weights: RowWeights,
): Promise<Result<Committed, CommitFailure>> {
  const { context } = session;
  const { audit } = tables;
  if (audit === undefined) return err({ code: "table-missing", table: "audit" });
  const works = worksOf(tables, withdrawals);
  if (!works.ok) return works;
  const log: TableWork = { bound: audit, updated: [], removed: [], added: record };
  const looked = await lookAtRows(session, [log, ...works.value], weights);
  if (!looked.ok) return looked;
  if (looked.value.readOnly) return err({ code: "read-only" });
  const locked = looked.value.tables.find((table) => table.sheetProtected);
  if (locked !== undefined) return err({ code: "protected", sheet: locked.bound.live.sheet });
  const conflicts = looked.value.tables.flatMap(conflictsIn);
  if (conflicts.length > 0) return err({ code: "conflict", conflicts });

  const places = withdrawals.flatMap((each) => placeOf(context, tables, each));
  const receipts = queueWrites(context, looked.value.tables.map(writeOf));
  const sent = await session.attempt();
  const [logged] = looked.value.tables;
  const told: Before = {
    bound: logged?.bound ?? audit,
    updated: [],
    removed: [],
    added: record,
    below: null,
  };
  if (!sent.ok) return finish(session, works.value, told, sent.error, weights);

  const overtaken = receipts.flatMap(overtakenIn);
  if (overtaken.length === 0 && !receipts.some(isMisplaced)) {
    const extended = await extend(session, receipts);
    return extended.ok ? ok({ roundTrips: session.roundTrips }) : extended;
  }
  const cause = await giveBack(session, tables, places, receipts, told, weights);
  return cause === null
    ? err({ code: "conflict", conflicts: overtaken })
    : err({ code: "half-written", restored: false, cause });
}

function worksOf(
  tables: BoundTables,
  withdrawals: readonly Withdrawal[],
): Result<readonly TableWork[], CommitFailure> {
  const byTable = new Map<TableId, UpdatedRow[]>();
  for (const { table, id, createdDay } of withdrawals) {
    const day: Readonly<Record<string, CellChange>> =
      createdDay === null ? {} : { createdDay: { from: createdDay, to: null } };
    // The id last: by it the row's other cell is found.
    const row = { table, id, cells: { ...day, id: { from: id, to: null } } };
    byTable.set(table, [...(byTable.get(table) ?? []), row]);
  }
  const works: TableWork[] = [];
  for (const [table, updated] of byTable) {
    const bound = tables[table];
    if (bound === undefined) return err({ code: "table-missing", table });
    works.push({ bound, updated, removed: [], added: [] });
  }
  return ok(works);
}

function writeOf({ work, bound, rows, bodyRows, room }: SeenTable): TableWrite {
  return {
    bound,
    bodyRows,
    room,
    removals: [],
    additions: work.added,
    updates: work.updated.flatMap((row) => {
      const seen = rows.get(row.id);
      return seen === undefined ? [] : [{ row, place: seen.place, formats: seen.formats }];
    }),
  };
}

/** Where a row stands in its table right before its id goes. */
interface PlaceBefore {
  readonly withdrawal: Withdrawal;
  readonly bound: BoundTable;
  readonly row: Excel.Range;
  readonly body: Excel.Range;
}

function placeOf(
  context: Excel.RequestContext,
  tables: BoundTables,
  withdrawal: Withdrawal,
): readonly PlaceBefore[] {
  const bound = tables[withdrawal.table];
  if (bound === undefined) return [];
  const row = fleeting(rowAt(context, bound, { by: "id", id: withdrawal.id })).load(
    "rowIndex,values",
  );
  const table = context.workbook.tables.getItem(bound.live.id);
  return [{ withdrawal, bound, row, body: fleeting(table.getDataBodyRange()).load("rowIndex") }];
}

/** After a fault: what was begun is done, since a row without its id cannot be found to be put back. */
async function finish(
  session: Session,
  works: readonly TableWork[],
  told: Before,
  cause: WorkbookFailure,
  weights: RowWeights,
): Promise<Result<Committed, CommitFailure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stands = await tried(() => standingOf(session, told, weights));
    if (!stands.ok) continue;
    if (stands.value.written !== "all") {
      const left =
        stands.value.written === "nothing" ? null : await takeBack(session, [told], weights);
      return err(left === null ? cause : { code: "half-written", restored: false, cause: left });
    }
    stands.value.extend();
    const rest = await tried(() => blankRest(session, works, weights));
    if (rest.ok) return ok({ roundTrips: session.roundTrips });
  }
  return err({ code: "half-written", restored: false, cause });
}

/** Blanks the ids that are still there, and their days. */
async function blankRest(
  session: Session,
  works: readonly TableWork[],
  weights: RowWeights,
): Promise<Result<void, CommitFailure>> {
  const left: TableWork[] = [];
  for (const work of works) {
    const ids = work.updated.map(({ id }) => id);
    const standing = await positionsOf(session, work.bound, ids, weights);
    if (!standing.ok) return standing;
    const updated = work.updated.filter(({ id }) => standing.value.has(id));
    if (updated.length > 0) left.push({ ...work, updated });
  }
  const looked = await lookAtRows(session, left, weights);
  if (!looked.ok) return looked;
  queueWrites(session.context, looked.value.tables.map(writeOf));
  return session.attempt();
}

/** Somebody was faster: every row gets back the id and day it had, and what was told of is taken out again. */
async function giveBack(
  session: Session,
  tables: BoundTables,
  places: readonly PlaceBefore[],
  receipts: readonly WriteReceipt[],
  told: Before,
  weights: RowWeights,
): Promise<WorkbookFailure | null> {
  const newcomers = places.flatMap(({ withdrawal, bound, row, body }): readonly Newcomer[] => {
    if (row.isNullObject) return [];
    const values = (row.values[0] ?? []).map(cellOf);
    const at = (column: string) => values[bound.columns[column]?.index ?? -1] ?? null;
    const { table, id } = withdrawal;
    const known = Object.keys(bound.columns).find(
      (column) => column !== "id" && column !== "createdDay" && at(column) !== null,
    );
    if (known === undefined) return [];
    const createdDay = withdrawal.createdDay === null ? null : at("createdDay");
    const place = { table, row: row.rowIndex - body.rowIndex, column: known, found: at(known) };
    return [{ ...place, id, createdDay }];
  });
  const below = receipts.map(beforeWritten).find((each) => each.below !== null)?.below ?? null;
  const taken = await takeBack(session, [{ ...told, below }], weights);
  const given = await identify(session, { tables, newcomers, record: () => [] }, weights);
  return taken ?? (given.ok ? null : asWorkbookFailure(given.error));
}
