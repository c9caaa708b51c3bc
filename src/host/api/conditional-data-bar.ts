import type { DataBar } from "../model/rules";
import { ApiObject } from "../protocol/api-object";
import { color, truth, word } from "./arguments";
import { barBounds, boundOf } from "./conditional-bounds";
import type { RuleOf, StoredRule } from "./conditional-rule";

/** https://learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat */
export class DataBarConditionalFormat extends ApiObject {
  readonly className = "DataBarConditionalFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #positiveFormat */
  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.stored);
  }

  /** #negativeFormat */
  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(this.stored);
  }

  /** #axisColor */
  get axisColor(): string {
    return bar(this.stored).axisColor;
  }

  set axisColor(value: unknown) {
    changeBar(this.stored, { axisColor: colorOrNone(value, "axisColor") });
  }

  /** #axisFormat */
  get axisFormat(): string {
    return bar(this.stored).axisFormat;
  }

  set axisFormat(value: unknown) {
    const axisFormat = word(value, "axisFormat", ["Automatic", "None", "CellMidPoint"]);
    changeBar(this.stored, { axisFormat });
  }

  /** #barDirection */
  get barDirection(): string {
    return bar(this.stored).barDirection;
  }

  set barDirection(value: unknown) {
    const barDirection = word(value, "barDirection", ["Context", "LeftToRight", "RightToLeft"]);
    changeBar(this.stored, { barDirection });
  }

  /** #lowerBoundRule */
  get lowerBoundRule(): unknown {
    return bar(this.stored).lowerBoundRule;
  }

  set lowerBoundRule(value: unknown) {
    changeBar(this.stored, { lowerBoundRule: boundOf(value, "lowerBoundRule", barBounds) });
  }

  /** #upperBoundRule */
  get upperBoundRule(): unknown {
    return bar(this.stored).upperBoundRule;
  }

  set upperBoundRule(value: unknown) {
    changeBar(this.stored, { upperBoundRule: boundOf(value, "upperBoundRule", barBounds) });
  }

  /** #showDataBarOnly */
  get showDataBarOnly(): boolean {
    return bar(this.stored).showDataBarOnly;
  }

  set showDataBarOnly(value: unknown) {
    changeBar(this.stored, { showDataBarOnly: truth(value, "showDataBarOnly") });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarpositiveformat */
export class ConditionalDataBarPositiveFormat extends ApiObject {
  readonly className = "ConditionalDataBarPositiveFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #fillColor */
  get fillColor(): string {
    return bar(this.stored).positiveFormat.fillColor;
  }

  set fillColor(value: unknown) {
    changePositive(this.stored, { fillColor: color(value, "fillColor") });
  }

  /** #borderColor */
  get borderColor(): string {
    return bar(this.stored).positiveFormat.borderColor;
  }

  set borderColor(value: unknown) {
    changePositive(this.stored, { borderColor: colorOrNone(value, "borderColor") });
  }

  /** #gradientFill */
  get gradientFill(): boolean {
    return bar(this.stored).positiveFormat.gradientFill;
  }

  set gradientFill(value: unknown) {
    changePositive(this.stored, { gradientFill: truth(value, "gradientFill") });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarnegativeformat */
export class ConditionalDataBarNegativeFormat extends ApiObject {
  readonly className = "ConditionalDataBarNegativeFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #fillColor */
  get fillColor(): string {
    return bar(this.stored).negativeFormat.fillColor;
  }

  set fillColor(value: unknown) {
    const fillColor = color(value, "fillColor");
    changeNegative(this.stored, { fillColor, matchPositiveFillColor: false });
  }

  /** #borderColor */
  get borderColor(): string {
    return bar(this.stored).negativeFormat.borderColor;
  }

  set borderColor(value: unknown) {
    const borderColor = colorOrNone(value, "borderColor");
    changeNegative(this.stored, { borderColor, matchPositiveBorderColor: false });
  }

  /** #matchPositiveFillColor */
  get matchPositiveFillColor(): boolean {
    return bar(this.stored).negativeFormat.matchPositiveFillColor;
  }

  set matchPositiveFillColor(value: unknown) {
    const matchPositiveFillColor = truth(value, "matchPositiveFillColor");
    changeNegative(this.stored, { matchPositiveFillColor });
  }

  /** #matchPositiveBorderColor */
  get matchPositiveBorderColor(): boolean {
    return bar(this.stored).negativeFormat.matchPositiveBorderColor;
  }

  set matchPositiveBorderColor(value: unknown) {
    const matchPositiveBorderColor = truth(value, "matchPositiveBorderColor");
    changeNegative(this.stored, { matchPositiveBorderColor });
  }
}

/** Blue bars with a gradient, red below zero. */
export function freshDataBar(): RuleOf<"DataBar"> {
  return {
    kind: "DataBar",
    definition: {
      showDataBarOnly: false,
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
      barDirection: "Context",
      axisFormat: "Automatic",
      axisColor: "#000000",
      positiveFormat: { fillColor: "#638EC6", gradientFill: true, borderColor: "#638EC6" },
      negativeFormat: {
        fillColor: "#FF0000",
        borderColor: "#FF0000",
        matchPositiveFillColor: false,
        matchPositiveBorderColor: false,
      },
    },
  };
}

function bar(stored: StoredRule): DataBar {
  return stored.rule("DataBar").definition;
}

function changeBar(stored: StoredRule, part: Partial<DataBar>): void {
  stored.replace({ kind: "DataBar", definition: { ...bar(stored), ...part } });
}

function changePositive(stored: StoredRule, part: Partial<DataBar["positiveFormat"]>): void {
  changeBar(stored, { positiveFormat: { ...bar(stored).positiveFormat, ...part } });
}

function changeNegative(stored: StoredRule, part: Partial<DataBar["negativeFormat"]>): void {
  changeBar(stored, { negativeFormat: { ...bar(stored).negativeFormat, ...part } });
}

function colorOrNone(value: unknown, argument: string): string {
  return value === "" ? "" : color(value, argument);
}
