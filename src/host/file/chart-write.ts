import { chartCells, chartText } from "../calc/chart-data";
import { isCellError } from "../model/cell";
import {
  seriesColor,
  type Chart,
  type ChartAxis,
  type ChartDataLabels,
  type ChartLook,
  type ChartPoint,
  type ChartSeries,
  type ChartTitle,
  type ChartTrendline,
} from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { richText, shapeText, textLook } from "./chart-looks";
import {
  blanks,
  chartNamespace,
  drawingNamespace,
  formOf,
  labelPlaces,
  legendPlaces,
  markerSigns,
  tickLabels,
  tickMarks,
  trendTypes,
  usualWeight,
  type ChartForm,
} from "./chart-words";
import { formulaInFile } from "./formula-text";
import { relationshipsNamespace } from "./namespaces";
import { attributesText, escapeXml, xmlHeader } from "./xml";

/** Values kept in the file beside each reference, for readers that do not look the cells up. */
const mostCached = 2_000;
/** Slices that are given a colour each. */
const mostSlices = 100;
const categoryAxisId = 500_000_001;
const valueAxisId = 500_000_002;
const seriesAxisId = 500_000_003;

/** A chart part. */
export function chartPartText(workbook: Workbook, home: Sheet, chart: Chart): string {
  return new ChartWriter(workbook, home, chart).text();
}

function val(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  return `<c:${name} val="${typeof value === "boolean" ? Number(value) : escapeXml(String(value))}"/>`;
}

function inFile(
  words: Readonly<Record<string, string>>,
  word: string | undefined,
): string | undefined {
  return Object.entries(words).find(([, value]) => value === word)?.[0];
}

class ChartWriter {
  readonly #form: ChartForm;

  constructor(
    readonly workbook: Workbook,
    readonly home: Sheet,
    readonly chart: Chart,
  ) {
    this.#form = formOf(chart.type);
  }

  text(): string {
    const { chart } = this;
    const { legend } = chart;
    const place = inFile(legendPlaces, legend.position) ?? "b";
    return (
      `${xmlHeader}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${relationshipsNamespace}">` +
      val("date1904", this.workbook.date1904) +
      val("roundedCorners", chart.roundedCorners ?? false) +
      "<c:chart>" +
      (chart.title.visible ? this.#title(chart.title, this.#ownTitle()) : "") +
      val("autoTitleDeleted", !chart.title.visible) +
      (/3DChart/.test(this.#form.element)
        ? '<c:view3D><c:rotX val="15"/><c:rotY val="20"/><c:rAngAx val="1"/></c:view3D>'
        : "") +
      `<c:plotArea><c:layout/>${this.#groups()}${this.#axes()}${this.#dataTable()}${shapeText(chart.plotLook)}</c:plotArea>` +
      (legend.visible
        ? `<c:legend>${val("legendPos", place)}${val("overlay", legend.overlay ?? false)}${shapeText(legend.look)}${textLook(legend.look)}</c:legend>`
        : "") +
      val("plotVisOnly", chart.plotVisibleOnly ?? true) +
      val("dispBlanksAs", inFile(blanks, chart.displayBlanksAs ?? "NotPlotted")) +
      `</c:chart>${shapeText(chart.look)}${textLook(chart.look)}</c:chartSpace>`
    );
  }

  /** Null leaves the title to the reader: the only series' name, or "Chart Title". */
  #ownTitle(): string | null {
    return this.chart.title.text ?? null;
  }

  #title(title: ChartTitle, words: string | null): string {
    const { look, textOrientation } = title;
    const named = words?.startsWith("=") === true;
    const text =
      words === null || (words === "" && !named)
        ? ""
        : named
          ? `<c:tx>${this.#textReference(words)}</c:tx>`
          : `<c:tx>${richText(words, look, textOrientation)}</c:tx>`;
    const style = text === "" || named ? textLook(look, textOrientation) : "";
    return `<c:title>${text}<c:layout/>${val("overlay", title.overlay ?? false)}${shapeText(look)}${style}</c:title>`;
  }

  #groups(): string {
    const { chart } = this;
    const groups = new Map<string, number[]>();
    chart.series.forEach(({ chartType = chart.type }, index) => {
      const type = joins(chart.type, chartType) ? chartType : chart.type;
      groups.set(type, [...(groups.get(type) ?? []), index]);
    });
    if (groups.size === 0) groups.set(chart.type, []);
    return [...groups].map(([type, indexes]) => this.#group(type, indexes)).join("");
  }

