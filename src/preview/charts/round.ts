import { seriesColor } from "../../host/model/charts";
import type { ChartFigures } from "./figures";
import { slice, words, type ChartTheme, type Frame } from "./marks";

/** Pies and doughnuts: one ring a series; a pie has one. */
export function roundChart(figures: ChartFigures, frame: Frame, theme: ChartTheme): string {
  const doughnut = figures.shape === "doughnut";
  const series = doughnut ? figures.series : figures.series.slice(0, 1);
  const radius = Math.max(4, Math.min(frame.width, frame.height) / 2 - 6);
  const centre = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const hole = doughnut ? radius * ((figures.chart.series[0]?.doughnutHoleSize ?? 60) / 100) : 0;
  const ring = series.length === 0 ? 0 : (radius - hole) / series.length;
  const start = ((figures.chart.series[0]?.firstSliceAngle ?? 0) / 180) * Math.PI;
  return series
    .map((one, level) => {
      const sizes = one.values.map((value) => Math.abs(value ?? 0));
      const sum = sizes.reduce((total, size) => total + size, 0);
      if (sum === 0) return "";
      const inner = hole + ring * level;
      let angle = start;
      return sizes
        .map((size, index) => {
          const from = angle;
          angle += (size / sum) * Math.PI * 2;
          if (size === 0) return "";
          const fill = one.pointColors.get(index) ?? seriesColor(index);
          const share = `${Math.round((size / sum) * 1000) / 10}%`;
          const title = `${figures.categories[index] ?? ""}: ${one.values[index] ?? ""} (${share})`;
          const drawn = slice(centre, inner, inner + ring, from, angle, {
            fill,
            edge: theme.ground,
            title,
          });
          const label = one.labelOf(index);
          if (label === "") return drawn;
          const outside = one.labels?.position === "OutsideEnd";
          const away = outside ? inner + ring + 12 : inner + ring * (hole > 0 ? 0.5 : 0.68);
          const middle = (from + angle) / 2;
          const place = {
            x: centre.x + away * Math.sin(middle),
            y: centre.y - away * Math.cos(middle) + 4,
          };
          const color = one.labels?.look.font?.color ?? (outside ? theme.text : "#ffffff");
          return (
            drawn +
            words(place.x, place.y, label, { color, size: labelSize(one.labels?.look.font?.size) })
          );
        })
        .join("");
    })
    .join("");
}

/** Points as pixels of text, held to what a small chart can bear. */
export function labelSize(points: number | undefined): number {
  return Math.min(20, Math.max(8, (points ?? 9) * (4 / 3) * 0.9));
}
