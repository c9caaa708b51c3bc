import type { ChartAxis } from "../model/chart-parts";
import { isPairedShape } from "../model/chart-shapes";
import type { ChartFigures, SeriesFigures } from "./figures";
import type { Frame, Spot } from "./frame";
import { placed } from "./layout";
import { valueScale, type Scale } from "./scale";
import { stacksOf, type Stacked } from "./stacks";
import { textWidth } from "./text-room";
import { trendOf, type Trend } from "./trend";

/** Bars are that wide apart unless told otherwise: a share of their width, in percent. */
const usualGap = 150;
const stockGap = 60;
/** The largest bubble is a quarter of the plot's shorter side wide. */
const bubbleShare = 0.25;
const tableRow = 17;

/** Where everything of a chart with two axes stands: columns, bars, lines, areas, scatters, bubbles and stocks. */
export class PlotGeometry {
  /** True where categories run upwards. */
  readonly lying: boolean;
  /** True where both axes count. */
  readonly paired: boolean;
  /** The room between the axes. */
  readonly frame: Frame;
  readonly values: Scale;
  /** Null where no series stands on axes of its own. */
  readonly secondary: Scale | null;
  readonly xs: Scale;
  /** True where values stand in the middle of their category's room, not on its mark. */
  readonly between: boolean;
  readonly #stacks: ReadonlyMap<SeriesFigures, readonly (Stacked | null)[]>;
  readonly #trends = new Map<SeriesFigures, readonly (Trend | null)[]>();

  constructor(
    readonly figures: ChartFigures,
    outer: Frame,
  ) {
    const { chart, series } = figures;
    this.lying = figures.shape === "bar";
    this.paired = isPairedShape(figures.shape);
    this.between =
      !series.every(({ shape }) => shape === "area") &&
      (chart.categoryAxis.isBetweenCategories ?? true);
    this.#stacks = stacksOf(series);
    const across = Math.max(2, Math.floor(outer.width / 60));
    const xs = series.flatMap((one) => [
      ...one.xs,
      ...(one.sideErrors ?? []).flatMap((span) => (span === null ? [] : [span.from, span.to])),
    ]);
    this.xs = valueScale(xs, chart.categoryAxis, across, false);
    for (const one of series) this.#trends.set(one, this.#trendsOf(one));
    const room = this.lying ? outer.width / 60 : outer.height / 30;
    const steps = Math.max(2, Math.min(10, Math.floor(room)));
    this.values = this.#scale(false, chart.valueAxis, steps);
    const other = series.some(({ secondary }) => secondary);
    this.secondary = other ? this.#scale(true, chart.secondaryValueAxis, steps) : null;
    const usual = this.#inner(outer);
    this.frame = chart.plotInside === true ? placed(usual, chart.plotPlace) : usual;
  }

