import { dateFromSerial } from "numfmt";
import type { Area } from "../model/address";
import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { displayText } from "../format/number-format";
import { HostError } from "../protocol/host-error";
import { colorOf, lookOf } from "./cell-looks";
import { dynamicTest } from "./dynamic-filter";
import type { Workspace } from "./workspace";

/** https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export type Criteria = Readonly<Record<string, unknown>>;

/** Whether a row stays visible under a column's criteria. @throws HostError ApiNotFound for criteria not served */
export function filterTest(
  workspace: Workspace,
  sheet: Sheet,
  body: Area,
  column: number,
  criteria: Criteria,
): (row: number) => boolean {
  const facts = { locale: workspace.locale, date1904: workspace.workbook.date1904 };
  const shown = (row: number): string =>
    displayText(
      sheet.cells.value(row, column),
      lookOf(sheet, row, column).numberFormat ?? "General",
      facts,
    ).text;
  const on = wordOf(criteria["filterOn"]);
  switch (on) {
    case "Values": {
      const values = Array.isArray(criteria["values"]) ? (criteria["values"] as unknown[]) : [];
      const wanted = new Set(values.map((value) => wordOf(value).toLowerCase()));
      const periods = values.flatMap((value) => periodOf(value) ?? []);
      return (row) =>
        wanted.has(shown(row).toLowerCase()) ||
        periods.some((period) =>
          isoOf(workspace, sheet.cells.value(row, column)).startsWith(period),
        );
    }
    case "Custom": {
      const first = criterionTest(wordOf(criteria["criterion1"]));
      const second =
        criteria["criterion2"] === undefined || criteria["criterion2"] === null
          ? null
          : criterionTest(wordOf(criteria["criterion2"]));
      const both = criteria["operator"] !== "Or";
      return (row) => {
        const value = sheet.cells.value(row, column);
        const one = first(value);
        if (second === null) return one;
        return both ? one && second(value) : one || second(value);
      };
    }
    case "Dynamic":
      return dynamicTest(workspace, sheet, body, column, wordOf(criteria["dynamicCriteria"]));
    case "CellColor":
    case "FontColor": {
      const wanted = wordOf(criteria["color"]).toUpperCase();
      return (row) => {
        return colorOf(sheet, on, row, column) === wanted;
      };
    }
    case "TopItems":
    case "BottomItems":
    case "TopPercent":
    case "BottomPercent": {
      const best = on.startsWith("Top");
      const numbers: number[] = [];
      for (let row = body.top; row <= body.bottom; row++) {
        const value = sheet.cells.value(row, column);
        if (typeof value === "number") numbers.push(value);
      }
      numbers.sort((one, other) => (best ? other - one : one - other));
      const given = Number(criteria["criterion1"]);
      const count = on.endsWith("Percent")
        ? Math.max(1, Math.floor((numbers.length * given) / 100))
        : given;
      const edge = numbers[Math.min(count, numbers.length) - 1];
      return (row) => {
        const value = sheet.cells.value(row, column);
        if (typeof value !== "number" || edge === undefined) return false;
        return best ? value >= edge : value <= edge;
      };
    }
    default:
      throw new HostError("ApiNotFound", `The host does not serve the filter ${on || "(none)"}.`);
  }
}

/** "=x", "<>x", ">5", "*part*"; a plain text means equality, with `*` and `?` standing for any signs. */
function criterionTest(criterion: string): (value: Scalar) => boolean {
  const match = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion);
  const operator = match?.[1] ?? "=";
  const operand = match?.[2] ?? "";
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "=" || operator === "<>") {
    const pattern = new RegExp(
      `^${operand
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/(?<!~)\*/g, ".*")
        .replace(/(?<!~)\?/g, ".")
        .replace(/~/g, "")}$`,
      "is",
    );
    const equal = (value: Scalar): boolean =>
      typeof value === "number" && !Number.isNaN(number)
        ? value === number
        : pattern.test(plainText(value));
    return operator === "=" ? equal : (value) => !equal(value);
  }
  return (value) => {
    const order =
      typeof value === "number" && !Number.isNaN(number)
        ? value - number
        : typeof value === "string" && Number.isNaN(number)
          ? value.localeCompare(operand)
          : Number.NaN;
    if (Number.isNaN(order)) return false;
    if (operator === ">") return order > 0;
    if (operator === "<") return order < 0;
    return operator === ">=" ? order >= 0 : order <= 0;
  };
}

/** A text or number of a criterion as text; anything else as no text. */
function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function plainText(value: Scalar): string {
  if (value === null) return "";
  return isCellError(value) ? (value satisfies CellError).error : String(value);
}

const specificities = ["Year", "Month", "Day", "Hour", "Minute", "Second"] as const;

/** "2026-03" for {date: "2026-03-05", specificity: "Month"}: how the days of the period begin. */
function periodOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { date, specificity } = value as { date?: unknown; specificity?: unknown };
  const at = specificities.findIndex((one) => one === specificity);
  if (typeof date !== "string" || at < 0) {
    throw new HostError("InvalidArgument", "A FilterDatetime needs a date and a specificity.");
  }
  const whole = date.replace(" ", "T").padEnd(10, "-01").padEnd(19, "T00:00:00");
  return whole.slice(0, [4, 7, 10, 13, 16, 19][at]);
}

/** A date's serial number as "2026-03-05T10:20:30"; "" for what is none. */
function isoOf(workspace: Workspace, value: Scalar): string {
  if (typeof value !== "number" || value < 0) return "";
  const parts = dateFromSerial(workspace.workbook.date1904 ? value + 1462 : value);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
