import type { Area } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { ConditionalFormat, ConditionalRule } from "../model/rules";
import type { Sheet } from "../model/sheet";
import type { Calculation } from "./calculation";
import type { Measure } from "./conditional-visuals";
import { compare, toText } from "./values";

/** Whether a rule holds for a cell. */
export type RuleTest = (row: number, column: number) => boolean;

const never: RuleTest = () => false;

/**
 * A rule made ready to be asked for any cell of its areas. What it needs of the whole area (averages, ranks, doubles) is
 * read once, when it is first asked.
 *
 * @param date1904 - how the workbook numbers days
 */
export function ruleTest(
  format: ConditionalFormat,
  sheet: Sheet,
  calculation: Calculation,
  date1904: boolean,
): RuleTest {
  const { rule, areas } = format;
  const [first] = areas;
  if (first === undefined) return never;
  const valueAt = (row: number, column: number): Scalar => sheet.cells.value(row, column);
  const formula = (text: string): ((row: number, column: number) => Scalar) => {
    const from = { sheetId: sheet.id, row: first.top, column: first.left };
    const filled = calculation.filled(text.startsWith("=") ? text : `=${text}`, from);
    const evaluate = (row: number, column: number): Scalar => {
      const result = filled.at({ sheetId: sheet.id, row, column });
      return Array.isArray(result) ? firstOf(result) : (result as Scalar);
    };
    return filled.isSameAcrossRow ? oncePerRow(evaluate) : evaluate;
  };
  switch (rule.kind) {
    case "Custom": {
      const condition = formula(rule.formula);
      return (row, column) => {
        const answer = condition(row, column);
        return typeof answer === "number" ? answer !== 0 : answer === true;
      };
    }
    case "CellValue":
      return cellValueTest(rule, formula, valueAt);
    case "ContainsText":
      return textTest(rule, formula, valueAt);
    case "TopBottom":
      return topBottomTest(rule, () => valuesOf(sheet, areas), valueAt);
    case "PresetCriteria":
      return presetTest(rule.criterion, () => valuesOf(sheet, areas), valueAt, {
        today: () => calculation.today(),
        // Weeks and months are worked out in 1900 numbers.
        shift: date1904 ? 1462 : 0,
      });
    default:
      return never;
  }
}

/** What a scale, a bar or icons measure a cell's value against: read once, when it is first asked. */
export function measureOf(
  format: ConditionalFormat,
  sheet: Sheet,
  calculation: Calculation,
): Measure {
  let numbers: number[] | null = null;
  const [first] = format.areas;
  return {
    numbers: () => (numbers ??= numbersOf(valuesOf(sheet, format.areas)).sort((a, b) => a - b)),
    formula: (text) => {
      if (first === undefined) return null;
      const from = { sheetId: sheet.id, row: first.top, column: first.left };
      const result = calculation.filled(text.startsWith("=") ? text : `=${text}`, from).at(from);
      return Array.isArray(result) ? firstOf(result) : (result as Scalar);
    },
  };
}

function oncePerRow(evaluate: At<Scalar>): At<Scalar> {
  const answers = new Map<number, Scalar>();
  return (row, column) => {
    let answer = answers.get(row);
    if (answer === undefined) answers.set(row, (answer = evaluate(row, column)));
    return answer;
  };
}

function firstOf(rows: readonly (readonly Scalar[])[]): Scalar {
  return rows[0]?.[0] ?? null;
}

/** The values of all areas; whole columns are read as far as there are values. */
function valuesOf(sheet: Sheet, areas: readonly Area[]): Scalar[] {
  const extent = sheet.cells.valueExtent();
  const values: Scalar[] = [];
  for (const area of areas) {
    for (let column = area.left; column <= Math.min(area.right, extent.columns - 1); column++) {
      for (let row = area.top; row <= Math.min(area.bottom, extent.rows - 1); row++) {
        values.push(sheet.cells.value(row, column));
      }
    }
  }
  return values;
}

type At<T> = (row: number, column: number) => T;

function cellValueTest(
  rule: Extract<ConditionalRule, { kind: "CellValue" }>,
  formula: (text: string) => At<Scalar>,
  valueAt: At<Scalar>,
): RuleTest {
  const low = formula(rule.formula1);
  const high = rule.formula2 === undefined ? null : formula(rule.formula2);
  return (row, column) => {
    const value = valueAt(row, column);
    const order = compare(value, low(row, column));
    if (isCellError(order)) return false;
    switch (rule.operator) {
      case "EqualTo":
        return order === 0;
      case "NotEqualTo":
        return order !== 0;
      case "GreaterThan":
        return order > 0;
      case "GreaterThanOrEqual":
        return order >= 0;
      case "LessThan":
        return order < 0;
      case "LessThanOrEqual":
        return order <= 0;
      case "Between":
      case "NotBetween": {
        const other = high === null ? order : compare(value, high(row, column));
        if (isCellError(other)) return false;
        // The bounds may be given in either order.
        const inside = (order >= 0 && other <= 0) || (order <= 0 && other >= 0);
        return inside === (rule.operator === "Between");
      }
      default:
        return false;
    }
  };
}

function textTest(
  rule: Extract<ConditionalRule, { kind: "ContainsText" }>,
  formula: (text: string) => At<Scalar>,
  valueAt: At<Scalar>,
): RuleTest {
  const wanted = rule.text.startsWith("=") ? formula(rule.text) : (): Scalar => rule.text;
  return (row, column) => {
    const value = valueAt(row, column);
    const part = wanted(row, column);
    if (isCellError(value) || isCellError(part)) return false;
    const text = toText(value).toLowerCase();
    const searched = toText(part).toLowerCase();
    switch (rule.operator) {
      case "Contains":
        return text.includes(searched);
      case "NotContains":
        return !text.includes(searched);
      case "BeginsWith":
        return text.startsWith(searched);
      case "EndsWith":
        return text.endsWith(searched);
      default:
        return false;
    }
  };
}