  #group(type: string, indexes: readonly number[]): string {
    const form = formOf(type);
    const { element } = form;
    const first = this.chart.series[indexes[0] ?? 0];
    const round = isRound(form);
    const series = indexes.map((index) => this.#series(type, form, index)).join("");
    const stacked = form.grouping === "stacked" || form.grouping === "percentStacked";
    const bars = element.startsWith("bar");
    const head =
      element === "scatterChart"
        ? val("scatterStyle", form.style)
        : element === "radarChart"
          ? val("radarStyle", form.style)
          : element === "ofPieChart"
            ? val("ofPieType", form.style)
            : val("barDir", form.barDir) +
              val("grouping", form.grouping) +
              val("wireframe", form.wireframe);
    const varied = first?.varyByCategories ?? round;
    const colors = element.startsWith("surface") ? "" : val("varyColors", varied);
    const tail =
      (bars || element === "ofPieChart"
        ? val("gapWidth", first?.gapWidth ?? (bars ? 150 : 100))
        : "") +
      (element === "barChart"
        ? val("overlap", first?.overlap ?? (stacked ? 100 : undefined))
        : "") +
      (element === "bar3DChart" ? val("shape", form.solid ?? "box") : "") +
      (element === "lineChart" ? val("marker", true) : "") +
      (element === "pieChart" || element === "doughnutChart"
        ? val("firstSliceAng", first?.firstSliceAngle ?? 0)
        : "") +
      (element === "doughnutChart" ? val("holeSize", first?.doughnutHoleSize ?? 75) : "");
    const axes = round
      ? ""
      : val("axId", categoryAxisId) +
        val("axId", valueAxisId) +
        (form.deep === true
          ? val("axId", seriesAxisId)
          : bars && element === "bar3DChart"
            ? val("axId", 0)
            : "");
    return `<c:${element}>${head}${colors}${series}${tail}${axes}</c:${element}>`;
  }

  #series(type: string, form: ChartForm, index: number): string {
    const series = this.chart.series[index];
    if (series === undefined) return "";
    const { element } = form;
    const pairs = element === "scatterChart" || element === "bubbleChart";
    const bars = /^(bar|bar3D|bubble)Chart$/.test(element);
    const signs = /^(line|scatter|radar)Chart$/.test(element);
    const plain = element.startsWith("surface");
    const look = writtenLook(type, series.look, index);
    const exploded = series.explosion ?? (type.endsWith("Exploded") ? 25 : undefined);
    const labels = series.labels ?? this.chart.labels;
    return (
      `<c:ser>${val("idx", index)}${val("order", index)}${this.#name(series)}${shapeText(look)}` +
      (bars ? val("invertIfNegative", series.invertIfNegative ?? false) : "") +
      (signs ? markerText(series, form.markers === true, seriesColor(index)) : "") +
      (/pie|doughnut/i.test(element) ? val("explosion", exploded) : "") +
      (plain ? "" : this.#points(series, form, bars, signs)) +
      (plain ? "" : this.#labels(series, labels, form)) +
      (/pie|doughnut|radar|surface/i.test(element)
        ? ""
        : series.trendlines.map(trendText).join("")) +
      this.#categories(series, pairs) +
      `<c:${pairs ? "yVal" : "val"}>${this.#numbers(series.values)}</c:${pairs ? "yVal" : "val"}>` +
      (element === "bubbleChart" ? this.#bubbles(series, type) : "") +
      (/^(line|scatter)Chart$/.test(element)
        ? val("smooth", series.smooth ?? type.includes("Smooth"))
        : "") +
      "</c:ser>"
    );
  }

  /** Slices are coloured one by one: readers without a theme would leave them blank. */
  #points(series: ChartSeries, form: ChartForm, bars: boolean, signs: boolean): string {
    const slices = isRound(form) ? chartCells(this.workbook, this.home, series.values, false) : [];
    const points: ChartPoint[] = slices.slice(0, mostSlices).map((_cell, index) => {
      const own = series.points.find((point) => point.index === index);
      return { index, ...own, look: { fill: seriesColor(index), ...own?.look } };
    });
    const others = series.points.filter(({ index }) => index >= points.length);
    return [...points, ...others].map((point) => pointText(point, bars, signs)).join("");
  }

  #bubbles({ bubbleSizes = "" }: ChartSeries, type: string): string {
    return `<c:bubbleSize>${this.#numbers(bubbleSizes)}</c:bubbleSize>${val("bubble3D", type === "Bubble3DEffect")}`;
  }

