import { fromR1C1, toR1C1 } from "../calc/r1c1";
import { ApiObject } from "../protocol/api-object";
import { integer, record, text, word } from "./arguments";
import { ConditionalRangeFormat } from "./conditional-looks";
import { formulaText, type RuleOf, type StoredRule } from "./conditional-rule";

/** The kinds of rules that hold or do not hold, and then lay looks over the cell. */

/** A rule with looks. https://learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
abstract class LookingRule extends ApiObject {
  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #format */
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.stored);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
export class CustomConditionalFormat extends LookingRule {
  readonly className = "CustomConditionalFormat";

  /** #rule */
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.stored);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
export class ConditionalFormatRule extends ApiObject {
  readonly className = "ConditionalFormatRule";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #formula: read as it stands for the rule's own top-left cell */
  get formula(): string {
    return this.stored.rule("Custom").formula;
  }

  /** #formula: written as seen from the range the rule was fetched through */
  set formula(value: unknown) {
    this.stored.replace(customRule(this.stored, text(value, "formula")));
  }

  /** #formulaLocal: function names are the same in all languages the host speaks */
  get formulaLocal(): string {
    return this.formula;
  }

  set formulaLocal(value: unknown) {
    this.formula = value;
  }

  /** #formulaR1C1: seen from the rule's own top-left cell */
  get formulaR1C1(): string {
    const { top, left } = cornerOf(this.stored);
    return toR1C1(this.stored.rule("Custom").formula, top, left);
  }

  set formulaR1C1(value: unknown) {
    // A relative reference means the same from every cell: the rule's own corner will do.
    const { top, left } = cornerOf(this.stored);
    const formula = fromR1C1(text(value, "formulaR1C1"), top, left);
    this.stored.replace({ ...this.stored.rule("Custom"), formula });
  }
}

/** Where the rule was fetched from, to which its R1C1 form is relative. */
function cornerOf(stored: StoredRule): { readonly top: number; readonly left: number } {
  return stored.format.areas[0] ?? { top: 0, left: 0 };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.cellvalueconditionalformat */
export class CellValueConditionalFormat extends LookingRule {
  readonly className = "CellValueConditionalFormat";

  /** #rule */
  get rule(): unknown {
    const { operator, formula1, formula2 } = this.stored.rule("CellValue");
    return formula2 === undefined ? { operator, formula1 } : { operator, formula1, formula2 };
  }

  set rule(value: unknown) {
    this.stored.replace(cellValueRule(this.stored, value));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.textconditionalformat */
export class TextConditionalFormat extends LookingRule {
  readonly className = "TextConditionalFormat";

  /** #rule */
  get rule(): unknown {
    const { operator, text: wanted } = this.stored.rule("ContainsText");
    return { operator, text: wanted };
  }

  set rule(value: unknown) {
    this.stored.replace(textRule(this.stored, value));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.topbottomconditionalformat */
export class TopBottomConditionalFormat extends LookingRule {
  readonly className = "TopBottomConditionalFormat";

  /** #rule */
  get rule(): unknown {
    const { type, rank } = this.stored.rule("TopBottom");
    return { type, rank };
  }

  set rule(value: unknown) {
    this.stored.replace(topBottomRule(this.stored, value));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.presetcriteriaconditionalformat */
export class PresetCriteriaConditionalFormat extends LookingRule {
  readonly className = "PresetCriteriaConditionalFormat";

  /** #rule */
  get rule(): unknown {
    return { criterion: this.stored.rule("PresetCriteria").criterion };
  }

  set rule(value: unknown) {
    this.stored.replace(presetRule(this.stored, value));
  }
}

function customRule(stored: StoredRule, given: string): RuleOf<"Custom"> {
  const formula = stored.ownFormula(given.startsWith("=") ? given : `=${given}`);
  return { kind: "Custom", formula, style: stored.style };
}

const cellOperators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;

function cellValueRule(stored: StoredRule, value: unknown): RuleOf<"CellValue"> {
  const given = record(value, "rule");
  const second = given["formula2"];
  return {
    kind: "CellValue",
    operator: word(given["operator"], "operator", cellOperators),
    formula1: formulaText(given["formula1"], "formula1"),
    ...(second === undefined || second === null
      ? {}
      : { formula2: formulaText(second, "formula2") }),
    style: stored.style,
  };
}

function textRule(stored: StoredRule, value: unknown): RuleOf<"ContainsText"> {
  const given = record(value, "rule");
  const operators = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;
  return {
    kind: "ContainsText",
    operator: word(given["operator"], "operator", operators),
    text: text(given["text"], "text"),
    style: stored.style,
  };
}

function topBottomRule(stored: StoredRule, value: unknown): RuleOf<"TopBottom"> {
  const given = record(value, "rule");
  const types = ["TopItems", "TopPercent", "BottomItems", "BottomPercent"] as const;
  return {
    kind: "TopBottom",
    type: word(given["type"], "type", types),
    rank: integer(given["rank"], "rank"),
    style: stored.style,
  };
}

const averages = ["AboveAverage", "BelowAverage"];
const criteria = [
  ...["Blanks", "NonBlanks", "Errors", "NonErrors", "UniqueValues", "DuplicateValues"],
  ...["Yesterday", "Today", "Tomorrow", "LastSevenDays", "LastWeek", "ThisWeek", "NextWeek"],
  ...["LastMonth", "ThisMonth", "NextMonth"],
  ...["", "EqualOr", "OneStdDev", "TwoStdDev", "ThreeStdDev"].flatMap((before) =>
    averages.map((average) => before + average),
  ),
];

function presetRule(stored: StoredRule, value: unknown): RuleOf<"PresetCriteria"> {
  const criterion = word(record(value, "rule")["criterion"], "criterion", criteria);
  return { kind: "PresetCriteria", criterion, style: stored.style };
}
