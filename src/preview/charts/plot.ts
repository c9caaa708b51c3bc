import type { ChartFigures } from "../../host/chart/figures";
import { isBar, type PlotGeometry } from "../../host/chart/plot-geometry";
import { axisLines, axisTitles, axisWords, gridMarks } from "./axes";
import { dataTable } from "./data-table";
import type { ChartTheme } from "./marks";
import { areaMarks, barMarks, bubbleMarks, lineMarks } from "./series-marks";
import { stockMarks } from "./stock";
import { errorMarks, trendMarks } from "./trends";

/** Charts with two axes: columns, bars, lines, areas, scatters, bubbles and stocks. */
export function plotChart(plot: PlotGeometry, theme: ChartTheme): string {
  const { figures } = plot;
  const drawn = (shape: string, marks: (one: ChartFigures["series"][number]) => string): string =>
    figures.series.map((one) => (one.shape === shape ? marks(one) : "")).join("");
  const bars = figures.series.filter(isBar);
  const table = figures.chart.dataTable?.visible === true;
  return [
    gridMarks(plot, theme),
    drawn("area", (series) => areaMarks(plot, series)),
    ...bars.map((series) => barMarks(plot, series)),
    axisLines(plot, theme),
    stockMarks(plot, theme),
    drawn("bubble", (series) => bubbleMarks(plot, series, theme)),
    drawn("line", (series) => lineMarks(plot, series, theme)),
    drawn("scatter", (series) => lineMarks(plot, series, theme)),
    ...figures.series.map((series) => errorMarks(plot, series, theme)),
    ...figures.series.map((series) => trendMarks(plot, series, theme)),
    axisWords(plot, theme),
    table ? dataTable(plot, theme) : "",
    axisTitles(plot, theme),
  ].join("");
}
