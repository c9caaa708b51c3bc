import { contains } from "../model/address";
import type { Scalar } from "../model/cell";
import type { ConditionalFormat, ConditionalRule, RuleStyle } from "../model/rules";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Calculation } from "./calculation";
import { measureOf, ruleTest, type RuleTest } from "./conditional-rules";
import {
  barOfValue,
  colorOnScale,
  iconOfValue,
  type CellBar,
  type CellIcon,
  type Measure,
} from "./conditional-visuals";

/** A bar and an icon that conditional formats put into a cell. */
export interface CellVisuals {
  readonly bar?: CellBar;
  readonly icon?: CellIcon;
}

interface CellFormat {
  readonly style: RuleStyle | null;
  readonly visuals: CellVisuals | null;
}

const plain: CellFormat = { style: null, visuals: null };

interface SheetLooks {
  /** What the looks were derived from: the formats as they were, and the values. */
  readonly formats: readonly { rule: ConditionalRule; priority: number; stopIfTrue: boolean }[];
  readonly areas: readonly ConditionalFormat["areas"][];
  /** The formats by priority. */
  readonly ordered: readonly ConditionalFormat[];
  readonly generation: number;
  readonly day: number;
  readonly tests: Map<ConditionalRule, RuleTest>;
  readonly visuals: Map<ConditionalRule, (value: Scalar) => Visual>;
  /** What was answered, by row and column. */
  readonly rows: Map<number, (CellFormat | null)[]>;
}

/**
 * Looks that conditional formats lay over cells, worked out for the cells asked for and kept until a value or a format
 * changes: sixty visible rows cost sixty rows, whatever the size of the sheet.
 *
 * Of several rules that hold, each member comes from the one with the smallest priority number; a rule with stopIfTrue
 * ends the search. A colour scale is a fill like others; of bars and icons the first rule's is shown.
 */
export class ConditionalLooks {
  readonly #sheets = new Map<Sheet, SheetLooks>();

  constructor(
    private readonly workbook: Workbook,
    private readonly calculation: Calculation,
  ) {}

  /** The members rules lay over a cell's own style, or null where no rule holds. */
  styleAt(sheet: Sheet, row: number, column: number): RuleStyle | null {
    return this.#formatAt(sheet, row, column).style;
  }

  /** The bar and the icon a cell shows, or null where it shows neither. */
  visualsAt(sheet: Sheet, row: number, column: number): CellVisuals | null {
    return this.#formatAt(sheet, row, column).visuals;
  }

  #formatAt(sheet: Sheet, row: number, column: number): CellFormat {
    if (sheet.conditionalFormats.length === 0) return plain;
    const looks = this.#looks(sheet);
    let answers = looks.rows.get(row);
    if (answers === undefined) looks.rows.set(row, (answers = []));
    return (answers[column] ??= this.#evaluate(sheet, looks, row, column));
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
      visuals: new Map(),
      rows: new Map(),
    };
    this.#sheets.set(sheet, looks);
    return looks;
  }

  #evaluate(sheet: Sheet, looks: SheetLooks, row: number, column: number): CellFormat {
    const held: RuleStyle[] = [];
    let visuals: CellVisuals = {};
    for (const format of looks.ordered) {
      if (!format.areas.some((area) => contains(area, row, column))) continue;
      const { rule } = format;
      if (!("style" in rule)) {
        const shown = this.#visual(sheet, looks, format)(sheet.cells.value(row, column));
        const { fill, ...drawn } = shown;
        if (fill !== undefined) held.unshift({ fill });
        visuals = { ...drawn, ...visuals };
        continue;
      }
      let test = looks.tests.get(rule);
      if (test === undefined) {
        test = ruleTest(format, sheet, this.calculation, this.workbook.date1904);
        looks.tests.set(rule, test);
      }
      if (!test(row, column)) continue;
      held.unshift(rule.style);
      if (format.stopIfTrue) break;
    }
    // The first to win comes last, over the others.
    const style = held.length === 0 ? null : held.reduce((under, over) => ({ ...under, ...over }));
    const drawn = visuals.bar !== undefined || visuals.icon !== undefined;
    return style === null && !drawn ? plain : { style, visuals: drawn ? visuals : null };
  }

  #visual(sheet: Sheet, looks: SheetLooks, format: ConditionalFormat): (value: Scalar) => Visual {
    const { rule } = format;
    let visual = looks.visuals.get(rule);
    if (visual === undefined) {
      visual = visualOf(rule, measureOf(format, sheet, this.calculation));
      looks.visuals.set(rule, visual);
    }
    return visual;
  }
}

interface Visual extends CellVisuals {
  readonly fill?: string;
}

function visualOf(rule: ConditionalRule, measure: Measure): (value: Scalar) => Visual {
  const when = <Shown>(
    find: (value: Scalar) => Shown | null,
    show: (shown: Shown) => Visual,
  ): ((value: Scalar) => Visual) => {
    return (value) => {
      const shown = find(value);
      return shown === null ? {} : show(shown);
    };
  };
  switch (rule.kind) {
    case "ColorScale":
      return when(colorOnScale(rule.definition, measure), (fill) => ({ fill }));
    case "DataBar":
      return when(barOfValue(rule.definition, measure), (bar) => ({ bar }));
    case "IconSet":
      return when(iconOfValue(rule.definition, measure), (icon) => ({ icon }));
    default:
      return () => ({});
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
