/** Between which sizes a piece of work may lie, and how long it should take the host. */
export interface SizeBounds {
  readonly aimMs: number;
  readonly least: number;
  readonly most: number;
}

/**
 * How large the next piece may be, by what the host was quick with: less when a piece took longer than it should, twice as
 * much when a full one took less than half of that.
 *
 * @param size - how large this one could have been, in the same unit as `done`
 * @param ms - what a piece of `done` took
 */
export function sizeBySpeed(
  size: number,
  ms: number,
  done: number,
  { aimMs, least, most }: SizeBounds,
): number {
  if (ms > aimMs) return Math.min(most, Math.max(least, Math.floor((done * aimMs) / ms)));
  const isQuick = ms < aimMs / 2 && done > size / 2;
  return Math.min(most, isQuick ? size * 2 : size);
}
