import { intersection, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { clearCells } from "./cells";
import { refuseWhileProtected } from "./protection";
import type { Workspace } from "./workspace";

/**
 * Makes one cell of an area, or one of each of its rows; only the first cell keeps what it holds.
 *
 * @throws HostError InvalidOperation for cells of a table
 */
export function mergeCells(workspace: Workspace, sheet: Sheet, area: Area, across: boolean): void {
  refuseWhileProtected(workspace, sheet);
  if (sheet.tables.some((table) => intersection(table.area, area) !== null)) {
    throw new HostError("InvalidOperation", "Cells of a table cannot be merged.");
  }
  workspace.history.layers(sheet);
  const merged = across
    ? Array.from({ length: rowCount(area) }, (_, row) => ({
        ...area,
        top: area.top + row,
        bottom: area.top + row,
      }))
    : [area];
  sheet.merges = [...sheet.merges.filter((merge) => intersection(merge, area) === null), ...merged];
  for (const one of merged) {
    for (const { row, column } of [...sheet.cells.filled(one)]) {
      if (row === one.top && column === one.left) continue;
      const cell = { top: row, bottom: row, left: column, right: column };
      clearCells(workspace, sheet, cell, "Contents");
    }
  }
}

/** Takes every merged cell of an area apart. */
export function unmergeCells(workspace: Workspace, sheet: Sheet, area: Area): void {
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  sheet.merges = sheet.merges.filter((merge) => intersection(merge, area) === null);
}
