import type { RowRun } from "./formulas";
import type { OwnRows } from "./sharing";

/** Of rows told by column, those of one column, from the top. */
export function ownRowsIn(own: readonly OwnRows[], wanted: string): readonly RowRun[] {
  return own
    .flatMap(({ column, rows }) => (column === wanted ? rows : []))
    .sort((one, other) => one.first - other.first);
}

/**
 * What of neighbouring rows is none of some others.
 *
 * @param others - from the top
 *
 * @example
 * withoutRows({ first: 1, count: 4 }, [{ first: 2, count: 1 }])
 * //=> [{ first: 1, count: 1 }, { first: 3, count: 2 }]
 */
export function withoutRows(run: RowRun, others: readonly RowRun[]): readonly RowRun[] {
  const rest: RowRun[] = [];
  const end = run.first + run.count;
  let { first } = run;
  for (const other of others) {
    if (other.first >= end) break;
    if (other.first > first) rest.push({ first, count: other.first - first });
    first = Math.max(first, other.first + other.count);
  }
  if (end > first) rest.push({ first, count: end - first });
  return rest;
}
