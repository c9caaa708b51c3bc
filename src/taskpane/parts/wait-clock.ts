/** The pane does its own work for a moment between two messages; so long it still counts as waiting. */
const betweenMs = 250;

/** Tells how long Excel has kept the pane waiting. */
export interface WaitClock {
  /**
   * @param now - in milliseconds, never less than before
   * @param awaitedMs - how long a message has been out; null where none is
   * @returns milliseconds; null where Excel is not waited for
   */
  readonly tick: (now: number, awaitedMs: number | null) => number | null;
}

/**
 * Several short messages behind each other are one wait; what the pane did before the first of them is none. A clock is
 * made anew with each step of the work; a message that is still out then is waited for since it went out, for a bar moves
 * by guesses, too, while Excel says nothing.
 *
 * @example
 * const clock = waitClock();
 * clock.tick(1_500, 200) //=> 200
 * clock.tick(1_600, null) //=> 300, the next message follows
 * clock.tick(1_700, 50) //=> 400
 */
export function waitClock(): WaitClock {
  let lastOut = -Infinity;
  let since = 0;
  return {
    tick(now, awaitedMs) {
      if (awaitedMs !== null) {
        if (now - lastOut > betweenMs) since = now - awaitedMs;
        lastOut = now;
      }
      return now - lastOut > betweenMs ? null : now - since;
    },
  };
}