  #scale(secondary: boolean, axis: ChartAxis | undefined, steps: number): Scale {
    const own = this.figures.series.filter((one) => one.secondary === secondary);
    const ends = own.flatMap((one) => {
      const bars = this.stack(one).flatMap((part) =>
        part === null ? [] : one.grouping === "plain" ? [part.to] : [part.from, part.to],
      );
      const errors = (one.errors ?? []).flatMap((span) =>
        span === null ? [] : [span.from, span.to],
      );
      const trends = this.trends(one).flatMap((trend) => trend?.points.map(({ y }) => y) ?? []);
      return [...bars, ...errors, ...trends];
    });
    const bubbles = own.some(({ shape }) => shape === "bubble");
    const fromZero = own.some(({ shape }) => ["column", "bar", "area"].includes(shape));
    const percent = own.length > 0 && own.every(({ grouping }) => grouping === "percent");
    const whole = percent ? { maximum: axis?.maximum ?? 1 } : {};
    const found = valueScale(ends, { ...axis, ...whole }, steps, fromZero);
    if (!bubbles || axis?.maximum !== undefined) return found;
    // Bubbles are wide: room above the highest of them.
    const step = (found.marks[1] ?? found.high) - (found.marks[0] ?? found.low);
    return valueScale([...ends, found.high + step * 0.5], { ...axis }, steps + 1, fromZero);
  }

  /** The plot without the room its axes' words take. */
  #inner(outer: Frame): Frame {
    const { figures } = this;
    const { chart, categories, valueFormat, secondaryFormat } = figures;
    const widest = (words: readonly string[]): number =>
      words.reduce((most, word) => Math.max(most, textWidth(word)), 0);
    const valueWords = widest(this.values.marks.map(valueFormat));
    const otherWords =
      this.secondary === null ? 0 : widest(this.secondary.marks.map(secondaryFormat));
    const table = chart.dataTable?.visible === true;
    const names = table ? widest(figures.series.map(({ name }) => name)) + 22 : 0;
    const categoryWords = Math.min(outer.width * 0.3, widest(categories));
    const beside = this.lying ? hasWords(chart.categoryAxis) : hasWords(chart.valueAxis);
    const below = this.lying ? hasWords(chart.valueAxis) : hasWords(chart.categoryAxis);
    const [belowTitle, leftTitle] = this.lying
      ? [figures.valueTitle, figures.categoryTitle]
      : [figures.categoryTitle, figures.valueTitle];
    const words = beside ? (this.lying ? categoryWords : valueWords) + 4 : 0;
    const left =
      8 +
      Math.max(words, Math.min(outer.width * 0.3, names)) +
      (leftTitle === null ? 0 : 18) +
      (figures.valueUnit === "" || this.lying ? 0 : 16);
    const showsOther = this.secondary !== null && hasWords(chart.secondaryValueAxis);
    const right =
      10 +
      (showsOther && !this.lying ? otherWords + 4 : 0) +
      (figures.secondaryTitle === null ? 0 : 18);
    const tableRoom = table ? (figures.series.length + 1) * tableRow + 4 : 0;
    const bottom =
      Math.max(below ? 18 : 4, Math.min(outer.height * 0.6, tableRoom)) +
      (belowTitle === null ? 0 : 18);
    return {
      left: outer.left + left,
      top: outer.top + 6,
      width: Math.max(10, outer.width - left - right),
      height: Math.max(10, outer.height - bottom - 8),
    };
  }

  stack(series: SeriesFigures): readonly (Stacked | null)[] {
    return this.#stacks.get(series) ?? [];
  }

  trends(series: SeriesFigures): readonly (Trend | null)[] {
    return this.#trends.get(series) ?? [];
  }

  #trendsOf(series: SeriesFigures): (Trend | null)[] {
    const pairs = series.values.flatMap((y, index) =>
      y === null ? [] : [{ x: this.paired ? (series.xs[index] ?? 0) : index + 1, y }],
    );
    return series.source.trendlines.map((line) =>
      series.grouping === "plain" && series.shape !== "stock" ? trendOf(pairs, line) : null,
    );
  }

  scaleOf(series: Pick<SeriesFigures, "secondary">): Scale {
    return series.secondary && this.secondary !== null ? this.secondary : this.values;
  }

  /** Pixel of a value along the value axis; what lies beyond its ends stands at them. */
  at(value: number, series: Pick<SeriesFigures, "secondary"> = { secondary: false }): number {
    const { chart } = this.figures;
    const axis = series.secondary ? chart.secondaryValueAxis : chart.valueAxis;
    const held = Math.min(1, Math.max(0, this.scaleOf(series).share(value)));
    return this.#along(axis?.reversePlotOrder === true ? 1 - held : held);
  }

  #along(share: number): number {
    const { left, top, width, height } = this.frame;
    return this.lying ? left + share * width : top + (1 - share) * height;
  }

  /** Where the values' feet stand: at zero, or at the nearer end of an axis without it. */
  foot(series: Pick<SeriesFigures, "secondary"> = { secondary: false }): number {
    const { low, high } = this.scaleOf(series);
    return this.at(Math.min(high, Math.max(low, 0)), series);
  }

  /** Middle and width of a category along the other axis; places between categories are counted in parts of one. */
  slot(index: number): { readonly middle: number; readonly size: number } {
    const { left, top, width, height } = this.frame;
    const count = Math.max(1, this.figures.categories.length);
    const reversed = this.figures.chart.categoryAxis.reversePlotOrder === true;
    const place = reversed ? count - 1 - index : index;
    const share = this.between ? (place + 0.5) / count : count === 1 ? 0.5 : place / (count - 1);
    // Bars begin at the bottom.
    if (this.lying) return { middle: top + height - share * height, size: height / count };
    return { middle: left + share * width, size: width / count };
  }

  /** Pixel of a number along the category axis of a scatter or bubble chart. */
  across(x: number): number {
    const { left, width } = this.frame;
    const share = this.xs.share(x);
    const reversed = this.figures.chart.categoryAxis.reversePlotOrder === true;
    return left + (reversed ? 1 - share : share) * width;
  }

  /** Where a value stands; null where there is none. */
  point(series: SeriesFigures, index: number): Spot | null {
    const part = this.stack(series)[index];
    if (part === null || part === undefined) return null;
    const height = this.at(part.to, series);
    if (this.paired) return { x: this.across(series.xs[index] ?? 0), y: height };
    const { middle } = this.slot(index);
    return this.lying ? { x: height, y: middle } : { x: middle, y: height };
  }

  /** Where a place of a trendline stands. */
  trendSpot(series: SeriesFigures, { x, y }: Spot): Spot {
    const height = this.at(y, series);
    if (this.paired) return { x: this.across(x), y: height };
    const { middle } = this.slot(x - 1);
    return this.lying ? { x: height, y: middle } : { x: middle, y: height };
  }

  /** The box of a column or bar; null where there is no value. */
  bar(series: SeriesFigures, index: number): Frame | null {
    const part = this.stack(series)[index];
    if (part === null || part === undefined) return null;
    const group = this.figures.series.filter(
      (one) => isBar(one) && one.secondary === series.secondary,
    );
    const [first] = group;
    const stacked = series.grouping !== "plain";
    const place = stacked ? 0 : group.indexOf(series);
    const count = stacked ? 1 : group.length;
    const gap =
      (first?.source.gapWidth ?? (this.figures.shape === "stock" ? stockGap : usualGap)) / 100;
    const step = 1 - (stacked ? 0 : (first?.source.overlap ?? 0)) / 100;
    const { middle, size } = this.slot(index);
    const bars = 1 + (count - 1) * step;
    const thick = size / (bars + gap);
    const order = this.lying ? count - 1 - place : place;
    const start = middle - (thick * bars) / 2 + order * thick * step;
    const [from, to] = [this.at(part.from, series), this.at(part.to, series)];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    return this.lying
      ? { left: low, top: start, width: high - low, height: thick }
      : { left: start, top: low, width: thick, height: high - low };
  }

  /** The radius of a bubble: its area grows with its size. */
  bubble(series: SeriesFigures, index: number): number {
    const { width, height } = this.frame;
    const scale = (this.figures.chart.series[0]?.bubbleScale ?? 100) / 100;
    const largest = this.figures.series.reduce(
      (most, { sizes }) => sizes.reduce<number>((top, size) => Math.max(top, size ?? 0), most),
      0,
    );
    const size = series.sizes.length === 0 ? largest || 1 : (series.sizes[index] ?? 0);
    const widest = (Math.min(width, height) * bubbleShare) / 2;
    return size <= 0 ? 0 : widest * scale * Math.sqrt(size / (largest || size));
  }

  /** Height of a row of the data table. */
  get tableRow(): number {
    return tableRow;
  }
}

export function isBar({ shape }: SeriesFigures): boolean {
  return shape === "column" || shape === "bar";
}

/** Whether an axis is shown with words beside it. */
export function hasWords(axis: ChartAxis | undefined): boolean {
  return axis === undefined || (axis.visible && axis.tickLabelPosition !== "None");
}
