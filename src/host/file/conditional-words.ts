import type { Area } from "../model/address";
import type { Bound, ConditionalFormat, DataBar } from "../model/rules";

/** The file's words for conditional formats against those of the Excel API. */

export type Words<Word extends string = string> = Readonly<Record<string, Word>>;

export function wordInFile(words: Words, word: unknown): string | undefined {
  return Object.entries(words).find(([, value]) => value === word)?.[0];
}

export const cellOperators: Words = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** Rule type → text operator. */
export const textOperators: Words = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** Rule types that are a preset by themselves. */
export const presetTypes: Words = {
  containsBlanks: "Blanks",
  notContainsBlanks: "NonBlanks",
  containsErrors: "Errors",
  notContainsErrors: "NonErrors",
  uniqueValues: "UniqueValues",
  duplicateValues: "DuplicateValues",
};

export const timePeriods: Words = {
  yesterday: "Yesterday",
  today: "Today",
  tomorrow: "Tomorrow",
  last7Days: "LastSevenDays",
  lastWeek: "LastWeek",
  thisWeek: "ThisWeek",
  nextWeek: "NextWeek",
  lastMonth: "LastMonth",
  thisMonth: "ThisMonth",
  nextMonth: "NextMonth",
};

/** Condition each preset writes beside its type, for readers that know only formulas; `@` is the top-left cell. */
export const presetFormulas: Words = {
  Blanks: "LEN(TRIM(@))=0",
  NonBlanks: "LEN(TRIM(@))>0",
  Errors: "ISERROR(@)",
  NonErrors: "NOT(ISERROR(@))",
  Yesterday: "FLOOR(@,1)=TODAY()-1",
  Today: "FLOOR(@,1)=TODAY()",
  Tomorrow: "FLOOR(@,1)=TODAY()+1",
  LastSevenDays: "AND(TODAY()-FLOOR(@,1)<=6,FLOOR(@,1)<=TODAY())",
  LastWeek:
    "AND(TODAY()-ROUNDDOWN(@,0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(@,0)<(WEEKDAY(TODAY())+7))",
  ThisWeek:
    "AND(TODAY()-ROUNDDOWN(@,0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(@,0)-TODAY()<=7-WEEKDAY(TODAY()))",
  NextWeek:
    "AND(ROUNDDOWN(@,0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(@,0)-TODAY()<(15-WEEKDAY(TODAY())))",
  LastMonth: "AND(MONTH(@)=MONTH(EDATE(TODAY(),0-1)),YEAR(@)=YEAR(EDATE(TODAY(),0-1)))",
  ThisMonth: "AND(MONTH(@)=MONTH(TODAY()),YEAR(@)=YEAR(TODAY()))",
  NextMonth: "AND(MONTH(@)=MONTH(EDATE(TODAY(),0+1)),YEAR(@)=YEAR(EDATE(TODAY(),0+1)))",
};

/** Value types of scale, bar and icon bounds. */
export const boundTypes: Words<Bound["type"]> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  formula: "Formula",
  percentile: "Percentile",
  autoMin: "Automatic",
  autoMax: "Automatic",
};

const counts: Words = { "3": "Three", "4": "Four", "5": "Five" };
const iconStems = [
  "3Arrows",
  "3ArrowsGray",
  "3Flags",
  "3TrafficLights1",
  "3TrafficLights2",
  "3Signs",
  "3Symbols",
  "3Symbols2",
  "4Arrows",
  "4ArrowsGray",
  "4RedToBlack",
  "4Rating",
  "4TrafficLights",
  "5Arrows",
  "5ArrowsGray",
  "5Rating",
  "5Quarters",
  "3Stars",
  "3Triangles",
  "5Boxes",
];
export const iconStyles: Words = Object.fromEntries(
  iconStems.map((stem) => [stem, `${counts[stem.charAt(0)] ?? ""}${stem.slice(1)}`]),
);

/** Known only to the extended list (Excel 2010). */
export const extendedIcons: ReadonlySet<string> = new Set(["3Stars", "3Triangles", "5Boxes"]);

export const barDirections: Words<DataBar["barDirection"]> = {
  context: "Context",
  leftToRight: "LeftToRight",
  rightToLeft: "RightToLeft",
};
export const axisPositions: Words<DataBar["axisFormat"]> = {
  automatic: "Automatic",
  none: "None",
  middle: "CellMidPoint",
};

/** The URI by which readers know the extended list ([MS-XLSX] 2.3.2). */
export const conditionalExtension = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/** All that a rule says but where it holds; its formulas are spelled for the corner of its areas. */
export function ruleSays({
  areas,
  stopIfTrue,
  rule,
}: Pick<ConditionalFormat, "areas" | "stopIfTrue" | "rule">): string {
  const placed = "style" in rule;
  const top = Math.min(...areas.map((area) => area.top));
  const left = Math.min(...areas.map((area) => area.left));
  const corner = placed ? [top, left, formulaShift(areas)] : [];
  return JSON.stringify([stopIfTrue, rule, ...corner]);
}

/** The file states formulas for the top-left cell of all areas together, the model for that of the first area. */
export function formulaShift(areas: readonly Area[]): { rows: number; columns: number } {
  const first = areas[0];
  if (first === undefined) return { rows: 0, columns: 0 };
  return {
    rows: first.top - Math.min(...areas.map((area) => area.top)),
    columns: first.left - Math.min(...areas.map((area) => area.left)),
  };
}
