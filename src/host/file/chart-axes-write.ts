import type { ChartAxis, ChartTitle } from "../model/chart-parts";
import type { Chart } from "../model/charts";
import { shapeText, textLook } from "./chart-looks";
import {
  gridLine,
  isRound,
  lined,
  tickLabels,
  tickMarks,
  timeUnits,
  type ChartForm,
} from "./chart-words";
import { inFile, val } from "./chart-xml";
import { attributesText } from "./xml";

/** The numbers by which groups of series and axes name each other. */
export const axisIds = {
  category: 500_000_001,
  value: 500_000_002,
  series: 500_000_003,
  secondaryCategory: 500_000_004,
  secondaryValue: 500_000_005,
} as const;

type TitleText = (title: ChartTitle, words: string | null) => string;

/**
 * The axes of a chart.
 *
 * @param secondary - how the series of the secondary group are written, if there are any
 */
export function axesText(
  chart: Chart,
  form: ChartForm,
  secondary: ChartForm | null,
  title: TitleText,
): string {
  if (isRound(form)) return "";
  const { categoryAxis, valueAxis } = chart;
  const first = new AxisWriter(form, title);
  const primary =
    first.category(categoryAxis, valueAxis, axisIds.category, axisIds.value) +
    first.value(valueAxis, categoryAxis, axisIds.value, axisIds.category);
  const third = form.deep === true ? seriesAxisText(chart.seriesAxis) : "";
  if (secondary === null) return primary + third;
  const other = new AxisWriter(secondary, title);
  const hidden: ChartAxis = { ...categoryAxis, ...chart.secondaryCategoryAxis };
  const beside = chart.secondaryValueAxis ?? plainSecondary(valueAxis);
  // Its values stand at the far end of the categories, which are drawn once.
  const far: ChartAxis = { ...hidden, visible: false, position: "Maximum", title: noTitle };
  return (
    primary +
    other.value(beside, far, axisIds.secondaryValue, axisIds.secondaryCategory, true) +
    other.category(
      { ...far, position: "Automatic", ...noLines },
      beside,
      axisIds.secondaryCategory,
      axisIds.secondaryValue,
    )
  );
}

const noTitle: ChartTitle = { visible: false, look: {} };
const noLines = {
  majorGridlines: { visible: false, look: {} },
  minorGridlines: { visible: false, look: {} },
};

/** Value axes of a secondary group nobody has spoken of. */
function plainSecondary(like: ChartAxis): ChartAxis {
  return { visible: true, look: like.look, title: noTitle, ...noLines };
}

class AxisWriter {
  readonly #lying: boolean;
  readonly #pairs: boolean;

  constructor(
    readonly form: ChartForm,
    readonly title: TitleText,
  ) {
    this.#lying = form.barDir === "bar";
    this.#pairs = form.element === "scatterChart" || form.element === "bubbleChart";
  }

