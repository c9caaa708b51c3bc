import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import { showSheet } from "./windows";
import type { Workspace } from "./workspace";

/** Chooses a chart, its sheet coming to the front; null lets go of the one chosen. Nothing to undo. */
export function activateChart(workspace: Workspace, sheet: Sheet, chart: Chart | null): void {
  const { journal, window } = workspace;
  const before = window.activeChart;
  if (before?.chartId === chart?.id) return;
  if (before !== null) journal.add({ kind: "chart-deactivated", ...before, window });
  window.activeChart = null;
  if (chart === null) return;
  showSheet(workspace, window, sheet.id);
  window.activeChart = { sheetId: sheet.id, chartId: chart.id };
  journal.add({ kind: "chart-activated", ...window.activeChart, window });
}
