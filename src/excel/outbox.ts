import { sizeBySpeed } from "../app/size-by-speed";
import { unwatched, type Watcher } from "../app/slices";
import { writeBytes } from "./message-size";
import type { Session } from "./run";
import { toldMeanwhile } from "./told-meanwhile";

/** Queues large writes and sends them in messages of a bounded size. */
export interface Outbox {
  /** What a single write may weigh at most; it changes with what the host was quick with. */
  readonly limit: number;
  /**
   * Announces a write of so many bytes: what is queued is sent first where both together would be too large.
   *
   * @param cells - how many cells it fills
   * @returns whether to go on; false once a person has had enough, and then nothing more is sent
   */
  reserve(bytes: number, cells?: number): Promise<boolean>;
  /** Sends what is queued. @returns whether it was sent; false once a person has had enough */
  flush(): Promise<boolean>;
}

/** A quarter of a second each, so that work with an onlooker is seen to go on and taking it apart keeps nobody waiting. */
const steady = { aimMs: 250, least: 150_000, most: 1_000_000 } as const;
const atFirst = 500_000;

/** Somebody who looks on, and how many cells there are to fill in all. */
export interface OutboxWatcher extends Omit<Watcher, "pace"> {
  readonly cells: number;
}

/**
 * Excel calculates once per message, not once per write.
 *
 * @param watcher - where somebody looks on, messages are cut steadily instead of as large as may be
 */
export function outboxOf(session: Session, watcher?: OutboxWatcher): Outbox {
  const { application } = session.context;
  const { signal, onProgress, cells: all } = watcher ?? { ...unwatched, cells: 0 };
  let limit = watcher === undefined ? writeBytes : atFirst;
  let expectedMs: number = steady.aimMs;
  let queued = 0;
  let filled = 0;
  let sent = 0;
  const flush = async (): Promise<boolean> => {
    if (signal.aborted) return false;
    const began = performance.now();
    const shareOf = (cells: number): number => (all === 0 ? 0 : cells / all);
    const [before, after] = [shareOf(sent), shareOf(filled)];
    await toldMeanwhile(session.sync(), expectedMs, (part) =>
      onProgress(before + part * (after - before)),
    );
    sent = filled;
    onProgress(after);
    if (watcher !== undefined) {
      const ms = performance.now() - began;
      expectedMs = Math.max(ms, 1);
      limit = sizeBySpeed(limit, ms, queued, steady);
    }
    queued = 0;
    return true;
  };
  return {
    get limit() {
      return limit;
    },
    async reserve(bytes, cells = 0) {
      if (queued > 0 && queued + bytes > limit && !(await flush())) return false;
      if (queued === 0) application.suspendApiCalculationUntilNextSync();
      queued += bytes;
      filled += cells;
      return !signal.aborted;
    },
    flush,
  };
}
