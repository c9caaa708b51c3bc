import { maxColumns, maxRows, type Area, type CellPlace } from "../model/address";
import type { Sheet } from "../model/sheet";

export const directions = ["Up", "Down", "Left", "Right"] as const;
export type Direction = (typeof directions)[number];

/**
 * Where Ctrl + an arrow key leads: to the last filled cell before a gap, across a gap to the next filled cell, or to the
 * edge of the sheet.
 */
export function edgeFrom(sheet: Sheet, from: CellPlace, direction: Direction): CellPlace {
  const rows = direction === "Up" || direction === "Down";
  const step = direction === "Up" || direction === "Left" ? -1 : 1;
  const start = rows ? from.row : from.column;
  const end = step < 0 ? 0 : (rows ? maxRows : maxColumns) - 1;
  const line: Area = rows
    ? { top: 0, bottom: maxRows - 1, left: from.column, right: from.column }
    : { top: from.row, bottom: from.row, left: 0, right: maxColumns - 1 };
  const filled = new Set<number>();
  for (const { row, column } of sheet.cells.filled(line)) filled.add(rows ? row : column);
  let at = start;
  if (filled.has(start) && filled.has(start + step)) {
    while (filled.has(at + step)) at += step;
  } else {
    const beyond = [...filled].filter((one) => (one - start) * step > 0);
    at = beyond.length === 0 ? end : step > 0 ? Math.min(...beyond) : Math.max(...beyond);
  }
  return rows ? { row: at, column: from.column } : { row: from.row, column: at };
}

/** The area with its far side moved to where the active cell's row or column leads. */
export function extendedTo(
  sheet: Sheet,
  area: Area,
  active: CellPlace,
  direction: Direction,
): Area {
  switch (direction) {
    case "Up":
      return { ...area, top: edgeFrom(sheet, { ...active, row: area.top }, direction).row };
    case "Down":
      return { ...area, bottom: edgeFrom(sheet, { ...active, row: area.bottom }, direction).row };
    case "Left":
      return { ...area, left: edgeFrom(sheet, { ...active, column: area.left }, direction).column };
    case "Right":
      return {
        ...area,
        right: edgeFrom(sheet, { ...active, column: area.right }, direction).column,
      };
  }
}
