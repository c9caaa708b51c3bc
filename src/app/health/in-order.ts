/** In the order of a number, ties as they came. The numbers are few, so that this takes no longer for many items. */
export function inOrder<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
): readonly Item[] {
  const byNumber = new Map<number, Item[]>();
  for (const item of items) {
    const number = numberOf(item);
    const alike = byNumber.get(number);
    if (alike === undefined) byNumber.set(number, [item]);
    else alike.push(item);
  }
  return [...byNumber.keys()].sort((a, b) => a - b).flatMap((number) => byNumber.get(number) ?? []);
}