  #name({ name }: ChartSeries): string {
    if (name === "") return "";
    return name.startsWith("=")
      ? `<c:tx>${this.#textReference(name)}</c:tx>`
      : `<c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
  }

  #textReference(formula: string): string {
    const text = chartText(this.workbook, this.home, formula);
    return `<c:strRef><c:f>${escapeXml(formulaInFile(formula, null))}</c:f>${texts([text])}</c:strRef>`;
  }

  #categories({ categories }: ChartSeries, pairs: boolean): string {
    if (categories === "") return "";
    const cells = chartCells(this.workbook, this.home, categories, false).slice(0, mostCached);
    const numeric = cells.length > 0 && cells.every(({ value }) => typeof value === "number");
    const name = pairs ? "xVal" : "cat";
    if (numeric) return `<c:${name}>${this.#numbers(categories)}</c:${name}>`;
    const words = cells.map(({ value }) =>
      value === null ? "" : isCellError(value) ? value.error : String(value),
    );
    return `<c:${name}><c:strRef><c:f>${escapeXml(formulaInFile(categories, null))}</c:f>${texts(words)}</c:strRef></c:${name}>`;
  }

  #numbers(formula: string): string {
    if (formula === "")
      return '<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="0"/></c:numLit>';
    const cells = chartCells(this.workbook, this.home, formula, false).slice(0, mostCached);
    const points = cells.map(({ value }, index) =>
      typeof value === "number" ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : "",
    );
    const format = escapeXml(cells[0]?.numberFormat ?? "General");
    return `<c:numRef><c:f>${escapeXml(formulaInFile(formula, null))}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${val("ptCount", cells.length)}${points.join("")}</c:numCache></c:numRef>`;
  }

  #labels(series: ChartSeries, labels: ChartDataLabels | undefined, form: ChartForm): string {
    const single = series.points.flatMap((point) => {
      if (point.labels === undefined) return [];
      if (point.labels === null)
        return [`<c:dLbl>${val("idx", point.index)}${val("delete", true)}</c:dLbl>`];
      const words = point.labels.text;
      const text = words === undefined ? "" : `<c:tx>${richText(words, point.labels.look)}</c:tx>`;
      return [`<c:dLbl>${val("idx", point.index)}${text}${labelText(point.labels, form)}</c:dLbl>`];
    });
    if (labels === undefined && single.length === 0) return "";
    const round = isRound(form);
    const own = labels ?? { showValue: false, look: {} };
    const lines = round
      ? val("showLeaderLines", series.showLeaderLines ?? own.showLeaderLines ?? true)
      : "";
    return `<c:dLbls>${single.join("")}${labelText(own, form)}${lines}</c:dLbls>`;
  }

  #axes(): string {
    const { categoryAxis, valueAxis } = this.chart;
    const { element, barDir, deep } = this.#form;
    if (isRound(this.#form)) return "";
    const lying = barDir === "bar";
    const pairs = element === "scatterChart" || element === "bubbleChart";
    const first = pairs
      ? `<c:valAx>${this.#axis(categoryAxis, categoryAxisId, valueAxisId, "b", valueAxis)}${val("crossBetween", "midCat")}${units(categoryAxis)}</c:valAx>`
      : `<c:catAx>${this.#axis(categoryAxis, categoryAxisId, valueAxisId, lying ? "l" : "b", valueAxis)}<c:auto val="1"/><c:lblAlgn val="ctr"/>${val("lblOffset", categoryAxis.offset ?? 100)}${val("tickLblSkip", categoryAxis.tickLabelSpacing)}${val("noMultiLvlLbl", categoryAxis.multiLevel === false)}</c:catAx>`;
    const between =
      pairs || element.startsWith("area") || categoryAxis.isBetweenCategories === false;
    const second = `<c:valAx>${this.#axis(valueAxis, valueAxisId, categoryAxisId, lying ? "b" : "l", categoryAxis)}${val("crossBetween", between ? "midCat" : "between")}${units(valueAxis)}</c:valAx>`;
    const third =
      deep === true
        ? `<c:serAx>${val("axId", seriesAxisId)}<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${val("crossAx", categoryAxisId)}<c:crosses val="autoZero"/></c:serAx>`
        : "";
    return first + second + third;
  }

  /** What both kinds of axes have, up to where the other axis crosses this one. */
  #axis(axis: ChartAxis, id: number, across: number, place: string, other: ChartAxis): string {
    const linked = axis.linkNumberFormat ?? axis.numberFormat === undefined;
    const crossing =
      other.positionAt !== undefined && other.position === "Custom"
        ? val("crossesAt", other.positionAt)
        : val(
            "crosses",
            other.position === "Maximum"
              ? "max"
              : other.position === "Minimum"
                ? "min"
                : "autoZero",
          );
    return (
      val("axId", id) +
      "<c:scaling>" +
      (axis.scaleType === "Logarithmic" ? val("logBase", axis.logBase ?? 10) : "") +
      val("orientation", axis.reversePlotOrder === true ? "maxMin" : "minMax") +
      val("max", axis.maximum) +
      val("min", axis.minimum) +
      `</c:scaling>${val("delete", !axis.visible)}${val("axPos", place)}` +
      gridlines("majorGridlines", axis.majorGridlines) +
      gridlines("minorGridlines", axis.minorGridlines) +
      (axis.title.visible ? this.#title(axis.title, axis.title.text ?? null) : "") +
      `<c:numFmt${attributesText({ formatCode: axis.numberFormat ?? this.#usualFormat(axis), sourceLinked: linked ? 1 : 0 })}/>` +
      val("majorTickMark", inFile(tickMarks, axis.majorTickMark) ?? "none") +
      val("minorTickMark", inFile(tickMarks, axis.minorTickMark) ?? "none") +
      val("tickLblPos", inFile(tickLabels, axis.tickLabelPosition) ?? "nextTo") +
      shapeText({ ...axis.look }) +
      textLook(axis.look, axis.textOrientation) +
      val("crossAx", across) +
      crossing
    );
  }

  #usualFormat(axis: ChartAxis): string {
    const shares = this.#form.grouping === "percentStacked" && axis === this.chart.valueAxis;
    return shares ? "0%" : "General";
  }

  #dataTable(): string {
    const { dataTable } = this.chart;
    if (dataTable?.visible !== true) return "";
    return `<c:dTable>${val("showHorzBorder", dataTable.showHorizontalBorder ?? true)}${val("showVertBorder", dataTable.showVerticalBorder ?? true)}${val("showOutline", dataTable.showOutlineBorder ?? true)}${val("showKeys", dataTable.showLegendKey ?? true)}${shapeText(dataTable.look)}${textLook(dataTable.look)}</c:dTable>`;
  }
}

