import type { ChartTrendline as StoredTrendline } from "../model/chart-parts";
import type { Chart, ChartSeries } from "../model/charts";
import { ApiCollection, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, optionalWord } from "./arguments";
import { ChartTrendlineFormat, lookOf } from "./chart-looks";
import {
  aNumber,
  anOwnNumber,
  aText,
  aTruth,
  aWhole,
  aWord,
  ChartPart,
  partData,
  serves,
  type PartPlace,
} from "./chart-part";

const types = [
  "Linear",
  "Exponential",
  "Logarithmic",
  "MovingAverage",
  "Polynomial",
  "Power",
] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.charttrendlinecollection */
export class ChartTrendlineCollection extends ApiCollection<ChartTrendline> {
  readonly className = "ChartTrendlineCollection";

  constructor(readonly series: PartPlace<ChartSeries>) {
    super();
  }

  override [items](): readonly ChartTrendline[] {
    return linesOf(this).map((_line, index) => lineAt(this.series, index));
  }

  override [indexer](key: unknown): ChartTrendline {
    return this.getItem(key);
  }

  add(type?: unknown): ChartTrendline {
    const wanted = optionalWord(type, "type", types) ?? "Linear";
    const { stored, own } = this.series;
    stored.change((chart) => own(chart).trendlines.push({ type: wanted, look: {} }));
    return lineAt(this.series, linesOf(this).length - 1);
  }

  getCount(): number {
    return linesOf(this).length;
  }

  getItem(index: unknown): ChartTrendline {
    const place = integer(index, "index");
    if (linesOf(this)[place] === undefined) throw itemNotFound(`no trendline ${place}`);
    return lineAt(this.series, place);
  }
}

function linesOf({ series }: ChartTrendlineCollection): readonly StoredTrendline[] {
  return series.read(series.stored.chart).trendlines;
}

function lineAt({ stored, read: series }: PartPlace<ChartSeries>, index: number): ChartTrendline {
  const read = (chart: Chart): StoredTrendline => {
    const line = series(chart).trendlines[index];
    if (line === undefined) throw itemNotFound("the trendline has been deleted");
    return line;
  };
  return new ChartTrendline({ stored, read, own: read }, series);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.charttrendline */
export class ChartTrendline extends ChartPart<StoredTrendline> {
  readonly className = "ChartTrendline";

  constructor(
    place: PartPlace<StoredTrendline>,
    readonly series: (chart: Chart) => ChartSeries,
  ) {
    super(place);
  }

  get format(): ChartTrendlineFormat {
    return new ChartTrendlineFormat(lookOf(this.place));
  }

  delete(): void {
    const own = partData(this);
    this.place.stored.change((chart) => {
      const series = this.series(chart);
      series.trendlines = series.trendlines.filter((one) => one !== own);
    });
  }
}

serves(ChartTrendline, {
  type: aWord("Linear", types),
  name: aText(""),
  polynomialOrder: aWhole(2, 2, 6),
  movingAveragePeriod: aWhole(2, 2, 255),
  forwardPeriod: aNumber(0, 0),
  backwardPeriod: aNumber(0, 0),
  intercept: anOwnNumber,
  showEquation: aTruth(false),
  showRSquared: aTruth(false),
});
