import { err, ok, type Result } from "../../domain/result";
import { reverse, type Change } from "../../tables/change";
import { halves } from "../../tables/import/change";
import { entriesIn, PieceSize } from "./piece-size";
import type { Watcher } from "../slices";
import type { CommitFailure, Workbook } from "../workbook";

export type CommitAllFailure =
  | CommitFailure
  /** A person cancelled; the workbook is as it was. */
  | { readonly code: "cancelled" }
  /** A change failed, and taking back those before it failed, too: `applied` are still in the workbook, in order. */
  | {
      readonly code: "partly-applied";
      readonly applied: readonly Change[];
      readonly cause: CommitFailure | { readonly code: "cancelled" };
      readonly because: CommitFailure;
    };

export interface CommittedAll {
  /** What was committed, in order and as recorded: a change too large for one message may have become several. */
  readonly applied: readonly Change[];
  readonly roundTrips: number;
}

/** A host that is busy or lost a message is asked once more before giving up what was already done. */
const attempts = 2;

/** Adds to a change what is committed together with it; `applied` are those committed before. */
export type Recorder = (change: Change, applied: readonly Change[]) => Change;

type Series = ReturnType<Workbook["inSeries"]>;

/**
 * Commits changes one after another, all or none: when one fails, or a person cancels, those before it are taken back
 * in reverse order. Large ones are cut into pieces the host is quick with. Progress is heard at least twice a second;
 * it goes back while changes are taken back.
 *
 * @param record - asked right before a change is committed, so that a change cut in two is recorded in two
 */
export async function commitAll(
  workbook: Workbook,
  changes: readonly Change[],
  { signal, onProgress, pace }: Watcher,
  record: Recorder = (change) => change,
): Promise<Result<CommittedAll, CommitAllFailure>> {
  const series = workbook.inSeries();
  const total = sizeOf(changes);
  const share = (done: number): number => (total === 0 ? 1 : done / total);
  const waiting = [...changes].reverse();
  const applied: Change[] = [];
  const sizes: number[] = [];
  const size = new PieceSize();
  let done = 0;
  let roundTrips = 0;
  const givenUp = (cause: TakenBack["cause"]) =>
    takenBack(series, { applied, cause }, (last, part) => {
      const before = sizes.slice(0, last).reduce((sum, each) => sum + each, 0);
      onProgress(share(before + (1 - part) * (sizes[last] ?? 0)));
    });
  for (let change = waiting.pop(); change !== undefined; change = waiting.pop()) {
    if (signal.aborted) return givenUp({ code: "cancelled" });
    const smaller = entriesIn(change) > size.entries ? halves(change) : null;
    if (smaller !== null) {
      waiting.push(smaller[1], smaller[0]);
      continue;
    }
    const recorded = record(change, applied);
    const rows = sizeOf([change]);
    const before = done;
    const began = pace.now();
    const committed = await series.commit(recorded, (part) =>
      onProgress(total === 0 ? part : share(before + part * rows)),
    );
    if (!committed.ok) {
      const parts = isTooLarge(committed.error) ? halves(change) : null;
      if (parts === null) return givenUp(committed.error);
      waiting.push(parts[1], parts[0]);
      continue;
    }
    size.took(pace.now() - began, entriesIn(change));
    applied.push(recorded);
    sizes.push(rows);
    roundTrips += committed.value.roundTrips;
    done += rows;
    onProgress(share(done));
    await pace.pause();
  }
  return ok({ applied, roundTrips });
}

interface TakenBack {
  readonly applied: readonly Change[];
  readonly cause: CommitFailure | { readonly code: "cancelled" };
}

/** @param onBack - hears which change is being taken back, counted from the first, and what share of it is done */
async function takenBack(
  series: Series,
  { applied, cause }: TakenBack,
  onBack: (last: number, part: number) => void,
): Promise<Result<never, CommitAllFailure>> {
  const left = [...applied];
  for (let change = left.at(-1); change !== undefined; change = left.at(-1)) {
    const last = left.length - 1;
    const because = await committedBack(series, change, (part) => onBack(last, part));
    if (because !== null) return err({ code: "partly-applied", applied: left, cause, because });
    left.pop();
    onBack(last, 1);
  }
  return err(cause);
}

async function committedBack(
  series: Series,
  change: Change,
  onProgress: (part: number) => void,
): Promise<CommitFailure | null> {
  let failure: CommitFailure | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const back = await series.commit(reverse(change), onProgress);
    if (back.ok) return null;
    failure = back.error;
  }
  return failure;
}

function isTooLarge(failure: CommitFailure): boolean {
  if (failure.code === "half-written") return failure.restored && isTooLarge(failure.cause);
  return failure.code === "too-large";
}

function sizeOf(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { added, updated, removed }) => sum + added.length + updated.length + removed.length,
    0,
  );
}
