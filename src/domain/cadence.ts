import type { Day, DayCount } from "./day";
import type { Grade } from "./grade";
import type { Cadences } from "./limits";
import { ok, type Result } from "./result";
import { addSpan, nominalDayCount } from "./span";
import { nextWorkday, type CalendarUnknown, type WorkCalendar } from "./workdays";

export interface NextFollowUpFacts {
  /** null: ungraded, so there is no cadence to follow. */
  readonly grade: Grade | null;
  /** Day of the latest follow-up; null when there was none. */
  readonly lastFollowUp: Day | null;
  /** Day the customer was entered, from which one never followed up is due. */
  readonly createdDay: Day | null;
  /** Day agreed with the customer. 约定日期 */
  readonly agreedDay: Day | null;
  readonly cadences: Cadences;
  /** Moves a day the cadence gives to the next working day; null for natural days. */
  readonly calendar: WorkCalendar | null;
}

const noDay = ok(null);

/**
 * The day a customer is due next; rules F1–F4. 下次跟进日
 *
 * An agreed day stands as it is. Otherwise the cadence of the grade is counted from the last follow-up and, with a
 * calendar, moved to a working day. One never followed up is due on the day it was entered.
 *
 * @returns the day; null for an ungraded customer without an agreed day, or when no day to count from is known;
 * `calendar-unknown` with the year whose holidays are missing
 *
 * @example
 * nextFollowUp({ grade: "C", lastFollowUp: day("2026-03-01"), createdDay: null, agreedDay: null,
 *   cadences: defaultCadences, calendar: null }) //=> ok(day("2026-03-16"))
 */
export function nextFollowUp({
  grade,
  lastFollowUp,
  createdDay,
  agreedDay,
  cadences,
  calendar,
}: NextFollowUpFacts): Result<Day | null, CalendarUnknown> {
  if (agreedDay !== null) return ok(agreedDay);
  if (grade === null) return noDay;
  if (lastFollowUp === null) return createdDay === null ? noDay : ok(createdDay);
  const natural = addSpan(lastFollowUp, cadences[grade]);
  return calendar === null ? ok(natural) : nextWorkday(natural, calendar);
}

/**
 * The days between follow-ups of a grade, for showing and comparing; rule F1. A month counts 30 days and a year 365;
 * `nextFollowUp` counts calendar months and years.
 *
 * @example
 * cadenceDays("E", defaultCadences) //=> 365
 */
export function cadenceDays(grade: Grade, cadences: Cadences): DayCount {
  return nominalDayCount(cadences[grade]);
}
