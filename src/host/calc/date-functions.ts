import { isCellError, type CellError } from "../model/cell";
import { displayText } from "../format/number-format";
import type { Evaluator, SpecialFunction } from "./evaluator";
import { onNumbers } from "./number-functions";
import { broadcast, errorOf, toText } from "./values";

/**
 * Calendar functions that every customer row uses, with Excel's own counting: in the 1900 system serial 60 is the
 * 29 February 1900 that never was, and the days before it are numbered one lower than the calendar has them.
 */

const msPerDay = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const lastSerial1900 = 2_958_465;
const systemGap = 1462;
const leapDayThatNeverWas = 60;

interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day a serial number shows, or #NUM! outside the years Excel knows. */
export function civilDay(serial: number, date1904: boolean): CivilDay | CellError {
  const whole = Math.floor(serial);
  const last = date1904 ? lastSerial1900 - systemGap : lastSerial1900;
  if (whole < 0 || whole > last) return errorOf("#NUM!");
  if (!date1904) {
    if (whole === 0) return { year: 1900, month: 1, day: 0 };
    if (whole === leapDayThatNeverWas) return { year: 1900, month: 2, day: 29 };
  }
  const early = !date1904 && whole < leapDayThatNeverWas ? 1 : 0;
  const date = new Date((date1904 ? epoch1904 : epoch1900) + (whole + early) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of a day; months and days beyond their range run on into the next. */
export function serialDay(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
): number | CellError {
  const full = year >= 0 && year < 1900 ? year + 1900 : year;
  if (full < 0 || full > 9999) return errorOf("#NUM!");
  const real = (Date.UTC(full, month - 1, day) - (date1904 ? epoch1904 : epoch1900)) / msPerDay;
  const serial = !date1904 && real <= leapDayThatNeverWas ? real - 1 : real;
  const last = date1904 ? lastSerial1900 - systemGap : lastSerial1900;
  return serial < 0 || serial > last ? errorOf("#NUM!") : serial;
}

function partOf(part: keyof CivilDay): SpecialFunction {
  return onNumbers(1, 1, ([serial = 0], date1904) => {
    const day = civilDay(serial, date1904);
    return isCellError(day) ? day : day[part];
  });
}

/** 28 to 31; the month from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** EDATE and EOMONTH: the same day of another month, or its last one. */
function otherMonth(end: boolean): SpecialFunction {
  return onNumbers(2, 2, ([serial = 0, months = 0], date1904) => {
    const from = civilDay(serial, date1904);
    if (isCellError(from)) return from;
    const total = from.year * 12 + from.month - 1 + Math.trunc(months);
    const year = Math.floor(total / 12);
    const month = (total % 12) + 1;
    if (year < (date1904 ? 1904 : 1900) || year > 9999) return errorOf("#NUM!");
    const last = daysInMonth(year, month);
    return serialDay(year, month, end ? last : Math.min(from.day, last), date1904);
  });
}

/** The weekday, Sunday being 0; Excel counts through its leap day, so that the days before it are one off. */
export function weekdayOf(serial: number, date1904: boolean): number {
  return (Math.floor(serial) + (date1904 ? systemGap : 0) + 6) % 7;
}

const weekday = onNumbers(1, 2, ([serial = 0, kind = 1], date1904) => {
  if (serial < 0) return errorOf("#NUM!");
  const sunday0 = weekdayOf(serial, date1904);
  const type = Math.trunc(kind);
  if (type === 3) return (sunday0 + 6) % 7;
  const first = type === 1 ? 0 : type === 2 ? 1 : type >= 11 && type <= 17 ? (type - 10) % 7 : -1;
  return first < 0 ? errorOf("#NUM!") : ((sunday0 - first + 7) % 7) + 1;
});

const text: SpecialFunction = (evaluator: Evaluator, args) => {
  const [value = null, format = null] = args;
  if (args.length !== 2) return errorOf("#VALUE!");
  const { locale, workbook } = evaluator.surroundings;
  const results = [value, format].map((item) => (item === null ? null : evaluator.result(item)));
  return broadcast(results, (item = null, pattern = null) => {
    if (isCellError(item)) return item;
    if (isCellError(pattern)) return pattern;
    if (typeof item === "boolean") return toText(item);
    const number = evaluator.number(item);
    const shown = isCellError(number) ? item : number;
    const wanted = toText(pattern);
    if (wanted === "") return "";
    return displayText(shown, wanted, { locale, date1904: workbook.date1904 }).text;
  });
};

export const dateFunctions: readonly (readonly [string, SpecialFunction])[] = [
  [
    "DATE",
    onNumbers(3, 3, ([year = 0, month = 0, day = 0], date1904) =>
      serialDay(Math.trunc(year), Math.trunc(month), Math.trunc(day), date1904),
    ),
  ],
  ["YEAR", partOf("year")],
  ["MONTH", partOf("month")],
  ["DAY", partOf("day")],
  ["WEEKDAY", weekday],
  ["EDATE", otherMonth(false)],
  ["EOMONTH", otherMonth(true)],
  ["TEXT", text],
];
