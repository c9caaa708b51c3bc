import { titleText } from "../calc/chart-data";
import type { Frame } from "../chart/frame";
import type {
  ChartDataTable as StoredTable,
  ChartLegend as StoredLegend,
  ChartTitle as StoredTitle,
} from "../model/chart-parts";
import { text } from "./arguments";
import { substringOf, type ChartFormatString } from "./chart-format-string";
import { laidOut, servesBox } from "./chart-layout";
import { ChartLegendEntryCollection } from "./chart-legend-entries";
import { ChartDataTableFormat, ChartLegendFormat, ChartTitleFormat, lookOf } from "./chart-looks";
import { changePart, ChartPart, servePart } from "./chart-part";
import { serve } from "./properties";
import * as kind from "./property-kinds";

/** What stands around a chart's series: title, legend, data table. */

/** https://learn.microsoft.com/javascript/api/excel/excel.charttitle */
export class ChartTitle extends ChartPart<StoredTitle> {
  readonly className = "ChartTitle";

  /** #text */
  get text(): string {
    const { sheet, chart } = this.place.stored.find();
    return titleText(this.place.stored.session.workspace.workbook, sheet, chart);
  }

  /** #text: words make the title visible */
  set text(value: unknown) {
    const words = text(value, "text");
    changePart(this, (title) => Object.assign(title, { text: words, visible: true }));
  }

  /** #setFormula */
  setFormula(formula: unknown): void {
    const reference = text(formula, "formula");
    changePart(this, (title) => Object.assign(title, { text: reference, visible: true }));
  }

  /** #getSubstring: letters that can be given a font of their own */
  getSubstring(start: unknown, length: unknown): ChartFormatString {
    return substringOf(this.place, this.text, start, length);
  }
}

serve(ChartTitle, {
  format: ({ place }) => new ChartTitleFormat(lookOf(place)),
});

function titleFrame({ place }: ChartTitle): Frame | null {
  return laidOut(place.stored).layout.title;
}

servesBox(ChartTitle, titleFrame, {
  left: (title, left) => changePart(title, (one) => (one.place = { ...one.place, left })),
  top: (title, top) => changePart(title, (one) => (one.place = { ...one.place, top })),
});

const across = ["Center", "Left", "Right", "Justify", "Distributed"] as const;

servePart(ChartTitle, {
  visible: kind.truth(true),
  overlay: kind.truth(false),
  position: kind.word("Top", ["Automatic", "Top", "Bottom", "Left", "Right"]),
  textOrientation: kind.whole(0, -90, 180),
  showShadow: kind.truth(false),
  horizontalAlignment: kind.word("Center", across),
  verticalAlignment: kind.word("Center", ["Center", "Bottom", "Top", "Justify", "Distributed"]),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegend */
export class ChartLegend extends ChartPart<StoredLegend> {
  readonly className = "ChartLegend";

  /** #legendEntries */
  get legendEntries(): ChartLegendEntryCollection {
    return new ChartLegendEntryCollection(this.place);
  }
}

serve(ChartLegend, {
  format: ({ place }) => new ChartLegendFormat(lookOf(place)),
});

function legendFrame({ place }: ChartLegend): Frame | undefined {
  return laidOut(place.stored).layout.legend?.frame;
}

servesBox(ChartLegend, legendFrame, {
  left: (legend, left) => changePart(legend, (one) => (one.place = { ...one.place, left })),
  top: (legend, top) => changePart(legend, (one) => (one.place = { ...one.place, top })),
  width: (legend, width) => changePart(legend, (one) => (one.place = { ...one.place, width })),
  height: (legend, height) => changePart(legend, (one) => (one.place = { ...one.place, height })),
});

servePart(ChartLegend, {
  visible: kind.truth(true),
  position: kind.word("Bottom", ["Top", "Bottom", "Left", "Right", "Corner"]),
  overlay: kind.truth(false),
  showShadow: kind.truth(false),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatatable */
export class ChartDataTable extends ChartPart<StoredTable> {
  readonly className = "ChartDataTable";

  /** #format */
  get format(): ChartDataTableFormat {
    return new ChartDataTableFormat(lookOf(this.place));
  }
}

servePart(ChartDataTable, {
  visible: kind.truth(false),
  showHorizontalBorder: kind.truth(true),
  showVerticalBorder: kind.truth(true),
  showOutlineBorder: kind.truth(true),
  showLegendKey: kind.truth(true),
});
