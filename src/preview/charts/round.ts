import type { ChartFigures } from "../../host/chart/figures";
import type { Slice } from "../../host/chart/round-geometry";
import { slice, stroke, type ChartTheme } from "./marks";

/** Pies and doughnuts. */
export function roundChart(
  slices: readonly Slice[],
  figures: ChartFigures,
  theme: ChartTheme,
): string {
  return slices
    .map((one) => {
      const { series, index } = one;
      const own = series.source.points.find((point) => point.index === index)?.look.line;
      const share = `${Math.round(one.share * 1000) / 10}%`;
      const title = `${figures.categories[index] ?? ""}: ${series.valueText(index)} (${share})`;
      const edge = stroke(own ?? series.source.look.line, { color: theme.ground, weight: 0.75 });
      return slice(one.centre, one, one, { fill: one.fill, edge, title });
    })
    .join("");
}
