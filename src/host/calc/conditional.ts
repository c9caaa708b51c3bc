import { contains } from "../model/address";
import type { ConditionalFormat, ConditionalRule, RuleStyle } from "../model/rules";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Calculation } from "./calculation";
import { ruleTest, type RuleTest } from "./conditional-rules";

interface SheetLooks {
  /** What the looks were derived from: the formats as they were, and the values. */
  readonly formats: readonly { rule: ConditionalRule; priority: number; stopIfTrue: boolean }[];
  readonly areas: readonly ConditionalFormat["areas"][];
  /** The formats by priority. */
  readonly ordered: readonly ConditionalFormat[];
  readonly generation: number;
  readonly day: number;
  readonly tests: Map<ConditionalRule, RuleTest>;
  /** What was answered, by row and column. */
  readonly rows: Map<number, (RuleStyle | null)[]>;
}

/**
 * Looks that conditional formats lay over cells, worked out for the cells asked for and kept until a value or a format
 * changes: sixty visible rows cost sixty rows, whatever the size of the sheet.
 *
 * Of several rules that hold, each member comes from the one with the smallest priority number; a rule with stopIfTrue
 * ends the search. Colour scales, bars and icons have no cell style and are drawn elsewhere.
 */
export class ConditionalLooks {
  readonly #sheets = new Map<Sheet, SheetLooks>();

  constructor(
    private readonly workbook: Workbook,
    private readonly calculation: Calculation,
  ) {}

  /** The members rules lay over a cell's own style, or null where no rule holds. */
  styleAt(sheet: Sheet, row: number, column: number): RuleStyle | null {
    if (sheet.conditionalFormats.length === 0) return null;
    const looks = this.#looks(sheet);
    let answers = looks.rows.get(row);
    if (answers === undefined) looks.rows.set(row, (answers = []));
    const known = answers[column];
    if (known !== undefined) return known;
    const style = this.#evaluate(sheet, looks, row, column);
    answers[column] = style;
    return style;
  }

  #looks(sheet: Sheet): SheetLooks {
    const before = this.#sheets.get(sheet);
    const { generation } = this.calculation;
    const day = this.calculation.today();
    if (
      before !== undefined &&
      before.generation === generation &&
      before.day === day &&
      sameFormats(before, sheet.conditionalFormats)
    ) {
      return before;
    }
    const looks: SheetLooks = {
      formats: sheet.conditionalFormats.map(({ rule, priority, stopIfTrue }) => ({
        rule,
        priority,
        stopIfTrue,
      })),
      areas: sheet.conditionalFormats.map((format) => [...format.areas]),
      ordered: [...sheet.conditionalFormats].sort((one, other) => one.priority - other.priority),
      generation,
      day,
      tests: new Map(),
      rows: new Map(),
    };
    this.#sheets.set(sheet, looks);
    return looks;
  }

  #evaluate(sheet: Sheet, looks: SheetLooks, row: number, column: number): RuleStyle | null {
    const held: RuleStyle[] = [];
    for (const format of looks.ordered) {
      if (!format.areas.some((area) => contains(area, row, column))) continue;
      const { rule } = format;
      let test = looks.tests.get(rule);
      if (test === undefined) {
        test = ruleTest(format, sheet, this.calculation, this.workbook.date1904);
        looks.tests.set(rule, test);
      }
      if (!test(row, column)) continue;
      if ("style" in rule) held.unshift(rule.style);
      if (format.stopIfTrue) break;
    }
    // The first to win comes last, over the others.
    return held.length === 0 ? null : held.reduce((under, over) => ({ ...under, ...over }));
  }
}

function sameFormats(looks: SheetLooks, formats: readonly ConditionalFormat[]): boolean {
  return (
    formats.length === looks.formats.length &&
    formats.every((format, index) => {
      const before = looks.formats[index];
      const areas = looks.areas[index] ?? [];
      return (
        before !== undefined &&
        before.rule === format.rule &&
        before.priority === format.priority &&
        before.stopIfTrue === format.stopIfTrue &&
        areas.length === format.areas.length &&
        format.areas.every((area, place) => area === areas[place])
      );
    })
  );
}
