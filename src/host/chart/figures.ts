import {
  axisTitleText,
  chartCells,
  chartNumbers,
  seriesName,
  titleText,
  type ChartCell,
} from "../calc/chart-data";
import { displayText } from "../format/number-format";
import { isCellError } from "../model/cell";
import type { ChartAxis, ChartDataLabels } from "../model/chart-parts";
import { axisGroupOf, shapeOf, stockRole, type ChartShape } from "../model/chart-shapes";
import { seriesColor, type Chart, type ChartSeries } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { errorSpans, type ErrorSpan } from "./error-bars";
import { displayUnitOf, displayUnitWords } from "./display-unit";

export type ChartGrouping = "plain" | "stacked" | "percent";

/** One series with its values looked up. */
export interface SeriesFigures {
  /** As it is stored. */
  readonly source: ChartSeries;
  readonly name: string;
  readonly shape: ChartShape;
  readonly grouping: ChartGrouping;
  readonly secondary: boolean;
  readonly color: string;
  /** Null where there is no number. */
  readonly values: readonly (number | null)[];
  /** The x values of a scatter or bubble chart. */
  readonly xs: readonly number[];
  readonly sizes: readonly (number | null)[];
  readonly pointColors: ReadonlyMap<number, string>;
  readonly lines: boolean;
  readonly markers: boolean;
  readonly smooth: boolean;
  readonly weight: number;
  readonly labels: ChartDataLabels | null;
  readonly labelOf: (index: number) => string;
  /** What a value reads as in its cell. */
  readonly valueText: (index: number) => string;
  readonly errors: readonly (ErrorSpan | null)[] | null;
  readonly sideErrors: readonly (ErrorSpan | null)[] | null;
}

/** A chart as numbers and words, ready to be drawn. */
export interface ChartFigures {
  readonly chart: Chart;
  /** Null for types nobody knows. */
  readonly shape: ChartShape | null;
  readonly grouping: ChartGrouping;
  /** True where the type is drawn plainer than Excel does. */
  readonly simplified: boolean;
  readonly title: string | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  readonly secondaryTitle: string | null;
  readonly categories: readonly string[];
  readonly series: readonly SeriesFigures[];
  readonly valueFormat: (value: number) => string;
  readonly secondaryFormat: (value: number) => string;
  readonly categoryFormat: (value: number) => string;
  /** What the value axis' figures are counted in ("Thousands"); mostly "". */
  readonly valueUnit: string;
  readonly secondaryUnit: string;
}

export interface FigureSource {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly locale: "zh-CN" | "en-US";
}

/** Looks a chart's cells up as they are now. */
export function chartFigures(source: FigureSource, chart: Chart): ChartFigures {
  const { workbook, sheet } = source;
  const drawn = shapeOf(chart.type);
  const shownOnly = chart.plotVisibleOnly ?? true;
  const visible = chart.series.filter(({ filtered }) => filtered !== true);
  const longest = visible.reduce(
    (most, { values }) => Math.max(most, chartCells(workbook, sheet, values, shownOnly).length),
    0,
  );
  const named = visible.find(({ categories }) => categories !== "")?.categories ?? "";
  const categoryCells = chartCells(workbook, sheet, named, shownOnly);
  const { valueAxis, categoryAxis, secondaryValueAxis } = chart;
  const categories = Array.from({ length: longest }, (_, index) => {
    const cell = categoryCells[index];
    if (named === "" || cell === undefined) return String(index + 1);
    return shown(source, withFormat(cell, categoryAxis.numberFormat));
  });
  const series = visible.map((one) => seriesFigures(source, chart, one, categories));
  const formatOf = (
    axis: ChartAxis | undefined,
    secondary: boolean,
  ): ((value: number) => string) => {
    const first = series.find((one) => one.secondary === secondary);
    const cells =
      first === undefined ? [] : chartCells(workbook, sheet, first.source.values, shownOnly);
    const percent = first?.grouping === "percent";
    const numberFormat =
      axis?.numberFormat ?? (percent ? "0%" : (cells[0]?.numberFormat ?? "General"));
    const unit = axis === undefined ? 1 : displayUnitOf(axis);
    return (value) => shown(source, { value: tidy(value / unit), numberFormat });
  };
  const titleOf = (axis: ChartAxis | undefined): string | null =>
    axis?.title.visible === true ? axisTitleText(workbook, sheet, axis.title) : null;
  const acrossFormat = categoryAxis.numberFormat ?? categoryCells[0]?.numberFormat ?? "General";
  return {
    chart,
    shape: drawn?.shape ?? null,
    grouping: drawn?.grouping ?? "plain",
    simplified: drawn?.simplified ?? false,
    title: chart.title.visible ? titleText(workbook, sheet, chart) : null,
    categoryTitle: titleOf(categoryAxis),
    valueTitle: titleOf(valueAxis),
    secondaryTitle: titleOf(secondaryValueAxis),
    categories,
    series,
    valueFormat: formatOf(valueAxis, false),
    secondaryFormat: formatOf(secondaryValueAxis, true),
    categoryFormat: (value) => shown(source, { value: tidy(value), numberFormat: acrossFormat }),
    valueUnit: displayUnitWords(valueAxis, source.locale),
    secondaryUnit:
      secondaryValueAxis === undefined ? "" : displayUnitWords(secondaryValueAxis, source.locale),
  };
}

