import type { SeriesFigures } from "../../host/chart/figures";
import type { PlotGeometry } from "../../host/chart/plot-geometry";
import { stockRole } from "../../host/model/chart-shapes";
import { box, line, type ChartTheme } from "./marks";

/** Width of a day's body, and of the mark at its close, as shares of the day's room. */
const bodyShare = 0.5;
const markShare = 0.22;

/** Stocks: a line from the day's low to its high, with a mark at the close, or a body from open to close. */
export function stockMarks(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart, series, categories } = plot.figures;
  const roles = new Map(
    series.map((one) => [stockRole(chart.type, chart.series.indexOf(one.source)), one]),
  );
  const [high, low, close] = [roles.get("high"), roles.get("low"), roles.get("close")];
  const open = roles.get("open");
  if (high === undefined || low === undefined || close === undefined) return "";
  const look = `stroke="${theme.ink}"`;
  return categories
    .map((category, index) => {
      const at = (one: SeriesFigures | undefined): number | null => {
        const value = one?.values[index];
        return one === undefined || value === null || value === undefined
          ? null
          : plot.at(value, one);
      };
      const [top, bottom, end, start] = [at(high), at(low), at(close), at(open)];
      if (top === null || bottom === null) return "";
      const { middle, size } = plot.slot(index);
      const shaft = line({ x: middle, y: top }, { x: middle, y: bottom }, look);
      if (end === null) return shaft;
      const figures = [open, high, low, close]
        .flatMap((one) => (one === undefined ? [] : [`${one.name} ${one.valueText(index)}`]))
        .join(", ");
      const title = `${category}: ${figures}`;
      if (start === null) {
        const width = Math.max(2, size * markShare);
        return shaft + box({ left: middle, top: end - 1, width, height: 2 }, theme.ink, { title });
      }
      const width = Math.max(3, size * bodyShare);
      const rose = end <= start;
      const body = {
        left: middle - width / 2,
        top: Math.min(start, end),
        width,
        height: Math.max(1, Math.abs(start - end)),
      };
      return shaft + box(body, rose ? theme.ground : theme.ink, { title, edge: look });
    })
    .join("");
}