function isRound(form: ChartForm): boolean {
  return /^(pie|pie3D|ofPie|doughnut)Chart$/.test(form.element);
}

/** A series' own colours, else Excel's for its place, stated because not every reader has a theme to take them from. */
function writtenLook(type: string, look: ChartLook, index: number): ChartLook {
  const color = seriesColor(index);
  if (type === "XYScatter") return { ...look, line: look.line ?? { lineStyle: "None" } };
  if (/^(3D)?Line|^XYScatter|^Radar(Markers)?$/.test(type) && type !== "3DLine") {
    return { ...look, line: { color, weight: usualWeight, ...look.line } };
  }
  return isRound(formOf(type)) || type.startsWith("Surface") ? look : { fill: color, ...look };
}

/** Series of two types share a chart where both stand on categories and a value axis. */
function joins(one: string, other: string): boolean {
  const plain = /^(bar|line|area)Chart$/;
  return plain.test(formOf(one).element) && plain.test(formOf(other).element);
}

function texts(words: readonly string[]): string {
  const points = words.map((word, index) =>
    word === "" ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(word)}</c:v></c:pt>`,
  );
  return `<c:strCache>${val("ptCount", words.length)}${points.join("")}</c:strCache>`;
}

function gridlines(name: string, lines: ChartAxis["majorGridlines"]): string {
  return lines.visible ? `<c:${name}>${shapeText(lines.look)}</c:${name}>` : "";
}

function units(axis: ChartAxis): string {
  const shown = axis.displayUnit;
  const named = shown === undefined || shown === "None" || shown === "Custom" ? null : shown;
  const label = axis.showDisplayUnitLabel === false ? "" : "<c:dispUnitsLbl/>";
  return (
    val("majorUnit", axis.majorUnit) +
    val("minorUnit", axis.minorUnit) +
    (named === null
      ? ""
      : `<c:dispUnits>${val("builtInUnit", named.charAt(0).toLowerCase() + named.slice(1))}${label}</c:dispUnits>`)
  );
}

type Signed = Pick<
  ChartSeries,
  "markerStyle" | "markerSize" | "markerBackgroundColor" | "markerForegroundColor"
>;

function markerText(from: Signed, shown: boolean, color: string): string {
  const { markerStyle, markerSize, markerBackgroundColor, markerForegroundColor } = from;
  const sign = inFile(markerSigns, markerStyle) ?? (shown ? "circle" : "none");
  const look = shapeText({
    fill: markerBackgroundColor ?? color,
    line: { color: markerForegroundColor ?? markerBackgroundColor ?? color },
  });
  if (sign === "none") return '<c:marker><c:symbol val="none"/></c:marker>';
  const size = val("size", markerSize ?? 5);
  return `<c:marker>${sign === "auto" ? "" : val("symbol", sign)}${size}${look}</c:marker>`;
}

function pointText(point: ChartPoint, bars: boolean, signs: boolean): string {
  const shape = shapeText(point.look);
  const signed =
    point.markerStyle ??
    point.markerSize ??
    point.markerBackgroundColor ??
    point.markerForegroundColor;
  const marker = signs && signed !== undefined ? markerText(point, true, seriesColor(0)) : "";
  if (shape + marker === "") return "";
  return `<c:dPt>${val("idx", point.index)}${bars ? val("invertIfNegative", false) : ""}${marker}${bars || signs ? val("bubble3D", false) : ""}${shape}</c:dPt>`;
}

const linePlaces = ["ctr", "l", "r", "t", "b"];
/** Readers refuse a file whose labels stand where its kind of chart has no place for them. */
const placesFor: Readonly<Record<string, readonly string[]>> = {
  barChart: ["ctr", "inEnd", "inBase"],
  lineChart: linePlaces,
  scatterChart: linePlaces,
  bubbleChart: linePlaces,
  pieChart: ["ctr", "inEnd", "outEnd", "bestFit"],
  pie3DChart: ["ctr", "inEnd", "outEnd", "bestFit"],
  ofPieChart: ["ctr", "inEnd", "outEnd", "bestFit"],
};

function labelText(labels: ChartDataLabels, form: ChartForm): string {
  const place = inFile(labelPlaces, labels.position);
  const outside =
    form.element === "barChart" && form.grouping === "clustered" && place === "outEnd";
  const allowed =
    outside || (place !== undefined && placesFor[form.element]?.includes(place) === true);
  const format =
    labels.numberFormat === undefined
      ? ""
      : `<c:numFmt${attributesText({ formatCode: labels.numberFormat, sourceLinked: labels.linkNumberFormat === true ? 1 : 0 })}/>`;
  return (
    format +
    shapeText(labels.look) +
    textLook(labels.look, labels.textOrientation) +
    (allowed ? val("dLblPos", place) : "") +
    val("showLegendKey", labels.showLegendKey ?? false) +
    val("showVal", labels.showValue) +
    val("showCatName", labels.showCategoryName ?? false) +
    val("showSerName", labels.showSeriesName ?? false) +
    val("showPercent", labels.showPercentage ?? false) +
    val("showBubbleSize", labels.showBubbleSize ?? false) +
    (labels.separator === undefined
      ? ""
      : `<c:separator>${escapeXml(labels.separator)}</c:separator>`)
  );
}

function trendText(line: ChartTrendline): string {
  const type = inFile(trendTypes, line.type) ?? "linear";
  return (
    "<c:trendline>" +
    (line.name === undefined || line.name === ""
      ? ""
      : `<c:name>${escapeXml(line.name)}</c:name>`) +
    shapeText({
      ...line.look,
      line: { color: seriesColor(0), weight: 1.5, lineStyle: "Dot", ...line.look.line },
    }) +
    val("trendlineType", type) +
    (type === "poly" ? val("order", line.polynomialOrder ?? 2) : "") +
    (type === "movingAvg" ? val("period", line.movingAveragePeriod ?? 2) : "") +
    val("forward", line.forwardPeriod) +
    val("backward", line.backwardPeriod) +
    val("intercept", line.intercept) +
    val("dispRSqr", line.showRSquared ?? false) +
    val("dispEq", line.showEquation ?? false) +
    "</c:trendline>"
  );
}
