import type {
  ChartFont as StoredFont,
  ChartLine,
  ChartLook,
  LineStyle,
} from "../model/chart-parts";
import { color, truth } from "./arguments";
import { changePart, ChartPart, partData, servePart, within, type PartPlace } from "./chart-part";
import * as kind from "./property-kinds";

/** Fills, lines and fonts of a chart's parts, and the format objects that hold them. */

const lineStyles: readonly LineStyle[] = [
  ...(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"] as const),
  ...(["Grey25", "Grey50", "Grey75", "Automatic", "RoundDot"] as const),
];

/** https://learn.microsoft.com/javascript/api/excel/excel.chartfill */
export class ChartFill extends ChartPart<ChartLook> {
  readonly className = "ChartFill";

  /** #clear */
  clear(): void {
    changePart(this, (look) => (look.fill = "none"));
  }

  /** #getSolidColor: "" where the fill is Excel's own choice or none */
  getSolidColor(): string {
    const { fill } = partData(this);
    return fill === undefined || fill === "none" ? "" : fill;
  }

  /** #setSolidColor */
  setSolidColor(value: unknown): void {
    const fill = color(value, "color");
    changePart(this, (look) => (look.fill = fill));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlineformat */
export class ChartLineFormat extends ChartPart<ChartLine> {
  readonly className = "ChartLineFormat";

  /** #clear */
  clear(): void {
    changePart(this, noLine);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartborder */
export class ChartBorder extends ChartPart<ChartLine> {
  readonly className = "ChartBorder";

  /** #clear */
  clear(): void {
    changePart(this, noLine);
  }
}

function noLine(line: ChartLine): void {
  line.lineStyle = "None";
}

const lineProperties = {
  color: kind.color("#000000"),
  lineStyle: kind.word("Automatic", lineStyles),
  weight: kind.number(0.75, 0, 1584),
};
servePart(ChartLineFormat, lineProperties);
servePart(ChartBorder, lineProperties);

/** https://learn.microsoft.com/javascript/api/excel/excel.chartfont */
export class ChartFont extends ChartPart<StoredFont> {
  readonly className = "ChartFont";
}

servePart(ChartFont, {
  name: kind.text("Calibri"),
  size: kind.number(10, 1, 409),
  color: kind.color("#595959"),
  bold: kind.truth(false),
  italic: kind.truth(false),
  underline: kind.word("None", ["None", "Single"]),
});

const lookMembers = {
  fill: (place: PartPlace<ChartLook>) => new ChartFill(place),
  border: (place: PartPlace<ChartLook>) => new ChartBorder(line(place)),
  line: (place: PartPlace<ChartLook>) => new ChartLineFormat(line(place)),
  font: (place: PartPlace<ChartLook>) => new ChartFont(font(place)),
};

function line({ stored, read, own }: PartPlace<ChartLook>): PartPlace<ChartLine> {
  return {
    stored,
    read: (chart) => read(chart).line ?? {},
    own: (chart) => (own(chart).line ??= {}),
  };
}

function font({ stored, read, own }: PartPlace<ChartLook>): PartPlace<StoredFont> {
  return {
    stored,
    read: (chart) => read(chart).font ?? {},
    own: (chart) => (own(chart).font ??= {}),
  };
}

function holds(
  type: { readonly prototype: ChartPart<ChartLook> },
  ...names: readonly (keyof typeof lookMembers)[]
): void {
  for (const name of names) {
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get(this: ChartPart<ChartLook>) {
        return lookMembers[name](this.place);
      },
    });
  }
}

/** The look of a part that has one. */
export function lookOf<Data extends { look: ChartLook }>(
  place: PartPlace<Data>,
): PartPlace<ChartLook> {
  return within(place, (data) => data.look);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartareaformat */
export class ChartAreaFormat extends ChartPart<ChartLook> {
  readonly className = "ChartAreaFormat";

  /** #roundedCorners */
  get roundedCorners(): boolean {
    return this.place.stored.chart.roundedCorners ?? false;
  }

  set roundedCorners(value: unknown) {
    const roundedCorners = truth(value, "roundedCorners");
    this.place.stored.change((chart) => (chart.roundedCorners = roundedCorners));
  }
}
holds(ChartAreaFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartplotareaformat */
export class ChartPlotAreaFormat extends ChartPart<ChartLook> {
  readonly className = "ChartPlotAreaFormat";
}
holds(ChartPlotAreaFormat, "fill", "border");

/** https://learn.microsoft.com/javascript/api/excel/excel.charttitleformat */
export class ChartTitleFormat extends ChartPart<ChartLook> {
  readonly className = "ChartTitleFormat";
}
holds(ChartTitleFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendformat */
export class ChartLegendFormat extends ChartPart<ChartLook> {
  readonly className = "ChartLegendFormat";
}
holds(ChartLegendFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxisformat */
export class ChartAxisFormat extends ChartPart<ChartLook> {
  readonly className = "ChartAxisFormat";
}
holds(ChartAxisFormat, "fill", "line", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxistitleformat */
export class ChartAxisTitleFormat extends ChartPart<ChartLook> {
  readonly className = "ChartAxisTitleFormat";
}
holds(ChartAxisTitleFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartgridlinesformat */
export class ChartGridlinesFormat extends ChartPart<ChartLook> {
  readonly className = "ChartGridlinesFormat";
}
holds(ChartGridlinesFormat, "line");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabelformat */
export class ChartDataLabelFormat extends ChartPart<ChartLook> {
  readonly className = "ChartDataLabelFormat";
}
holds(ChartDataLabelFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatatableformat */
export class ChartDataTableFormat extends ChartPart<ChartLook> {
  readonly className = "ChartDataTableFormat";
}
holds(ChartDataTableFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriesformat */
export class ChartSeriesFormat extends ChartPart<ChartLook> {
  readonly className = "ChartSeriesFormat";
}
holds(ChartSeriesFormat, "fill", "line");

/** https://learn.microsoft.com/javascript/api/excel/excel.chartpointformat */
export class ChartPointFormat extends ChartPart<ChartLook> {
  readonly className = "ChartPointFormat";
}
holds(ChartPointFormat, "fill", "border");

/** https://learn.microsoft.com/javascript/api/excel/excel.charttrendlineformat */
export class ChartTrendlineFormat extends ChartPart<ChartLook> {
  readonly className = "ChartTrendlineFormat";
}
holds(ChartTrendlineFormat, "line");

/** https://learn.microsoft.com/javascript/api/excel/excel.charttrendlinelabelformat */
export class ChartTrendlineLabelFormat extends ChartPart<ChartLook> {
  readonly className = "ChartTrendlineLabelFormat";
}
holds(ChartTrendlineLabelFormat, "fill", "border", "font");

/** https://learn.microsoft.com/javascript/api/excel/excel.charterrorbarsformat */
export class ChartErrorBarsFormat extends ChartPart<ChartLook> {
  readonly className = "ChartErrorBarsFormat";
}
holds(ChartErrorBarsFormat, "line");
