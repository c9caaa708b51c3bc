import { axisGroupOf, stockRole } from "../model/chart-shapes";
import type { ChartLook, ChartPoint } from "../model/chart-parts";
import { seriesColor, type Chart, type ChartSeries } from "../model/charts";
import { axisIds } from "./chart-axes-write";
import { errorsText, labelsText, trendText } from "./chart-labels-write";
import { shapeText } from "./chart-looks";
import type { ChartReferences } from "./chart-references";
import {
  formOf,
  inkLine,
  isRound,
  markerSigns,
  splitTypes,
  usualWeight,
  type ChartForm,
} from "./chart-words";
import { inFile, val, type ChartSize } from "./chart-xml";

/** Slices that are given a colour each. */
const mostSlices = 100;

/** Series of one kind on the same axes. */
interface SeriesGroup {
  readonly type: string;
  readonly form: ChartForm;
  readonly secondary: boolean;
  readonly indexes: number[];
}

/** The groups a chart's series stand in; one without series where the chart has none. */
export function groupsOf(chart: Chart): SeriesGroup[] {
  const groups = new Map<string, SeriesGroup>();
  chart.series.forEach(({ chartType = chart.type, axisGroup }, index) => {
    const type = joins(chart.type, chartType) ? chartType : chart.type;
    const volume = stockRole(type, index) === "volume";
    const secondary = axisGroupOf(chart.type, axisGroup, index) === "Secondary";
    const form = volume ? formOf("ColumnClustered") : formOf(type);
    const key = `${form.element} ${type} ${secondary}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { type, form, secondary, indexes: [index] });
    else known.indexes.push(index);
  });
  if (groups.size > 0) return [...groups.values()];
  return [{ type: chart.type, form: formOf(chart.type), secondary: false, indexes: [] }];
}

/** Series of two types share a chart where both stand on categories and a value axis. */
function joins(one: string, other: string): boolean {
  const plain = /^(bar|line|area)Chart$/;
  return plain.test(formOf(one).element) && plain.test(formOf(other).element);
}

/** Writes the groups of series of one chart. */
export class SeriesWriter {
  constructor(
    readonly chart: Chart,
    readonly references: ChartReferences,
    readonly size: ChartSize,
  ) {}

  group({ type, form, secondary, indexes }: SeriesGroup): string {
    const { element } = form;
    const first = this.chart.series[indexes[0] ?? 0];
    const series = indexes.map((index) => this.#series(type, form, index)).join("");
    const varied = first?.varyByCategories ?? isRound(form);
    const uncoloured = element.startsWith("surface") || element === "stockChart";
    const colors = uncoloured ? "" : val("varyColors", varied);
    const tail = tailOf(type, form, first);
    return `<c:${element}>${headOf(form)}${colors}${series}${tail}${axesOf(form, secondary)}</c:${element}>`;
  }

  #series(type: string, form: ChartForm, index: number): string {
    const series = this.chart.series[index];
    if (series === undefined) return "";
    const { references } = this;
    const { element } = form;
    const pairs = element === "scatterChart" || element === "bubbleChart";
    const bars = /^(bar|bar3D|bubble)Chart$/.test(element);
    const signs = /^(line|scatter|radar|stock)Chart$/.test(element);
    const plain = element.startsWith("surface");
    const errors = /^(bar|line|area|scatter|bubble)Chart$/.test(element);
    const exploded = series.explosion ?? (type.endsWith("Exploded") ? 25 : undefined);
    const labels = series.labels ?? this.chart.labels;
    const context = { references, size: this.size };
    const close = stockRole(type, index) === "close" && type.endsWith("HLC");
    return (
      `<c:ser>${val("idx", index)}${val("order", index)}${references.seriesName(series)}` +
      shapeText(writtenLook(type, form, series.look, index)) +
      (bars ? val("invertIfNegative", series.invertIfNegative ?? false) : "") +
      (signs ? markerText(series, form, seriesColor(index), close) : "") +
      (/pie|doughnut/i.test(element) ? val("explosion", exploded) : "") +
      (plain ? "" : this.#points(series, form, bars, signs)) +
      (plain ? "" : labelsText(series, labels, form, context)) +
      (errors ? series.trendlines.map((line) => trendText(line, this.size)).join("") : "") +
      (errors && pairs ? errorsText(series.xErrorBars, "x", form, references) : "") +
      (errors ? errorsText(series.yErrorBars, "y", form, references) : "") +
      references.categories(series, pairs) +
      `<c:${pairs ? "yVal" : "val"}>${references.numbers(series.values)}</c:${pairs ? "yVal" : "val"}>` +
      (element === "bubbleChart" ? this.#bubbles(series, type) : "") +
      (/^(line|scatter)Chart$/.test(element)
        ? val("smooth", series.smooth ?? type.includes("Smooth"))
        : element === "stockChart"
          ? val("smooth", false)
          : "") +
      "</c:ser>"
    );
  }

  /** Slices are coloured one by one: readers without a theme would leave them blank. */
  #points(series: ChartSeries, form: ChartForm, bars: boolean, signs: boolean): string {
    const slices = isRound(form) ? this.references.count(series.values) : 0;
    const points: ChartPoint[] = Array.from(
      { length: Math.min(slices, mostSlices) },
      (_, index) => {
        const own = series.points.find((point) => point.index === index);
        return { index, ...own, look: { fill: seriesColor(index), ...own?.look } };
      },
    );
    const others = series.points.filter(({ index }) => index >= points.length);
    return [...points, ...others].map((point) => pointText(point, form, bars, signs)).join("");
  }

  #bubbles({ bubbleSizes = "" }: ChartSeries, type: string): string {
    return `<c:bubbleSize>${this.references.numbers(bubbleSizes)}</c:bubbleSize>${val("bubble3D", type === "Bubble3DEffect")}`;
  }
}

/** What a group says before its series. */
function headOf(form: ChartForm): string {
  switch (form.element) {
    case "scatterChart":
      return val("scatterStyle", form.style);
    case "radarChart":
      return val("radarStyle", form.style);
    case "ofPieChart":
      return val("ofPieType", form.style);
    default:
      return (
        val("barDir", form.barDir) +
        val("grouping", form.grouping) +
        val("wireframe", form.wireframe)
      );
  }
}

/** What a group says after its series; a group's settings are those of its first series. */
function tailOf(type: string, form: ChartForm, first: ChartSeries | undefined): string {
  const { grouping } = form;
  const stacked = grouping === "stacked" || grouping === "percentStacked";
  switch (form.element) {
    case "barChart":
      return (
        val("gapWidth", first?.gapWidth ?? 150) +
        val("overlap", first?.overlap ?? (stacked ? 100 : undefined))
      );
    case "bar3DChart":
      return val("gapWidth", first?.gapWidth ?? 150) + val("shape", form.solid ?? "box");
    case "lineChart":
      return val("marker", true);
    case "ofPieChart":
      return (
        val("gapWidth", first?.gapWidth ?? 100) +
        val("splitType", inFile(splitTypes, first?.splitType)) +
        val("splitPos", first?.splitValue) +
        val("secondPieSize", first?.secondPlotSize) +
        (first?.showConnectorLines === false ? "" : "<c:serLines/>")
      );
    case "pieChart":
      return val("firstSliceAng", first?.firstSliceAngle ?? 0);
    case "doughnutChart":
      return (
        val("firstSliceAng", first?.firstSliceAngle ?? 0) +
        val("holeSize", first?.doughnutHoleSize ?? 75)
      );
    case "bubbleChart":
      return val("bubbleScale", first?.bubbleScale);
    case "stockChart":
      return (
        `<c:hiLowLines>${shapeText({ line: inkLine })}</c:hiLowLines>` +
        (/O/.test(type.replace("Stock", ""))
          ? `<c:upDownBars>${val("gapWidth", 150)}<c:upBars>${shapeText({ fill: "#FFFFFF", line: inkLine })}</c:upBars><c:downBars>${shapeText({ fill: "#404040", line: inkLine })}</c:downBars></c:upDownBars>`
          : "")
      );
    default:
      return "";
  }
}

function axesOf(form: ChartForm, secondary: boolean): string {
  if (isRound(form)) return "";
  const [category, value] = secondary
    ? [axisIds.secondaryCategory, axisIds.secondaryValue]
    : [axisIds.category, axisIds.value];
  const third =
    form.deep === true
      ? val("axId", axisIds.series)
      : form.element === "bar3DChart"
        ? val("axId", 0)
        : "";
  return val("axId", category) + val("axId", value) + third;
}

/** A series' own colours, else Excel's for its place, stated because not every reader has a theme to take them from. */
function writtenLook(type: string, form: ChartForm, look: ChartLook, index: number): ChartLook {
  const color = seriesColor(index);
  if (form.element === "stockChart" || type === "XYScatter") {
    return { ...look, line: look.line ?? { lineStyle: "None" } };
  }
  if (form.element === "barChart") return { fill: color, ...look };
  if (/^(3D)?Line|^XYScatter|^Radar(Markers)?$/.test(type) && type !== "3DLine") {
    return { ...look, line: { color, weight: usualWeight, ...look.line } };
  }
  return isRound(form) || type.startsWith("Surface") ? look : { fill: color, ...look };
}

type Signed = Pick<
  ChartSeries,
  "markerStyle" | "markerSize" | "markerBackgroundColor" | "markerForegroundColor"
>;

/** @param close - the day's close, which a stock chart marks with a dot */
function markerText(from: Signed, form: ChartForm, color: string, close = false): string {
  const { markerStyle, markerSize, markerBackgroundColor, markerForegroundColor } = from;
  const usual = close ? "dot" : form.markers === true ? "circle" : "none";
  const sign = inFile(markerSigns, markerStyle) ?? usual;
  if (sign === "none") return '<c:marker><c:symbol val="none"/></c:marker>';
  const look = shapeText({
    fill: markerBackgroundColor ?? color,
    line: { color: markerForegroundColor ?? markerBackgroundColor ?? color },
  });
  const size = val("size", markerSize ?? (close ? 3 : 5));
  return `<c:marker>${sign === "auto" ? "" : val("symbol", sign)}${size}${look}</c:marker>`;
}

function pointText(point: ChartPoint, form: ChartForm, bars: boolean, signs: boolean): string {
  const shape = shapeText(point.look);
  const signed =
    point.markerStyle ??
    point.markerSize ??
    point.markerBackgroundColor ??
    point.markerForegroundColor;
  const marker =
    signs && signed !== undefined
      ? markerText(point, { ...form, markers: true }, seriesColor(0))
      : "";
  if (shape + marker === "") return "";
  return `<c:dPt>${val("idx", point.index)}${bars ? val("invertIfNegative", false) : ""}${marker}${bars || signs ? val("bubble3D", false) : ""}${shape}</c:dPt>`;
}
