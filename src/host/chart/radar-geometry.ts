import type { ChartFigures, SeriesFigures } from "./figures";
import type { Frame, Spot } from "./frame";
import { valueScale, type Scale } from "./scale";
import { textWidth } from "./text-room";

/** A radar: an arm a category from twelve o'clock on, values outwards. */
export class RadarGeometry {
  readonly centre: Spot;
  readonly radius: number;
  readonly values: Scale;

  constructor(
    readonly figures: ChartFigures,
    frame: Frame,
  ) {
    const widest = figures.categories.reduce((most, word) => Math.max(most, textWidth(word)), 0);
    const beside = Math.min(frame.width * 0.22, widest + 6);
    this.centre = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    this.radius = Math.max(4, Math.min(frame.width / 2 - beside, frame.height / 2 - 18));
    const all = figures.series.flatMap(({ values }) => values.filter((value) => value !== null));
    const steps = Math.max(2, Math.min(6, Math.floor(this.radius / 22)));
    this.values = valueScale(all, figures.chart.valueAxis, steps, true);
  }

  /** Where a share of the radius lies on a category's arm. */
  onArm(index: number, share: number): Spot {
    const angle = (index / Math.max(1, this.figures.categories.length)) * Math.PI * 2;
    return {
      x: this.centre.x + this.radius * share * Math.sin(angle),
      y: this.centre.y - this.radius * share * Math.cos(angle),
    };
  }

  /** Where a value stands; null where there is none. */
  point(series: SeriesFigures, index: number): Spot | null {
    const value = series.values[index];
    if (value === null || value === undefined) return null;
    return this.onArm(index, Math.min(1, Math.max(0, this.values.share(value))));
  }
}
