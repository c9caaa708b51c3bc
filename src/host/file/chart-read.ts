import {
  plainChart,
  seriesColor,
  type Chart,
  type ChartAxis,
  type ChartDataLabels,
  type ChartPoint,
  type ChartSeries,
  type ChartTitle,
} from "../model/charts";
import { readLook } from "./chart-looks";
import {
  blanks,
  labelPlaces,
  legendPlaces,
  markerSigns,
  tickLabels,
  tickMarks,
  trendTypes,
  usualWeight,
} from "./chart-words";
import type { Palette } from "./color";
import { formulaFromFile } from "./formula-text";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/**
 * A chart from its part, standing nowhere yet; null for kinds the host does not know, which stay in the file as they
 * are.
 */
export function readChart(root: XmlElement, id: string, palette: Palette): Chart | null {
  const body = childNamed(root, "chart");
  const plot = body === undefined ? undefined : childNamed(body, "plotArea");
  if (body === undefined || plot === undefined) return null;
  const groups = plot.children.filter(({ name }) => /Chart$/.test(name));
  const types = groups.map(typeOf);
  const [type] = types;
  if (type === undefined || type === null || types.includes(null)) return null;
  const reader = new ChartReader(palette);
  const chart = plainChart(id, "", type);
  chart.look = readLook(root, palette);
  chart.plotLook = readLook(plot, palette);
  chart.roundedCorners = flag(root, "roundedCorners", true);
  chart.plotVisibleOnly = flag(body, "plotVisOnly", true);
  chart.displayBlanksAs = blanks[(value(body, "dispBlanksAs") ?? "zero") as "zero"];
  chart.title = reader.title(childNamed(body, "title"), flag(body, "autoTitleDeleted", false));
  readLegend(chart, childNamed(body, "legend"), palette);
  const axes = plot.children.filter(({ name }) => /^(cat|val|date)Ax$/.test(name));
  const [first, second, third] = axes;
  // A second value axis would be drawn as the first: such charts stay as they are.
  if (third !== undefined) return null;
  const category = first?.name === "valAx" && second?.name !== "valAx" ? second : first;
  const values = category === first ? second : first;
  if (category !== undefined) chart.categoryAxis = reader.axis(category);
  if (values !== undefined) chart.valueAxis = reader.axis(values);
  const table = childNamed(plot, "dTable");
  if (table !== undefined) chart.dataTable = { visible: true, look: readLook(table, palette) };
  const listed = groups.flatMap((group, index) =>
    childrenNamed(group, "ser").map((element) => ({
      order: Number(value(element, "order") ?? 0),
      series: withoutUsual(reader.series(element, group, types[index] ?? type, type), element),
    })),
  );
  chart.series = listed.sort((one, other) => one.order - other.order).map(({ series }) => series);
  return chart;
}

/** What a series states only to look as Excel would have it anyway is nobody's choice: it is left out of the model. */
function withoutUsual(series: ChartSeries, element: XmlElement): ChartSeries {
  const usual = seriesColor(Number(value(element, "idx") ?? 0));
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
  series.points = series.points.filter(
    ({ index, look: own }) => own.fill !== seriesColor(index) || Object.keys(own).length > 1,
  );
  return series;
}

function value(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : childNamed(element, name)?.attributes.val;
}

function flag(element: XmlElement, name: string, otherwise: boolean): boolean {
  const child = childNamed(element, name);
  return child === undefined ? otherwise : isOn(child.attributes.val, true);
}

function amount(element: XmlElement, name: string): number | undefined {
  const stated = value(element, name);
  return stated === undefined || !Number.isFinite(Number(stated)) ? undefined : Number(stated);
}

function readLegend(chart: Chart, legend: XmlElement | undefined, palette: Palette): void {
  chart.legend.visible = legend !== undefined;
  if (legend === undefined) return;
  const place = (value(legend, "legendPos") ?? "r") as keyof typeof legendPlaces;
  chart.legend.position = legendPlaces[place];
  chart.legend.overlay = flag(legend, "overlay", false);
  chart.legend.look = readLook(legend, palette);
}

/** The API's name for a group of series; null for kinds the host does not know. */
function typeOf(group: XmlElement): string | null {
  const suffix =
    { stacked: "Stacked", percentStacked: "Stacked100" }[value(group, "grouping") ?? ""] ?? "";
  const marked = childrenNamed(group, "ser").some((series) => hasMarkers(series));
  switch (group.name) {
    case "barChart":
      return `${value(group, "barDir") === "bar" ? "Bar" : "Column"}${suffix || "Clustered"}`;
    case "lineChart":
      return `Line${flag(group, "marker", false) && marked ? "Markers" : ""}${suffix}`;
    case "areaChart":
      return `Area${suffix}`;
    case "pieChart":
      return "Pie";
    case "doughnutChart":
      return "Doughnut";
    case "scatterChart":
      return scatterType(group, marked);
    default:
      return null;
  }
}

function hasMarkers(series: XmlElement): boolean {
  const marker = childNamed(series, "marker");
  return marker === undefined || value(marker, "symbol") !== "none";
}

function scatterType(group: XmlElement, marked: boolean): string {
  const [first] = childrenNamed(group, "ser");
  const line = childNamed(childNamed(first ?? group, "spPr") ?? group, "ln");
  if (line !== undefined && childNamed(line, "noFill") !== undefined) return "XYScatter";
  const smooth = first !== undefined && flag(first, "smooth", false);
  if (smooth) return marked ? "XYScatterSmooth" : "XYScatterSmoothNoMarkers";
  return marked ? "XYScatterLines" : "XYScatterLinesNoMarkers";
}

class ChartReader {
  constructor(readonly palette: Palette) {}

