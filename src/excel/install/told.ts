import type { WorkbookFailure } from "../../app/workbook/failures";
import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import type { WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { beforeWritten, isMisplaced, type Before } from "../commit/before";
import { commit } from "../commit/commit";
import { extend } from "../commit/extend";
import { lookAtRows } from "../commit/look-at-rows";
import { standingOf } from "../commit/put-back";
import { takeBack } from "../commit/recover";
import { queueWrites, type WriteReceipt } from "../commit/write-rows";
import type { RowWeights } from "../read";
import { asWorkbookFailure } from "../failure";
import { tried, type Session } from "../run";
import { queueInPlace, queueWidth } from "../table-place";

/** Rows of the audit table that tell of a change of structure and travel in its last message; rule P4. */
export interface Told {
  /**
   * Queues that the message ends here, with nothing done of what follows, where the rows would no longer fit the table:
   * ahead of what cannot be put back.
   */
  guard(): void;
  /** Queues them: the last thing in the message, so that where they are, all that they tell of is there. */
  queue(): void;
  /**
   * Sees to them once the message has come back: the table is extended, and where a colleague wrote there in the same
   * moment they get their rows back, and ours are written below.
   */
  settle(): Promise<Result<void, WorkbookFailure>>;
  /** Whether they have arrived although the message was not answered; null where the host does not say. */
  arrived(): Promise<boolean | null>;
  /** Takes out whatever of them has arrived. */
  takeBack(): Promise<WorkbookFailure | null>;
}

/** Nothing is to be told: the change is part of a larger one. */
export const nothingToTell: Told = {
  guard: () => undefined,
  queue: () => undefined,
  settle: () => Promise.resolve(ok(undefined)),
  arrived: () => Promise.resolve(false),
  takeBack: () => Promise.resolve(null),
};

/** There is no room for the rows. */
type NoRoom = Extract<CommitFailure, { readonly code: "no-room-below" | "sheet-full" }>;

/**
 * Looks at the audit table for rows that shall be added to it. What was queued before travels in the same message.
 *
 * @param bound - the audit table; absent where somebody deleted it
 */
export async function lookForTold(
  session: Session,
  bound: BoundTable | undefined,
  rows: readonly WholeRow[] | undefined,
  weights: RowWeights,
): Promise<Result<Told, WorkbookFailure | NoRoom>> {
  if (rows === undefined || rows.length === 0) {
    await session.sync();
    return ok(nothingToTell);
  }
  if (bound === undefined) return err({ code: "table-missing", table: "audit" });
  const work = { bound, updated: [], removed: [], added: rows };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return err(asFailure(looked.error));
  const [seen] = looked.value.tables;
  if (seen === undefined) throw new Error("the audit table was not looked at");
  if (seen.sheetProtected) return err({ code: "protected", sheet: seen.bound.live.sheet });

  const before: Before = { bound: seen.bound, updated: [], removed: [], added: rows, below: null };
  let receipts: readonly WriteReceipt[] = [];
  return ok({
    guard() {
      const { bound: audit } = seen;
      for (const column of Object.values(audit.columns))
        queueInPlace(session.context, audit, column);
      queueWidth(session.context, audit);
    },
    queue() {
      const { bodyRows, room } = seen;
      receipts = queueWrites(session.context, [
        { bound: seen.bound, bodyRows, room, updates: [], removals: [], additions: rows },
      ]);
    },
    async settle() {
      if (!receipts.some(isMisplaced)) return extend(session, receipts);
      const cause = await takeBack(session, receipts.map(beforeWritten), weights);
      if (cause !== null) return err(cause);
      const change = { added: rows, updated: [], removed: [] };
      const again = await commit(session, { audit: seen.bound }, change, weights);
      return again.ok ? ok(undefined) : err(asWorkbookFailure(again.error));
    },
    async arrived() {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const stands = await tried(() => standingOf(session, before, weights));
        if (!stands.ok) continue;
        if (stands.value.written !== "all") return false;
        stands.value.extend();
        const sent = await session.attempt();
        if (sent.ok) return true;
      }
      return null;
    },
    takeBack: () => takeBack(session, [before], weights),
  });
}

const attempts = 2;

function asFailure(failure: CommitFailure): WorkbookFailure | NoRoom {
  return failure.code === "no-room-below" || failure.code === "sheet-full"
    ? failure
    : asWorkbookFailure(failure);
}
