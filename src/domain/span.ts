import { wordReader, type CodeList } from "./code-list";
import { addDays, addMonths, addYears, type Day, type DayCount } from "./day";

/** 天 · 月 · 年; months and years are calendar ones. */
export type SpanUnit = "day" | "month" | "year";

/** A length of time as settings give it: 3 months, 15 days. Amounts are whole and at least 1. */
export interface Span {
  readonly amount: number;
  readonly unit: SpanUnit;
}

export const spanUnits: CodeList<SpanUnit> = [
  { code: "day", title: { zh: "天", en: "day" }, synonyms: ["日", "days", "d"] },
  {
    code: "month",
    title: { zh: "月", en: "month" },
    synonyms: ["个月", "自然月", "months", "mo"],
  },
  { code: "year", title: { zh: "年", en: "year" }, synonyms: ["自然年", "years", "y"] },
];

/** Reads a unit cell; blank is null, other words are `unknown-word`. */
export const readSpanUnit = wordReader(spanUnits);

/** The day a span after `from`; month ends are clamped as EDATE does. */
export function addSpan(from: Day, { amount, unit }: Span): Day {
  if (unit === "day") return addDays(from, amount);
  return unit === "month" ? addMonths(from, amount) : addYears(from, amount);
}

const nominalDays: Readonly<Record<SpanUnit, DayCount>> = { day: 1, month: 30, year: 365 };

/** The span in days where one number is wanted: a month counts 30 and a year 365. */
export function nominalDayCount({ amount, unit }: Span): DayCount {
  return amount * nominalDays[unit];
}

const averageDays: Readonly<Record<SpanUnit, number>> = {
  day: 1,
  month: 30.436875,
  year: 365.2425,
};

/** Less than 0 when `a` is the shorter one, by the calendar's average month and year. */
export function compareSpans(a: Span, b: Span): number {
  return a.amount * averageDays[a.unit] - b.amount * averageDays[b.unit];
}
