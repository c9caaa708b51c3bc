import type {
  ChartDataLabels,
  ChartErrorBars,
  ChartTrendline,
  ChartTrendlineLabel,
} from "../model/chart-parts";
import { seriesColor, type ChartSeries } from "../model/charts";
import { richText, shapeText, textLook } from "./chart-looks";
import type { ChartReferences } from "./chart-references";
import {
  errorTypes,
  includes,
  inkLine,
  isRound,
  labelPlaces,
  lined,
  trendTypes,
  type ChartForm,
} from "./chart-words";
import { inFile, movedText, val, type ChartSize } from "./chart-xml";
import { attributesText, escapeXml } from "./xml";

/** What stands at the values of a series: labels, trendlines and error bars. */

const linePlaces = ["ctr", "l", "r", "t", "b"];
const piePlaces = ["ctr", "inEnd", "outEnd", "bestFit"];
/** Readers refuse a file whose labels stand where its kind of chart has no place for them. */
const placesFor: Readonly<Record<string, readonly string[]>> = {
  barChart: ["ctr", "inEnd", "inBase"],
  lineChart: linePlaces,
  stockChart: linePlaces,
  scatterChart: linePlaces,
  bubbleChart: linePlaces,
  pieChart: piePlaces,
  pie3DChart: piePlaces,
  ofPieChart: piePlaces,
};

/** `c:dLbls`: what all values show, and single ones instead. */
export function labelsText(
  series: ChartSeries,
  labels: ChartDataLabels | undefined,
  form: ChartForm,
  context: { readonly references: ChartReferences; readonly size: ChartSize },
): string {
  const single = series.points.flatMap((point) => {
    if (point.labels === undefined) return [];
    const index = val("idx", point.index);
    if (point.labels === null) return [`<c:dLbl>${index}${val("delete", true)}</c:dLbl>`];
    const { text: words, look, runs } = point.labels;
    const text =
      words === undefined
        ? ""
        : words.startsWith("=")
          ? `<c:tx>${context.references.text(words)}</c:tx>`
          : `<c:tx>${richText(words, look, { runs })}</c:tx>`;
    const moved = movedText(point.labels, context.size);
    return [`<c:dLbl>${index}${moved}${text}${labelText(point.labels, form)}</c:dLbl>`];
  });
  if (labels === undefined && single.length === 0) return "";
  const own = labels ?? { showValue: false, look: {} };
  const lines = isRound(form)
    ? val("showLeaderLines", series.showLeaderLines ?? own.showLeaderLines ?? true)
    : "";
  return `<c:dLbls>${single.join("")}${labelText(own, form)}${lines}</c:dLbls>`;
}

function labelText(labels: ChartDataLabels, form: ChartForm): string {
  const place = inFile(labelPlaces, labels.position);
  const outside =
    form.element === "barChart" && form.grouping === "clustered" && place === "outEnd";
  const allowed =
    outside || (place !== undefined && placesFor[form.element]?.includes(place) === true);
  return (
    formatText(labels) +
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

function formatText({
  numberFormat,
  linkNumberFormat,
}: Pick<ChartDataLabels, "numberFormat" | "linkNumberFormat">): string {
  if (numberFormat === undefined) return "";
  return `<c:numFmt${attributesText({ formatCode: numberFormat, sourceLinked: linkNumberFormat === true ? 1 : 0 })}/>`;
}

export function trendText(line: ChartTrendline, size: ChartSize): string {
  const type = inFile(trendTypes, line.type) ?? "linear";
  const name =
    line.name === undefined || line.name === "" ? "" : `<c:name>${escapeXml(line.name)}</c:name>`;
  const look = {
    ...line.look,
    line: { color: seriesColor(0), weight: 1.5, lineStyle: "Dot" as const, ...line.look.line },
  };
  return (
    `<c:trendline>${name}${shapeText(look)}` +
    val("trendlineType", type) +
    (type === "poly" ? val("order", line.polynomialOrder ?? 2) : "") +
    (type === "movingAvg" ? val("period", line.movingAveragePeriod ?? 2) : "") +
    val("forward", line.forwardPeriod) +
    val("backward", line.backwardPeriod) +
    val("intercept", line.intercept) +
    val("dispRSqr", line.showRSquared ?? false) +
    val("dispEq", line.showEquation ?? false) +
    (line.label === undefined ? "" : trendLabelText(line.label, size)) +
    "</c:trendline>"
  );
}

function trendLabelText(label: ChartTrendlineLabel, size: ChartSize): string {
  const { text, look, textOrientation } = label;
  const words =
    text === undefined ? "" : `<c:tx>${richText(text, look, { turn: textOrientation })}</c:tx>`;
  const format = formatText({ numberFormat: "General", linkNumberFormat: false, ...label });
  const style = words === "" ? textLook(look, textOrientation) : "";
  return `<c:trendlineLbl>${movedText(label, size)}${words}${format}${shapeText(look)}${style}</c:trendlineLbl>`;
}

/** `c:errBars` of one direction; "" where they are not shown. */
export function errorsText(
  bars: ChartErrorBars | undefined,
  direction: "x" | "y",
  form: ChartForm,
  references: ChartReferences,
): string {
  if (bars?.visible !== true) return "";
  const type = inFile(errorTypes, bars.type ?? "FixedValue") ?? "fixedVal";
  const custom = (name: string, formula: string | undefined): string =>
    type === "cust" && formula !== undefined && formula !== ""
      ? `<c:${name}>${references.numbers(formula)}</c:${name}>`
      : "";
  const usual = type === "percentage" ? 5 : 1;
  return (
    "<c:errBars>" +
    (form.element === "barChart" ? "" : val("errDir", direction)) +
    val("errBarType", inFile(includes, bars.include ?? "Both")) +
    val("errValType", type) +
    val("noEndCap", bars.endStyleCap === false) +
    custom("plus", bars.plus) +
    custom("minus", bars.minus) +
    (type === "cust" || type === "stdErr" ? "" : val("val", bars.amount ?? usual)) +
    `${shapeText(lined(bars.look, inkLine))}</c:errBars>`
  );
}
