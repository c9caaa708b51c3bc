import { seriesColor } from "../model/charts";
import type { ChartFigures, SeriesFigures } from "./figures";
import type { Frame, Spot } from "./frame";

/** A slice of a pie or of a ring, angles in radians from twelve o'clock. */
export interface Slice {
  readonly series: SeriesFigures;
  readonly index: number;
  readonly centre: Spot;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly fill: string;
}

/** Excel's exploded pies are that far apart: a share of their radius, in percent. */
const explodedShare = 25;
/** A new doughnut's hole, in percent of its radius, as the API and the file have it. */
const usualHole = 75;

/** The slices of pies and doughnuts: one ring a series; a pie has one. */
export function slicesOf(figures: ChartFigures, frame: Frame): Slice[] {
  const doughnut = figures.shape === "doughnut";
  const shown = doughnut ? figures.series : figures.series.slice(0, 1);
  const outside = shown.some(({ labels }) => labels?.position === "OutsideEnd");
  const explosion = (series: SeriesFigures): number =>
    (series.source.explosion ?? (figures.chart.type.endsWith("Exploded") ? explodedShare : 0)) /
    100;
  const furthest = shown.reduce((most, series) => Math.max(most, explosion(series)), 0);
  const half = Math.max(4, Math.min(frame.width, frame.height) / 2 - (outside ? 22 : 6));
  const radius = half / (1 + furthest);
  const centre = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const first = figures.series[0]?.source;
  const hole = doughnut ? radius * ((first?.doughnutHoleSize ?? usualHole) / 100) : 0;
  const ring = shown.length === 0 ? 0 : (radius - hole) / shown.length;
  const start = ((first?.firstSliceAngle ?? 0) / 180) * Math.PI;
  return shown.flatMap((series, level) => {
    const sizes = series.values.map((value) => Math.abs(value ?? 0));
    const sum = sizes.reduce((total, size) => total + size, 0);
    if (sum === 0) return [];
    // Only the outermost ring of a doughnut can come apart.
    const away = level === shown.length - 1 ? explosion(series) * radius : 0;
    let angle = start;
    return sizes.flatMap((size, index) => {
      const from = angle;
      angle += (size / sum) * Math.PI * 2;
      if (size === 0) return [];
      const middle = (from + angle) / 2;
      return [
        {
          series,
          index,
          centre: {
            x: centre.x + away * Math.sin(middle),
            y: centre.y - away * Math.cos(middle),
          },
          inner: hole + ring * level,
          outer: hole + ring * (level + 1),
          from,
          to: angle,
          share: size / sum,
          fill: series.pointColors.get(index) ?? seriesColor(index),
        },
      ];
    });
  });
}

/** The place in the middle of a slice, so many pixels from its centre. */
export function alongSlice({ centre, from, to }: Slice, away: number): Spot {
  const middle = (from + to) / 2;
  return { x: centre.x + away * Math.sin(middle), y: centre.y - away * Math.cos(middle) };
}
