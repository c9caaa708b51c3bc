import { trendText } from "../chart/trend";
import type {
  ChartTrendline as StoredTrendline,
  ChartTrendlineLabel as StoredLabel,
} from "../model/chart-parts";
import type { Chart, ChartSeries } from "../model/charts";
import { ApiCollection, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, optionalWord, text, truth } from "./arguments";
import { laidOut } from "./chart-layout";
import { ChartTrendlineFormat, ChartTrendlineLabelFormat, lookOf } from "./chart-looks";
import { changePart, ChartPart, partData, servePart, type PartPlace } from "./chart-part";
import * as kind from "./property-kinds";

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

  /** #add */
  add(type?: unknown): ChartTrendline {
    const wanted = optionalWord(type, "type", types) ?? "Linear";
    const { stored, own } = this.series;
    stored.change((chart) => own(chart).trendlines.push({ type: wanted, look: {} }));
    return lineAt(this.series, linesOf(this).length - 1);
  }

  /** #getCount */
  getCount(): number {
    return linesOf(this).length;
  }

  /** #getItem */
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

  /** #format */
  get format(): ChartTrendlineFormat {
    return new ChartTrendlineFormat(lookOf(this.place));
  }

  /** #label */
  get label(): ChartTrendlineLabel {
    const { stored, read, own } = this.place;
    return new ChartTrendlineLabel(
      {
        stored,
        read: (chart) => read(chart).label ?? { look: {} },
        own: (chart) => (own(chart).label ??= { look: {} }),
      },
      this,
    );
  }

  /** #delete */
  delete(): void {
    const own = partData(this);
    this.place.stored.change((chart) => {
      const series = this.series(chart);
      series.trendlines = series.trendlines.filter((one) => one !== own);
    });
  }
}

servePart(ChartTrendline, {
  type: kind.word("Linear", types),
  name: kind.text(""),
  polynomialOrder: kind.whole(2, 2, 6),
  movingAveragePeriod: kind.whole(2, 2, 255),
  forwardPeriod: kind.number(0, 0),
  backwardPeriod: kind.number(0, 0),
  intercept: kind.ownNumber,
  showEquation: kind.truth(false),
  showRSquared: kind.truth(false),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.charttrendlinelabel */
export class ChartTrendlineLabel extends ChartPart<StoredLabel> {
  readonly className = "ChartTrendlineLabel";

  constructor(
    place: PartPlace<StoredLabel>,
    readonly line: ChartTrendline,
  ) {
    super(place);
  }

  /** #format */
  get format(): ChartTrendlineLabelFormat {
    return new ChartTrendlineLabelFormat(lookOf(this.place));
  }

  /** #text: its own words, else the equation and R² as far as they are shown */
  get text(): string {
    return partData(this).text ?? equationOf(this.line);
  }

  set text(value: unknown) {
    const words = text(value, "text");
    changePart(this, (label) => (label.text = words));
  }

  /** #autoText */
  get autoText(): boolean {
    return partData(this).text === undefined;
  }

  /** #autoText: true takes its own words away */
  set autoText(value: unknown) {
    const words = equationOf(this.line);
    if (truth(value, "autoText")) changePart(this, (label) => delete label.text);
    else changePart(this, (label) => (label.text ??= words));
  }
}

servePart(ChartTrendlineLabel, {
  numberFormat: kind.text("General"),
  linkNumberFormat: kind.truth(false),
  textOrientation: kind.whole(0, -90, 180),
  horizontalAlignment: kind.word("Center", ["Center", "Left", "Right", "Justify", "Distributed"]),
  verticalAlignment: kind.word("Center", ["Center", "Bottom", "Top", "Justify", "Distributed"]),
});

function equationOf(line: ChartTrendline): string {
  const { stored } = line.place;
  const { figures, geometry } = laidOut(stored);
  const source = line.series(stored.chart);
  const series = figures.series.find((one) => one.source === source);
  const place = source.trendlines.indexOf(partData(line));
  const trend =
    series === undefined || geometry.kind !== "plot" ? null : geometry.plot.trends(series)[place];
  return trend === null || trend === undefined ? "" : trendText(trend, partData(line));
}
