import { labelAt } from "../chart/chart-geometry";
import type { SeriesFigures } from "../chart/figures";
import type { Frame } from "../chart/frame";
import type { ChartDataLabels as StoredLabels } from "../model/chart-parts";
import type { ChartSeries } from "../model/charts";
import { invalidArgument } from "../protocol/host-error";
import { text } from "./arguments";
import { substringOf, type ChartFormatString } from "./chart-format-string";
import { laidOut, measure, servesBox, type LaidOut } from "./chart-layout";
import { ChartDataLabelFormat, lookOf } from "./chart-looks";
import { changePart, ChartPart, partData, servePart, type PartPlace } from "./chart-part";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabels */
export class ChartDataLabels extends ChartPart<StoredLabels> {
  readonly className = "ChartDataLabels";

  /** #format */
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(lookOf(this.place));
  }
}

/** The label of one point. https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabel */
export class ChartDataLabel extends ChartPart<StoredLabels> {
  readonly className = "ChartDataLabel";

  constructor(
    place: PartPlace<StoredLabels>,
    readonly series: PartPlace<ChartSeries>,
    readonly index: number,
  ) {
    super(place);
  }

  /** #format */
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(lookOf(this.place));
  }

  /** #text: its own words, else what it shows of its value */
  get text(): string {
    return seriesOf(this, laidOut(this.place.stored))?.labelOf(this.index) ?? "";
  }

  set text(value: unknown) {
    const words = text(value, "text");
    changePart(this, (label) => (label.text = words));
  }

  /** #formula: "" where the label names no cell */
  get formula(): string {
    const words = partData(this).text ?? "";
    return words.startsWith("=") ? words : "";
  }

  set formula(value: unknown) {
    const words = text(value, "formula");
    changePart(this, (label) => (label.text = words));
  }

  /** #getSubstring */
  getSubstring(start: unknown, length: unknown): ChartFormatString {
    return substringOf(this.place, this.text, start, length);
  }
}

function seriesOf(
  { series, place }: ChartDataLabel,
  { figures }: LaidOut,
): SeriesFigures | undefined {
  const source = series.read(place.stored.chart);
  return figures.series.find((one) => one.source === source);
}

/** The label's box; a label without words has one, too, so that it can be moved before it gets them. */
function labelFrame(label: ChartDataLabel): Frame | undefined {
  const found = laidOut(label.place.stored);
  const series = seriesOf(label, found);
  if (series === undefined) return undefined;
  const { geometry, layout } = found;
  return labelAt(geometry, layout, series, label.index, series.labelOf(label.index))?.frame;
}

/** Labels keep how far they were moved, so that they go along with their values. */
function move(label: ChartDataLabel, side: "left" | "top", points: number): void {
  const stands = measure(labelFrame(label), side);
  if (stands === null) throw invalidArgument(side, "the point is not shown");
  const name = side === "left" ? "right" : "down";
  changePart(label, (one) => (one[name] = (one[name] ?? 0) + points - stands));
}

servesBox(ChartDataLabel, labelFrame, {
  left: (label, points) => move(label, "left", points),
  top: (label, points) => move(label, "top", points),
});

const positions = [
  ...(["None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right"] as const),
  ...(["Top", "Bottom", "BestFit", "Callout"] as const),
];
const shared = {
  showValue: kind.truth(false),
  showSeriesName: kind.truth(false),
  showCategoryName: kind.truth(false),
  showPercentage: kind.truth(false),
  showLegendKey: kind.truth(false),
  showBubbleSize: kind.truth(false),
  position: kind.word(null, positions),
  separator: kind.text(", "),
  numberFormat: kind.text("General"),
  linkNumberFormat: kind.truth(true),
  autoText: kind.truth(true),
  textOrientation: kind.whole(0, -90, 180),
  horizontalAlignment: kind.word("Center", ["Center", "Left", "Right", "Justify", "Distributed"]),
  verticalAlignment: kind.word("Center", ["Center", "Bottom", "Top", "Justify", "Distributed"]),
};

servePart(ChartDataLabels, { ...shared, showLeaderLines: kind.truth(true) });
servePart(ChartDataLabel, shared);
