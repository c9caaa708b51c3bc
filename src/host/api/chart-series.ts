import { areaOf, chartCells, seriesName } from "../calc/chart-data";
import { apiValue } from "../edit/cells";
import { axisGroupOf, isRoundShape, shapeOf } from "../model/chart-shapes";
import type { ChartDataLabels as StoredLabels } from "../model/chart-parts";
import { freshSeries, type Chart, type ChartSeries as StoredSeries } from "../model/charts";
import { items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, object, optionalInteger, optionalText, text, truth, word } from "./arguments";
import { OrderedCollection } from "./collections";
import { errorBarsOf } from "./chart-error-bars";
import { ChartDataLabels } from "./chart-labels";
import { ChartSeriesFormat, lookOf } from "./chart-looks";
import {
  changePart,
  ChartPart,
  partData,
  servePart,
  type PartPlace,
  type StoredChart,
} from "./chart-part";
import { serve } from "./properties";
import { ChartPointsCollection, markerProperties } from "./chart-points";
import { rangeFormula } from "./chart-range";
import { ChartTrendlineCollection } from "./chart-trendlines";
import { chartTypeOf } from "./chart-types";
import { Range } from "./range";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
export class ChartSeriesCollection extends OrderedCollection<ChartSeries> {
  readonly className = "ChartSeriesCollection";
  readonly itemName = "the series";

  constructor(readonly stored: StoredChart) {
    super();
  }

  override [items](): readonly ChartSeries[] {
    return this.stored.chart.series.map((_series, index) => seriesAt(this.stored, index));
  }

  /** #count */
  get count(): number {
    return this.stored.chart.series.length;
  }

  /** #add: a series without values, at the end or at the place given; it shares the others' categories */
  add(name?: unknown, index?: unknown): ChartSeries {
    const { series } = this.stored.chart;
    const place = optionalInteger(index, "index") ?? series.length;
    if (place < 0 || place > series.length) throw invalidArgument("index", `0 to ${series.length}`);
    const fresh = freshSeries({
      name: optionalText(name, "name") ?? "",
      values: "",
      categories: series[0]?.categories ?? "",
    });
    this.stored.change((chart) => chart.series.splice(place, 0, fresh));
    return seriesAt(this.stored, place);
  }
}

function seriesAt(stored: StoredChart, index: number): ChartSeries {
  const read = (chart: Chart): StoredSeries => {
    const series = chart.series[index];
    if (series === undefined) throw itemNotFound("the series has been deleted");
    return series;
  };
  return new ChartSeries({ stored, read, own: read }, index);
}

const dimensions = ["Categories", "Values", "XValues", "YValues", "BubbleSizes"] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseries */
export class ChartSeries extends ChartPart<StoredSeries> {
  readonly className = "ChartSeries";

  constructor(
    place: PartPlace<StoredSeries>,
    readonly index: number,
  ) {
    super(place);
  }

  /** #name: the words of the cell it is named after */
  get name(): string {
    const { session } = this.place.stored;
    const { sheet } = this.place.stored.find();
    return seriesName(session.workspace.workbook, sheet, partData(this), this.index);
  }

  set name(value: unknown) {
    const name = text(value, "name");
    changePart(this, (series) => (series.name = name));
  }

  /** #chartType */
  get chartType(): string {
    return partData(this).chartType ?? this.place.stored.chart.type;
  }

  set chartType(value: unknown) {
    const type = chartTypeOf(value, "chartType");
    changePart(this, (series) => (series.chartType = type));
  }

  /** #axisGroup */
  get axisGroup(): string {
    return axisGroupOf(this.place.stored.chart.type, partData(this).axisGroup, this.index);
  }

  /** #axisGroup: charts without value axes have no second group */
  set axisGroup(value: unknown) {
    const axisGroup = word(value, "axisGroup", ["Primary", "Secondary"]);
    const shape = shapeOf(this.chartType)?.shape ?? null;
    if (axisGroup === "Secondary" && (isRoundShape(shape) || shape === "surface")) {
      throw new HostError("InvalidOperation", `A ${this.chartType} chart has no secondary axes.`);
    }
    changePart(this, (series) => (series.axisGroup = axisGroup));
  }

  /** #hasDataLabels */
  get hasDataLabels(): boolean {
    return (partData(this).labels ?? this.place.stored.chart.labels) !== undefined;
  }

  /** #hasDataLabels: labels begin with the values */
  set hasDataLabels(value: unknown) {
    const shown = truth(value, "hasDataLabels");
    changePart(this, (series) => {
      if (shown) series.labels ??= { showValue: true, look: {} };
      else delete series.labels;
    });
  }