  category(axis: ChartAxis, other: ChartAxis, id: number, across: number): string {
    const common = this.#axis(axis, id, across, this.#lying ? "l" : "b", other);
    if (this.#pairs)
      return `<c:valAx>${common}${val("crossBetween", "midCat")}${units(axis)}</c:valAx>`;
    const offset = val("lblOffset", axis.offset ?? 100);
    if (axis.categoryType === "DateAxis") {
      return (
        `<c:dateAx>${common}${val("auto", false)}${offset}` +
        val("baseTimeUnit", inFile(timeUnits, axis.baseTimeUnit)) +
        val("majorUnit", axis.majorUnit) +
        val("majorTimeUnit", inFile(timeUnits, axis.majorTimeUnitScale)) +
        val("minorUnit", axis.minorUnit) +
        `${val("minorTimeUnit", inFile(timeUnits, axis.minorTimeUnitScale))}</c:dateAx>`
      );
    }
    return (
      `<c:catAx>${common}${val("auto", axis.categoryType !== "TextAxis")}` +
      val("lblAlgn", { Left: "l", Right: "r" }[axis.alignment ?? ""] ?? "ctr") +
      offset +
      val("tickLblSkip", axis.tickLabelSpacing) +
      val("tickMarkSkip", axis.tickMarkSpacing) +
      `${val("noMultiLvlLbl", axis.multiLevel === false)}</c:catAx>`
    );
  }

  /** @param far - at the other end of the categories than the usual values */
  value(axis: ChartAxis, other: ChartAxis, id: number, across: number, far = false): string {
    const { element } = this.form;
    const place = this.#lying ? (far ? "t" : "b") : far ? "r" : "l";
    const between =
      this.#pairs || element.startsWith("area") || other.isBetweenCategories === false;
    const common = this.#axis(axis, id, across, place, other);
    return `<c:valAx>${common}${val("crossBetween", between ? "midCat" : "between")}${units(axis)}</c:valAx>`;
  }

  /** What all kinds of axes have, up to where the other axis crosses this one. */
  #axis(axis: ChartAxis, id: number, across: number, place: string, other: ChartAxis): string {
    const linked = axis.linkNumberFormat ?? axis.numberFormat === undefined;
    const percent = this.form.grouping === "percentStacked" && !this.#isCategory(id);
    const format = axis.numberFormat ?? (percent ? "0%" : "General");
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
      (axis.title.visible ? this.title(axis.title, axis.title.text ?? null) : "") +
      `<c:numFmt${attributesText({ formatCode: format, sourceLinked: linked ? 1 : 0 })}/>` +
      val("majorTickMark", inFile(tickMarks, axis.majorTickMark) ?? "none") +
      val("minorTickMark", inFile(tickMarks, axis.minorTickMark) ?? "none") +
      val("tickLblPos", inFile(tickLabels, axis.tickLabelPosition) ?? "nextTo") +
      shapeText(lined(axis.look, gridLine)) +
      textLook(axis.look, axis.textOrientation) +
      val("crossAx", across) +
      crossing(other)
    );
  }

  #isCategory(id: number): boolean {
    return id === axisIds.category || id === axisIds.secondaryCategory;
  }
}

/** Where the other axis is crossed. */
function crossing(other: ChartAxis): string {
  if (other.positionAt !== undefined && other.position === "Custom") {
    return val("crossesAt", other.positionAt);
  }
  return val("crosses", { Maximum: "max", Minimum: "min" }[other.position ?? ""] ?? "autoZero");
}

function gridlines(name: string, lines: ChartAxis["majorGridlines"]): string {
  return lines.visible ? `<c:${name}>${shapeText(lined(lines.look, gridLine))}</c:${name}>` : "";
}

function units(axis: ChartAxis): string {
  return val("majorUnit", axis.majorUnit) + val("minorUnit", axis.minorUnit) + displayUnits(axis);
}

function displayUnits(axis: ChartAxis): string {
  const { displayUnit, customDisplayUnit } = axis;
  if (displayUnit === undefined || displayUnit === "None") return "";
  const unit =
    displayUnit === "Custom"
      ? val("custUnit", customDisplayUnit ?? 1)
      : val("builtInUnit", displayUnit.charAt(0).toLowerCase() + displayUnit.slice(1));
  const label = axis.showDisplayUnitLabel === false ? "" : "<c:dispUnitsLbl/>";
  return `<c:dispUnits>${unit}${label}</c:dispUnits>`;
}

function seriesAxisText(axis: ChartAxis | undefined): string {
  return (
    `<c:serAx>${val("axId", axisIds.series)}<c:scaling>` +
    val("orientation", axis?.reversePlotOrder === true ? "maxMin" : "minMax") +
    `</c:scaling>${val("delete", axis?.visible === false)}${val("axPos", "b")}` +
    val("majorTickMark", inFile(tickMarks, axis?.majorTickMark) ?? "none") +
    val("minorTickMark", inFile(tickMarks, axis?.minorTickMark) ?? "none") +
    val("tickLblPos", inFile(tickLabels, axis?.tickLabelPosition) ?? "nextTo") +
    (axis === undefined ? "" : shapeText(axis.look) + textLook(axis.look, axis.textOrientation)) +
    `${val("crossAx", axisIds.category)}${val("crosses", "autoZero")}</c:serAx>`
  );
}
