import { err, ok, type Result } from "../domain/result";
import { reverse, type Change } from "../tables/change";
import { takeAllBack, type CommitAllFailure } from "./commit-all";
import { unwatched, type Watcher } from "./slices";
import type { CommitFailure, Workbook } from "./workbook";

/** What this add-in did in this session, newest last. Immutable: every step gives a new history. */
export interface History {
  readonly done: readonly Deed[];
}

/** One thing a person did through the add-in. */
export type Deed = FollowUpDeed | ImportDeed;

export interface FollowUpDeed {
  readonly kind: "follow-up";
  /** Whom it was about, for the words on the button. */
  readonly customerId: string;
  readonly customerName: string;
  readonly change: Change;
}

/** A whole import, which is taken back whole. */
export interface ImportDeed {
  readonly kind: "import";
  readonly added: number;
  readonly updated: number;
  /** In the order they were committed. */
  readonly changes: readonly Change[];
}

/** Why a deed cannot be taken back any more: the workbook has moved on. */
export type Overtaken =
  /** Cells the deed wrote were changed since; `columns` names each column once. */
  | { readonly code: "changed-since-deed"; readonly columns: readonly string[] }
  /** A row the deed wrote is no longer there, for instance after Ctrl+Z in the sheet. */
  | { readonly code: "deed-gone" };

export const emptyHistory: History = { done: [] };

/** The history with one more deed. */
export function remember(history: History, deed: Deed): History {
  return { done: [...history.done, deed] };
}

/** What `takeBack` would take back; null when there is nothing. */
export function lastDeed({ done }: History): Deed | null {
  return done.at(-1) ?? null;
}

/**
 * Takes the newest deed back. Excel's own undo cannot: every write of an add-in is a step of its own, and some
 * clear the stack.
 *
 * @param watcher - an import of many rows is taken back in pieces, which can be watched and cancelled
 * @returns the shorter history and the `change` that was applied, with which `afterChange` gives the new Today; a
 * `changed-since-deed` or `deed-gone` leave workbook and history as they were
 */
export async function takeBack(
  workbook: Workbook,
  history: History,
  watcher: Watcher = unwatched,
): Promise<
  Result<
    { readonly history: History; readonly taken: Deed; readonly change: Change },
    CommitFailure | CommitAllFailure | Overtaken | { readonly code: "nothing-to-take-back" }
  >
> {
  const taken = lastDeed(history);
  if (taken === null) return err({ code: "nothing-to-take-back" });
  const change =
    taken.kind === "follow-up" ? reverse(taken.change) : reverse(together(taken.changes));
  const committed =
    taken.kind === "follow-up"
      ? await workbook.commit(change)
      : await takeAllBack(workbook, taken.changes, watcher);
  if (!committed.ok) return err(overtaken(committed.error));
  return ok({ history: { done: history.done.slice(0, -1) }, taken, change });
}

function overtaken<Failure extends CommitFailure | CommitAllFailure>(
  failure: Failure,
): Failure | Overtaken {
  if (failure.code === "row-missing") return { code: "deed-gone" };
  if (failure.code !== "conflict") return failure;
  const columns = new Set(failure.conflicts.map(({ column }) => column));
  return { code: "changed-since-deed", columns: [...columns] };
}

function together(changes: readonly Change[]): Change {
  return {
    added: changes.flatMap(({ added }) => added),
    updated: changes.flatMap(({ updated }) => updated),
    removed: changes.flatMap(({ removed }) => removed),
  };
}