function seriesFigures(
  source: FigureSource,
  chart: Chart,
  series: ChartSeries,
  categories: readonly string[],
): SeriesFigures {
  const { workbook, sheet } = source;
  const index = chart.series.indexOf(series);
  const shownOnly = chart.plotVisibleOnly ?? true;
  const type = series.chartType ?? chart.type;
  const form = shapeOf(type) ?? shapeOf(chart.type);
  const shape = stockRole(type, index) === "volume" ? "column" : (form?.shape ?? "column");
  const cells = chartCells(workbook, sheet, series.values, shownOnly);
  const numbers = (formula: string): (number | null)[] =>
    chartNumbers(chartCells(workbook, sheet, formula, shownOnly));
  const values = chartNumbers(cells).map((value) =>
    value === null && chart.displayBlanksAs === "Zero" ? 0 : value,
  );
  const xs = numbers(series.categories);
  const numbered = xs.length > 0 && xs.every((x) => x !== null);
  const line = series.look.line;
  const lined = shape === "line" || shape === "scatter" || shape === "radar";
  const color = (lined ? line?.color : undefined) ?? series.look.fill;
  const name = seriesName(workbook, sheet, series, index);
  const labels = series.labels ?? chart.labels ?? null;
  const errors = (bars: ChartSeries["yErrorBars"], of: readonly (number | null)[]) =>
    bars?.visible !== true
      ? null
      : errorSpans(of, bars, { plus: numbers(bars.plus ?? ""), minus: numbers(bars.minus ?? "") });
  const xValues = cells.map((_cell, at) => (numbered ? (xs[at] ?? at + 1) : at + 1));
  const bubbleSizes = numbers(series.bubbleSizes ?? "");
  return {
    source: series,
    name,
    shape,
    grouping: form?.grouping ?? "plain",
    secondary: axisGroupOf(chart.type, series.axisGroup, index) === "Secondary",
    color: color === undefined || color === "none" ? seriesColor(index) : color,
    values,
    xs: xValues,
    sizes: bubbleSizes,
    pointColors: new Map(
      series.points.flatMap(({ index: at, look }) =>
        look.fill === undefined || look.fill === "none" ? [] : [[at, look.fill] as const],
      ),
    ),
    lines: type !== "XYScatter" && line?.lineStyle !== "None",
    markers:
      series.markerStyle === undefined
        ? /Markers|^XYScatter(Smooth|Lines)?$/.test(type) && !type.endsWith("NoMarkers")
        : series.markerStyle !== "None",
    smooth: series.smooth ?? type.includes("Smooth"),
    weight: line?.weight ?? 2.25,
    labels,
    labelOf: (at) =>
      labelText(source, { series, labels, cells, name, categories, bubbleSizes }, at),
    valueText: (at) => {
      const cell = cells[at];
      return cell === undefined ? "" : shown(source, cell);
    },
    errors: errors(series.yErrorBars, values),
    sideErrors: errors(series.xErrorBars, xValues),
  };
}

interface Labelled {
  readonly series: ChartSeries;
  readonly labels: ChartDataLabels | null;
  readonly cells: readonly ChartCell[];
  readonly name: string;
  readonly categories: readonly string[];
  readonly bubbleSizes: readonly (number | null)[];
}

/** What the label of a point says; "" where it has none. */
function labelText(source: FigureSource, of: Labelled, at: number): string {
  const { series, labels, cells, name, categories, bubbleSizes } = of;
  const own = series.points.find((point) => point.index === at)?.labels;
  if (own === null) return "";
  if (own?.text?.startsWith("=") === true) {
    const [cell] = chartCells(source.workbook, source.sheet, own.text, false);
    return cell === undefined ? "" : shown(source, cell);
  }
  if (own?.text !== undefined) return own.text;
  const cell = cells[at];
  const told = own ?? labels;
  if (told === null || cell === undefined || typeof cell.value !== "number") return "";
  const sum = (): number =>
    cells.reduce(
      (total, { value }) => total + (typeof value === "number" ? Math.abs(value) : 0),
      0,
    );
  const size = bubbleSizes[at];
  const numberFormat =
    told.linkNumberFormat === true ? cell.numberFormat : (told.numberFormat ?? cell.numberFormat);
  return [
    told.showSeriesName === true ? name : "",
    told.showCategoryName === true ? (categories[at] ?? "") : "",
    told.showValue ? shown(source, { ...cell, numberFormat }) : "",
    told.showPercentage === true && sum() !== 0
      ? `${Math.round((Math.abs(cell.value) / sum()) * 100)}%`
      : "",
    told.showBubbleSize === true && size !== null && size !== undefined ? String(size) : "",
  ]
    .filter((part) => part !== "")
    .join(told.separator ?? ", ");
}

function withFormat(cell: ChartCell, numberFormat: string | undefined): ChartCell {
  return numberFormat === undefined || numberFormat === "General"
    ? cell
    : { ...cell, numberFormat };
}

/** Without the last digits that only come of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function shown({ workbook, locale }: FigureSource, { value, numberFormat }: ChartCell): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return displayText(value, numberFormat, { locale, date1904: workbook.date1904 }).text;
}
