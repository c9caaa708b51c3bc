/** One figure of the table `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

/**
 * The median time of several runs, in milliseconds. Runs before the first one measured warm the engine up.
 *
 * @param work - returns something that depends on all it did, so that nothing of it can be left out
 */
export function medianMs(work: () => unknown, { runs = 15, warmUps = 5 } = {}): number {
  for (let i = 0; i < warmUps; i++) keep(work());
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    keep(work());
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

const kept: { last: unknown } = { last: null };

function keep(value: unknown): void {
  kept.last = value;
}
