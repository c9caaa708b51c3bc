import { intersection, type Area } from "../model/address";
import type { ConditionalFormat as StoredFormat, ConditionalRule, RuleStyle } from "../model/rules";
import type { Sheet } from "../model/sheet";
import {
  addConditionalFormat,
  clearConditionalFormats,
  removeConditionalFormat,
  touches,
} from "../edit/rules";
import { moveFormula } from "../calc/rewrite";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { apiNotFound, HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { color, integer, number, record, text, truth, word } from "./arguments";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { sheetOf, type Session } from "./session";

const kinds = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
export class ConditionalFormatCollection extends ApiCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {
    super();
  }

  /** Rules that touch the range, the winning one first. */
  override [items](): readonly ConditionalFormat[] {
    const sheet = sheetOf(this.session, this.sheetId);
    return sheet.conditionalFormats
      .filter((format) => touches(format.areas, this.areas))
      .sort((one, other) => one.priority - other.priority)
      .map((format) => new ConditionalFormat(this.session, this.sheetId, format.id, this.areas));
  }

  override [indexer](key: unknown): ConditionalFormat {
    return this.getItem(key);
  }

  /** #add: the new rule gets its first content from the object of its kind */
  add(type: unknown): ConditionalFormat {
    const kind = word(type, "type", kinds);
    const sheet = sheetOf(this.session, this.sheetId);
    const format = addConditionalFormat(this.session.workspace, sheet, this.areas, freshRule(kind));
    return new ConditionalFormat(this.session, this.sheetId, format.id, this.areas);
  }

  clearAll(): void {
    clearConditionalFormats(
      this.session.workspace,
      sheetOf(this.session, this.sheetId),
      this.areas,
    );
  }

  getCount(): number {
    return this[items]().length;
  }

  getItem(id: unknown): ConditionalFormat {
    const found = this.getItemOrNullObject(id);
    if (found === null) throw itemNotFound(`no conditional format ${String(id)}`);
    return found;
  }

  getItemOrNullObject(id: unknown): ConditionalFormat | null {
    const wanted = text(id, "id");
    return this[items]().find((format) => format.formatId === wanted) ?? null;
  }

  getItemAt(index: unknown): ConditionalFormat {
    const found = this[items]()[integer(index, "index")];
    if (found === undefined) throw itemNotFound(`no conditional format at ${String(index)}`);
    return found;
  }
}

