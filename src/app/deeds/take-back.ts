import { ok, type Result } from "../../domain/result";
import { deedKinds } from "../../tables/specs/audit";
import {
  isOfRows,
  netChange,
  type AuditEntry,
  type DeedFacts,
  type RecordedChange,
} from "../../tables/audit/entries";
import { choiceTitle, isBlankCell } from "../../tables/cells";
import {
  reverseRow,
  type Cell,
  type CellChange,
  type Change,
  type WholeRow,
} from "../../tables/change";
import { columnsInUse, readStanding, type Standing } from "../standing-rows";
import { perform, type Performed, type PerformFailure, type Trace } from "./perform";
import { restructure, type RestructureFailure } from "./perform-structure";
import type { CellObstacle, CellPlace, RowPlace } from "./obstacles";
import type { Deed } from "./record-deed";
import { givesIds, planWithdrawal, withdraw, type IdsPlan } from "./take-back-ids";
import {
  isOfFormulas,
  planFormulas,
  takeBackFormulas,
  type FormulasPlan,
} from "./take-back-formulas";
import { planStructure, type StructureObstacle, type StructurePlan } from "./take-back-structure";
import { RowMap } from "../row-map";
import { allInSlices, forPart, unwatched, type Onlooker, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { SwitchFailure, WorkbookFailure } from "../workbook/failures";

export type TakeBackFailure = PerformFailure | RestructureFailure | SwitchFailure;

/** Why an entry cannot be taken back; `found` and `expected` are cells as they stand in the workbook. */
export type Obstacle = CellObstacle | StructureObstacle;

/** What taking entries back would do, judged by the workbook as it stands. */
export interface TakeBackPlan {
  /** The workbook as it was looked at. */
  readonly facts: WorkbookFacts;
  /** Takes back all that can be, of cells and rows. */
  readonly change: Change;
  /** How the calculated columns stand, and what repair put into them. */
  readonly formulas: FormulasPlan;
  /** The same of columns, headers, lists, formulas and words. */
  readonly structure: StructurePlan;
  /** Ids that were given to rows typed by hand. */
  readonly ids: IdsPlan;
  /** The entries that `change` takes back. */
  readonly ready: readonly AuditEntry[];
  /** Those that cannot be, and why. Notes, which only say that something was done, are in neither list. */
  readonly refused: readonly RefusedEntry[];
}

export interface RefusedEntry {
  readonly entry: AuditEntry;
  /** One, or for a row that was added one per cell that was changed since. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Looks at the workbook and tells which of these entries can be taken back, cell by cell; rule P4. A cell is only put
 * back while it holds what the deed wrote, a row that was added only goes while nobody has written into it, and a row
 * that was removed only comes back while its id is free. Nothing is written.
 *
 * @param all - entries of one deed, all or some; entries about one row that came or went belong together
 */
export async function planTakeBack(
  workbook: Workbook,
  all: readonly AuditEntry[],
  onlooker: Onlooker = unwatched,
): Promise<Result<TakeBackPlan, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  // Each answer is a sign: the workbook may be busy with what was done a moment ago.
  onlooker.onProgress(0.05);
  const formulas = await planFormulas(workbook, facts, all.filter(isOfFormulas));
  if (!formulas.ok) return formulas;
  await onlooker.pace.pause();
  const entries = all.filter((entry) => !isOfFormulas(entry));
  const structure = await planStructure(workbook, facts, entries);
  if (!structure.ok) return structure;
  onlooker.onProgress(0.1);
  await onlooker.pace.pause();
  const isGiven = givesIds(entries);
  const ids = await planWithdrawal(workbook, facts, entries.filter(isGiven));
  if (!ids.ok) return ids;
  await onlooker.pace.pause();
  const others = entries.filter((entry) => !isGiven(entry));
  const recorded = others.map(({ what }) => what);
  const net = await allInSlices(netChange(recorded), forPart(onlooker, 0.1, 0.2));
  const read = await readStanding(workbook, facts, net, forPart(onlooker, 0.2, 0.8));
  if (!read.ok) return read;
  const plan = await allInSlices(
    planning(others, net, facts, read.value),
    forPart(onlooker, 0.8, 1),
  );
  return ok({
    ...plan,
    formulas: formulas.value,
    structure: structure.value,
    ids: ids.value,
    ready: [...formulas.value.ready, ...structure.value.ready, ...ids.value.ready, ...plan.ready],
    refused: [
      ...formulas.value.refused,
      ...structure.value.refused,
      ...ids.value.refused,
      ...plan.refused,
    ],
  });
}

/** Rows or entries judged between two places to pause. */
const perStep = 200;

/** How much of planning's time it takes to judge the rows. */
const judgingShare = 0.6;

function* planning(
  entries: readonly AuditEntry[],
  net: Change,
  facts: WorkbookFacts,
  standing: Standing,
): Generator<number, Omit<TakeBackPlan, "formulas" | "structure" | "ids">> {
  const judged = yield* judging(net, facts, standing);
  const isFree = judged.obstacles.size === 0;
  const refused: RefusedEntry[] = [];
  const ready: AuditEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % perStep === 0) yield judgingShare + (1 - judgingShare) * (at / entries.length);
    if (!isOfRows(entry.what)) continue;
    const obstacles = isFree ? [] : (judged.obstacles.get(unitOf(judged, entry.what)) ?? []);
    if (obstacles.length > 0) refused.push({ entry, obstacles });
    else ready.push(entry);
  }
  return { facts, change: judged.change, ready, refused };
}

