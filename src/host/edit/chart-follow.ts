import { fixedReference, soleReference } from "../calc/reference-text";
import type { Area } from "../model/address";
import type { Chart, ChartCorner } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Shift } from "./shift";
import type { Workspace } from "./workspace";

/** Charts stay with the cells under them when whole rows or columns come or go; a cell's own shift passes beneath. */
export function moveCharts(sheet: Sheet, shift: Shift): void {
  const whole =
    shift.band.first === 0 && shift.band.last >= (shift.axis === "rows" ? 16_383 : 1_048_575);
  if (!whole) return;
  for (const chart of sheet.charts) {
    chart.from = movedCorner(chart.from, shift);
    chart.to = movedCorner(chart.to, shift);
  }
}

/** A corner among deleted cells goes to the first cell after them. */
function movedCorner(corner: ChartCorner, { kind, axis, at, count }: Shift): ChartCorner {
  const place = axis === "rows" ? corner.row : corner.column;
  if (place < at) return corner;
  const gone = kind === "delete" && place < at + count;
  const moved = kind === "insert" ? place + count : gone ? at : place - count;
  return axis === "rows"
    ? { ...corner, row: moved, down: gone ? 0 : corner.down }
    : { ...corner, column: moved, right: gone ? 0 : corner.right };
}

/** Changes every formula of a chart: names, values and categories of its series, and titles that name a cell. */
export function rewriteChart(chart: Chart, change: (formula: string) => string): void {
  const changed = (text: string): string => (text.startsWith("=") ? change(text) : text);
  for (const series of chart.series) {
    series.name = changed(series.name);
    series.values = changed(series.values);
    series.categories = changed(series.categories);
    if (series.bubbleSizes !== undefined) series.bubbleSizes = changed(series.bubbleSizes);
    for (const { labels } of series.points) {
      if (labels?.text !== undefined) labels.text = changed(labels.text);
    }
    for (const bars of [series.xErrorBars, series.yErrorBars]) {
      if (bars?.plus !== undefined) bars.plus = changed(bars.plus);
      if (bars?.minus !== undefined) bars.minus = changed(bars.minus);
    }
  }
  const axes = [chart.categoryAxis, chart.valueAxis, chart.secondaryCategoryAxis];
  const titled = [chart, ...axes, chart.secondaryValueAxis, chart.seriesAxis];
  for (const part of titled) {
    if (part?.title.text !== undefined) part.title.text = changed(part.title.text);
  }
}

/** The series that show whole columns or rows of a table go on doing so when it grows or is resized. */
export function growCharts(
  workspace: Workspace,
  sheet: Sheet,
  table: Pick<Table, "showHeaders" | "showTotals">,
  before: Area,
  after: Area,
): void {
  const bodyOf = (area: Area): Area => ({
    ...area,
    top: area.top + (table.showHeaders ? 1 : 0),
    bottom: area.bottom - (table.showTotals ? 1 : 0),
  });
  const [was, is] = [bodyOf(before), bodyOf(after)];
  for (const home of workspace.workbook.sheets) {
    if (home.charts.length === 0) continue;
    const grown = (formula: string): string => {
      const reference = soleReference(formula);
      if (reference === null || (reference.sheet ?? home.name) !== sheet.name) return formula;
      const area = grownArea(reference.area, was, is, before.top);
      return area === null ? formula : fixedReference(sheet.name, area);
    };
    const changed = home.charts.some((chart) =>
      chartFormulas(chart).some((one) => grown(one) !== one),
    );
    if (!changed) continue;
    workspace.history.layers(home);
    for (const chart of home.charts) rewriteChart(chart, grown);
  }
}

/** @returns null for an area that is no whole column or row of the table's body */
function grownArea(area: Area, was: Area, is: Area, headerRow: number): Area | null {
  const { top, left, bottom, right } = area;
  if (left >= was.left && right <= was.right && top === was.top && bottom === was.bottom) {
    const one = top === bottom && left < right;
    // A single row of values goes on to the right.
    if (!one || is.right === was.right)
      return is.bottom < top ? null : { ...area, bottom: is.bottom };
  }
  const along = right === was.right && left > was.left && top === bottom && left < right;
  if (along && top >= headerRow && bottom <= was.bottom && is.right > left) {
    return { ...area, right: is.right };
  }
  return null;
}

function chartFormulas({ series }: Chart): string[] {
  return series.flatMap(({ values, categories, bubbleSizes = "" }) =>
    [values, categories, bubbleSizes].filter((formula) => formula !== ""),
  );
}
