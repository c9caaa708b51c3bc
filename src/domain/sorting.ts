/** Items between two places to pause: about a millisecond's work. */
const piece = 1_000;

/**
 * Sorts as `Array.sort` does, stable, with places to pause: pieces first, which are then merged two by two.
 *
 * @param items - none of them undefined
 * @returns a sorted copy
 */
export function* sorting<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, readonly T[], void> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += piece) {
    runs.push(items.slice(from, from + piece).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merging<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (one: T, other: T) => number,
): Generator<void, readonly T[], void> {
  const merged: T[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const [a, b] = [left[one], right[other]];
    const isLeft = b === undefined || (a !== undefined && compare(a, b) <= 0);
    const next = isLeft ? a : b;
    if (next === undefined) return merged;
    merged.push(next);
    if (isLeft) one += 1;
    else other += 1;
    if (merged.length % piece === 0) yield;
  }
}

/** The order of texts that is the same in every engine and language: by code unit. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