/**
 * Takes back what a plan found ready, as a deed of its own, which can be taken back again. Someone who was faster than
 * the plan is a `conflict` or `row-missing`, and nothing is written.
 */
export async function takeBackPlanned(
  workbook: Workbook,
  { facts, change, ready, formulas, structure, ids }: TakeBackPlan,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, TakeBackFailure>> {
  const { work, refersTo } = structure;
  if (formulas.ready.length > 0) {
    const about = aboutOf(formulas.ready, facts);
    const done = await takeBackFormulas(workbook, facts, formulas, about, trace, watcher);
    // Lists and columns of the same repair follow as a deed of their own.
    if (!done.ok || work.steps.length === 0) return done;
  }
  if (work.steps.length > 0) {
    const about = aboutOf(structure.ready, facts);
    return restructure(
      workbook,
      facts,
      { kind: "take-back", about, refersTo },
      work,
      trace,
      watcher,
    );
  }
  const origins = await allInSlices(findingOrigins(ready), forPart(watcher, 0, originsShare));
  const [customerId = null] = origins.customers.size === 1 ? origins.customers : [];
  const deed: Deed = {
    kind: "take-back",
    about: aboutOf(ready, facts),
    ...(customerId === null ? {} : { customerId }),
    nameOf: (table, id) => origins.names.get({ table, id }) ?? null,
    refersTo: (what) =>
      (what.kind === "cell" ? origins.cells.get(what.column)?.get(placeOf(what)) : null) ??
      origins.rows.get(placeOf(what)) ??
      null,
  };
  return ids.withdrawals.length > 0
    ? withdraw(workbook, facts, deed, ids.withdrawals, trace)
    : perform(workbook, facts, deed, [change], trace, forPart(watcher, originsShare, 1));
}

/** How much of a take-back's time it takes to find what its entries refer to. */
const originsShare = 0.05;

/** What was taken back, as it stands in the audit table: the kind of deed and what that was about. */
function aboutOf(
  [first]: readonly AuditEntry[],
  { language }: Pick<WorkbookFacts, "language">,
): string {
  if (first === undefined) return "";
  const { kind, about } = first.deed;
  const title = choiceTitle(deedKinds, kind, language ?? "en");
  return about === "" ? title : `${title} · ${about}`;
}

/**
 * The deed that last wrote what stands in the cell now, among newer ones; null when none did: then it was changed in
 * the sheet itself.
 *
 * @param newer - the newest first
 */
export function changerOf(
  { table, id, column, found }: Extract<Obstacle, { readonly code: "changed-since" }>,
  newer: readonly { readonly entries: readonly AuditEntry[] }[],
): DeedFacts | null {
  for (const { entries } of newer) {
    const last = entries.findLast(
      ({ what }) =>
        what.kind === "cell" && what.table === table && what.rowId === id && what.column === column,
    );
    if (last?.what.kind === "cell") return same(last.what.to, found) ? last.deed : null;
  }
  return null;
}

interface Judged {
  /** By row, or by cell of a row that stayed; see `unitOf`. */
  readonly obstacles: ReadonlyMap<string, readonly Obstacle[]>;
  /** Rows that came or went, and are taken back whole. */
  readonly wholeRows: ReadonlySet<string>;
  readonly change: Change;
}

function* judging(
  net: Change,
  facts: WorkbookFacts,
  standing: Standing,
): Generator<number, Judged> {
  let seen = 0;
  const rows = net.added.length + net.removed.length + net.updated.length;
  const share = (): number => judgingShare * (seen / rows);
  const obstacles = new Map<string, readonly Obstacle[]>();
  const removed: WholeRow[] = [];
  const added: WholeRow[] = [];
  const updated: Change["updated"][number][] = [];
  for (const row of net.added) {
    if ((seen += 1) % perStep === 0) yield share();
    const found = obstaclesToRemoving(row, facts, standing);
    if (found.length > 0) obstacles.set(rowKey(row), found);
    else removed.push({ ...row, cells: standing.row(row) ?? row.cells });
  }
  for (const row of net.removed) {
    if ((seen += 1) % perStep === 0) yield share();
    const found = obstaclesToReturning(row, facts, standing);
    if (found.length > 0) obstacles.set(rowKey(row), found);
    else added.push(row);
  }
  for (const row of net.updated) {
    if ((seen += 1) % perStep === 0) yield share();
    const cells: Record<string, CellChange> = {};
    for (const [column, change] of Object.entries(row.cells)) {
      const found = obstacleToRestoring({ ...placed(row), column }, change, facts, standing);
      if (found !== null) obstacles.set(cellKey(row, column), [found]);
      else cells[column] = change;
    }
    if (Object.keys(cells).length > 0) updated.push(reverseRow({ ...row, cells }));
  }
  return {
    obstacles,
    // Asked only where something stands in the way.
    wholeRows: new Set(obstacles.size === 0 ? [] : [...net.added, ...net.removed].map(rowKey)),
    // What was added was judged in full, so that a cell filled a moment later is found by the commit.
    change: { added, updated, removed },
  };
}

function obstaclesToRemoving(
  row: WholeRow,
  facts: WorkbookFacts,
  standing: Standing,
): readonly Obstacle[] {
  const place = placed(row);
  if (facts.tables[row.table] === undefined) return [{ code: "table-gone", ...place }];
  const now = standing.row(row);
  if (now === null) return [{ code: "row-gone", ...place }];
  const changed = columnsInUse(row.table, now).flatMap((column): readonly Obstacle[] => {
    const [expected, found] = [row.cells[column] ?? null, now[column] ?? null];
    if (same(expected, found)) return [];
    return [{ code: "changed-since", ...place, column, expected, found }];
  });
  if (changed.length > 0) return changed;
  const by = row.table === "customers" ? standing.userOf(row.id) : null;
  return by === null ? [] : [{ code: "row-in-use", ...place, by }];
}

function obstaclesToReturning(
  row: WholeRow,
  { tables }: WorkbookFacts,
  standing: Standing,
): readonly Obstacle[] {
  const place = placed(row);
  const table = tables[row.table];
  if (table === undefined) return [{ code: "table-gone", ...place }];
  if (standing.row(row) !== null) return [{ code: "row-is-back", ...place }];
  return Object.entries(row.cells)
    .filter(([column, cell]) => !isBlankCell(cell) && table.columns[column] === undefined)
    .map(([column]) => ({ code: "column-gone", ...place, column }));
}

function obstacleToRestoring(
  cell: CellPlace,
  { from, to }: CellChange,
  { tables }: WorkbookFacts,
  standing: Standing,
): Obstacle | null {
  const table = tables[cell.table];
  const place = placed(cell);
  if (table === undefined) return { code: "table-gone", ...place };
  if (cell.column === "id") return { code: "id-comes-anew", ...place };
  if (table.columns[cell.column] === undefined) return { code: "column-gone", ...cell };
  const now = standing.row(cell);
  if (now === null) return { code: "row-gone", ...place };
  const found = now[cell.column] ?? null;
  if (same(found, to)) return null;
  return same(found, from)
    ? { code: "as-before", ...cell }
    : { code: "changed-since", ...cell, expected: to, found };
}

/** What is judged as one: a row that came or went, else a cell. */
function unitOf({ wholeRows }: Judged, what: RecordedChange): string {
  const row = rowKey(placeOf(what));
  return what.kind !== "cell" || wholeRows.has(row) ? row : cellKey(placeOf(what), what.column);
}

/** By what a take-back's entries find those they take back. */
interface Origins {
  readonly rows: RowMap<string>;
  /** By column. */
  readonly cells: ReadonlyMap<string, RowMap<string>>;
  readonly names: RowMap<string>;
  readonly customers: ReadonlySet<string | null>;
}

function* findingOrigins(entries: readonly AuditEntry[]): Generator<number, Origins> {
  const rows = new RowMap<string>();
  const cells = new Map<string, RowMap<string>>();
  const names = new RowMap<string>();
  const customers = new Set<string | null>();
  for (const [at, { id, what, rowName, customerId }] of entries.entries()) {
    if (at % perStep === 0) yield at / entries.length;
    customers.add(customerId);
    if (!isOfRows(what)) continue;
    const place = placeOf(what);
    if (what.kind === "cell") {
      const column = cells.get(what.column) ?? new RowMap<string>();
      cells.set(what.column, column);
      column.set(place, id);
    } else if (!rows.has(place)) rows.set(place, id);
    if (rowName !== "") names.set(place, rowName);
  }
  return { rows, cells, names, customers };
}

function placeOf({ table, rowId }: RecordedChange): RowPlace {
  return { table, id: rowId };
}

function placed({ table, id }: RowPlace): RowPlace {
  return { table, id };
}

function rowKey({ table, id }: RowPlace): string {
  return `${table} ${id}`;
}

function cellKey(place: RowPlace, column: string): string {
  return `${rowKey(place)} ${column}`;
}

function same(one: Cell, other: Cell): boolean {
  return one === other || (isNothing(one) && isNothing(other));
}

function isNothing(cell: Cell): boolean {
  return cell === null || cell === "";
}
