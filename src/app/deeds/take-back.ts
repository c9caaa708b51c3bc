import { ok, type Result } from "../../domain/result";
import { isOfRows, type AuditEntry } from "../../tables/audit/entries";
import { choiceTitle } from "../../tables/cells";
import type { LongChange } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { deedKinds, entryKinds } from "../../tables/specs/audit";
import { allInSlices, forPart, unwatched, type Onlooker, type Watcher } from "../slices";
import { dressReturned } from "../duplicates/dress-returned";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { SwitchFailure, WorkbookFailure } from "../workbook/failures";
import type { Conflict } from "../workbook/rows";
import { lastingReason } from "./lasting";
import type { CellObstacle, StructureObstacle } from "./obstacles";
import { customerOf, findingOrigins, nameIn, originOf, type Origins } from "./origins";
import { perform, type Performed, type PerformFailure, type Trace } from "./perform";
import { restructure, type RestructureFailure } from "./perform-structure";
import type { Deed } from "./record-deed";
import {
  isOfFormulas,
  planFormulas,
  takeBackFormulas,
  type FormulasPlan,
} from "./take-back-formulas";
import { givesIds, planWithdrawal, withdraw, type IdsPlan } from "./take-back-ids";
import { planRows } from "./take-back-rows";
import { planStructure, type StructurePlan } from "./take-back-structure";

export type TakeBackFailure = PerformFailure | RestructureFailure | SwitchFailure;

/** Why an entry cannot be taken back; `found` and `expected` are cells as they stand in the workbook. */
export type Obstacle = CellObstacle | StructureObstacle;

/** What taking entries back would do, judged by the workbook as it stands. */
export interface TakeBackPlan {
  /** The workbook as it was looked at. */
  readonly facts: WorkbookFacts;
  /** Takes back all that can be, of cells and rows. */
  readonly change: LongChange;
  /** How many rows of each table it removes. */
  readonly removes: ReadonlyMap<TableId, number>;
  /** How the calculated columns stand, and what repair put into them. */
  readonly formulas: FormulasPlan;
  /** The same of columns, headers, lists, formulas and words. */
  readonly structure: StructurePlan;
  /** Ids that were given to rows typed by hand. */
  readonly ids: IdsPlan;
  /** How many entries it takes back. */
  readonly readyCount: number;
  /** What was done, for people; "" where nothing is taken back. */
  readonly about: string;
  /** Where the entries of cells, rows and ids are found again. Those of a long deed are not kept while it is taken back. */
  readonly origins: readonly Origins[];
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
 * @param told - what an attempt a moment ago found to stand in the way
 */
export async function planTakeBack(
  workbook: Workbook,
  all: readonly AuditEntry[],
  onlooker: Onlooker = unwatched,
  told: readonly Conflict[] = [],
): Promise<Result<TakeBackPlan, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  // Each answer is a sign: the workbook may be busy with what was done a moment ago.
  onlooker.onProgress(0.05);
  const kinds = await allInSlices(sortingByKind(all), forPart(onlooker, 0.05, 0.06));
  const formulas = await planFormulas(workbook, facts, kinds.formulas);
  if (!formulas.ok) return formulas;
  const structure = await planStructure(workbook, facts, kinds.structure);
  if (!structure.ok) return structure;
  onlooker.onProgress(0.1);
  await onlooker.pace.pause();
  const ids = await planWithdrawal(workbook, facts, kinds.given);
  if (!ids.ok) return ids;
  await onlooker.pace.pause();
  const rows = await planRows(workbook, facts, kinds.rows, told, forPart(onlooker, 0.1, 0.97));
  if (!rows.ok) return rows;
  const upgrade = stays(kinds.upgrade, facts);
  const plans = [formulas.value, structure.value, ids.value, rows.value, upgrade];
  const origins = [
    await allInSlices(findingOrigins(ids.value.ready), forPart(onlooker, 0.97, 0.97)),
    await allInSlices(findingOrigins(rows.value.ready), forPart(onlooker, 0.97, 1)),
  ].filter(({ count }) => count > 0);
  return ok({
    facts,
    change: rows.value.change,
    removes: rows.value.removes,
    formulas: formulas.value,
    structure: structure.value,
    ids: ids.value,
    readyCount: plans.reduce((sum, { ready }) => sum + ready.length, 0),
    about: aboutOf(plans.find(({ ready }) => ready.length > 0)?.ready ?? [], facts),
    origins,
    refused: plans.flatMap(({ refused }): readonly RefusedEntry[] => refused),
  });
}

