import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";

/** Rows hidden on a sheet, by a filter or by hand. */
export function isRowHidden({ filteredRows, hiddenRows }: Sheet, row: number): boolean {
  return filteredRows.has(row) || hiddenRows.has(row);
}

/**
 * What a filter leaves in sight of areas. What a person clears, formats, fills or deletes over filtered rows keeps to
 * these parts; one cell by itself is always meant.
 */
export function shownParts({ filteredRows }: Sheet, areas: readonly Area[]): Area[] {
  if (filteredRows.size === 0) return [...areas];
  const hidden = [...filteredRows].sort((one, other) => one - other);
  return areas.flatMap((area) => (area.top === area.bottom ? [area] : withoutRows(area, hidden)));
}

/** The runs of an area's rows between the given ones, which are in order. */
function withoutRows(area: Area, rows: readonly number[]): Area[] {
  const parts: Area[] = [];
  let top = area.top;
  for (const row of rows) {
    if (row < area.top || row > area.bottom) continue;
    if (row > top) parts.push({ ...area, top, bottom: row - 1 });
    top = row + 1;
  }
  if (top <= area.bottom) parts.push({ ...area, top });
  return parts;
}
