/** How long work goes on before others get their turn, and how it gives it to them. */
export interface Pace {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Resolves after whatever waited (input, painting) has had its turn. */
  readonly pause: () => Promise<void>;
}

export interface Watcher {
  readonly pace: Pace;
  /** Set when a person has had enough. */
  readonly signal: AbortSignal;
  /** How far the work has come, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Looks on and cannot cancel: for reading that is needed in any case. */
export type Onlooker = Pick<Watcher, "pace" | "onProgress">;

/** Nobody looks on and nobody can cancel: for work that is over at once. */
export const unwatched: Watcher = {
  pace: { now: () => 0, pause: () => Promise.resolve() },
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** The same watcher for a part of the work, which takes the shares `from` to `to` of the whole. */
export function forPart<Looking extends Onlooker>(
  watcher: Looking,
  from: number,
  to: number,
): Looking {
  const { onProgress } = watcher;
  return { ...watcher, onProgress: (share) => onProgress(from + share * (to - from)) };
}

/**
 * Far below the 100 ms after which a pane feels stuck: collecting the garbage of much work takes several times as long as
 * the work itself while it lasts, and comes on top.
 */
const sliceMilliseconds = 8;

/** When the slice under way began: work that follows other work in the same task shares it. */
const slices = new WeakMap<Pace, number>();

async function nextSlice(pace: Pace): Promise<void> {
  await pace.pause();
  slices.set(pace, pace.now());
}

function isOver(pace: Pace): boolean {
  return pace.now() - (slices.get(pace) ?? -Infinity) >= sliceMilliseconds;
}

/**
 * Runs work that offers places to pause (`yield` with its share done) in slices of about 8 ms.
 *
 * @returns what the work returns; null when it was cancelled
 */
export async function inSlices<T>(
  work: Generator<number, T>,
  { pace, signal, onProgress }: Watcher,
): Promise<T | null> {
  if (isOver(pace)) await nextSlice(pace);
  for (;;) {
    if (signal.aborted) return null;
    const step = work.next();
    if (step.done === true) return step.value;
    if (!isOver(pace)) continue;
    onProgress(step.value);
    await nextSlice(pace);
  }
}

/** Runs the same work in slices to its end. */
export async function allInSlices<T>(
  work: Generator<number, T>,
  { pace, onProgress }: Onlooker,
): Promise<T> {
  const { signal } = unwatched;
  const done = await inSlices(work, { pace, onProgress, signal });
  if (done === null) throw new Error("nobody could cancel this");
  return done;
}

/** Runs the same work in one go, for those who have no pane to keep awake. */
export function atOnce<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