function freshRule(kind: (typeof kinds)[number]): ConditionalRule {
  const style: RuleStyle = {};
  switch (kind) {
    case "Custom":
      return { kind, formula: "", style };
    case "CellValue":
      return { kind, operator: "EqualTo", formula1: "", style };
    case "ContainsText":
      return { kind, operator: "Contains", text: "", style };
    case "TopBottom":
      return { kind, type: "TopItems", rank: 10, style };
    case "PresetCriteria":
      return { kind, criterion: "Blanks", style };
    case "ColorScale":
    case "DataBar":
    case "IconSet":
      return { kind, definition: {} };
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
export class ConditionalFormat extends ApiObject {
  readonly className = "ConditionalFormat";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly formatId: string,
    /** The range it was fetched through: Excel reads and writes formulas as seen from there (office-js#5194). */
    readonly through: readonly Area[],
  ) {
    super();
  }

  override [identity](): string {
    return this.formatId;
  }

  get id(): string {
    return this.formatId;
  }

  get type(): string {
    return stored(this).rule.kind;
  }

  get priority(): number {
    return stored(this).priority;
  }

  /** #priority: the others move aside */
  set priority(value: unknown) {
    const wanted = integer(value, "priority");
    const { sheet, format } = place(this);
    this.session.workspace.history.layers(sheet);
    const others = sheet.conditionalFormats
      .filter((one) => one !== format)
      .sort((one, other) => one.priority - other.priority);
    if (wanted < 0 || wanted > others.length) throw invalidArgument("priority", "out of range");
    others.splice(wanted, 0, format);
    others.forEach((one, index) => (one.priority = index));
  }

  get stopIfTrue(): boolean {
    return stored(this).stopIfTrue;
  }

  set stopIfTrue(value: unknown) {
    const { sheet, format } = place(this);
    this.session.workspace.history.layers(sheet);
    format.stopIfTrue = truth(value, "stopIfTrue");
  }

  get custom(): ApiObject {
    return ofKind(this, "Custom", (format) => new CustomConditionalFormat(format));
  }

  get customOrNullObject(): ApiObject | null {
    return orNull(this, "Custom", (format) => new CustomConditionalFormat(format));
  }

  get cellValue(): ApiObject {
    return ofKind(this, "CellValue", (format) => new CellValueConditionalFormat(format));
  }

  get cellValueOrNullObject(): ApiObject | null {
    return orNull(this, "CellValue", (format) => new CellValueConditionalFormat(format));
  }

  get textComparison(): ApiObject {
    return ofKind(this, "ContainsText", (format) => new TextConditionalFormat(format));
  }

  get textComparisonOrNullObject(): ApiObject | null {
    return orNull(this, "ContainsText", (format) => new TextConditionalFormat(format));
  }

  get topBottom(): ApiObject {
    return ofKind(this, "TopBottom", (format) => new TopBottomConditionalFormat(format));
  }

  get topBottomOrNullObject(): ApiObject | null {
    return orNull(this, "TopBottom", (format) => new TopBottomConditionalFormat(format));
  }

  get preset(): ApiObject {
    return ofKind(this, "PresetCriteria", (format) => new PresetCriteriaConditionalFormat(format));
  }

  get presetOrNullObject(): ApiObject | null {
    return orNull(this, "PresetCriteria", (format) => new PresetCriteriaConditionalFormat(format));
  }

  get colorScale(): ApiObject {
    return ofKind(this, "ColorScale", (format) => new ColorScaleConditionalFormat(format));
  }

  get colorScaleOrNullObject(): ApiObject | null {
    return orNull(this, "ColorScale", (format) => new ColorScaleConditionalFormat(format));
  }

  delete(): void {
    const { sheet, format } = place(this);
    removeConditionalFormat(this.session.workspace, sheet, format.id);
  }

  /** #getRange; InvalidOperation where the rule applies to several ranges */
  getRange(): Range {
    const { areas } = stored(this);
    const [area] = areas;
    if (area === undefined || areas.length > 1) {
      throw new HostError("InvalidOperation", "The rule applies to several ranges: use getRanges.");
    }
    return new Range(this.session, this.sheetId, area);
  }

  getRangeOrNullObject(): Range | null {
    const { areas } = stored(this);
    const [area] = areas;
    return area === undefined || areas.length > 1
      ? null
      : new Range(this.session, this.sheetId, area);
  }

  getRanges(): RangeAreas {
    return new RangeAreas(this.session, this.sheetId, stored(this).areas);
  }
}

function place(of: ConditionalFormat): { sheet: Sheet; format: StoredFormat } {
  const sheet = sheetOf(of.session, of.sheetId);
  const format = sheet.conditionalFormats.find((one) => one.id === of.formatId);
  if (format === undefined) throw itemNotFound("the conditional format has been deleted");
  return { sheet, format };
}

function stored(of: ConditionalFormat): StoredFormat {
  return place(of).format;
}

function ofKind(
  format: ConditionalFormat,
  kind: ConditionalRule["kind"],
  make: (format: ConditionalFormat) => ApiObject,
): ApiObject {
  if (stored(format).rule.kind !== kind) {
    throw new HostError(
      "InvalidOperation",
      `The conditional format is of type ${stored(format).rule.kind}, not ${kind}.`,
    );
  }
  return make(format);
}

function orNull(
  format: ConditionalFormat,
  kind: ConditionalRule["kind"],
  make: (format: ConditionalFormat) => ApiObject,
): ApiObject | null {
  return stored(format).rule.kind === kind ? make(format) : null;
}

function changeRule(
  of: ConditionalFormat,
  change: (rule: ConditionalRule) => ConditionalRule,
): void {
  const { sheet, format } = place(of);
  of.session.workspace.history.layers(sheet);
  format.rule = change(format.rule);
}

/** How far the fetched-through range's corner lies from the rule's own corner. */
function offset(of: ConditionalFormat): { rows: number; columns: number } {
  const { areas } = stored(of);
  const [own] = areas;
  const [through] = of.through;
  if (own === undefined || through === undefined) return { rows: 0, columns: 0 };
  const seen = intersection(own, through) ?? own;
  return { rows: seen.top - own.top, columns: seen.left - own.left };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
export class CustomConditionalFormat extends ApiObject {
  readonly className = "CustomConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.parent);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.parent);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
export class ConditionalFormatRule extends ApiObject {
  readonly className = "ConditionalFormatRule";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  /** #formula: read as it stands for the rule's own top-left cell */
  get formula(): string {
    const { rule } = stored(this.parent);
    return rule.kind === "Custom" ? rule.formula : "";
  }

  /** #formula: written as seen from the range the rule was fetched through */
  set formula(value: unknown) {
    const given = text(value, "formula");
    const written = given.startsWith("=") ? given : `=${given}`;
    const { rows, columns } = offset(this.parent);
    changeRule(this.parent, (rule) =>
      rule.kind === "Custom" ? { ...rule, formula: moveFormula(written, -rows, -columns) } : rule,
    );
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.cellvalueconditionalformat */
export class CellValueConditionalFormat extends ApiObject {
  readonly className = "CellValueConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.parent);
  }

  get rule(): unknown {
    const { rule } = stored(this.parent);
    if (rule.kind !== "CellValue") return null;
    const { operator, formula1, formula2 } = rule;
    return formula2 === undefined ? { operator, formula1 } : { operator, formula1, formula2 };
  }

  set rule(value: unknown) {
    const given = record(value, "rule");
    const operator = word(given["operator"], "operator", [
      "Between",
      "NotBetween",
      "EqualTo",
      "NotEqualTo",
      "GreaterThan",
      "LessThan",
      "GreaterThanOrEqual",
      "LessThanOrEqual",
    ]);
    const formula1 = formulaText(given["formula1"], "formula1");
    const second = given["formula2"];
    changeRule(this.parent, (rule) =>
      rule.kind === "CellValue"
        ? {
            kind: "CellValue",
            style: rule.style,
            operator,
            formula1,
            ...(second === undefined || second === null
              ? {}
              : { formula2: formulaText(second, "formula2") }),
          }
        : rule,
    );
  }
}

function formulaText(value: unknown, argument: string): string {
  return typeof value === "number" ? String(number(value, argument)) : text(value, argument);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.textconditionalformat */
export class TextConditionalFormat extends ApiObject {
  readonly className = "TextConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.parent);
  }

  get rule(): unknown {
    const { rule } = stored(this.parent);
    return rule.kind === "ContainsText" ? { operator: rule.operator, text: rule.text } : null;
  }

  set rule(value: unknown) {
    const given = record(value, "rule");
    const operator = word(given["operator"], "operator", [
      "Contains",
      "NotContains",
      "BeginsWith",
      "EndsWith",
    ]);
    const wanted = text(given["text"], "text");
    changeRule(this.parent, (rule) =>
      rule.kind === "ContainsText" ? { ...rule, operator, text: wanted } : rule,
    );
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.topbottomconditionalformat */
export class TopBottomConditionalFormat extends ApiObject {
  readonly className = "TopBottomConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.parent);
  }

  get rule(): unknown {
    const { rule } = stored(this.parent);
    return rule.kind === "TopBottom" ? { type: rule.type, rank: rule.rank } : null;
  }

  set rule(value: unknown) {
    const given = record(value, "rule");
    const type = word(given["type"], "type", [
      "TopItems",
      "TopPercent",
      "BottomItems",
      "BottomPercent",
    ]);
    const rank = integer(given["rank"], "rank");
    changeRule(this.parent, (rule) => (rule.kind === "TopBottom" ? { ...rule, type, rank } : rule));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.presetcriteriaconditionalformat */
export class PresetCriteriaConditionalFormat extends ApiObject {
  readonly className = "PresetCriteriaConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.parent);
  }

  get rule(): unknown {
    const { rule } = stored(this.parent);
    return rule.kind === "PresetCriteria" ? { criterion: rule.criterion } : null;
  }

  set rule(value: unknown) {
    const criterion = text(record(value, "rule")["criterion"], "criterion");
    changeRule(this.parent, (rule) =>
      rule.kind === "PresetCriteria" ? { ...rule, criterion } : rule,
    );
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.colorscaleconditionalformat */
export class ColorScaleConditionalFormat extends ApiObject {
  readonly className = "ColorScaleConditionalFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get criteria(): unknown {
    const { rule } = stored(this.parent);
    return rule.kind === "ColorScale" ? (rule.definition["criteria"] ?? null) : null;
  }

  set criteria(value: unknown) {
    const criteria = record(value, "criteria");
    changeRule(this.parent, (rule) =>
      rule.kind === "ColorScale" ? { ...rule, definition: { criteria } } : rule,
    );
  }

  get threeColorScale(): boolean {
    const { rule } = stored(this.parent);
    if (rule.kind !== "ColorScale") return false;
    const criteria = rule.definition["criteria"];
    return typeof criteria === "object" && criteria !== null && "midpoint" in criteria;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends ApiObject {
  readonly className = "ConditionalRangeFormat";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.parent);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.parent);
  }

  get borders(): ApiObject {
    throw apiNotFound("ConditionalRangeFormat", "borders");
  }

  get numberFormat(): string | null {
    return styleOf(this.parent).numberFormat ?? null;
  }

  set numberFormat(value: unknown) {
    restyleRule(this.parent, { numberFormat: text(value, "numberFormat") });
  }

  clearFormat(): void {
    changeRule(this.parent, (rule) => ("style" in rule ? { ...rule, style: {} } : rule));
  }
}

function styleOf(format: ConditionalFormat): RuleStyle {
  const { rule } = stored(format);
  return "style" in rule ? rule.style : {};
}

function restyleRule(
  format: ConditionalFormat,
  part: { [Name in keyof RuleStyle]?: RuleStyle[Name] | undefined },
): void {
  changeRule(format, (rule) => {
    if (!("style" in rule)) return rule;
    const merged = Object.entries({ ...rule.style, ...part });
    const style = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
    return { ...rule, style: style };
  });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends ApiObject {
  readonly className = "ConditionalRangeFill";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get color(): string {
    return styleOf(this.parent).fill ?? "";
  }

  set color(value: unknown) {
    restyleRule(this.parent, { fill: color(value, "color") });
  }

  clear(): void {
    restyleRule(this.parent, { fill: undefined });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends ApiObject {
  readonly className = "ConditionalRangeFont";

  constructor(readonly parent: ConditionalFormat) {
    super();
  }

  get bold(): boolean | null {
    return styleOf(this.parent).bold ?? null;
  }

  set bold(value: unknown) {
    restyleRule(this.parent, { bold: truth(value, "bold") });
  }

  get italic(): boolean | null {
    return styleOf(this.parent).italic ?? null;
  }

  set italic(value: unknown) {
    restyleRule(this.parent, { italic: truth(value, "italic") });
  }

  get strikethrough(): boolean | null {
    return styleOf(this.parent).strikethrough ?? null;
  }

  set strikethrough(value: unknown) {
    restyleRule(this.parent, { strikethrough: truth(value, "strikethrough") });
  }

  get underline(): string | null {
    return styleOf(this.parent).underline ?? null;
  }

  set underline(value: unknown) {
    restyleRule(this.parent, { underline: word(value, "underline", ["None", "Single", "Double"]) });
  }

  get color(): string {
    return styleOf(this.parent).fontColor ?? "";
  }

  set color(value: unknown) {
    restyleRule(this.parent, { fontColor: color(value, "color") });
  }

  clear(): void {
    restyleRule(this.parent, {
      bold: undefined,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
      fontColor: undefined,
    });
  }
}
