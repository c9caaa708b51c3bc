import { intersection, type Area } from "../model/address";
import { chartId, plainChart, type Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import { refuseUnlessAllowed } from "./protection";
import { cornersOf, type ChartBox } from "../model/chart-place";
import { seriesOf, type SeriesBy } from "./chart-source";
import type { Workspace } from "./workspace";

/** The size and place Excel gives a chart nobody placed: 360 × 216 points, a little into the sheet. */
const usualBox: ChartBox = { left: 120, top: 72, width: 360, height: 216 };
/** More series than any chart shows; a whole column as rows would be a million. */
const mostSeries = 255;

/** Adds a chart of a source's cells above all others. */
export function addChart(
  workspace: Workspace,
  sheet: Sheet,
  type: string,
  source: { readonly sheet: Sheet; readonly area: Area; readonly seriesBy: SeriesBy },
): Chart {
  refuseUnlessAllowed(workspace, sheet, "allowEditObjects");
  workspace.history.layers(sheet);
  const { series, plotBy } = seriesFrom(source, type);
  const number = freeNumber(workspace);
  const chart: Chart = {
    ...plainChart(chartId(number), `Chart ${number}`, type),
    ...cornersOf(sheet, usualBox),
    series,
    plotBy,
  };
  sheet.charts.push(chart);
  workspace.journal.add({ kind: "chart-added", sheetId: sheet.id, chartId: chart.id });
  return chart;
}

/** Puts other cells behind a chart; its looks stay. */
export function setChartData(
  workspace: Workspace,
  sheet: Sheet,
  chart: Chart,
  source: { readonly sheet: Sheet; readonly area: Area; readonly seriesBy: SeriesBy },
): void {
  changeChart(workspace, sheet, () => Object.assign(chart, seriesFrom(source, chart.type)));
}

/** The series a source gives a chart of a type. */
export function seriesFrom(
  source: { readonly sheet: Sheet; readonly area: Area; readonly seriesBy: SeriesBy },
  type: string,
): ReturnType<typeof seriesOf> {
  const { sheet, seriesBy } = source;
  const used = sheet.cells.usedArea(true);
  // Whole columns mean what is filled of them.
  const area = (used === null ? null : intersection(source.area, used)) ?? source.area;
  const found = seriesOf(sheet, area, type, seriesBy);
  const pie = type === "Pie" || type === "PieExploded" || type.startsWith("3DPie");
  return { ...found, series: found.series.slice(0, pie ? 1 : mostSeries) };
}

/** Changes a chart as one thing to undo. */
export function changeChart(workspace: Workspace, sheet: Sheet, change: () => void): void {
  refuseUnlessAllowed(workspace, sheet, "allowEditObjects");
  workspace.history.layers(sheet);
  change();
}

export function deleteChart(workspace: Workspace, sheet: Sheet, chart: Chart): void {
  changeChart(workspace, sheet, () => {
    sheet.charts = sheet.charts.filter((one) => one !== chart);
  });
  workspace.journal.add({ kind: "chart-deleted", sheetId: sheet.id, chartId: chart.id });
}

/** The number of the next chart: no chart of the workbook has its id or is called "Chart" and it. */
export function freeNumber(workspace: Workspace): number {
  const charts = workspace.workbook.sheets.flatMap((sheet) => sheet.charts);
  const taken = new Set(charts.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  for (let number = charts.length + 1; ; number++) {
    const id = chartId(number);
    if (!taken.has(id) && !taken.has(`chart ${number}`)) return number;
  }
}
