import type { Area, CellPlace } from "../model/address";

/**
 * The fewest upright rectangles this way of joining finds: cells of a column that follow each other are one run, runs of
 * the same rows in neighbouring columns are one area. Ordered by row, then column.
 */
export function areasOfCells(cells: Iterable<CellPlace>): Area[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const rows = columns.get(column);
    if (rows === undefined) columns.set(column, [row]);
    else rows.push(row);
  }
  const done: Area[] = [];
  let open = new Map<string, Area>();
  let last = -2;
  for (const [column, rows] of [...columns].sort(([one], [other]) => one - other)) {
    const next = new Map<string, Area>();
    for (const { top, bottom } of runsOf(rows)) {
      const key = `${top}:${bottom}`;
      const left = column === last + 1 ? open.get(key) : undefined;
      next.set(
        key,
        left === undefined
          ? { top, bottom, left: column, right: column }
          : { ...left, right: column },
      );
      if (left !== undefined) open.delete(key);
    }
    done.push(...open.values());
    open = next;
    last = column;
  }
  done.push(...open.values());
  return done.sort((one, other) => one.top - other.top || one.left - other.left);
}

function runsOf(rows: readonly number[]): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && row <= run.bottom + 1) run.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}
