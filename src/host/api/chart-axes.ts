import { axisTitleText } from "../calc/chart-data";
import type {
  ChartAxis as StoredAxis,
  ChartGridlines as StoredLines,
  ChartTitle,
} from "../model/chart-parts";
import type { Frame } from "../chart/frame";
import { axisGroupOf } from "../model/chart-shapes";
import { plainAxis, type Chart } from "../model/charts";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { number, object, optionalWord, text, word } from "./arguments";
import { laidOut, servesBox } from "./chart-layout";
import { ChartAxisFormat, ChartAxisTitleFormat, ChartGridlinesFormat, lookOf } from "./chart-looks";
import { changePart, ChartPart, partData, servePart, within, type StoredChart } from "./chart-part";
import { serve } from "./properties";
import { rangeFormula } from "./chart-range";
import { Range } from "./range";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxes */
export class ChartAxes extends ApiObject {
  readonly className = "ChartAxes";

  constructor(readonly stored: StoredChart) {
    super();
  }

  /** #categoryAxis */
  get categoryAxis(): ChartAxis {
    return axisOf(this.stored, "categoryAxis");
  }

  /** #valueAxis */
  get valueAxis(): ChartAxis {
    return axisOf(this.stored, "valueAxis");
  }

  /** #seriesAxis: of charts whose series stand one behind the other */
  get seriesAxis(): ChartAxis {
    return axisOf(this.stored, "seriesAxis");
  }

  /** #getItem: secondary axes are there, though not visible, before any series stands on them */
  getItem(type: unknown, group?: unknown): ChartAxis {
    const wanted = word(type, "type", ["Category", "Value", "Series"]);
    const secondary = optionalWord(group, "group", ["Primary", "Secondary"]) === "Secondary";
    if (wanted === "Series") {
      if (secondary) throw invalidArgument("group", "series axes are primary");
      return this.seriesAxis;
    }
    if (wanted === "Category") {
      return secondary ? axisOf(this.stored, "secondaryCategoryAxis") : this.categoryAxis;
    }
    return secondary ? axisOf(this.stored, "secondaryValueAxis") : this.valueAxis;
  }
}

const kinds = {
  categoryAxis: { type: "Category", group: "Primary" },
  valueAxis: { type: "Value", group: "Primary" },
  seriesAxis: { type: "Series", group: "Primary" },
  secondaryCategoryAxis: { type: "Category", group: "Secondary" },
  secondaryValueAxis: { type: "Value", group: "Secondary" },
} as const;

type AxisName = keyof typeof kinds;

function axisOf(stored: StoredChart, name: AxisName): ChartAxis {
  return new ChartAxis(
    {
      stored,
      read: (chart) => chart[name] ?? { ...plainAxis(false), visible: isShown(chart, name) },
      own: (chart) => (chart[name] ??= { ...plainAxis(false), visible: isShown(chart, name) }),
    },
    name,
  );
}

