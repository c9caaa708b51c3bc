import { err, ok, type Result } from "../../domain/result";
import { reverse, wholeChange, type Change, type LongChange } from "../../tables/change";
import { cutOff, entriesIn } from "./piece";
import { PieceSize } from "./piece-size";
import type { Watcher } from "../slices";
import { twice } from "./twice";
import type { Series, Workbook } from "../workbook";
import type { CommitFailure } from "../workbook/rows";

export type CommitAllFailure =
  | CommitFailure
  /** A person cancelled; the workbook is as it was. */
  | { readonly code: "cancelled" }
  /** A change failed, and taking back those before it failed, too: `applied` are still in the workbook, in order. */
  | {
      readonly code: "partly-applied";
      readonly applied: readonly LongChange[];
      readonly cause: CommitFailure | { readonly code: "cancelled" };
      readonly because: CommitFailure;
    };

export interface CommittedAll {
  /** What was committed, in order, without what was recorded of it: a large change has become several. */
  readonly applied: readonly LongChange[];
  readonly roundTrips: number;
}

/** How much of the time reading the ids once more takes, where rows were brought. */
const provingShare = 0.03;

/** Bytes of a piece with its audit rows, counted high, that fit one message with its frame. */
const mostBytes = 2_400_000;

/** Adds to a change what is committed together with it. */
export interface Recorder {
  /** Asked right before a change is committed, so that one cut in two is recorded in two; `at` came before. */
  readonly record: (change: Change, at: number) => Change;
  /** The same once more, where it is taken back: of a long deed the records are more than the deed, and not kept. */
  readonly again: (change: Change, at: number) => Change;
}

const unrecorded: Recorder = { record: (change) => change, again: (change) => change };

/**
 * Commits changes one after another, all or none: when one fails, or a person cancels, those before it are taken back
 * in reverse order. Large ones are cut into pieces the host is quick with. Progress is heard at least twice a second;
 * it goes back while changes are taken back. A cancel is heard until all is written and proven.
 */
export async function commitAll(
  workbook: Workbook,
  changes: readonly LongChange[],
  { signal, onProgress, pace }: Watcher,
  { record, again }: Recorder = unrecorded,
): Promise<Result<CommittedAll, CommitAllFailure>> {
  const series = workbook.inSeries();
  const total = sizeOf(changes);
  const committing = changes.some(({ added }) => added.length > 0) ? 1 - provingShare : 1;
  const share = (done: number): number => (total === 0 ? 1 : (committing * done) / total);
  const waiting = [...changes].reverse();
  const applied: LongChange[] = [];
  const sizes: number[] = [];
  const size = new PieceSize();
  let done = 0;
  let roundTrips = 0;
  const givenUp = (cause: TakenBack["cause"]) =>
    takenBack(series, { applied, cause, again }, (last, part) => {
      const before = sizes.slice(0, last).reduce((sum, each) => sum + each, 0);
      onProgress(share(before + (1 - part) * (sizes[last] ?? 0)));
    });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (signal.aborted) return givenUp({ code: "cancelled" });
    const { piece, rest } = cutOff(next, { entries: size.entries, bytes: mostBytes });
    if (rest !== null) waiting.push(rest);
    // The rows live as long as they are written, and are asked for again where they are taken back.
    const change = wholeChange(piece);
    const recorded = record(change, applied.length);
    const rows = sizeOf([change]);
    const before = done;
    const began = pace.now();
    const committed = await series.commit(recorded, (part) =>
      onProgress(total === 0 ? part : share(before + part * rows)),
    );
    if (!committed.ok) {
      const half = { entries: Math.floor(entriesIn(change) / 2), bytes: mostBytes };
      const smaller = cutOff(piece, half);
      if (!isTooLarge(committed.error) || smaller.rest === null) return givenUp(committed.error);
      waiting.push(smaller.rest, smaller.piece);
      continue;
    }
    size.took(pace.now() - began, entriesIn(change));
    applied.push(piece);
    sizes.push(rows);
    roundTrips += committed.value.roundTrips;
    done += rows;
    onProgress(share(done));
    await pace.pause();
  }
  const proven = await twice(() =>
    series.prove((part) => onProgress(committing + part * (1 - committing))),
  );
  if (!proven.ok) return givenUp(proven.error);
  // Whoever cancels while the last piece is written, or the ids are read, is not too late.
  if (signal.aborted) return givenUp({ code: "cancelled" });
  onProgress(1);
  return ok({ applied, roundTrips });
}

interface TakenBack extends Pick<Recorder, "again"> {
  readonly applied: readonly LongChange[];
  readonly cause: CommitFailure | { readonly code: "cancelled" };
}

/** The changes that take these back, in their order. */
export function undoing(applied: readonly LongChange[]): readonly Change[] {
  return [...applied].reverse().map((piece) => reverse(wholeChange(piece)));
}

/** @param onBack - hears which change is being taken back, counted from the first, and what share of it is done */
async function takenBack(
  series: Series,
  { applied, cause, again }: TakenBack,
  onBack: (last: number, part: number) => void,
): Promise<Result<never, CommitAllFailure>> {
  const left = [...applied];
  for (let piece = left.at(-1); piece !== undefined; piece = left.at(-1)) {
    const last = left.length - 1;
    const change = again(wholeChange(piece), last);
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
  const back = await twice(() => series.commit(reverse(change), onProgress));
  return back.ok ? null : back.error;
}

function isTooLarge(failure: CommitFailure): boolean {
  if (failure.code === "half-written") return failure.restored && isTooLarge(failure.cause);
  return failure.code === "too-large";
}

function sizeOf(changes: readonly LongChange[]): number {
  return changes.reduce(
    (sum, { added, updated, removed }) => sum + added.length + updated.length + removed.length,
    0,
  );
}
