import type { ChartFigures, SeriesFigures } from "./figures";
import {
  area,
  box,
  dot,
  faint,
  fitting,
  line,
  polyline,
  textWidth,
  words,
  type ChartTheme,
  type Frame,
} from "./marks";
import { labelSize } from "./round";
import { valueScale, type Scale } from "./scale";

/** Charts with two axes: columns, bars, lines, areas and scatters. */
export function plotChart(figures: ChartFigures, outer: Frame, theme: ChartTheme): string {
  return new Plot(figures, outer, theme).drawn();
}

interface Stacked {
  readonly from: number;
  readonly to: number;
}

class Plot {
  readonly #lying: boolean;
  readonly #pairs: boolean;
  readonly #values: Scale;
  readonly #xs: Scale;
  readonly #stacks: readonly (readonly (Stacked | null)[])[];
  readonly #frame: Frame;

  constructor(
    readonly figures: ChartFigures,
    outer: Frame,
    readonly theme: ChartTheme,
  ) {
    this.#lying = figures.shape === "bar";
    this.#pairs = figures.shape === "scatter";
    this.#stacks = stacksOf(figures);
    const { valueAxis, categoryAxis } = figures.chart;
    const ends = this.#stacks.flatMap((stack) =>
      stack.flatMap((part) =>
        part === null ? [] : figures.grouping === "plain" ? [part.to] : [part.from, part.to],
      ),
    );
    const length = this.#lying ? outer.width : outer.height;
    const steps = Math.max(2, Math.min(10, Math.floor(length / (this.#lying ? 60 : 30))));
    const fromZero = figures.shape !== "line" && !this.#pairs;
    const whole = figures.grouping === "percent" ? { maximum: valueAxis.maximum ?? 1 } : {};
    this.#values = valueScale(ends, { ...valueAxis, ...whole }, steps, fromZero);
    const xs = figures.series.flatMap((series) => series.xs);
    this.#xs = valueScale(xs, categoryAxis, Math.max(2, Math.floor(outer.width / 60)), false);
    this.#frame = this.#inner(outer);
  }

  /** The plot without the room its axes' words take. */
  #inner(outer: Frame): Frame {
    const { chart, categories, valueFormat, categoryTitle, valueTitle } = this.figures;
    const valueWords = Math.max(
      0,
      ...this.#values.marks.map((mark) => textWidth(valueFormat(mark))),
    );
    const longest = Math.max(0, ...categories.map((category) => textWidth(category)));
    const categoryWords = Math.min(outer.width * 0.3, longest);
    const shownValues = chart.valueAxis.visible && chart.valueAxis.tickLabelPosition !== "None";
    const shownCategories =
      chart.categoryAxis.visible && chart.categoryAxis.tickLabelPosition !== "None";
    const beside = this.#lying ? shownCategories : shownValues;
    const below = this.#lying ? shownValues : shownCategories;
    const leftTitle = this.#lying ? categoryTitle : valueTitle;
    const belowTitle = this.#lying ? valueTitle : categoryTitle;
    const left =
      8 +
      (beside ? (this.#lying ? categoryWords : valueWords) + 4 : 0) +
      (leftTitle === null ? 0 : 18);
    const bottom = (below ? 18 : 4) + (belowTitle === null ? 0 : 18);
    return {
      left: outer.left + left,
      top: outer.top + 6,
      width: Math.max(10, outer.width - left - 10),
      height: Math.max(10, outer.height - bottom - 8),
    };
  }

  drawn(): string {
    const { figures } = this;
    const back = figures.series.filter(({ shape }) => shape === "area");
    const bars = figures.series.filter(({ shape }) => shape === "column" || shape === "bar");
    const front = figures.series.filter(({ shape }) => shape === "line" || shape === "scatter");
    return (
      this.#grid() +
      back.map((series) => this.#area(series)).join("") +
      bars.map((series, place) => this.#bars(series, place, bars.length)).join("") +
      this.#axisLine() +
      front.map((series) => this.#line(series)).join("") +
      this.#categoryWords() +
      this.#titles() +
      figures.series.map((series) => this.#labels(series)).join("")
    );
  }

  #stack(series: SeriesFigures): readonly (Stacked | null)[] {
    return this.#stacks[this.figures.series.indexOf(series)] ?? [];
  }

  /** Pixel of a value along the value axis. */
  #at(value: number): number {
    const { left, top, width, height } = this.#frame;
    const reversed = this.figures.chart.valueAxis.reversePlotOrder === true;
    const held = Math.min(1, Math.max(0, this.#values.share(value)));
    const share = reversed ? 1 - held : held;
    return this.#lying ? left + share * width : top + (1 - share) * height;
  }

  /** Middle and width of a category along the other axis. */
  #slot(index: number): { readonly middle: number; readonly size: number } {
    const { left, top, width, height } = this.#frame;
    const count = Math.max(1, this.figures.categories.length);
    const reversed = this.figures.chart.categoryAxis.reversePlotOrder === true;
    const place = reversed ? count - 1 - index : index;
    // Bars begin at the bottom.
    if (this.#lying)
      return { middle: top + height - ((place + 0.5) * height) / count, size: height / count };
    return { middle: left + ((place + 0.5) * width) / count, size: width / count };
  }

  #point(series: SeriesFigures, index: number): { x: number; y: number } | null {
    const part = this.#stack(series)[index];
    if (part === null || part === undefined) return null;
    if (series.shape === "scatter") {
      const { left, width } = this.#frame;
      return { x: left + this.#xs.share(series.xs[index] ?? 0) * width, y: this.#at(part.to) };
    }
    return { x: this.#slot(index).middle, y: this.#at(part.to) };
  }

  #grid(): string {
    const { chart, valueFormat } = this.figures;
    const { left, top, width, height } = this.#frame;
    const { valueAxis, categoryAxis } = chart;
    const color = valueAxis.majorGridlines.look.line?.color ?? this.theme.grid;
    const soft = valueAxis.look.font?.color ?? faint(this.theme);
    const shown = valueAxis.visible && valueAxis.tickLabelPosition !== "None";
    const marks = this.#values.marks.map((mark) => {
      const at = this.#at(mark);
      const rule = !valueAxis.majorGridlines.visible
        ? ""
        : this.#lying
          ? line(at, top, at, top + height, color)
          : line(left, at, left + width, at, color);
      if (!shown) return rule;
      const said = valueFormat(mark);
      return this.#lying
        ? rule + words(at, top + height + 14, said, { color: soft })
        : rule + words(left - 5, at + 4, said, { color: soft, anchor: "end" });
    });
    const plotFill = chart.plotLook.fill;
    const ground = plotFill === undefined || plotFill === "none" ? "" : box(this.#frame, plotFill);
    const across = categoryAxis.majorGridlines.visible && !this.#lying;
    const upright = across
      ? this.figures.categories.map((_category, index) => {
          const { middle, size } = this.#slot(index);
          return line(middle - size / 2, top, middle - size / 2, top + height, this.theme.grid);
        })
      : [];
    return ground + marks.join("") + upright.join("");
  }

  #axisLine(): string {
    const { left, top, width, height } = this.#frame;
    if (!this.figures.chart.categoryAxis.visible) return "";
    const color = this.figures.chart.categoryAxis.look.line?.color ?? this.theme.grid;
    const zero = this.#at(Math.min(this.#values.high, Math.max(this.#values.low, 0)));
    return this.#lying
      ? line(zero, top, zero, top + height, color)
      : line(left, zero, left + width, zero, color);
  }

  #bars(series: SeriesFigures, place: number, count: number): string {
    const stacked = this.figures.grouping !== "plain";
    const { gapWidth = 150, overlap = 0 } = this.figures.chart.series[0] ?? {};
    const groups = stacked ? 1 : count;
    const step = 1 - overlap / 100;
    return this.#stack(series)
      .map((part, index) => {
        if (part === null) return "";
        const { middle, size } = this.#slot(index);
        const thick = size / ((stacked ? 1 : 1 + (groups - 1) * step) + gapWidth / 100);
        const span = stacked ? thick : thick * (1 + (groups - 1) * step);
        const order = this.#lying ? groups - 1 - place : place;
        const start = middle - span / 2 + (stacked ? 0 : order * thick * step);
        const [from, to] = [this.#at(part.from), this.#at(part.to)];
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        const fill = series.pointColors.get(index) ?? series.color;
        const title = `${series.name} · ${this.figures.categories[index] ?? ""}: ${series.values[index] ?? ""}`;
        return this.#lying
          ? box({ left: low, top: start, width: high - low, height: thick }, fill, title)
          : box({ left: start, top: low, width: thick, height: high - low }, fill, title);
      })
      .join("");
  }

  #line(series: SeriesFigures): string {
    const points = series.values.map((_value, index) => this.#point(series, index));
    const path = series.lines ? polyline(points, series.color, series.weight, series.smooth) : "";
    const signs = points.map((point, index) => {
      if (point === null || !series.markers) return "";
      const name = this.#pairs ? String(series.xs[index]) : (this.figures.categories[index] ?? "");
      const title = `${series.name} · ${name}: ${series.values[index] ?? ""}`;
      return dot(point.x, point.y, series.pointColors.get(index) ?? series.color, title);
    });
    return path + signs.join("");
  }

  #area(series: SeriesFigures): string {
    const stack = this.#stack(series);
    const last = Math.max(1, this.figures.categories.length - 1);
    const { left, width } = this.#frame;
    const x = (index: number): number => left + (index / last) * width;
    const tops = stack.map((part, index) => ({ x: x(index), y: this.#at(part?.to ?? 0) }));
    const feet = stack
      .map((part, index) => ({ x: x(index), y: this.#at(part?.from ?? 0) }))
      .reverse();
    return area([...tops, ...feet], series.color);
  }

  #categoryWords(): string {
    const { chart, categories } = this.figures;
    const { categoryAxis } = chart;
    if (!categoryAxis.visible || categoryAxis.tickLabelPosition === "None") return "";
    const color = categoryAxis.look.font?.color ?? faint(this.theme);
    const { left, top, width, height } = this.#frame;
    if (this.#pairs) {
      return this.#xs.marks
        .map((mark) =>
          words(
            left + this.#xs.share(mark) * width,
            top + height + 14,
            String(Number(mark.toPrecision(12))),
            { color },
          ),
        )
        .join("");
    }
    const room = this.#slot(0).size;
    const widest = Math.max(1, ...categories.map((category) => textWidth(category) + 6));
    const every =
      categoryAxis.tickLabelSpacing ??
      (this.#lying ? Math.ceil(13 / room) : Math.ceil(Math.min(widest, 60) / room));
    return categories
      .map((category, index) => {
        if (index % every !== 0) return "";
        const { middle } = this.#slot(index);
        if (this.#lying) {
          return words(left - 5, middle + 4, fitting(category, left), { color, anchor: "end" });
        }
        const last = Math.max(1, categories.length - 1);
        const at = this.figures.shape === "area" ? left + (index / last) * width : middle;
        const ends =
          this.figures.shape !== "area"
            ? null
            : index === 0
              ? "start"
              : index === last
                ? "end"
                : null;
        const anchor = ends ?? "middle";
        return words(at, top + height + 14, fitting(category, room * every - 4), { color, anchor });
      })
      .join("");
  }

  #titles(): string {
    const { categoryTitle, valueTitle } = this.figures;
    const { left, top, width, height } = this.#frame;
    const [below, beside] = this.#lying ? [valueTitle, categoryTitle] : [categoryTitle, valueTitle];
    const color = faint(this.theme);
    const foot = below === null ? "" : words(left + width / 2, top + height + 32, below, { color });
    const side = beside === null ? "" : words(12, top + height / 2, beside, { color, turn: -90 });
    return foot + side;
  }

  #labels(series: SeriesFigures): string {
    return series.values
      .map((value, index) => {
        const label = series.labelOf(index);
        const part = this.#stack(series)[index];
        if (label === "" || part === null || part === undefined || value === null) return "";
        const font = series.labels?.look.font;
        const look = { color: font?.color ?? this.theme.text, size: labelSize(font?.size) };
        const up = value < 0 ? 13 : -5;
        if (series.shape !== "column" && series.shape !== "bar") {
          const point = this.#point(series, index);
          return point === null ? "" : words(point.x, point.y - 7, label, look);
        }
        const bars = this.figures.series.filter(({ shape }) => shape === series.shape);
        const stacked = this.figures.grouping !== "plain";
        const { middle, size } = this.#slot(index);
        const count = stacked ? 1 : bars.length;
        const place = stacked ? 0 : bars.indexOf(series) - (count - 1) / 2;
        const shift = (place * size) / (count + 1.5);
        const centre = (this.#at(part.from) + this.#at(part.to)) / 2;
        if (this.#lying) {
          const at = stacked ? centre : this.#at(part.to) + (value < 0 ? -4 : 4);
          const anchor = stacked ? "middle" : value < 0 ? "end" : "start";
          return words(at, middle - shift + 4, label, { ...look, anchor });
        }
        return words(middle + shift, stacked ? centre + 4 : this.#at(part.to) + up, label, look);
      })
      .join("");
  }
}

/** Where each value begins and ends: at zero, or on top of those below it. */
function stacksOf({ series, grouping, categories }: ChartFigures): (Stacked | null)[][] {
  const above = new Map<number, number>();
  const below = new Map<number, number>();
  const sums = categories.map((_category, index) =>
    series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0),
  );
  return series.map(({ values }) =>
    values.map((value, index) => {
      if (value === null) return null;
      if (grouping === "plain") return { from: 0, to: value };
      const share = grouping === "percent" ? value / (sums[index] || 1) : value;
      const side = share < 0 ? below : above;
      const from = side.get(index) ?? 0;
      side.set(index, from + share);
      return { from, to: from + share };
    }),
  );
}
