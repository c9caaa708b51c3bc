import type { Outcome } from "../../host/edit/editor";
import { columnCharacters, rowPoints } from "../grid/axis";
import type { GridView } from "../grid/grid-view";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";

/**
 * What Excel does by itself after something is typed: a text of several lines wraps and its row grows, and a column whose
 * width nobody has set widens for a number or day that would show as ####. Belongs to the step of undo of the typing.
 */
export function followText(desk: Desk, grid: GridView, place: Place): Outcome {
  const { editor, sheet } = desk;
  const { row, column } = place;
  const value = sheet.cells.value(row, column);
  const cell = [{ top: row, bottom: row, left: column, right: column }];
  if (typeof value === "string" && value.includes("\n")) {
    editor.setStyle(sheet.id, cell, { wrapText: true });
  }
  if (typeof value === "number" && !sheet.columnWidths.has(column)) {
    const pixels = grid.widthOf(place);
    if (pixels > grid.columns.size(column)) {
      editor.setColumnWidth(sheet.id, column, column, columnCharacters(pixels));
    }
  }
  return fitRow(desk, grid, row);
}

/** Gives a row the height of its wrapped texts, or the usual one. */
export function fitRow({ editor, sheet }: Desk, grid: GridView, row: number): Outcome {
  const pixels = grid.fittingHeight(row);
  const points = pixels === null ? null : rowPoints(pixels);
  const now = sheet.rowHeights.get(row) ?? null;
  if (points === now || (points === null && now === null)) return { accepted: true };
  return editor.setRowHeight(sheet.id, row, row, points);
}
