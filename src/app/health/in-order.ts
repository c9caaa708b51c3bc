/** Items looked at between two places to pause. */
const itemsPerStep = 1_000;

/**
 * In the order of a number, ties as they came. The numbers are few, so that this takes no longer for many items. Pauses
 * in between.
 */
export function* inOrder<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
): Generator<number, readonly Item[], void> {
  const byNumber = new Map<number, Item[]>();
  for (const [at, item] of items.entries()) {
    if (at % itemsPerStep === itemsPerStep - 1) yield 1;
    const number = numberOf(item);
    const alike = byNumber.get(number);
    if (alike === undefined) byNumber.set(number, [item]);
    else alike.push(item);
  }
  const ordered: Item[] = [];
  for (const number of [...byNumber.keys()].sort((a, b) => a - b))
    for (const item of byNumber.get(number) ?? []) {
      if (ordered.push(item) % itemsPerStep === 0) yield 1;
    }
  return ordered;
}
