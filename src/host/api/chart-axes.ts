import { axisTitleText } from "../calc/chart-data";
import type {
  ChartAxis as StoredAxis,
  ChartGridlines as StoredLines,
  ChartTitle,
} from "../model/chart-parts";
import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import { number, object, optionalWord, text, word } from "./arguments";
import { ChartAxisFormat, ChartAxisTitleFormat, ChartGridlinesFormat, lookOf } from "./chart-looks";
import {
  aNumber,
  anOwnNumber,
  aText,
  aTruth,
  aWhole,
  aWord,
  changePart,
  ChartPart,
  partData,
  serves,
  within,
  type StoredChart,
} from "./chart-part";
import { rangeFormula } from "./chart-range";
import { Range } from "./range";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxes */
export class ChartAxes extends ApiObject {
  readonly className = "ChartAxes";

  constructor(readonly stored: StoredChart) {
    super();
  }

  get categoryAxis(): ChartAxis {
    return axisOf(this.stored, "categoryAxis");
  }

  get valueAxis(): ChartAxis {
    return axisOf(this.stored, "valueAxis");
  }

  /** #getItem: the host keeps primary axes only */
  getItem(type: unknown, group?: unknown): ChartAxis {
    const wanted = word(type, "type", ["Category", "Value", "Series"]);
    if (
      wanted === "Series" ||
      optionalWord(group, "group", ["Primary", "Secondary"]) === "Secondary"
    ) {
      throw new HostError("ApiNotFound", "The host serves no series axes and no secondary ones.");
    }
    return wanted === "Category" ? this.categoryAxis : this.valueAxis;
  }
}

function axisOf(stored: StoredChart, name: "categoryAxis" | "valueAxis"): ChartAxis {
  return new ChartAxis(
    { stored, read: (chart) => chart[name], own: (chart) => chart[name] },
    name === "categoryAxis" ? "Category" : "Value",
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxis */
export class ChartAxis extends ChartPart<StoredAxis> {
  readonly className = "ChartAxis";

  constructor(
    place: ChartPart<StoredAxis>["place"],
    readonly kind: "Category" | "Value",
  ) {
    super(place);
  }

  get type(): string {
    return this.kind;
  }

  get axisGroup(): string {
    return "Primary";
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(lookOf(this.place));
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(within(this.place, (axis) => axis.title));
  }

  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(within(this.place, (axis) => axis.majorGridlines));
  }

  get minorGridlines(): ChartGridlines {
    return new ChartGridlines(within(this.place, (axis) => axis.minorGridlines));
  }

  get positionAt(): number {
    return partData(this).positionAt ?? 0;
  }

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

const ticks = ["None", "Cross", "Inside", "Outside"] as const;
const timeUnits = ["Days", "Months", "Years"] as const;

serves(ChartAxis, {
  visible: aTruth(true),
  minimum: anOwnNumber,
  maximum: anOwnNumber,
  majorUnit: anOwnNumber,
  minorUnit: anOwnNumber,
  numberFormat: aText("General"),
  linkNumberFormat: aTruth(true),
  reversePlotOrder: aTruth(false),
  scaleType: aWord("Linear", ["Linear", "Logarithmic"]),
  logBase: aNumber(10, 2, 1000),
  displayUnit: aWord("None", [
    ...(["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands"] as const),
    ...(["Millions", "TenMillions", "HundredMillions", "Billions", "Trillions", "Custom"] as const),
  ]),
  showDisplayUnitLabel: aTruth(true),
  majorTickMark: aWord("None", ticks),
  minorTickMark: aWord("None", ticks),
  tickLabelPosition: aWord("NextToAxis", ["NextToAxis", "High", "Low", "None"]),
  tickLabelSpacing: anOwnNumber,
  tickMarkSpacing: aWhole(1, 1, 31_999),
  textOrientation: aWhole(0, -90, 180),
  categoryType: aWord("Automatic", ["Automatic", "TextAxis", "DateAxis"]),
  baseTimeUnit: aWord("Days", timeUnits),
  isBetweenCategories: aTruth(true),
  position: aWord("Automatic", ["Automatic", "Maximum", "Minimum", "Custom"]),
  multiLevel: aTruth(true),
  offset: aWhole(100, 0, 1000),
  alignment: aWord("Center", ["Center", "Left", "Right"]),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxistitle */
export class ChartAxisTitle extends ChartPart<ChartTitle> {
  readonly className = "ChartAxisTitle";

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

  setFormula(formula: unknown): void {
    const reference = text(formula, "formula");
    changePart(this, (title) => Object.assign(title, { text: reference, visible: true }));
  }

  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(lookOf(this.place));
  }
}

serves(ChartAxisTitle, { visible: aTruth(false), textOrientation: aWhole(0, -90, 180) });

/** https://learn.microsoft.com/javascript/api/excel/excel.chartgridlines */
export class ChartGridlines extends ChartPart<StoredLines> {
  readonly className = "ChartGridlines";

  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(lookOf(this.place));
  }
}

serves(ChartGridlines, { visible: aTruth(false) });
