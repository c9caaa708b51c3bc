/** The pane does its own work for a moment between two messages; so long it still counts as waiting. */
const betweenMs = 250;

/** Tells how long Excel has kept the pane waiting since the last step of a piece of work. */
export interface WaitClock {
  /**
   * @param now - in milliseconds, never less than before
   * @param awaitedMs - how long a message has been out; null where none is
   * @returns milliseconds; null where Excel is not waited for
   */
  readonly tick: (now: number, awaitedMs: number | null) => number | null;
}

/**
 * Several short messages without a step between them are one wait; what the pane did before the first of them is none.
 *
 * @param stepAt - when the work made its last step, in milliseconds
 *
 * @example
 * const clock = waitClock(1_000);
 * clock.tick(1_500, 200) //=> 200
 * clock.tick(1_600, null) //=> 300, the next message follows
 * clock.tick(1_700, 50) //=> 400
 */
export function waitClock(stepAt: number): WaitClock {
  let lastOut = -Infinity;
  let since = stepAt;
  return {
    tick(now, awaitedMs) {
      if (awaitedMs !== null) {
        if (now - lastOut > betweenMs) since = Math.max(stepAt, now - awaitedMs);
        lastOut = now;
      }
      return now - lastOut > betweenMs ? null : now - since;
    },
  };
}
