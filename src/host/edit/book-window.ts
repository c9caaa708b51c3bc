import type { Workbook } from "../model/workbook";

/**
 * Where one person stands in the workbook: the sheet in front, what is selected on it, the chart chosen in its place.
 * The workbook itself is the window of the person at the grid, and goes into the file; a colleague has one of their own.
 */
export type BookWindow = Pick<Workbook, "activeSheetId" | "selection" | "activeChart" | "paused">;

/** A colleague's window as it is when they open the workbook: the saved sheet in front, nothing selected. */
export function newWindow({ activeSheetId }: Workbook): BookWindow {
  return { activeSheetId, selection: null, activeChart: null, paused: new Set() };
}
