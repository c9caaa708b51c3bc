import type { SeriesFigures } from "./figures";

/** Where a value begins and ends: at zero, or on top of those below it. */
export interface Stacked {
  readonly from: number;
  readonly to: number;
}

/** The stacks of all series. Only series of one shape on the same axes stand on each other. */
export function stacksOf(
  series: readonly SeriesFigures[],
): ReadonlyMap<SeriesFigures, readonly (Stacked | null)[]> {
  const groups = new Map<string, SeriesFigures[]>();
  for (const one of series) {
    const key = `${one.shape} ${one.grouping} ${one.secondary}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return new Map([...groups.values()].flatMap((group) => stackGroup(group)));
}

function stackGroup(group: readonly SeriesFigures[]): [SeriesFigures, (Stacked | null)[]][] {
  const above = new Map<number, number>();
  const below = new Map<number, number>();
  const sum = (index: number): number =>
    group.reduce((total, { values }) => total + Math.abs(values[index] ?? 0), 0);
  return group.map((one) => [
    one,
    one.values.map((value, index) => {
      if (value === null) return null;
      if (one.grouping === "plain") return { from: 0, to: value };
      const share = one.grouping === "percent" ? value / (sum(index) || 1) : value;
      const side = share < 0 ? below : above;
      const from = side.get(index) ?? 0;
      side.set(index, from + share);
      return { from, to: from + share };
    }),
  ]);
}
