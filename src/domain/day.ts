import { err, ok, type Result } from "./result";

declare const dayBrand: unique symbol;

/**
 * A calendar day without time zone, counted in days since 1970-01-01 of the proleptic Gregorian calendar.
 * Comparing and sorting days is comparing and sorting the numbers.
 */
export type Day = number & { readonly [dayBrand]: "Day" };

/** A number of days. */
export type DayCount = number;

export interface NotADay {
  readonly code: "not-a-day";
  /** What stood there, as text. */
  readonly found: string;
}

export interface CivilDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

const daysPer400Years = 146_097;
const daysPer100Years = 36_524;
const daysPer4Years = 1_460;
/** Days from 0000-03-01, where the count of a computing year starts, to 1970-01-01. */
const epochShift = 719_468;

/** 0 for January in a common year; index is month − 1. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month; months count from 1. */
export function monthLength(year: number, month: number): DayCount {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? Number.NaN);
}

// The year is taken to begin in March: the leap day then is its last day, and month lengths follow one formula.
function unchecked(year: number, month: number, dayOfMonth: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * daysPer400Years + dayOfEra - epochShift) as Day;
}

/**
 * The year, month and day of a day.
 *
 * @example
 * civil(day("2024-02-29")) //=> { year: 2024, month: 2, day: 29 }
 */
export function civil(d: Day): CivilDay {
  const shifted = d + epochShift;
  const era = Math.floor(shifted / daysPer400Years);
  const dayOfEra = shifted - era * daysPer400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / daysPer4Years) +
      Math.floor(dayOfEra / daysPer100Years) -
      Math.floor(dayOfEra / (daysPer400Years - 1))) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/**
 * The day of a year, month (1–12) and day of month, or `not-a-day` where the calendar has none (30 February).
 * Years run from 1 to 9999.
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Result<Day, NotADay> {
  const inCalendar =
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(dayOfMonth) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= monthLength(year, month);
  if (!inCalendar) return err({ code: "not-a-day", found: `${year}-${month}-${dayOfMonth}` });
  return ok(unchecked(year, month, dayOfMonth));
}

/**
 * A day written in the program itself, as YYYY-MM-DD.
 *
 * @throws RangeError when the literal is not a day: that is a bug, not an input
 *
 * @example
 * day("2026-03-01")
 */
export function day(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const parsed = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!parsed?.ok) throw new RangeError(`Not a day: ${iso}`);
  return parsed.value;
}

/** The day so many days later; earlier when negative. */
export function addDays(d: Day, count: DayCount): Day {
  return (d + count) as Day;
}

/**
 * The day so many calendar months later, as Excel's EDATE: a day the month lacks becomes its last day.
 *
 * @example
 * isoDay(addMonths(day("2026-01-31"), 1)) //=> "2026-02-28"
 */
export function addMonths(d: Day, count: number): Day {
  const from = civil(d);
  const months = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return unchecked(year, month, Math.min(from.day, monthLength(year, month)));
}

/** The day so many calendar years later; 29 February becomes 28 February in a common year. */
export function addYears(d: Day, count: number): Day {
  return addMonths(d, count * 12);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): DayCount {
  return to - from;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(d: Day): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  // 1970-01-01 was a Thursday.
  const sinceASunday = d + 4;
  return (sinceASunday - Math.floor(sinceASunday / 7) * 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * YYYY-MM-DD.
 *
 * @example
 * isoDay(day("2026-03-01")) //=> "2026-03-01"
 */
export function isoDay(d: Day): string {
  const { year, month, day: dayOfMonth } = civil(d);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}
