import { maxColumns, maxRows, type Area } from "../model/address";

/** Cells move because some were inserted or deleted. The band is what moves on the other axis, both ends inclusive. */
export interface Shift {
  readonly sheetId: string;
  readonly kind: "insert" | "delete";
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly band: { readonly first: number; readonly last: number };
}

/** Whether whole rows, or whole columns, move. */
export function reachesEdges({ axis, band }: Shift): boolean {
  return band.first === 0 && band.last === (axis === "rows" ? maxColumns : maxRows) - 1;
}

/** One inclusive run of rows or columns after a shift; null where all of it was deleted. */
function shiftRun(
  first: number,
  last: number,
  shift: Shift,
  limit: number,
): { first: number; last: number } | null {
  const { at, count } = shift;
  if (shift.kind === "insert") {
    if (first >= at) {
      return first + count >= limit
        ? null
        : { first: first + count, last: Math.min(last + count, limit - 1) };
    }
    return {
      first,
      last: last >= at && last < limit - 1 ? Math.min(last + count, limit - 1) : last,
    };
  }
  const end = at + count;
  // A whole row or column stays whole: nothing beyond the sheet's edge moves in.
  if (last === limit - 1 && first === 0) return { first, last };
  const newFirst = first < at ? first : first < end ? at : first - count;
  const newLast = last < at ? last : last < end ? at - 1 : last - count;
  return newLast < newFirst ? null : { first: newFirst, last: newLast };
}

/**
 * Where an area stands after a shift: moved, grown, shrunk, or null where nothing of it is left. An area that only
 * partly lies in the band does not move, as Excel leaves references that a partial shift cannot follow.
 */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (shift.axis === "rows") {
    if (area.left < shift.band.first || area.right > shift.band.last) return area;
    const run = shiftRun(area.top, area.bottom, shift, maxRows);
    return run === null ? null : { ...area, top: run.first, bottom: run.last };
  }
  if (area.top < shift.band.first || area.bottom > shift.band.last) return area;
  const run = shiftRun(area.left, area.right, shift, maxColumns);
  return run === null ? null : { ...area, left: run.first, right: run.last };
}
