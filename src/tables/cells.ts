import { wordReader, type WordReader } from "../domain/code-list";
import { isoDay, type Day } from "../domain/day";
import { isSerialDay, readDay, serialFromDay, type DateSystem } from "../domain/serial";
import type { Cell } from "./change";
import type { DataIssueCode } from "./issues";
import { times, yuanPerUnit } from "./amount-unit";
import { isTextKind, type Choice, type ColumnSpec, type Language } from "./schema";

/** A cell's meaning, and what is wrong or noteworthy about it. */
export interface ReadCell {
  /** Text for the kinds that are text; a day, minutes, a number or a code otherwise; null for blank and unreadable. */
  readonly value: string | number | null;
  readonly issue: DataIssueCode | null;
}

/** How a workbook writes: its date system and the language of its words. */
export interface CellStyle {
  readonly dateSystem: DateSystem;
  readonly language: Language;
}

const blank: ReadCell = { value: null, issue: null };
const blankText: ReadCell = { value: "", issue: null };
const minutesOfDay = 24 * 60;

/**
 * Reads a cell as its column means it. What cannot be read is blank with an issue; text that was not understood stays
 * in the sheet as it is.
 *
 * @example
 * readCell(dayColumn, "2024年4月7日", 1900) //=> { value: day("2024-04-07"), issue: "text-day" }
 */
export function readCell(column: ColumnSpec, cell: Cell, dateSystem: DateSystem): ReadCell {
  if (cell === null) return isTextKind(column.kind) ? blankText : blank;
  switch (column.kind) {
    case "text":
    case "phone":
    case "email":
    case "creditCode":
    case "identityNumber":
    case "id":
      return readText(column, cell);
    case "day":
      return readDayCell(cell, dateSystem);
    case "time":
      return readTime(cell);
    case "number":
    case "amountYuan":
      return readNumber(cell);
    case "percent":
      return readPercent(cell);
    case "choice":
      return readChoice(column.choices ?? [], cell);
    case "computed":
    case "mixed":
      return typeof cell === "boolean"
        ? { value: textOf(cell), issue: null }
        : { value: cell, issue: null };
  }
}

/**
 * Writes a value as its column's cell. `readCell` gives the same value back.
 *
 * A day the workbook's date system has no serial number for is written as text.
 */
export function writeCell(
  column: ColumnSpec,
  value: string | number | null,
  style: CellStyle,
): Cell {
  if (value === null || value === "") return null;
  switch (column.kind) {
    case "day":
      return dayCell(value as Day, style.dateSystem);
    case "time":
      return Number(value) / minutesOfDay;
    case "choice":
      return choiceTitle(column.choices ?? [], String(value), style.language);
    default:
      return value;
  }
}

/** The cell of a day: a serial number, or text where the date system has none. */
export function dayCell(d: Day, dateSystem: DateSystem): Cell {
  const serial = serialFromDay(d, dateSystem);
  // Serial 0 is the first day of the 1904 system, yet no reader can tell it from a blank.
  return isSerialDay(d, dateSystem) && serial !== 0 ? serial : isoDay(d);
}

/** What people see for a code. @throws Error for a code the list does not have */
export function choiceTitle(choices: readonly Choice[], code: string, language: Language): string {
  const choice = choices.find((entry) => entry.code === code);
  if (choice === undefined) throw new Error(`no choice "${code}"`);
  return choice.title[language];
}

/** Whether a cell holds nothing at all. */
export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** Whether a cell shows one of Excel's error values. */
export function isErrorValue(cell: Cell): boolean {
  return (
    typeof cell === "string" &&
    cell.startsWith("#") &&
    /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!)$/u.test(
      cell,
    )
  );
}

/** A cell as text. Whole numbers below 1e21 keep their digits, and zeros for those a number cannot hold. */
export function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}

function readText(column: ColumnSpec, cell: Cell): ReadCell {
  if (cell === "") return blankText;
  if (isErrorValue(cell)) return { value: textOf(cell), issue: "error-value" };
  if (column.kind !== "id") return { value: textOf(cell), issue: null };
  return { value: textOf(cell).trim(), issue: typeof cell === "number" ? "id-number" : null };
}

function readDayCell(cell: Cell, dateSystem: DateSystem): ReadCell {
  if (isErrorValue(cell)) return { value: null, issue: "error-value" };
  const read = readDay(cell, dateSystem);
  if (!read.ok) return { value: null, issue: "not-a-day" };
  const asText = typeof cell === "string" && read.value !== null;
  return { value: read.value, issue: asText ? "text-day" : null };
}

function readTime(cell: Cell): ReadCell {
  if (isBlankCell(cell)) return blank;
  if (isErrorValue(cell)) return { value: null, issue: "error-value" };
  if (typeof cell === "number" && cell >= 0) {
    // A day with a time counts by its time.
    return { value: Math.round((cell % 1) * minutesOfDay) % minutesOfDay, issue: null };
  }
  const match = /^\s*(\d{1,2})[:：](\d{2})\s*$/u.exec(textOf(cell));
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  const known = match !== null && hour < 24 && minute < 60;
  return known ? { value: hour * 60 + minute, issue: null } : { value: null, issue: "not-a-time" };
}

function readNumber(cell: Cell): ReadCell {
  if (isBlankCell(cell)) return blank;
  if (typeof cell === "number") return { value: cell, issue: null };
  if (isErrorValue(cell)) return { value: null, issue: "error-value" };
  const match = amount.exec(textOf(cell).normalize("NFKC").trim());
  if (match?.[1] === undefined) return { value: null, issue: "not-a-number" };
  const number = Number(match[1].replaceAll(",", ""));
  return { value: times(number, yuanPerUnit(match[2])), issue: "text-number" };
}

/** "￥12,000.50 元", "RMB 3,000" and "1.2万": the ways amounts are typed as text. */
const amount =
  /^(?:[¥$]|RMB|CNY|人民币)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(千万|百万|[千万亿])?\s*元?$/iu;

/** "85%" typed as text is 0.85; a bare number is what Excel counts with, 0.85 as well. */
function readPercent(cell: Cell): ReadCell {
  const match = /^(.*)[%％]$/u.exec(textOf(cell).trim());
  if (typeof cell !== "string" || match === null) return readNumber(cell);
  const { value } = readNumber(match[1] ?? "");
  return typeof value === "number"
    ? { value: value / 100, issue: "text-number" }
    : { value: null, issue: "not-a-number" };
}

function readChoice(choices: readonly Choice[], cell: Cell): ReadCell {
  if (isErrorValue(cell)) return { value: null, issue: "error-value" };
  const read = readerOf(choices)(cell);
  return read.ok ? { value: read.value, issue: null } : { value: null, issue: "unknown-word" };
}

const readers = new WeakMap<readonly Choice[], WordReader<string>>();

function readerOf(choices: readonly Choice[]): WordReader<string> {
  let reader = readers.get(choices);
  if (reader === undefined) {
    reader = wordReader(choices);
    readers.set(choices, reader);
  }
  return reader;
}
