import type { Chart, ChartCorner } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Shift } from "./shift";

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
  }
  for (const title of [chart.title, chart.categoryAxis.title, chart.valueAxis.title]) {
    if (title.text !== undefined) title.text = changed(title.text);
  }
}
