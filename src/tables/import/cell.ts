import type { Day } from "../../domain/day";
import { turned, type DayOrder } from "../../domain/day-order";
import type { DateSystem } from "../../domain/serial";
import { saysUnit, times } from "../amount-unit";
import { certainDay } from "../certain-day";
import { certainWord } from "../certain-word";
import { isBlankCell, isErrorValue, readCell, textOf } from "../cells";
import type { Cell } from "../change";
import type { DayReading } from "./days";
import { phoneKey } from "./key";
import { isTextKind, type ColumnSpec } from "../schema";

/** What Excel holds in one cell at most. */
const longestText = 32_767;

/** Excel keeps fifteen digits of a number; from here on the last ones are zeros somebody else's number had not. */
const firstUnsafeNumber = 1e15;

/** Tab and line ends may stand in a note; other control characters and U+FFFD come from a damaged file. */
const unprintable = /[^\P{Cc}\t\n\r]|[\uFFFD\uFFFE\uFFFF]/u;

/** What a spreadsheet made of a long number when it saved a text file: 6.22202E+18. */
const scientific = /^\s*[-+]?\d(?:\.\d+)?E\+?\d{2,}\s*$/iu;

export interface UnreadableCell {
  readonly code:
    | "unknown-word"
    | "not-a-day"
    | "not-a-number"
    | "not-a-time"
    | "error-value"
    | "too-long"
    | "unprintable"
    | "digits-lost";
}

/** How a source writes what can be written in several ways. */
export interface IncomingStyle {
  readonly dateSystem: DateSystem;
  /** How days with the year last are read in columns of which no more is known; null refuses them. */
  readonly dayOrder: DayOrder | null;
  /** How the days of a column are read, by our column, where it holds days with the year last. */
  readonly days: Readonly<Record<string, DayReading>>;
  /** How many yuan a number of a column stands for, by our column, where its header says another unit than yuan. */
  readonly units: Readonly<Record<string, number>>;
}

/**
 * What an incoming cell means in a column of ours, or why it cannot be read. Text stays as it came (P7: what looks like
 * a formula is text, too), but for line ends, which Excel keeps as LF.
 *
 * @returns text, a day, minutes, a number or a code, as `readCell`
 */
export function readIncoming(
  column: ColumnSpec,
  cell: Cell,
  { dateSystem, dayOrder, days, units }: IncomingStyle,
): string | number | UnreadableCell {
  if (typeof cell === "string") {
    if (cell.length > longestText) return { code: "too-long" };
    if (unprintable.test(cell)) return { code: "unprintable" };
  }
  if (isErrorValue(cell)) return { code: "error-value" };
  if (hasLostDigits(column, cell)) return { code: "digits-lost" };
  if (column.kind === "day") {
    const day = incomingDay(
      column,
      cell,
      days[column.id] ?? { order: dayOrder, isTurned: false },
      dateSystem,
    );
    return day ?? (isBlankCell(cell) ? "" : { code: "not-a-day" });
  }
  const { value, issue } = readCell(column, tidied(cell), dateSystem);
  switch (issue) {
    case "unknown-word":
      return certainWord(column, cell) ?? { code: issue };
    case "not-a-day":
    case "not-a-number":
    case "not-a-time":
    case "error-value":
      return { code: issue };
    default:
      return typeof value === "number" ? inYuan(value, cell, units[column.id]) : (value ?? "");
  }
}

/** The day as it was meant: one that was turned around when its file was opened is turned back. */
function incomingDay(
  column: ColumnSpec,
  cell: Cell,
  { order, isTurned }: DayReading,
  dateSystem: DateSystem,
): Day | null {
  const day = certainDay(column, cell, null, dateSystem);
  if (day === null) return certainDay(column, cell, order, dateSystem);
  return isTurned ? (turned(day) ?? day) : day;
}

function inYuan(value: number, cell: Cell, unit = 1): number {
  return typeof cell === "string" && saysUnit(cell) ? value : times(value, unit);
}

/** P7: whether a number's last digits are gone already, in a column whose digits all count. */
function hasLostDigits({ kind }: ColumnSpec, cell: Cell): boolean {
  if (!isTextKind(kind)) return false;
  if (typeof cell === "number") return Math.abs(cell) >= firstUnsafeNumber;
  return kind !== "text" && typeof cell === "string" && scientific.test(cell);
}

/** What a cell that is there means. */
export function presentMeaning(column: ColumnSpec, cell: Cell, dateSystem: DateSystem): Meant {
  return readCell(column, tidied(cell), dateSystem).value;
}

/** As `readCell` says it. */
export type Meant = ReturnType<typeof readCell>["value"];

/**
 * Whether a cell that is there already says the same, however it is written.
 *
 * @param meant - what it means
 */
export function sameMeaning(
  { kind }: ColumnSpec,
  present: Cell,
  meant: Meant,
  value: string | number,
): boolean {
  if (meant === value) return true;
  // A number typed with other spaces or a +86 is no news, and not worth rewriting what stands there.
  if (kind !== "phone") return false;
  const key = phoneKey(present);
  return key !== null && key === phoneKey(textOf(value));
}

function tidied(cell: Cell): Cell {
  return typeof cell === "string" && cell.includes("\r") ? cell.replace(/\r\n?/gu, "\n") : cell;
}
