import type { SeriesFigures } from "../../host/chart/figures";
import type { PlotGeometry } from "../../host/chart/plot-geometry";
import { seriesColor } from "../../host/model/charts";
import { box, circle, marker, polygon, polyline, stroke, type ChartTheme } from "./marks";

/** The marks of values: bars, lines, areas and bubbles. */

const usualLine = 2.25;
const usualMarker = 5;
const mostMarkers = 2_000;

/** What is said of a value under the pointer. */
function told(plot: PlotGeometry, series: SeriesFigures, index: number): string {
  const name = plot.paired
    ? plot.figures.categoryFormat(series.xs[index] ?? 0)
    : (plot.figures.categories[index] ?? "");
  return `${series.name} · ${name}: ${series.valueText(index)}`;
}

export function barMarks(plot: PlotGeometry, series: SeriesFigures): string {
  const { source } = series;
  const edge =
    source.look.line === undefined
      ? ""
      : stroke(source.look.line, { color: series.color, weight: 0.75 });
  const varied = source.varyByCategories === true && plot.figures.series.length === 1;
  return series.values
    .map((value, index) => {
      const frame = plot.bar(series, index);
      if (frame === null) return "";
      const inverted = source.invertIfNegative === true && (value ?? 0) < 0;
      const fill =
        series.pointColors.get(index) ??
        (inverted ? "#FFFFFF" : varied ? seriesColor(index) : series.color);
      const outline = inverted && edge === "" ? `stroke="${series.color}"` : edge;
      return box(frame, source.look.fill === "none" ? "none" : fill, {
        title: told(plot, series, index),
        edge: outline,
      });
    })
    .join("");
}

export function lineMarks(plot: PlotGeometry, series: SeriesFigures, theme: ChartTheme): string {
  const points = series.values.map((_value, index) => plot.point(series, index));
  const look = stroke(series.source.look.line, { color: series.color, weight: usualLine });
  const bridged = plot.figures.chart.displayBlanksAs === "Interplotted";
  const path = series.lines ? polyline(points, look, { smooth: series.smooth, bridged }) : "";
  const signs =
    points.length > mostMarkers
      ? []
      : points.map((point, index) =>
          point === null ? "" : markerOf(series, index, point, theme, told(plot, series, index)),
        );
  return path + signs.join("");
}

/** The sign at a value: the point's own, else the series'. */
export function markerOf(
  series: SeriesFigures,
  index: number,
  at: { readonly x: number; readonly y: number },
  theme: ChartTheme,
  title: string,
): string {
  const { source } = series;
  const own = source.points.find((point) => point.index === index);
  const style = own?.markerStyle ?? source.markerStyle ?? "Automatic";
  // Without a sign a value can still be pointed at.
  if (style === "None" || (!series.markers && own?.markerStyle === undefined)) {
    return circle(at, 5, "transparent", title);
  }
  const fill =
    own?.markerBackgroundColor ??
    series.pointColors.get(index) ??
    source.markerBackgroundColor ??
    series.color;
  const edge = own?.markerForegroundColor ?? source.markerForegroundColor ?? fill;
  const size = ((own?.markerSize ?? source.markerSize ?? usualMarker) * 4) / 3;
  return marker(style, at, { size, fill: fill || theme.ground, edge: edge || fill }, title);
}

export function areaMarks(plot: PlotGeometry, series: SeriesFigures): string {
  const stack = plot.stack(series);
  const along = (index: number, value: number): { x: number; y: number } => ({
    x: plot.slot(index).middle,
    y: plot.at(value, series),
  });
  const tops = stack.map((part, index) => along(index, part?.to ?? 0));
  const feet = stack.map((part, index) => along(index, part?.from ?? 0)).reverse();
  if (tops.length === 0) return "";
  return polygon([...tops, ...feet], series.color, {
    edge:
      series.source.look.line === undefined
        ? ""
        : stroke(series.source.look.line, { color: series.color, weight: 0.75 }),
    // Areas one before the other would hide what is behind.
    opacity: series.grouping === "plain" && plot.figures.series.length > 1 ? 0.85 : 1,
    title: series.name,
  });
}

export function bubbleMarks(plot: PlotGeometry, series: SeriesFigures, theme: ChartTheme): string {
  return series.values
    .map((_value, index) => {
      const at = plot.point(series, index);
      const radius = plot.bubble(series, index);
      if (at === null || radius === 0) return "";
      const fill = series.pointColors.get(index) ?? series.color;
      const size = series.sizes[index];
      const title = `${told(plot, series, index)}${size === undefined || size === null ? "" : ` (${size})`}`;
      return circle(at, radius, fill, title, `fill-opacity="0.75" stroke="${theme.ground}"`);
    })
    .join("");
}
