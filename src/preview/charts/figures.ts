import {
  axisTitleText,
  chartCells,
  chartNumbers,
  seriesName,
  titleText,
  type ChartCell,
} from "../../host/calc/chart-data";
import { displayText } from "../../host/format/number-format";
import { isCellError } from "../../host/model/cell";
import {
  seriesColor,
  shapeOf,
  type Chart,
  type ChartDataLabels,
  type ChartSeries,
  type ChartShape,
} from "../../host/model/charts";
import type { Sheet } from "../../host/model/sheet";
import type { Workbook } from "../../host/model/workbook";

/** One series with its values looked up. */
export interface SeriesFigures {
  readonly name: string;
  readonly shape: ChartShape;
  readonly color: string;
  /** Null where there is no number. */
  readonly values: readonly (number | null)[];
  /** The x values of a scatter chart. */
  readonly xs: readonly number[];
  readonly pointColors: ReadonlyMap<number, string>;
  readonly lines: boolean;
  readonly markers: boolean;
  readonly smooth: boolean;
  readonly weight: number;
  readonly labels: ChartDataLabels | null;
  readonly labelOf: (index: number) => string;
}

/** A chart as numbers and words, ready to be drawn. */
export interface ChartFigures {
  readonly chart: Chart;
  /** Null for types that are not drawn. */
  readonly shape: ChartShape | null;
  readonly grouping: "plain" | "stacked" | "percent";
  readonly title: string | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  readonly categories: readonly string[];
  readonly series: readonly SeriesFigures[];
  readonly valueFormat: (value: number) => string;
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
  const words = (cell: ChartCell): string => shown(source, cell);
  const visible = chart.series.filter(({ filtered }) => filtered !== true);
  const longest = Math.max(
    0,
    ...visible.map(({ values }) => chartCells(workbook, sheet, values, shownOnly).length),
  );
  const named = visible.find(({ categories }) => categories !== "")?.categories ?? "";
  const categoryCells = chartCells(workbook, sheet, named, shownOnly);
  const categories = Array.from({ length: longest }, (_, index) => {
    const cell = categoryCells[index];
    return named === "" || cell === undefined ? String(index + 1) : words(cell);
  });
  const { valueAxis, categoryAxis } = chart;
  const first = visible[0];
  const format =
    valueAxis.numberFormat ??
    (first === undefined
      ? "General"
      : (chartCells(workbook, sheet, first.values, shownOnly)[0]?.numberFormat ?? "General"));
  const percent = drawn?.grouping === "percent";
  return {
    chart,
    shape: drawn?.shape ?? null,
    grouping: drawn?.grouping ?? "plain",
    title: chart.title.visible ? titleText(workbook, sheet, chart) : null,
    categoryTitle: categoryAxis.title.visible
      ? axisTitleText(workbook, sheet, categoryAxis.title)
      : null,
    valueTitle: valueAxis.title.visible ? axisTitleText(workbook, sheet, valueAxis.title) : null,
    categories,
    series: visible.map((series, index) =>
      seriesFigures(source, chart, series, index, categories, shownOnly),
    ),
    valueFormat: (value) =>
      words({
        value: tidy(value),
        numberFormat: percent && valueAxis.numberFormat === undefined ? "0%" : format,
      }),
  };
}

function seriesFigures(
  source: FigureSource,
  chart: Chart,
  series: ChartSeries,
  index: number,
  categories: readonly string[],
  shownOnly: boolean,
): SeriesFigures {
  const { workbook, sheet } = source;
  const type = series.chartType ?? chart.type;
  const shape = shapeOf(type)?.shape ?? shapeOf(chart.type)?.shape ?? "column";
  const cells = chartCells(workbook, sheet, series.values, shownOnly);
  const xs = chartNumbers(chartCells(workbook, sheet, series.categories, shownOnly));
  const numbered = xs.length > 0 && xs.every((x) => x !== null);
  const line = series.look.line;
  const color =
    (shape === "line" || shape === "scatter" ? line?.color : undefined) ?? series.look.fill;
  const name = seriesName(workbook, sheet, series, index);
  const sum = cells.reduce(
    (total, { value }) => total + (typeof value === "number" ? value : 0),
    0,
  );
  const labels = series.labels ?? chart.labels ?? null;
  return {
    name,
    shape,
    color: color === undefined || color === "none" ? seriesColor(index) : color,
    values: chartNumbers(cells),
    xs: cells.map((_cell, at) => (numbered ? (xs[at] ?? at + 1) : at + 1)),
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
    labelOf: (at) => {
      const own = series.points.find((point) => point.index === at)?.labels;
      if (own === null) return "";
      if (own?.text !== undefined) return own.text;
      const cell = cells[at];
      const told = own ?? labels;
      if (told === null || cell === undefined || typeof cell.value !== "number") return "";
      return [
        told.showSeriesName === true ? name : "",
        told.showCategoryName === true ? (categories[at] ?? "") : "",
        told.showValue
          ? shown(source, { ...cell, numberFormat: told.numberFormat ?? cell.numberFormat })
          : "",
        told.showPercentage === true && sum !== 0 ? `${Math.round((cell.value / sum) * 100)}%` : "",
      ]
        .filter((part) => part !== "")
        .join(told.separator ?? ", ");
    },
  };
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
