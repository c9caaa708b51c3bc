import { err, ok, type Result } from "../../domain/result";
import { isOfStructure, type AuditEntry } from "../../tables/audit/entries";
import type { Performed, Trace } from "./perform";
import { forPart, unwatched, type Onlooker, type Watcher } from "../slices";
import type { TableId } from "../../tables/schema";
import { fetched } from "../later";
import { emptiedBy } from "./emptied";
import type { planTakeBack, RefusedEntry, TakeBackFailure, TakeBackPlan } from "./take-back";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";

/** What this pane did since it was opened, newest last, for Undo. Immutable: every step gives a new history. */
export interface History {
  readonly done: readonly Remembered[];
}

/** What is kept of a deed: not the cells, which stand in the workbook and in its audit table. */
export interface Remembered extends Pick<Performed, "deed" | "entries" | "count"> {
  /** How many rows it brought, and how many it changed. */
  readonly added: number;
  readonly updated: number;
}

/** Why the newest deed cannot be taken back as a whole: the workbook has moved on. */
export type Overtaken =
  /** Cells the deed wrote were changed since; `columns` names each column once. */
  | { readonly code: "changed-since-deed"; readonly columns: readonly string[] }
  /** A row the deed wrote is no longer there, for instance after Ctrl+Z in the sheet. */
  | { readonly code: "deed-gone" }
  /** Rows of the audit table that tell of the deed were deleted or written over. */
  | { readonly code: "record-gone"; readonly found: number; readonly count: number }
  /** Columns, headers or lists are in use or were changed since; the list of changes says which. */
  | { readonly code: "structure-in-use" };

export const emptyHistory: History = { done: [] };

/** The history with one more deed. */
export function remember(history: History, { deed, entries, count, change }: Performed): History {
  const { length: added } = change.added;
  const { length: updated } = change.updated;
  return { done: [...history.done, { deed, entries, count, added, updated }] };
}

/** What `takeBack` would take back; null when there is nothing. */
export function lastDeed({ done }: History): Remembered | null {
  return done.at(-1) ?? null;
}

/** The history without a deed, which was taken back elsewhere. */
export function forget(history: History, deed: string): History {
  return { done: history.done.filter((each) => each.deed.id !== deed) };
}

/** How much of the time it takes to look at the rows as they stand. */
const planningShare = 0.35;

/** How much of that goes by reading what a long deed did. */
const readShare = 0.3;

/**
 * Takes the newest deed back, whole or not at all; parts are offered where the changes are listed. Excel's own undo
 * cannot: every write of an add-in is a step of its own, and some clear the stack.
 *
 * @param watcher - an import of many rows is taken back in pieces, which can be watched and cancelled
 * @returns the shorter history, the deed `taken` back, the deed that did so, and tables that were made for it and stay
 * though they hold nothing any more; an {@link Overtaken} leaves workbook and history as they were
 */
export async function takeBack(
  workbook: Workbook,
  history: History,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<
  Result<
    {
      readonly history: History;
      readonly taken: Remembered;
      readonly performed: Performed;
      readonly emptied: readonly TableId[];
    },
    WorkbookFailure | TakeBackFailure | Overtaken | { readonly code: "nothing-to-take-back" }
  >
> {
  const taken = lastDeed(history);
  if (taken === null) return err({ code: "nothing-to-take-back" });
  const part = await fetched(() => import(/* webpackChunkName: "pane-history" */ "./take-back"));
  if (!part.ok) return part;
  const { planTakeBack, takeBackPlanned } = part.value;
  const plan = await planned(workbook, taken, planTakeBack, forPart(watcher, 0, planningShare));
  if (!plan.ok) return plan;
  if (plan.value.refused.length > 0) return err(overtaken(plan.value.refused));
  const emptied = emptiedBy(plan.value);
  const working = forPart(watcher, planningShare, 1);
  const done = await takeBackPlanned(workbook, plan.value, trace, working);
  if (!done.ok) return done;
  const { value: performed } = done;
  return ok({ history: forget(history, taken.deed.id), taken, performed, emptied });
}

/** The entries live no longer than it takes to plan: of a long import they are more than the import. */
async function planned(
  workbook: Workbook,
  taken: Remembered,
  plan: typeof planTakeBack,
  onlooker: Onlooker,
): Promise<Result<TakeBackPlan, WorkbookFailure | Overtaken>> {
  const entries = await entriesOf(workbook, taken, forPart(onlooker, 0, readShare));
  return entries.ok ? plan(workbook, entries.value, forPart(onlooker, readShare, 1)) : entries;
}

/** What a deed did, cell by cell: as it is kept, or as the audit table has it. */
async function entriesOf(
  workbook: Workbook,
  { deed, entries, count }: Remembered,
  onlooker: Onlooker,
): Promise<Result<readonly AuditEntry[], WorkbookFailure | Overtaken>> {
  if (entries !== null) return ok(entries);
  const part = await fetched(() => import(/* webpackChunkName: "pane-history" */ "./audit-log"));
  if (!part.ok) return part;
  const facts = await workbook.describe();
  if (!facts.ok) return facts;
  // The newest deed stands at the end, unless somebody else has written since.
  const rows = facts.value.tables.audit?.rowCount ?? 0;
  const logged = { deed, count, first: Math.max(0, rows - count), entries: [] };
  const read = await part.value.readEntries(workbook, facts.value, logged, onlooker);
  if (!read.ok) return read;
  const { length: found } = read.value;
  return found < count ? err({ code: "record-gone", found, count }) : read;
}

function overtaken(refused: readonly RefusedEntry[]): Overtaken {
  if (refused.some(({ entry }) => isOfStructure(entry.what))) return { code: "structure-in-use" };
  const obstacles = refused.flatMap(({ obstacles: each }) => each);
  const columns = new Set(
    obstacles.flatMap((obstacle) => ("column" in obstacle ? [obstacle.column] : [])),
  );
  const isGone = obstacles.some(({ code }) => code === "row-gone") || columns.size === 0;
  return isGone ? { code: "deed-gone" } : { code: "changed-since-deed", columns: [...columns] };
}
