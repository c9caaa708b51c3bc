import type { Area } from "../model/address";
import type { ConditionalRule, RuleStyle } from "../model/rules";
import {
  addConditionalFormat,
  clearConditionalFormats,
  layOver,
  removeConditionalFormat,
  touches,
} from "../edit/rules";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, invalidArgument } from "../protocol/host-error";
import { integer, truth, word } from "./arguments";
import { ListedCollection } from "./collections";
import {
  CellValueConditionalFormat,
  CustomConditionalFormat,
  PresetCriteriaConditionalFormat,
  TextConditionalFormat,
  TopBottomConditionalFormat,
} from "./conditional-kinds";
import { DataBarConditionalFormat, freshDataBar } from "./conditional-data-bar";
import { StoredRule, type RuleKind } from "./conditional-rule";
import {
  ColorScaleConditionalFormat,
  freshColorScale,
  freshIconSet,
  IconSetConditionalFormat,
} from "./conditional-visuals";
import { serve } from "./properties";
import { Range } from "./range";
import { placeOf } from "./range-address";
import { RangeAreas } from "./range-areas";
import { placeGiven } from "./range-part";
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
export class ConditionalFormatCollection extends ListedCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";
  readonly itemName = "the conditional format";
  override readonly keyName = "id";

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
      .map(
        (format) =>
          new ConditionalFormat(new StoredRule(this.session, this.sheetId, format.id, this.areas)),
      );
  }

  /** #add: the new rule gets its first content from the object of its kind */
  add(type: unknown): ConditionalFormat {
    const kind = word(type, "type", kinds);
    const sheet = sheetOf(this.session, this.sheetId);
    const format = addConditionalFormat(this.session.workspace, sheet, this.areas, freshRule(kind));
    return new ConditionalFormat(new StoredRule(this.session, this.sheetId, format.id, this.areas));
  }

  /** #clearAll */
  clearAll(): void {
    clearConditionalFormats(
      this.session.workspace,
      sheetOf(this.session, this.sheetId),
      this.areas,
    );
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
      return freshColorScale();
    case "DataBar":
      return freshDataBar();
    case "IconSet":
      return freshIconSet();
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
export class ConditionalFormat extends ApiObject {
  readonly className = "ConditionalFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  override [identity](): string {
    return this.stored.formatId;
  }

  /** #priority */
  get priority(): number {
    return this.stored.format.priority;
  }

  /** #priority: the others move aside; beyond the last it is the last, a negative one counts from there */
  set priority(value: unknown) {
    const wanted = integer(value, "priority");
    this.stored.change((format, sheet) => {
      const others = sheet.conditionalFormats
        .filter((one) => one !== format)
        .sort((one, other) => one.priority - other.priority);
      const place = wanted < 0 ? Math.max(0, others.length + 1 + wanted) : wanted;
      others.splice(Math.min(place, others.length), 0, format);
      others.forEach((one, index) => (one.priority = index));
    });
  }

  /** #stopIfTrue: null for scales, bars and icons, which never hold or fail */
  get stopIfTrue(): boolean | null {
    const { rule, stopIfTrue } = this.stored.format;
    return "style" in rule ? stopIfTrue : null;
  }

  set stopIfTrue(value: unknown) {
    const stop = truth(value, "stopIfTrue");
    this.stored.change((format) => (format.stopIfTrue = stop));
  }

  /** #delete */
  delete(): void {
    const { sheet, format } = this.stored.find();
    removeConditionalFormat(this.stored.session.workspace, sheet, format.id);
  }

  /** #getRange; InvalidOperation where the rule applies to several ranges */
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (range !== null) return range;
    throw new HostError("InvalidOperation", "The rule applies to several ranges: use getRanges.");
  }

  /** #getRangeOrNullObject */
  getRangeOrNullObject(): Range | null {
    const [area, second] = this.stored.format.areas;
    return area === undefined || second !== undefined
      ? null
      : new Range(this.stored.session, this.stored.sheetId, area);
  }

  /** #getRanges */
  getRanges(): RangeAreas {
    const { session, sheetId } = this.stored;
    return new RangeAreas(session, sheetId, this.stored.format.areas);
  }

  /** #setRanges: ranges, or addresses with commas between them; InvalidArgument for cells of another worksheet */
  setRanges(ranges: unknown): void {
    const { session } = this.stored;
    const { sheet, format } = this.stored.find();
    layOver(session.workspace, sheet, format, areasOf(this.stored, ranges));
  }
}

function areasOf({ session, sheetId }: StoredRule, ranges: unknown): readonly Area[] {
  const sheet = sheetOf(session, sheetId);
  if (ranges instanceof RangeAreas && ranges.sheetId === sheetId) return ranges.places;
  const places =
    typeof ranges === "string"
      ? ranges.split(",").map((one) => placeOf(session, sheet, one, "ranges"))
      : [placeGiven(session, sheet, ranges, "ranges")];
  if (places.some((place) => place.sheet !== sheet)) {
    throw invalidArgument("ranges", "cells of the rule's own worksheet are needed");
  }
  return places.map(({ area }) => area);
}

serve(ConditionalFormat, {
  id: ({ stored }) => stored.formatId,
  type: ({ stored }) => stored.format.rule.kind,
  ...rulesOfKind("custom", "Custom", CustomConditionalFormat),
  ...rulesOfKind("cellValue", "CellValue", CellValueConditionalFormat),
  ...rulesOfKind("textComparison", "ContainsText", TextConditionalFormat),
  ...rulesOfKind("topBottom", "TopBottom", TopBottomConditionalFormat),
  ...rulesOfKind("preset", "PresetCriteria", PresetCriteriaConditionalFormat),
  ...rulesOfKind("colorScale", "ColorScale", ColorScaleConditionalFormat),
  ...rulesOfKind("dataBar", "DataBar", DataBarConditionalFormat),
  ...rulesOfKind("iconSet", "IconSet", IconSetConditionalFormat),
});

/** The two properties of a kind of rule: the first refuses rules of another kind, the second is null for them. */
function rulesOfKind(
  name: string,
  kind: RuleKind,
  type: new (stored: StoredRule) => ApiObject,
): Record<string, (of: ConditionalFormat) => unknown> {
  return {
    [name]: ({ stored }) => {
      stored.rule(kind);
      return new type(stored);
    },
    [`${name}OrNullObject`]: ({ stored }) =>
      stored.format.rule.kind === kind ? new type(stored) : null,
  };
}