  title(element: XmlElement | undefined, deleted: boolean): ChartTitle {
    const title: ChartTitle = {
      visible: element !== undefined && !deleted,
      look: readLook(element, this.palette),
    };
    if (element === undefined) return title;
    const words = textOf(childNamed(element, "tx"));
    if (words !== null) title.text = words;
    if (flag(element, "overlay", false)) title.overlay = true;
    return title;
  }

  axis(element: XmlElement): ChartAxis {
    const scaling = childNamed(element, "scaling") ?? element;
    const title = childNamed(element, "title");
    const lines = (name: string): ChartAxis["majorGridlines"] => {
      const found = childNamed(element, name);
      return { visible: found !== undefined, look: readLook(found, this.palette) };
    };
    const format = childNamed(element, "numFmt")?.attributes;
    const own = {
      minimum: amount(scaling, "min"),
      maximum: amount(scaling, "max"),
      logBase: amount(scaling, "logBase"),
      majorUnit: amount(element, "majorUnit"),
      minorUnit: amount(element, "minorUnit"),
      majorTickMark: tickMarks[value(element, "majorTickMark") ?? "out"],
      minorTickMark: tickMarks[value(element, "minorTickMark") ?? "none"],
      tickLabelPosition:
        tickLabels[(value(element, "tickLblPos") ?? "nextTo") as keyof typeof tickLabels],
      reversePlotOrder: value(scaling, "orientation") === "maxMin" || undefined,
      numberFormat: isOn(format?.sourceLinked) ? undefined : format?.formatCode,
    };
    const stated = Object.entries(own).filter(([, member]) => member !== undefined);
    return {
      ...Object.fromEntries(stated),
      ...(own.logBase === undefined ? {} : { scaleType: "Logarithmic" as const }),
      visible: !flag(element, "delete", false),
      look: readLook(element, this.palette),
      title: this.title(title, false),
      majorGridlines: lines("majorGridlines"),
      minorGridlines: lines("minorGridlines"),
    };
  }

  series(element: XmlElement, group: XmlElement, type: string, chartType: string): ChartSeries {
    const reference = (...names: string[]): string => {
      const holder = names
        .map((name) => childNamed(element, name))
        .find((one) => one !== undefined);
      return formulaOf(holder) ?? "";
    };
    const own = {
      gapWidth: amount(group, "gapWidth"),
      overlap: amount(group, "overlap"),
      doughnutHoleSize: amount(group, "holeSize"),
      firstSliceAngle: amount(group, "firstSliceAng"),
      explosion: amount(element, "explosion"),
    };
    const marker = childNamed(element, "marker");
    const markerLook = readLook(marker, this.palette);
    const labels = childNamed(element, "dLbls");
    const series: ChartSeries = {
      name: textOf(childNamed(element, "tx")) ?? "",
      values: reference("val", "yVal"),
      categories: reference("cat", "xVal"),
      look: readLook(element, this.palette),
      points: childrenNamed(element, "dPt").map((point) => this.#point(point)),
      trendlines: childrenNamed(element, "trendline").map((line) => ({
        type: trendTypes[value(line, "trendlineType") ?? "linear"] ?? "Linear",
        look: readLook(line, this.palette),
      })),
      ...Object.fromEntries(Object.entries(own).filter(([, member]) => member !== undefined)),
    };
    if (type !== chartType) series.chartType = type;
    if (flag(element, "smooth", false)) series.smooth = true;
    const sign = markerSigns[value(marker, "symbol") ?? ""];
    if (sign !== undefined) series.markerStyle = sign;
    if (markerLook.fill !== undefined && markerLook.fill !== "none") {
      series.markerBackgroundColor = markerLook.fill;
    }
    if (labels !== undefined && !flag(labels, "delete", false)) {
      const found = this.#labels(labels);
      if (shows(found)) series.labels = found;
    }
    return series;
  }

  #point(element: XmlElement): ChartPoint {
    return { index: Number(value(element, "idx") ?? 0), look: readLook(element, this.palette) };
  }

  #labels(element: XmlElement): ChartDataLabels {
    const position = labelPlaces[value(element, "dLblPos") ?? ""];
    const separator = childNamed(element, "separator")?.text;
    return {
      showValue: flag(element, "showVal", false),
      showCategoryName: flag(element, "showCatName", false),
      showSeriesName: flag(element, "showSerName", false),
      showPercentage: flag(element, "showPercent", false),
      look: readLook(element, this.palette),
      ...(position === undefined ? {} : { position }),
      ...(separator === undefined ? {} : { separator }),
    };
  }
}

function shows(labels: ChartDataLabels): boolean {
  const { showValue, showCategoryName, showSeriesName, showPercentage } = labels;
  return [showValue, showCategoryName, showSeriesName, showPercentage].includes(true);
}

function formulaOf(holder: XmlElement | undefined): string | null {
  const reference = holder?.children.find(({ name }) => /^(num|str|multiLvlStr)Ref$/.test(name));
  const formula = reference === undefined ? undefined : childNamed(reference, "f")?.text;
  return formula === undefined || formula === "" ? null : formulaFromFile(formula, null);
}

/** The words of a title or a name: its own, or the formula that names the cell. */
function textOf(tx: XmlElement | undefined): string | null {
  if (tx === undefined) return null;
  const formula = formulaOf(tx);
  if (formula !== null) return formula;
  const rich = childNamed(tx, "rich");
  if (rich === undefined) return childNamed(tx, "v")?.text ?? null;
  const lines = childrenNamed(rich, "p").map((paragraph) =>
    childrenNamed(paragraph, "r")
      .map((run) => childNamed(run, "t")?.text ?? "")
      .join(""),
  );
  return lines.join("\n");
}
