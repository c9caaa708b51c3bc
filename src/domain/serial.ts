import type { CellValue } from "./cell";
import { isBlank } from "./cell";
import type { Day, NotADay } from "./day";
import { day } from "./day";
import { parseDay } from "./day-text";
import { err, ok, type Result } from "./result";

/** How a workbook numbers its days: 1 is 1900-01-01, or 0 is 1904-01-01. */
export type DateSystem = 1900 | 1904;

const firstDayOf1904 = day("1904-01-01");
const lastDay = day("9999-12-31");
/** Day of serial 0 for serials from 61 on, which count a 29 February 1900 that never was. */
const zeroAfterFictitiousDay = day("1899-12-30");
/** Day of serial 0 for serials 1 to 59. */
const zeroBeforeFictitiousDay = day("1899-12-31");
/** Excel's 1900-02-29, kept for the sake of Lotus 1-2-3. */
const fictitiousSerial = 60;

/**
 * The first day that is taken from a text, by cell functions, native formulas and the pane alike: in front of it programs
 * and date systems number days each in their own way, so that one text would be two numbers, or none.
 */
export const firstTextDay: Readonly<Record<DateSystem, Day>> = {
  1900: day("1900-03-01"),
  1904: firstDayOf1904,
};

/** What `=DATE(2000,1,1)` is in a workbook of each system: the number that tells them apart. */
export const baseOf: Readonly<Record<DateSystem, number>> = { 1900: 36_526, 1904: 35_064 };

/**
 * The day a serial number stands for; a fraction is the time of day and is dropped.
 *
 * @returns the day, or `not-a-day`: below the system's first day, beyond 9999-12-31, or the fictitious serial 60
 *
 * @example
 * dayFromSerial(36526, 1900) //=> ok(day("2000-01-01"))
 * dayFromSerial(35064, 1904) //=> ok(day("2000-01-01"))
 */
export function dayFromSerial(serial: number, system: DateSystem): Result<Day, NotADay> {
  const whole = Math.floor(serial);
  const d =
    system === 1904
      ? firstDayOf1904 + whole
      : whole > fictitiousSerial
        ? zeroAfterFictitiousDay + whole
        : zeroBeforeFictitiousDay + whole;
  const known =
    whole >= (system === 1904 ? 0 : 1) &&
    d <= lastDay &&
    !(system === 1900 && whole === fictitiousSerial);
  return known ? ok(d as Day) : err({ code: "not-a-day", found: String(serial) });
}

/**
 * The serial number of a day. Days before the system's first day get numbers Excel does not show as dates
 * (0 and below); see `isSerialDay`.
 */
export function serialFromDay(d: Day, system: DateSystem): number {
  if (system === 1904) return d - firstDayOf1904;
  const serial = d - zeroAfterFictitiousDay;
  return serial > fictitiousSerial ? serial : serial - 1;
}

/** Whether Excel can show the day in that system. */
export function isSerialDay(d: Day, system: DateSystem): boolean {
  return d <= lastDay && serialFromDay(d, system) >= (system === 1904 ? 0 : 1);
}

const blank = ok(null);

/**
 * Reads a cell that should hold a day.
 *
 * A blank (null, "" or 0) is null: Excel hands blank cells over as 0, and 1900-01-00 is no day. Serial numbers may
 * carry a time; text is read by `parseDay`.
 *
 * @param firstOfTexts - the first day a text may say
 * @returns the day, null for a blank, or `not-a-day` with what stood there
 */
export function readDay(
  cell: CellValue | undefined,
  system: DateSystem,
  firstOfTexts = firstTextDay[system],
): Result<Day | null, NotADay> {
  if (isBlank(cell)) return blank;
  if (typeof cell === "number") return dayFromSerial(cell, system);
  if (typeof cell === "string") {
    const read = parseDay(cell);
    const isEarly = read.ok && read.value < firstOfTexts;
    return isEarly ? err({ code: "not-a-day", found: cell }) : read;
  }
  return err({ code: "not-a-day", found: String(cell).toUpperCase() });
}

/**
 * Whether a cell is no day only because its text says one too early for Excel to count with.
 *
 * @example
 * saysEarlyDay("1886-05-01", 1900) //=> true
 */
export function saysEarlyDay(cell: CellValue | undefined, system: DateSystem): boolean {
  return typeof cell === "string" && parseDay(cell).ok && !readDay(cell, system).ok;
}
