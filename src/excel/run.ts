import type { WorkbookFailure } from "../app/workbook/failures";
import { err, ok, type Result } from "../domain/result";
import { messageSent } from "./awaited";
import { failureOf } from "./failure";

/** One conversation with Excel: commands are queued on `context` and travel with `sync`. */
export interface Session {
  readonly context: Excel.RequestContext;
  /** Requests sent so far, whether they succeeded or not. */
  readonly roundTrips: number;
  /** Sends what is queued. A refusal of the host ends the conversation: `inExcel` returns it as the failure. */
  sync(): Promise<void>;
  /** Sends what is queued and lets the caller deal with a refusal. */
  attempt(): Promise<Result<void, WorkbookFailure>>;
}

/**
 * Runs `work` in one `Excel.run`. It waits until a person has left the cell being edited. Whatever the host refuses
 * comes back as a failure, translated once; a bug of ours is thrown on.
 */
export async function inExcel<T, E>(
  work: (session: Session) => Promise<Result<T, E>>,
): Promise<Result<T, E | WorkbookFailure>> {
  // Before a conversation begins, Excel is asked whether a cell is being edited, and answers when it no longer is.
  const free = messageSent();
  try {
    return await tried(() =>
      Excel.run({ delayForCellEdit: true }, (context) => {
        free();
        return work(sessionOn(context));
      }),
    );
  } finally {
    free();
  }
}

/** A part of a conversation whose refusal by the host does not end it: the refusal comes back as the failure. */
export async function tried<T, E>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | WorkbookFailure>> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  }
}

function sessionOn(context: Excel.RequestContext): Session {
  let roundTrips = 0;
  const sync = async (): Promise<void> => {
    roundTrips += 1;
    const answered = messageSent();
    try {
      await context.sync();
    } finally {
      answered();
    }
  };
  return {
    context,
    get roundTrips() {
      return roundTrips;
    },
    sync,
    async attempt() {
      try {
        await sync();
        return ok(undefined);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === null) throw error;
        return err(failure);
      }
    },
  };
}

/**
 * The same range, not tracked beyond the next sync. Tracked ranges cost a further request at the end of `Excel.run`
 * for their release, and ours are looked up afresh in every trip anyway, since rows may move in between.
 */
export function fleeting(range: Excel.Range): Excel.Range {
  range.untrack();
  return range;
}

/** Queues that the message ends here, with nothing done of what follows, where these ranges have no cell in common. */
export function queueMeeting(found: Excel.Range, expected: Excel.Range): void {
  fleeting(found.getIntersection(expected)).load("address");
}