/** Entries by how they are taken back. */
interface Kinds {
  readonly formulas: readonly AuditEntry[];
  readonly structure: readonly AuditEntry[];
  /** Ids that were given, with the days of creation that came with them. */
  readonly given: readonly AuditEntry[];
  readonly rows: readonly AuditEntry[];
  /** Of an upgrade: one thing, of which nothing goes back without the rest. */
  readonly upgrade: readonly AuditEntry[];
}

/** Entries none of which is taken back. */
function stays(entries: readonly AuditEntry[], facts: WorkbookFacts) {
  const refused = entries.flatMap((entry): readonly RefusedEntry[] => {
    const reason = lastingReason(entry, facts);
    return reason === null ? [] : [{ entry, obstacles: [reason] }];
  });
  return { ready: [], refused };
}

/** Entries sorted between two places to pause. */
const perStep = 1_000;

function* sortingByKind(all: readonly AuditEntry[]): Generator<number, Kinds> {
  const formulas: AuditEntry[] = [];
  const structure: AuditEntry[] = [];
  const given: AuditEntry[] = [];
  const rows: AuditEntry[] = [];
  const upgrade: AuditEntry[] = [];
  const isGiven = givesIds(all);
  for (const [at, entry] of all.entries()) {
    if (at % perStep === 0) yield at / all.length;
    if (entry.deed.kind === "migrate") upgrade.push(entry);
    else if (isOfFormulas(entry)) formulas.push(entry);
    else if (isGiven(entry)) given.push(entry);
    else (isOfRows(entry.what) ? rows : structure).push(entry);
  }
  return { formulas, structure, given, rows, upgrade };
}

/**
 * Takes back what a plan found ready, as a deed of its own, which can be taken back again. Someone who was faster than
 * the plan is a `conflict` or `row-missing`, and nothing is written.
 */
export async function takeBackPlanned(
  workbook: Workbook,
  { facts, change, about, origins, formulas, structure, ids }: TakeBackPlan,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, TakeBackFailure>> {
  const { work, refersTo } = structure;
  // A repair may go back in two deeds, also one long after the other: each says what it is about.
  const aboutPart = ([first]: readonly AuditEntry[]): string =>
    first?.deed.kind === "repair" ? `${about} · ${titleOf(first, facts)}` : about;
  if (formulas.ready.length > 0) {
    const of = aboutPart(formulas.ready);
    const done = await takeBackFormulas(workbook, facts, formulas, of, trace, watcher);
    // Lists and columns of the same repair follow as a deed of their own.
    if (!done.ok || work.steps.length === 0) return done;
  }
  if (work.steps.length > 0) {
    const deed = { kind: "take-back", about: aboutPart(structure.ready), refersTo } as const;
    return restructure(workbook, facts, deed, work, trace, watcher);
  }
  const customerId = customerOf(origins);
  const deed: Deed = {
    kind: "take-back",
    about,
    ...(customerId === null ? {} : { customerId }),
    nameOf: (table, id) => nameIn({ table, id }, origins),
    refersTo: (what) => originOf(what, origins),
  };
  if (ids.withdrawals.length > 0) return withdraw(workbook, facts, deed, ids.withdrawals, trace);
  const done = await perform(workbook, facts, deed, [change], trace, watcher);
  return done.ok ? ok(await dressReturned(workbook, done.value)) : done;
}

/** What an entry tells of; a cell of a calculated column holds a formula. */
function titleOf(
  { what: { kind } }: AuditEntry,
  { language }: Pick<WorkbookFacts, "language">,
): string {
  return choiceTitle(entryKinds, kind === "cell" ? "formula" : kind, language ?? "en");
}

/** What was taken back, as it stands in the audit table: the kind of deed and what that was about. */
export function aboutOf(
  [first]: readonly AuditEntry[],
  { language }: Pick<WorkbookFacts, "language">,
): string {
  if (first === undefined) return "";
  const { kind, about } = first.deed;
  const title = choiceTitle(deedKinds, kind, language ?? "en");
  return about === "" ? title : `${title} · ${about}`;
}