/** Whether Excel shows an axis nobody has spoken of: the values' of a secondary group once a series stands there. */
function isShown(chart: Chart, name: AxisName): boolean {
  if (name === "secondaryCategoryAxis") return false;
  if (name !== "secondaryValueAxis") return true;
  return chart.series.some(
    ({ axisGroup }, index) => axisGroupOf(chart.type, axisGroup, index) === "Secondary",
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxis */
export class ChartAxis extends ChartPart<StoredAxis> {
  readonly className = "ChartAxis";

  constructor(
    place: ChartPart<StoredAxis>["place"],
    readonly name: AxisName,
  ) {
    super(place);
  }

  /** #customDisplayUnit: 0 where the unit is none of one's own */
  get customDisplayUnit(): number {
    const { displayUnit, customDisplayUnit } = partData(this);
    return displayUnit === "Custom" ? (customDisplayUnit ?? 0) : 0;
  }

  /** #setCustomDisplayUnit */
  setCustomDisplayUnit(value: unknown): void {
    const customDisplayUnit = number(value, "value");
    if (!(customDisplayUnit > 0)) throw invalidArgument("value", "more than 0");
    changePart(this, (axis) => Object.assign(axis, { customDisplayUnit, displayUnit: "Custom" }));
  }

  /** #positionAt */
  get positionAt(): number {
    return partData(this).positionAt ?? 0;
  }

  /** #setPositionAt */
  setPositionAt(value: unknown): void {
    const positionAt = number(value, "value");
    changePart(this, (axis) => Object.assign(axis, { positionAt, position: "Custom" }));
  }

  /** #setCategoryNames: for all series */
  setCategoryNames(sourceData: unknown): void {
    const formula = rangeFormula(object(sourceData, "sourceData", Range));
    this.place.stored.change(({ series }) => {
      for (const one of series) one.categories = formula;
    });
  }
}

serve(ChartAxis, {
  type: ({ name }) => kinds[name].type,
  axisGroup: ({ name }) => kinds[name].group,
  format: ({ place }) => new ChartAxisFormat(lookOf(place)),
  title: ({ place }) => new ChartAxisTitle(within(place, (axis) => axis.title)),
  majorGridlines: ({ place }) => new ChartGridlines(within(place, (axis) => axis.majorGridlines)),
  minorGridlines: ({ place }) => new ChartGridlines(within(place, (axis) => axis.minorGridlines)),
});

const ticks = ["None", "Cross", "Inside", "Outside"] as const;
const timeUnits = ["Days", "Months", "Years"] as const;

servePart(ChartAxis, {
  visible: kind.truth(true),
  minimum: kind.ownNumber,
  maximum: kind.ownNumber,
  majorUnit: kind.ownNumber,
  minorUnit: kind.ownNumber,
  numberFormat: kind.text("General"),
  linkNumberFormat: kind.truth(true),
  reversePlotOrder: kind.truth(false),
  scaleType: kind.word("Linear", ["Linear", "Logarithmic"]),
  logBase: kind.number(10, 2, 1000),
  displayUnit: kind.word("None", [
    ...(["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands"] as const),
    ...(["Millions", "TenMillions", "HundredMillions", "Billions", "Trillions", "Custom"] as const),
  ]),
  showDisplayUnitLabel: kind.truth(true),
  majorTickMark: kind.word("None", ticks),
  minorTickMark: kind.word("None", ticks),
  tickLabelPosition: kind.word("NextToAxis", ["NextToAxis", "High", "Low", "None"]),
  tickLabelSpacing: kind.ownNumber,
  tickMarkSpacing: kind.whole(1, 1, 31_999),
  textOrientation: kind.whole(0, -90, 180),
  categoryType: kind.word("Automatic", ["Automatic", "TextAxis", "DateAxis"]),
  baseTimeUnit: kind.word("Days", timeUnits),
  majorTimeUnitScale: kind.word("Days", timeUnits),
  minorTimeUnitScale: kind.word("Days", timeUnits),
  isBetweenCategories: kind.truth(true),
  position: kind.word("Automatic", ["Automatic", "Maximum", "Minimum", "Custom"]),
  multiLevel: kind.truth(true),
  offset: kind.whole(100, 0, 1000),
  alignment: kind.word("Center", ["Center", "Left", "Right"]),
});

/** The room an axis' words take beside the plot; none for axes that are not shown. */
function axisFrame({ place, name }: ChartAxis): Frame | null {
  const { geometry, layout } = laidOut(place.stored);
  if (geometry.kind !== "plot" || !place.read(place.stored.chart).visible) return null;
  const { frame: inner, lying } = geometry.plot;
  const { plot: outer } = layout;
  const { type, group } = kinds[name];
  if (group === "Secondary" || type === "Series") {
    const left = inner.left + inner.width;
    return { ...inner, left, width: outer.left + outer.width - left };
  }
  if ((type === "Category") === lying) {
    return { ...inner, left: outer.left, width: inner.left - outer.left };
  }
  const top = inner.top + inner.height;
  return { ...inner, top, height: outer.top + outer.height - top };
}

servesBox(ChartAxis, axisFrame, {});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxistitle */
export class ChartAxisTitle extends ChartPart<ChartTitle> {
  readonly className = "ChartAxisTitle";

  /** #text */
  get text(): string {
    const { sheet } = this.place.stored.find();
    const { workbook } = this.place.stored.session.workspace;
    return axisTitleText(workbook, sheet, partData(this));
  }

  /** #text: words make the title visible */
  set text(value: unknown) {
    const words = text(value, "text");
    changePart(this, (title) => Object.assign(title, { text: words, visible: words !== "" }));
  }

  /** #setFormula */
  setFormula(formula: unknown): void {
    const reference = text(formula, "formula");
    changePart(this, (title) => Object.assign(title, { text: reference, visible: true }));
  }

  /** #format */
  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(lookOf(this.place));
  }
}

servePart(ChartAxisTitle, { visible: kind.truth(false), textOrientation: kind.whole(0, -90, 180) });

/** https://learn.microsoft.com/javascript/api/excel/excel.chartgridlines */
export class ChartGridlines extends ChartPart<StoredLines> {
  readonly className = "ChartGridlines";

  /** #format */
  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(lookOf(this.place));
  }
}

servePart(ChartGridlines, { visible: kind.truth(false) });
