import type { RowRun } from "../../app/share/formulas";

/** What of some rows lies within a piece; both from the top. */
export function runsWithin(runs: readonly RowRun[], piece: RowRun): readonly RowRun[] {
  const end = piece.first + piece.count;
  const within: RowRun[] = [];
  for (let at = firstReaching(runs, piece.first); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.first >= end) break;
    const first = Math.max(run.first, piece.first);
    within.push({ first, count: Math.min(run.first + run.count, end) - first });
  }
  return within;
}

/** Whether a row is one of some rows, which are told from the top. */
export function isAmong(rows: readonly RowRun[], row: number): boolean {
  return runsWithin(rows, { first: row, count: 1 }).length > 0;
}

/** The place of the first run that ends below a row: a column may be in very many runs. */
export function firstReaching(runs: readonly RowRun[], row: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.first + run.count <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}
