import type {
  ChartDataLabels,
  ChartErrorBars,
  ChartPoint,
  ChartTrendline,
} from "../model/chart-parts";
import { seriesColor, type ChartSeries } from "../model/charts";
import { readLook } from "./chart-looks";
import {
  amount,
  flag,
  formulaOf,
  movedOf,
  runsOf,
  stated,
  textOf,
  value,
} from "./chart-read-words";
import {
  errorTypes,
  includes,
  inkLine,
  labelPlaces,
  markerSigns,
  splitTypes,
  trendTypes,
  unlined,
  usualWeight,
} from "./chart-words";
import type { ChartSize } from "./chart-xml";
import type { Palette } from "./color";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

type Signs = Pick<
  ChartPoint,
  "markerStyle" | "markerSize" | "markerBackgroundColor" | "markerForegroundColor"
>;

/** Reads the series of one chart. */
export class SeriesReader {
  constructor(
    readonly palette: Palette,
    readonly size: ChartSize,
  ) {}

  /** A series of a group, without what it states only to look as Excel would have it anyway. */
  series(element: XmlElement, group: XmlElement): ChartSeries {
    const reference = (...names: string[]): string => {
      const holder = names
        .map((name) => childNamed(element, name))
        .find((one) => one !== undefined);
      return formulaOf(holder) ?? "";
    };
    const bubbleSizes = reference("bubbleSize");
    const series: ChartSeries = {
      name: textOf(childNamed(element, "tx")) ?? "",
      values: reference("val", "yVal"),
      categories: reference("cat", "xVal"),
      look: readLook(element, this.palette),
      points: [],
      trendlines: childrenNamed(element, "trendline").map((line) => this.#trendline(line)),
      ...(bubbleSizes === "" ? {} : { bubbleSizes }),
      ...stated({
        gapWidth: amount(group, "gapWidth"),
        overlap: amount(group, "overlap"),
        doughnutHoleSize: amount(group, "holeSize"),
        firstSliceAngle: amount(group, "firstSliceAng"),
        bubbleScale: amount(group, "bubbleScale"),
        splitType: splitTypes[value(group, "splitType") ?? ""],
        splitValue: amount(group, "splitPos"),
        secondPlotSize: amount(group, "secondPieSize"),
        explosion: amount(element, "explosion"),
        smooth: flag(element, "smooth", false) || undefined,
        invertIfNegative: flag(element, "invertIfNegative", false) || undefined,
        varyByCategories: this.#varies(group),
      }),
      ...this.#marker(element),
    };
    const points = [
      ...childrenNamed(element, "dPt").map((point) => this.#point(point)),
      ...this.#pointLabels(element),
    ];
    series.points = joined(points);
    const labels = childNamed(element, "dLbls");
    if (labels !== undefined && !flag(labels, "delete", false)) {
      const found = this.#labels(labels);
      if (shows(found)) series.labels = found;
      if (!flag(labels, "showLeaderLines", true)) series.showLeaderLines = false;
    }
    for (const bars of childrenNamed(element, "errBars")) {
      const sideways = value(bars, "errDir") === "x";
      series[sideways ? "xErrorBars" : "yErrorBars"] = this.#errors(bars);
    }
    return withoutUsual(series, Number(value(element, "idx") ?? 0));
  }

  /** One colour a slice is usual for pies, and for no other kind. */
  #varies(group: XmlElement): boolean | undefined {
    const round = /^(pie|pie3D|ofPie|doughnut)Chart$/.test(group.name);
    const stands = flag(group, "varyColors", round);
    return stands === round ? undefined : stands;
  }

  #marker(element: XmlElement): Signs {
    const marker = childNamed(element, "marker");
    const look = readLook(marker, this.palette);
    const sign = markerSigns[value(marker, "symbol") ?? ""];
    const size = amount(marker, "size");
    return stated({
      markerStyle: sign,
      markerSize: size === 5 ? undefined : size,
      markerBackgroundColor: look.fill === "none" ? undefined : look.fill,
      markerForegroundColor: look.line?.color === look.fill ? undefined : look.line?.color,
    });
  }

