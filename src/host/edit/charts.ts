import { intersection, type Area } from "../model/address";
import type { Chart, ChartAxis, ChartTitle } from "../model/charts";
import type { Sheet } from "../model/sheet";
import { refuseReadOnly } from "./cells";
import { cornersOf, type ChartBox } from "./chart-place";
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
  refuseReadOnly(workspace);
  workspace.history.layers(sheet);
  const { series, plotBy } = seriesFrom(source, type);
  const number = freeNumber(workspace);
  const chart: Chart = {
    ...plainChart(`{00000000-0000-0000-0006-${hex(number)}}`, `Chart ${number}`, type),
    ...cornersOf(sheet, usualBox),
    series,
    plotBy,
  };
  sheet.charts.push(chart);
  workspace.journal.add({ kind: "chart-added", sheetId: sheet.id, chartId: chart.id });
  return chart;
}

/** A chart without series, looking as Excel makes it. */
export function plainChart(id: string, name: string, type: string): Chart {
  const corner = { row: 0, column: 0, down: 0, right: 0 };
  return {
    id,
    name,
    type,
    from: corner,
    to: corner,
    plotBy: "Columns",
    look: {},
    plotLook: {},
    title: { visible: true, look: {} },
    legend: { visible: true, position: "Bottom", look: {} },
    categoryAxis: plainAxis(false),
    valueAxis: plainAxis(!/^(Pie|Doughnut)/.test(type)),
    series: [],
  };
}

function plainAxis(gridlines: boolean): ChartAxis {
  const title: ChartTitle = { visible: false, look: {} };
  return {
    visible: true,
    look: {},
    title,
    majorGridlines: { visible: gridlines, look: {} },
    minorGridlines: { visible: false, look: {} },
  };
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

function seriesFrom(
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
  refuseReadOnly(workspace);
  workspace.history.layers(sheet);
  change();
}

export function deleteChart(workspace: Workspace, sheet: Sheet, chart: Chart): void {
  changeChart(workspace, sheet, () => {
    sheet.charts = sheet.charts.filter((one) => one !== chart);
  });
  workspace.journal.add({ kind: "chart-deleted", sheetId: sheet.id, chartId: chart.id });
}

function freeNumber(workspace: Workspace): number {
  const charts = workspace.workbook.sheets.flatMap((sheet) => sheet.charts);
  const taken = new Set(charts.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  for (let number = charts.length + 1; ; number++) {
    const id = `{00000000-0000-0000-0006-${hex(number)}}`;
    if (!taken.has(id) && !taken.has(`chart ${number}`)) return number;
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(12, "0").toUpperCase();
}