function numbersOf(values: readonly Scalar[]): number[] {
  return values.filter((value) => typeof value === "number");
}

function topBottomTest(
  rule: Extract<ConditionalRule, { kind: "TopBottom" }>,
  values: () => readonly Scalar[],
  valueAt: At<Scalar>,
): RuleTest {
  const top = rule.type.startsWith("Top");
  let threshold: number | null | undefined;
  const read = (): number | null => {
    const sorted = numbersOf(values()).sort((one, other) => (top ? other - one : one - other));
    // Ten per cent of seven cells is none, yet Excel marks at least one.
    const count = rule.type.endsWith("Percent")
      ? Math.max(1, Math.floor((sorted.length * rule.rank) / 100))
      : rule.rank;
    return sorted[Math.min(count, sorted.length) - 1] ?? null;
  };
  return (row, column) => {
    const value = valueAt(row, column);
    if (typeof value !== "number") return false;
    threshold ??= read();
    if (threshold === null) return false;
    return top ? value >= threshold : value <= threshold;
  };
}

function presetTest(
  criterion: string,
  values: () => readonly Scalar[],
  valueAt: At<Scalar>,
  calendar: { today(): number; readonly shift: number },
): RuleTest {
  const onValue =
    (test: (value: Scalar) => boolean): RuleTest =>
    (row, column) =>
      test(valueAt(row, column));
  switch (criterion) {
    case "Blanks":
      return onValue(
        (value) => value === null || (typeof value === "string" && value.trim() === ""),
      );
    case "NonBlanks":
      return onValue(
        (value) => value !== null && !(typeof value === "string" && value.trim() === ""),
      );
    case "Errors":
      return onValue(isCellError);
    case "NonErrors":
      return onValue((value) => !isCellError(value));
    case "UniqueValues":
    case "DuplicateValues":
      return repeatTest(criterion === "DuplicateValues", values, valueAt);
  }
  const days = dayRange(criterion);
  if (days !== null) {
    return onValue((value) => {
      if (typeof value !== "number") return false;
      const [first, last] = days(calendar.today() + calendar.shift);
      const day = Math.floor(value) + calendar.shift;
      return day >= first && day <= last;
    });
  }
  return averageTest(criterion, values, valueAt);
}

function repeatTest(
  repeated: boolean,
  values: () => readonly Scalar[],
  valueAt: At<Scalar>,
): RuleTest {
  let counts: Map<string, number> | null = null;
  // Texts are counted without case, as Excel does; "1" and 1 are the same there too.
  const keyOf = (value: Scalar): string | null =>
    value === null || value === "" || isCellError(value) ? null : toText(value).toLowerCase();
  return (row, column) => {
    const key = keyOf(valueAt(row, column));
    if (key === null) return false;
    if (counts === null) {
      counts = new Map();
      for (const value of values()) {
        const other = keyOf(value);
        if (other !== null) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
    return (counts.get(key) ?? 0) > 1 === repeated;
  };
}

/** First and last day of a preset, from today's serial number; weeks begin on Sunday. */
function dayRange(criterion: string): ((today: number) => readonly [number, number]) | null {
  // In the 1900 system the remainder of a serial number by 7 is 1 on Sundays.
  const sunday = (today: number): number => today - ((today + 6) % 7);
  switch (criterion) {
    case "Yesterday":
      return (today) => [today - 1, today - 1];
    case "Today":
      return (today) => [today, today];
    case "Tomorrow":
      return (today) => [today + 1, today + 1];
    case "LastSevenDays":
      return (today) => [today - 6, today];
    case "LastWeek":
      return (today) => [sunday(today) - 7, sunday(today) - 1];
    case "ThisWeek":
      return (today) => [sunday(today), sunday(today) + 6];
    case "NextWeek":
      return (today) => [sunday(today) + 7, sunday(today) + 13];
    case "LastMonth":
      return (today) => monthRange(today, -1);
    case "ThisMonth":
      return (today) => monthRange(today, 0);
    case "NextMonth":
      return (today) => monthRange(today, 1);
    default:
      return null;
  }
}

const epoch1900 = Date.UTC(1899, 11, 30);
const msPerDay = 86_400_000;

function monthRange(today: number, months: number): readonly [number, number] {
  const date = new Date(epoch1900 + today * msPerDay);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const after = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1);
  return [(first - epoch1900) / msPerDay, (after - epoch1900) / msPerDay - 1];
}

function averageTest(
  criterion: string,
  values: () => readonly Scalar[],
  valueAt: At<Scalar>,
): RuleTest {
  const match = /^(EqualOr)?(?:(One|Two|Three)StdDev)?(Above|Below)Average$/.exec(criterion);
  if (match === null) return never;
  const distance = { One: 1, Two: 2, Three: 3 }[match[2] ?? ""] ?? 0;
  const above = match[3] === "Above";
  let bound: number | null = null;
  const read = (): number => {
    const numbers = numbersOf(values());
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const variance =
      numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1);
    const shift = distance === 0 ? 0 : distance * Math.sqrt(variance);
    return above ? mean + shift : mean - shift;
  };
  return (row, column) => {
    const value = valueAt(row, column);
    if (typeof value !== "number") return false;
    bound ??= read();
    if (match[1] !== undefined && value === bound) return true;
    return above ? value > bound : value < bound;
  };
}
