import { contains, intersection, maxColumns, maxRows, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";

/** Which cells are chosen, and how keys and mouse move the choice. Pure: no DOM. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSelection {
  /** In the order they were chosen; the last one grows with Shift. */
  readonly areas: readonly Area[];
  /** The cell that typing goes to. */
  readonly active: Place;
  /** The corner of the last area that Shift moves. */
  readonly head: Place;
}

export function areaBetween(one: Place, other: Place): Area {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function mergeAt(sheet: Sheet, place: Place): Area | undefined {
  return sheet.merges.find((area) => contains(area, place.row, place.column));
}

/** Grown until no merged area is cut, as Excel's selection is. */
function withMerges(sheet: Sheet, area: Area): Area {
  let grown = area;
  for (let again = true; again;) {
    again = false;
    for (const merge of sheet.merges) {
      if (intersection(grown, merge) === null) continue;
      const next = {
        top: Math.min(grown.top, merge.top),
        left: Math.min(grown.left, merge.left),
        bottom: Math.max(grown.bottom, merge.bottom),
        right: Math.max(grown.right, merge.right),
      };
      if (JSON.stringify(next) !== JSON.stringify(grown)) {
        grown = next;
        again = true;
      }
    }
  }
  return grown;
}

/** One cell; with `keep`, beside what is chosen already (Ctrl+click). */
export function selectCell(sheet: Sheet, place: Place, keep?: GridSelection): GridSelection {
  const area = withMerges(sheet, areaBetween(place, place));
  return { areas: [...(keep?.areas ?? []), area], active: place, head: place };
}

/** The last area stretched from the active cell to `head` (Shift+arrow, Shift+click, dragging). */
export function extendTo(sheet: Sheet, selection: GridSelection, head: Place): GridSelection {
  const area = withMerges(sheet, areaBetween(selection.active, head));
  return { ...selection, areas: [...selection.areas.slice(0, -1), area], head };
}

export function selectArea(
  area: Area,
  active: Place = { row: area.top, column: area.left },
): GridSelection {
  return { areas: [area], active, head: { row: area.bottom, column: area.right } };
}

export function columnsArea(from: number, to: number): Area {
  return { top: 0, bottom: maxRows - 1, left: Math.min(from, to), right: Math.max(from, to) };
}

export function rowsArea(from: number, to: number): Area {
  return { left: 0, right: maxColumns - 1, top: Math.min(from, to), bottom: Math.max(from, to) };
}

const filled = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.cells.value(row, column) !== null || sheet.cells.formula(row, column) !== undefined;

/**
 * Where Ctrl+arrow lands: the end of the run of filled cells, or the next filled cell after a gap,
 * or the sheet's edge. `rowStep` and `columnStep` are -1, 0 or 1.
 */
export function dataEdge(sheet: Sheet, from: Place, rowStep: number, columnStep: number): Place {
  const used = sheet.cells.usedArea(true);
  const lastRow = maxRows - 1;
  const lastColumn = maxColumns - 1;
  const inside = ({ row, column }: Place): boolean =>
    row >= 0 && column >= 0 && row <= lastRow && column <= lastColumn;
  const step = (place: Place): Place => ({
    row: place.row + rowStep,
    column: place.column + columnStep,
  });
  const edge: Place = {
    row: rowStep < 0 ? 0 : rowStep > 0 ? lastRow : from.row,
    column: columnStep < 0 ? 0 : columnStep > 0 ? lastColumn : from.column,
  };
  const beyondData = ({ row, column }: Place): boolean =>
    used === null ||
    (rowStep > 0 && row > used.bottom) ||
    (columnStep > 0 && column > used.right) ||
    (rowStep < 0 && row < used.top) ||
    (columnStep < 0 && column < used.left);
  let at = step(from);
  if (!inside(at)) return from;
  if (filled(sheet, from.row, from.column) && filled(sheet, at.row, at.column)) {
    for (let next = step(at); inside(next) && filled(sheet, next.row, next.column);) {
      at = next;
      next = step(at);
    }
    return at;
  }
  while (inside(at) && !beyondData(at)) {
    if (filled(sheet, at.row, at.column)) return at;
    at = step(at);
  }
  return edge;
}

/** The block of filled cells around a place, as Ctrl+A takes it first. */
export function currentRegion(sheet: Sheet, place: Place): Area {
  const table = sheet.tables.find(({ area }) => contains(area, place.row, place.column));
  if (table !== undefined) return table.area;
  let { row: top, column: left } = place;
  let { row: bottom, column: right } = place;
  const rowFilled = (row: number): boolean => {
    for (let column = Math.max(0, left - 1); column <= right + 1; column++) {
      if (filled(sheet, row, column)) return true;
    }
    return false;
  };
  const columnFilled = (column: number): boolean => {
    for (let row = Math.max(0, top - 1); row <= bottom + 1; row++) {
      if (filled(sheet, row, column)) return true;
    }
    return false;
  };
  // Each way as far as it goes before the next: a long table is walked a few times, not once for each of its rows.
  for (let before = -1; before !== bottom - top + right - left;) {
    before = bottom - top + right - left;
    while (left > 0 && columnFilled(left - 1)) left--;
    while (columnFilled(right + 1)) right++;
    while (top > 0 && rowFilled(top - 1)) top--;
    while (rowFilled(bottom + 1)) bottom++;
  }
  return { top, left, bottom, right };
}

/** The next cell for Enter and Tab: within the selection when it holds several cells, else the neighbour. */
export function nextCell(
  selection: GridSelection,
  rowStep: number,
  columnStep: number,
): { readonly active: Place; readonly inside: boolean } {
  const { row, column } = selection.active;
  const at = selection.areas.findIndex((area) => contains(area, row, column));
  const area = selection.areas[at];
  const single =
    area === undefined ||
    (selection.areas.length === 1 && area.top === area.bottom && area.left === area.right);
  if (single) {
    return {
      active: { row: Math.max(0, row + rowStep), column: Math.max(0, column + columnStep) },
      inside: false,
    };
  }
  const forward = rowStep + columnStep > 0;
  let next = { row: row + rowStep, column: column + columnStep };
  if (!contains(area, next.row, next.column)) {
    next =
      columnStep !== 0
        ? { row: row + (forward ? 1 : -1), column: forward ? area.left : area.right }
        : { row: forward ? area.top : area.bottom, column: column + (forward ? 1 : -1) };
  }
  if (!contains(area, next.row, next.column)) {
    const count = selection.areas.length;
    const other = selection.areas[(at + (forward ? 1 : count - 1)) % count] ?? area;
    next = forward
      ? { row: other.top, column: other.left }
      : { row: other.bottom, column: other.right };
  }
  return { active: next, inside: true };
}
