import { isCellError, type CellError, type Scalar } from "../model/cell";
import { callBuiltin } from "./builtin";
import { civilDay, daysInMonth, serialDay, weekdayOf } from "./date-functions";
import type { Evaluator, SpecialFunction } from "./evaluator";
import { momentInText } from "./moments";
import { onNumbers } from "./number-functions";
import { broadcast, errorOf, mapResult, Matrix, scalarOf, toText } from "./values";

/** Days counted between days, and times of day. */

const secondsPerDay = 86_400;
const longestPart = 32_767;

/** A calendar function of the library, given numbers where it takes days: texts are read as when typed. */
function onDays(name: string, isDay: (place: number) => boolean): SpecialFunction {
  return (evaluator, args) => {
    const values = evaluator
      .argumentValues(args)
      .map((value, place) =>
        isDay(place) ? mapResult(evaluator.read(value), (item) => evaluator.number(item)) : value,
      );
    return evaluator.builtin(name, values);
  };
}

const first = (place: number): boolean => place === 0;
const firstTwo = (place: number): boolean => place < 2;

const time = onNumbers(3, 3, (parts) => {
  const [hours = 0, minutes = 0, seconds = 0] = parts.map(Math.trunc);
  if (Math.max(hours, minutes, seconds) > longestPart) return errorOf("#NUM!");
  const total = hours * 3600 + minutes * 60 + seconds;
  return total < 0 ? errorOf("#NUM!") : (total % secondsPerDay) / secondsPerDay;
});

/** TIMEVALUE ignores the day a text names. */
const timeValue: SpecialFunction = (evaluator, [argument = null]) =>
  mapResult(argument === null ? null : evaluator.result(argument), (item) => {
    if (isCellError(item)) return item;
    if (typeof item !== "string") return errorOf("#VALUE!");
    const moment = momentInText(item, evaluator.surroundings.workbook.date1904);
    return moment === null ? errorOf("#VALUE!") : (moment.time ?? 0);
  });

/** DAYS360: months of 30 days, in the American (NASD) or the European way. */
const days360 = onNumbers(2, 3, ([start = 0, end = 0, european = 0], date1904) => {
  const from = civilDay(start, date1904);
  const to = civilDay(end, date1904);
  if (isCellError(from)) return from;
  if (isCellError(to)) return to;
  let fromDay = Math.min(from.day, 30);
  let toDay = to.day;
  if (european !== 0) toDay = Math.min(toDay, 30);
  else {
    if (from.day === daysInMonth(from.year, from.month)) fromDay = 30;
    // The 31st is the first of the next month, unless the count starts at a month's end.
    if (toDay === 31) toDay = fromDay < 30 ? 31 : 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + (toDay - fromDay);
});

/** YEARFRAC on actual days: beyond one year, a year is as long as the years touched are on average. */
const yearFraction = onNumbers(2, 3, ([start = 0, end = 0, basis = 0], date1904) => {
  const [low, high] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const from = civilDay(low, date1904);
  const to = civilDay(high, date1904);
  if (Math.trunc(basis) === 1 && !isCellError(from) && !isCellError(to)) {
    const years = to.year - from.year;
    const later = (to.month - from.month || to.day - from.day) > 0;
    const opening = serialDay(from.year, 1, 1, date1904);
    const closing = serialDay(to.year + 1, 1, 1, date1904);
    if ((years > 1 || (years === 1 && later)) && !isCellError(opening) && !isCellError(closing)) {
      return ((high - low) * (years + 1)) / (closing - opening);
    }
  }
  return scalarOf(callBuiltin("YEARFRAC", [start, end, basis], date1904));
});

/** Which days of the week are free, from Monday on. */
function weekendOf(kind: Scalar): readonly boolean[] | CellError {
  if (isCellError(kind)) return kind;
  if (typeof kind === "string") {
    return /^[01]{7}$/.test(kind)
      ? Array.from({ length: 7 }, (_, day) => kind.charAt(day) === "1")
      : errorOf("#VALUE!");
  }
  const number = kind === null ? 1 : Math.trunc(Number(toText(kind)));
  const pair = number >= 1 && number <= 7;
  if (!pair && !(number >= 11 && number <= 17)) return errorOf("#NUM!");
  // 1 is Saturday and Sunday, 2 Sunday and Monday …; 11 is Sunday alone, 12 Monday alone …
  const last = pair ? (number + 5) % 7 : (number - 11 + 6) % 7;
  return Array.from({ length: 7 }, (_, day) => day === last || (pair && (day + 1) % 7 === last));
}

function holidaysOf(evaluator: Evaluator, value: Scalar | Matrix): ReadonlySet<number> | CellError {
  const days = new Set<number>();
  for (const item of value instanceof Matrix ? value.rows.flat() : [value]) {
    if (item === null || item === "") continue;
    const day = evaluator.number(item);
    if (isCellError(day)) return day;
    days.add(Math.floor(day));
  }
  return days;
}

type Free = (day: number) => boolean;

function workdays(from: number, to: number, free: Free): number {
  let count = 0;
  for (let day = Math.min(from, to); day <= Math.max(from, to); day++) if (!free(day)) count++;
  return from <= to ? count : -count;
}

function workdayAfter(from: number, days: number, free: Free): Scalar {
  const step = Math.sign(days);
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    if (day < 0) return errorOf("#NUM!");
    if (!free(day)) left--;
  }
  return day;
}

/** Days beyond which nobody counts: all that a date system has. */
const mostDays = 3_000_000;

/** NETWORKDAYS.INTL and WORKDAY.INTL with a weekend of any days. */
function withWeekend(
  answer: (one: number, other: number, free: Free) => Scalar,
  allFree: Scalar,
): SpecialFunction {
  return (evaluator, args) => {
    if (args.length < 2 || args.length > 4) return errorOf("#VALUE!");
    const [one = null, other = null, kind = null, holidayCells = null] = args.map((item) =>
      item === null ? null : evaluator.result(item),
    );
    const weekend = weekendOf(scalarOf(kind));
    if (isCellError(weekend)) return weekend;
    if (weekend.every(Boolean)) return allFree;
    const holidays = holidaysOf(evaluator, holidayCells);
    if (isCellError(holidays)) return holidays;
    const { date1904 } = evaluator.surroundings.workbook;
    const free = (day: number): boolean =>
      weekend[(weekdayOf(day, date1904) + 6) % 7] === true || holidays.has(day);
    return broadcast([one, other], (left = null, right = null) => {
      const a = evaluator.number(left);
      const b = evaluator.number(right);
      if (isCellError(a)) return a;
      if (isCellError(b)) return b;
      if (a < 0 || Math.max(Math.abs(a), Math.abs(b)) > mostDays) return errorOf("#NUM!");
      return answer(Math.floor(a), Math.trunc(b), free);
    });
  };
}

export const calendarFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ...["HOUR", "MINUTE", "SECOND", "WEEKNUM", "ISOWEEKNUM"].map(
    (name) => [name, onDays(name, first)] as const,
  ),
  ...["DAYS", "DATEDIF", "NETWORKDAYS"].map((name) => [name, onDays(name, firstTwo)] as const),
  ["WORKDAY", onDays("WORKDAY", first)],
  ["TIME", time],
  ["TIMEVALUE", timeValue],
  ["DAYS360", days360],
  ["YEARFRAC", yearFraction],
  ["NETWORKDAYS.INTL", withWeekend(workdays, 0)],
  ["WORKDAY.INTL", withWeekend(workdayAfter, errorOf("#VALUE!"))],
];
