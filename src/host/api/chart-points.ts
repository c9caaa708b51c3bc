import { chartCells } from "../calc/chart-data";
import { apiValue } from "../edit/cells";
import type { ChartDataLabels, ChartPoint as StoredPoint } from "../model/chart-parts";
import type { Chart, ChartSeries } from "../model/charts";
import { items } from "../protocol/api-object";
import { truth } from "./arguments";
import { OrderedCollection } from "./collections";
import { ChartDataLabel } from "./chart-labels";
import { ChartPointFormat, lookOf } from "./chart-looks";
import { changePart, ChartPart, partData, servePart, type PartPlace } from "./chart-part";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartpointscollection */
export class ChartPointsCollection extends OrderedCollection<ChartPoint> {
  readonly className = "ChartPointsCollection";
  readonly itemName = "the point";

  constructor(readonly series: PartPlace<ChartSeries>) {
    super();
  }

  override [items](): readonly ChartPoint[] {
    return valuesOf(this.series).map((_value, index) => pointAt(this.series, index));
  }

  /** #count */
  get count(): number {
    return valuesOf(this.series).length;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartpoint */
export class ChartPoint extends ChartPart<StoredPoint> {
  readonly className = "ChartPoint";

  constructor(
    place: PartPlace<StoredPoint>,
    readonly series: PartPlace<ChartSeries>,
    readonly index: number,
  ) {
    super(place);
  }

  /** #value */
  get value(): unknown {
    return valuesOf(this.series)[this.index] ?? null;
  }

  /** #format */
  get format(): ChartPointFormat {
    return new ChartPointFormat(lookOf(this.place));
  }

  /** #hasDataLabel */
  get hasDataLabel(): boolean {
    return labelsOf(this) !== null;
  }

  set hasDataLabel(value: unknown) {
    const shown = truth(value, "hasDataLabel");
    const labels = labelsOf(this);
    changePart(
      this,
      (point) => (point.labels = shown ? (labels ?? { showValue: true, look: {} }) : null),
    );
  }

  /** #dataLabel */
  get dataLabel(): ChartDataLabel {
    const { stored, read, own } = this.place;
    const none: ChartDataLabels = { showValue: false, look: {} };
    const usual = (chart: Chart): ChartDataLabels =>
      this.series.read(chart).labels ?? chart.labels ?? none;
    const place = {
      stored,
      read: (chart: Chart) => read(chart).labels ?? usual(chart),
      // What the label shows stays: only what is said of it is its own.
      own: (chart: Chart) =>
        (own(chart).labels ??= {
          ...structuredClone(usual(chart)),
          showValue: usual(chart) === none || usual(chart).showValue,
        }),
    };
    return new ChartDataLabel(place, this.series, this.index);
  }
}

function labelsOf(point: ChartPoint): ChartDataLabels | null {
  const { labels } = partData(point);
  if (labels !== undefined) return labels;
  const { chart } = point.place.stored;
  return point.series.read(chart).labels ?? chart.labels ?? null;
}

function pointAt(series: PartPlace<ChartSeries>, index: number): ChartPoint {
  const { stored, read, own } = series;
  const of = (one: ChartSeries): StoredPoint | undefined =>
    one.points.find((point) => point.index === index);
  return new ChartPoint(
    {
      stored,
      read: (chart) => of(read(chart)) ?? { index, look: {} },
      own: (chart) => {
        const one = own(chart);
        const known = of(one);
        if (known !== undefined) return known;
        const fresh: StoredPoint = { index, look: {} };
        one.points.push(fresh);
        return fresh;
      },
    },
    series,
    index,
  );
}

function valuesOf({ stored, read }: PartPlace<ChartSeries>): unknown[] {
  const { sheet, chart } = stored.find();
  const { workbook } = stored.session.workspace;
  return chartCells(workbook, sheet, read(chart).values, chart.plotVisibleOnly ?? true).map(
    ({ value }) => apiValue(value),
  );
}

const markers = [
  ...(["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star"] as const),
  ...(["Dot", "Dash", "Circle", "Plus", "Picture"] as const),
];
/** What series and points say of the signs that mark their values. */
export const markerProperties = {
  markerStyle: kind.word("Automatic", markers),
  markerSize: kind.whole(5, 2, 72),
  markerBackgroundColor: kind.color(""),
  markerForegroundColor: kind.color(""),
};

servePart(ChartPoint, markerProperties);
