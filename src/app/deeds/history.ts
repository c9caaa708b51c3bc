import { err, ok, type Result } from "../../domain/result";
import { isOfStructure } from "../../tables/audit/entries";
import type { Performed, Trace } from "./perform";
import { forPart, unwatched, type Watcher } from "../slices";
import type { TableId } from "../../tables/schema";
import { fetched } from "../later";
import { emptiedBy } from "./emptied";
import type { RefusedEntry, TakeBackFailure } from "./take-back";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";

/** What this pane did since it was opened, newest last, for Undo. Immutable: every step gives a new history. */
export interface History {
  readonly done: readonly Performed[];
}

/** Why the newest deed cannot be taken back as a whole: the workbook has moved on. */
export type Overtaken =
  /** Cells the deed wrote were changed since; `columns` names each column once. */
  | { readonly code: "changed-since-deed"; readonly columns: readonly string[] }
  /** A row the deed wrote is no longer there, for instance after Ctrl+Z in the sheet. */
  | { readonly code: "deed-gone" }
  /** Columns, headers or lists are in use or were changed since; the list of changes says which. */
  | { readonly code: "structure-in-use" };

export const emptyHistory: History = { done: [] };

/** The history with one more deed. */
export function remember(history: History, performed: Performed): History {
  return { done: [...history.done, performed] };
}

/** What `takeBack` would take back; null when there is nothing. */
export function lastDeed({ done }: History): Performed | null {
  return done.at(-1) ?? null;
}

/** The history without a deed, which was taken back elsewhere. */
export function forget(history: History, deed: string): History {
  return { done: history.done.filter((performed) => performed.deed.id !== deed) };
}

/** How much of the time it takes to look at the rows as they stand. */
const planningShare = 0.3;

/**
 * Takes the newest deed back, whole or not at all; parts are offered where the changes are listed. Excel's own undo
 * cannot: every write of an add-in is a step of its own, and some clear the stack.
 *
 * @param watcher - an import of many rows is taken back in pieces, which can be watched and cancelled
 * @returns the shorter history, the deed `taken` back, the deed that did so, and tables that were made for it and stay
 * though they hold nothing any more; a `changed-since-deed` or `deed-gone`
 * leave workbook and history as they were
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
      readonly taken: Performed;
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
  const plan = await planTakeBack(workbook, taken.entries, forPart(watcher, 0, planningShare));
  if (!plan.ok) return plan;
  if (plan.value.refused.length > 0) return err(overtaken(plan.value.refused));
  const working = forPart(watcher, planningShare, 1);
  const done = await takeBackPlanned(workbook, plan.value, trace, working);
  if (!done.ok) return done;
  return ok({
    history: forget(history, taken.deed.id),
    taken,
    performed: done.value,
    emptied: emptiedBy(plan.value),
  });
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
