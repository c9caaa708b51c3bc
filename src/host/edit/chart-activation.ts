import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workspace } from "./workspace";

/** Chooses a chart, its sheet coming to the front; null lets go of the one chosen. Nothing to undo. */
export function activateChart(workspace: Workspace, sheet: Sheet, chart: Chart | null): void {
  const { workbook, journal } = workspace;
  const before = workbook.activeChart;
  if (before?.chartId === chart?.id) return;
  if (before !== null) journal.add({ kind: "chart-deactivated", ...before });
  workbook.activeChart = null;
  if (chart === null) return;
  if (workbook.activeSheetId !== sheet.id) {
    journal.add({ kind: "deactivated", sheetId: workbook.activeSheetId });
    workbook.activeSheetId = sheet.id;
    journal.add({ kind: "activated", sheetId: sheet.id });
  }
  workbook.activeChart = { sheetId: sheet.id, chartId: chart.id };
  journal.add({ kind: "chart-activated", ...workbook.activeChart });
}