  /** #dataLabels */
  get dataLabels(): ChartDataLabels {
    const { stored, read, own } = this.place;
    const none: StoredLabels = { showValue: false, look: {} };
    return new ChartDataLabels({
      stored,
      read: (chart) => read(chart).labels ?? chart.labels ?? none,
      own: (chart) => (own(chart).labels ??= { showValue: true, look: {} }),
    });
  }

  /** #plotOrder */
  get plotOrder(): number {
    return this.index;
  }

  /** #plotOrder: from 0, at most the last; the others move aside */
  set plotOrder(value: unknown) {
    const place = integer(value, "plotOrder");
    if (place < 0) throw invalidArgument("plotOrder", "0 or more");
    const own = partData(this);
    this.place.stored.change((chart) => {
      chart.series.splice(chart.series.indexOf(own), 1);
      chart.series.splice(place, 0, own);
    });
  }

  /** #delete */
  delete(): void {
    const own = partData(this);
    this.place.stored.change((chart) => (chart.series = chart.series.filter((one) => one !== own)));
  }

  /** #setValues */
  setValues(sourceData: unknown): void {
    const values = rangeFormula(object(sourceData, "sourceData", Range));
    changePart(this, (series) => (series.values = values));
  }

  /** #setXAxisValues */
  setXAxisValues(sourceData: unknown): void {
    const categories = rangeFormula(object(sourceData, "sourceData", Range));
    changePart(this, (series) => (series.categories = categories));
  }

  /** #setBubbleSizes */
  setBubbleSizes(sourceData: unknown): void {
    const bubbleSizes = rangeFormula(object(sourceData, "sourceData", Range));
    changePart(this, (series) => (series.bubbleSizes = bubbleSizes));
  }

  /** #getDimensionDataSourceString: the reference without its "=" */
  getDimensionDataSourceString(dimension: unknown): string {
    return dimensionFormula(this, dimension).slice(1);
  }

  /** #getDimensionDataSourceType */
  getDimensionDataSourceType(dimension: unknown): string {
    const formula = dimensionFormula(this, dimension);
    const { sheet } = this.place.stored.find();
    const { workbook } = this.place.stored.session.workspace;
    return formula !== "" && areaOf(workbook, sheet, formula) === null ? "Unknown" : "LocalRange";
  }

  /** #getDimensionValues */
  getDimensionValues(dimension: unknown): unknown[] {
    const { session } = this.place.stored;
    const { sheet, chart } = this.place.stored.find();
    const formula = dimensionFormula(this, dimension);
    return chartCells(
      session.workspace.workbook,
      sheet,
      formula,
      chart.plotVisibleOnly ?? true,
    ).map(({ value }) => apiValue(value));
  }
}

serve(ChartSeries, {
  xErrorBars: ({ place }) => errorBarsOf(place, "xErrorBars"),
  yErrorBars: ({ place }) => errorBarsOf(place, "yErrorBars"),
  format: ({ place }) => new ChartSeriesFormat(lookOf(place)),
  points: ({ place }) => new ChartPointsCollection(place),
  trendlines: ({ place }) => new ChartTrendlineCollection(place),
});

servePart(ChartSeries, {
  ...markerProperties,
  smooth: kind.truth(false),
  gapWidth: kind.whole(150, 0, 500),
  overlap: kind.whole(0, -100, 100),
  doughnutHoleSize: kind.whole(75, 10, 90),
  firstSliceAngle: kind.whole(0, 0, 360),
  explosion: kind.number(0, 0, 400),
  varyByCategories: kind.truth(false),
  invertIfNegative: kind.truth(false),
  showShadow: kind.truth(false),
  showLeaderLines: kind.truth(true),
  filtered: kind.truth(false),
  bubbleScale: kind.whole(100, 0, 300),
  secondPlotSize: kind.whole(75, 5, 200),
  splitType: kind.word("SplitByPosition", [
    ...(["SplitByPosition", "SplitByValue", "SplitByPercentValue", "SplitByCustomSplit"] as const),
  ]),
  splitValue: kind.number(2),
  showConnectorLines: kind.truth(true),
});

function dimensionFormula(series: ChartSeries, dimension: unknown): string {
  const { values, categories, bubbleSizes = "" } = partData(series);
  const wanted = word(dimension, "dimension", dimensions);
  if (wanted === "BubbleSizes") return bubbleSizes;
  return wanted === "Categories" || wanted === "XValues" ? categories : values;
}
