/** Often enough to be seen going on, seldom enough to be read. */
const stepMs = 200;

/**
 * How long Excel has kept the pane waiting, as it is shown: from 0.2 seconds on in steps of 0.2, for whoever wants little
 * motion in whole seconds.
 *
 * @param awaitedMs - how long Excel has been waited for; null where it is not
 * @returns seconds; null where there is nothing to be said
 *
 * @example
 * shownWait(1_550, false) //=> 1.4
 */
export function shownWait(awaitedMs: number | null, isStill: boolean): number | null {
  const step = isStill ? 1_000 : stepMs;
  const steps = Math.floor((awaitedMs ?? 0) / step);
  return steps === 0 ? null : (steps * step) / 1_000;
}
