import { contains } from "../model/address";
import type { BookWindow } from "./book-window";
import { shiftArea, type Shift } from "./shift";
import type { Workspace } from "./workspace";

/** Brings a sheet to the front of a window and tells those who listen there. */
export function showSheet(workspace: Workspace, window: BookWindow, sheetId: string): void {
  const { journal, workbook } = workspace;
  const before = window.activeSheetId;
  if (before === sheetId) return;
  // A deleted sheet says nothing any more.
  if (workbook.sheetById(before) !== undefined) {
    journal.add({ kind: "deactivated", sheetId: before, window });
  }
  window.activeSheetId = sheetId;
  if (window.selection?.sheetId !== sheetId) window.selection = null;
  journal.add({ kind: "activated", sheetId, window });
}

/** After sheets were deleted, hidden or undone away: nobody stays before a sheet that cannot be seen. */
export function leaveLostSheets(workspace: Workspace): void {
  const { workbook } = workspace;
  const next = workbook.sheets.find(({ visibility }) => visibility === "Visible");
  if (next === undefined) return;
  for (const window of workspace.windows()) {
    const shown = workbook.sheetById(window.activeSheetId);
    if (shown?.visibility !== "Visible") showSheet(workspace, window, next.id);
  }
}

/**
 * Cells move under the others' selections: these stay on their cells, as one's own stays on its address. A selection
 * whose cells are gone falls back to the sheet's first cell.
 */
export function moveSelections(workspace: Workspace, shift: Shift): void {
  for (const window of workspace.windows()) {
    const { selection } = window;
    if (window === workspace.window || selection?.sheetId !== shift.sheetId) continue;
    const areas = selection.areas.flatMap((area) => shiftArea(area, shift) ?? []);
    const [first] = areas;
    if (first === undefined) {
      window.selection = null;
      continue;
    }
    const { row, column } = selection.active;
    const cell = shiftArea({ top: row, bottom: row, left: column, right: column }, shift);
    const active = { row: cell?.top ?? first.top, column: cell?.left ?? first.left };
    const inside = areas.some((area) => contains(area, active.row, active.column));
    window.selection = {
      ...selection,
      areas,
      active: inside ? active : { row: first.top, column: first.left },
    };
  }
}
