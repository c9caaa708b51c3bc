import type { SeriesFigures } from "../../host/chart/figures";
import { labelSize } from "../../host/chart/text-room";
import { trendText } from "../../host/chart/trend";
import type { PlotGeometry } from "../../host/chart/plot-geometry";
import { fontLook, line, polyline, stroke, words, type ChartTheme } from "./marks";

const cap = 4;

/** The bars above and below values, and beside those of a scatter chart. */
export function errorMarks(plot: PlotGeometry, series: SeriesFigures, theme: ChartTheme): string {
  const { yErrorBars, xErrorBars } = series.source;
  const parts: string[] = [];
  series.errors?.forEach((span, index) => {
    const at = plot.point(series, index);
    if (span === null || at === null || yErrorBars === undefined) return;
    const look = stroke(yErrorBars.look.line, { color: theme.ink, weight: 0.75 });
    const [from, to] = [plot.at(span.from, series), plot.at(span.to, series)];
    parts.push(
      barOf(plot.lying ? { y: at.y } : { x: at.x }, from, to, yErrorBars.endStyleCap, look),
    );
  });
  series.sideErrors?.forEach((span, index) => {
    const at = plot.point(series, index);
    if (span === null || at === null || xErrorBars === undefined || !plot.paired) return;
    const look = stroke(xErrorBars.look.line, { color: theme.ink, weight: 0.75 });
    parts.push(
      barOf(
        { y: at.y },
        plot.across(span.from),
        plot.across(span.to),
        xErrorBars.endStyleCap,
        look,
      ),
    );
  });
  return parts.join("");
}

/** An upright bar at an x, a lying one at a y, with caps at its ends. */
function barOf(
  place: { readonly x: number } | { readonly y: number },
  from: number,
  to: number,
  capped: boolean | undefined,
  look: string,
): string {
  const ends = capped === false ? [] : from === to ? [from] : [from, to];
  if ("x" in place) {
    const { x } = place;
    const caps = ends.map((y) => line({ x: x - cap, y }, { x: x + cap, y }, look));
    return line({ x, y: from }, { x, y: to }, look) + caps.join("");
  }
  const { y } = place;
  const caps = ends.map((x) => line({ x, y: y - cap }, { x, y: y + cap }, look));
  return line({ x: from, y }, { x: to, y }, look) + caps.join("");
}

/** The trendlines of a series with their equations. */
export function trendMarks(plot: PlotGeometry, series: SeriesFigures, theme: ChartTheme): string {
  return plot
    .trends(series)
    .map((trend, at) => {
      const source = series.source.trendlines[at];
      if (trend === null || source === undefined) return "";
      const points = trend.points.map((point) => plot.trendSpot(series, point));
      const look = stroke(
        { lineStyle: "RoundDot", ...source.look.line },
        { color: series.color, weight: 1.5 },
      );
      const last = points.at(-1);
      const { label } = source;
      const said = label?.text ?? trendText(trend, source);
      if (said === "" || last === undefined) return polyline(points, look);
      const font = label?.look.font;
      const x = last.x - 6 + ((label?.right ?? 0) * 4) / 3;
      const y = last.y - 10 + ((label?.down ?? 0) * 4) / 3;
      const lines = said.split("\n").map((text, row, all) =>
        words(x, y - (all.length - 1 - row) * 13, text, {
          ...fontLook(font),
          color: font?.color ?? theme.text,
          size: labelSize(font?.size),
          anchor: "end",
          halo: theme.ground,
        }),
      );
      return polyline(points, look) + lines.join("");
    })
    .join("");
}