  #point(element: XmlElement): ChartPoint {
    return {
      index: Number(value(element, "idx") ?? 0),
      look: readLook(element, this.palette),
      ...this.#marker(element),
    };
  }

  #pointLabels(element: XmlElement): ChartPoint[] {
    const labels = childNamed(element, "dLbls");
    if (labels === undefined) return [];
    return childrenNamed(labels, "dLbl").map((one) => {
      const index = Number(value(one, "idx") ?? 0);
      if (flag(one, "delete", false)) return { index, look: {}, labels: null };
      const tx = childNamed(one, "tx");
      const text = textOf(tx);
      const runs = runsOf(tx, this.palette);
      return {
        index,
        look: {},
        labels: {
          ...this.#labels(one),
          ...(text === null ? {} : { text }),
          ...(runs.length === 0 ? {} : { runs }),
          ...movedOf(one, this.size),
        },
      };
    });
  }

  #labels(element: XmlElement): ChartDataLabels {
    const position = labelPlaces[value(element, "dLblPos") ?? ""];
    const separator = childNamed(element, "separator")?.text;
    const format = childNamed(element, "numFmt")?.attributes;
    return {
      showValue: flag(element, "showVal", false),
      showCategoryName: flag(element, "showCatName", false),
      showSeriesName: flag(element, "showSerName", false),
      showPercentage: flag(element, "showPercent", false),
      look: readLook(element, this.palette),
      ...stated({
        position,
        separator,
        showLegendKey: flag(element, "showLegendKey", false) || undefined,
        showBubbleSize: flag(element, "showBubbleSize", false) || undefined,
        numberFormat: isOn(format?.sourceLinked) ? undefined : format?.formatCode,
      }),
    };
  }

  #trendline(element: XmlElement): ChartTrendline {
    const label = childNamed(element, "trendlineLbl");
    const text = label === undefined ? null : textOf(childNamed(label, "tx"));
    const look = label === undefined ? {} : readLook(label, this.palette);
    const moved = label === undefined ? {} : movedOf(label, this.size);
    const own = { look, ...moved, ...(text === null ? {} : { text }) };
    const said = Object.keys(own).length > 1 || Object.keys(look).length > 0;
    return {
      type: trendTypes[value(element, "trendlineType") ?? "linear"] ?? "Linear",
      look: readLook(element, this.palette),
      ...stated({
        name: childNamed(element, "name")?.text,
        polynomialOrder: amount(element, "order"),
        movingAveragePeriod: amount(element, "period"),
        forwardPeriod: amount(element, "forward"),
        backwardPeriod: amount(element, "backward"),
        intercept: amount(element, "intercept"),
        showRSquared: flag(element, "dispRSqr", false) || undefined,
        showEquation: flag(element, "dispEq", false) || undefined,
        label: said ? own : undefined,
      }),
    };
  }

  #errors(element: XmlElement): ChartErrorBars {
    return {
      visible: true,
      look: unlined(readLook(element, this.palette), inkLine),
      ...stated({
        type: errorTypes[value(element, "errValType") ?? "fixedVal"],
        include: includes[(value(element, "errBarType") ?? "both") as keyof typeof includes],
        endStyleCap: flag(element, "noEndCap", false) ? false : undefined,
        amount: amount(element, "val"),
        plus: formulaOf(childNamed(element, "plus")) ?? undefined,
        minus: formulaOf(childNamed(element, "minus")) ?? undefined,
      }),
    };
  }
}

/** One entry a point, whatever of it was stated where. */
function joined(points: readonly ChartPoint[]): ChartPoint[] {
  const known = new Map<number, ChartPoint>();
  for (const point of points) {
    const before = known.get(point.index);
    const look = { ...before?.look, ...point.look };
    known.set(point.index, { ...before, ...point, look });
  }
  return [...known.values()];
}

/** What a series states only to look as Excel would have it anyway is nobody's choice: it is left out of the model. */
function withoutUsual(series: ChartSeries, place: number): ChartSeries {
  const usual = seriesColor(place);
  const { fill, line, ...look } = series.look;
  const { color, weight, ...rest } = line ?? {};
  const plainLine = color === usual && weight === usualWeight && Object.keys(rest).length === 0;
  const noLine = line?.lineStyle === "None";
  series.look = {
    ...look,
    ...(fill === undefined || fill === usual ? {} : { fill }),
    ...(line === undefined || plainLine || noLine ? {} : { line }),
  };
  if (series.markerBackgroundColor === usual) delete series.markerBackgroundColor;
  series.points = series.points.filter(({ index, look: own, ...more }) => {
    const plain = own.fill === undefined || own.fill === seriesColor(index);
    return !plain || Object.keys(own).length > 1 || Object.keys(more).length > 0;
  });
  return series;
}

function shows(labels: ChartDataLabels): boolean {
  const { showValue, showCategoryName, showSeriesName, showPercentage, showBubbleSize } = labels;
  return [showValue, showCategoryName, showSeriesName, showPercentage, showBubbleSize].includes(
    true,
  );
}
