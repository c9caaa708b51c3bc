import { err, ok, type Result } from "../domain/result";
import { reverse, type Change } from "../tables/change";
import type { CommitFailure, Workbook } from "./workbook";

/** What this add-in did in this session, newest last. Immutable: every step gives a new history. */
export interface History {
  readonly done: readonly Deed[];
}

/** One thing a person did through the add-in. */
export interface Deed {
  readonly kind: "follow-up";
  /** Whom it was about, for the words on the button. */
  readonly customerId: string;
  readonly customerName: string;
  readonly change: Change;
}

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
 * @returns the shorter history and the `change` that was applied, with which `afterChange` gives the new Today; a
 * conflict when someone changed one of the cells since, which leaves workbook and history as they were
 */
export async function takeBack(
  workbook: Workbook,
  history: History,
): Promise<
  Result<
    { readonly history: History; readonly taken: Deed; readonly change: Change },
    CommitFailure | { readonly code: "nothing-to-take-back" }
  >
> {
  const taken = lastDeed(history);
  if (taken === null) return err({ code: "nothing-to-take-back" });
  const change = reverse(taken.change);
  const committed = await workbook.commit(change);
  if (!committed.ok) return committed;
  return ok({ history: { done: history.done.slice(0, -1) }, taken, change });
}
