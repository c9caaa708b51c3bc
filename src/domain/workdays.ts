import { isBlank, type CellArea } from "./cell";
import { addDays, civil, isoDay, weekday, type Day } from "./day";
import { readDayKind, type DayKind } from "./day-kind";
import { err, ok, type Result } from "./result";
import { readDay, type DateSystem } from "./serial";

/** Published public holidays and make-up working days; other days follow the week. 节假日 */
export interface WorkCalendar {
  readonly exceptions: ReadonlyMap<Day, DayKind>;
  /** Years with at least one entry. Of other years nothing is known. */
  readonly years: ReadonlySet<number>;
}

/** A day off or a make-up working day. */
export interface CalendarEntry {
  readonly day: Day;
  readonly kind: DayKind;
}

/** The holidays of a year that is needed are not in the table; rule F3. */
export interface CalendarUnknown {
  readonly code: "calendar-unknown";
  readonly year: number;
}

export type HolidaysFailure =
  | { readonly code: "not-a-day"; readonly found: string }
  | { readonly code: "kind-missing"; readonly day: string }
  | { readonly code: "unknown-kind"; readonly day: string; readonly found: string }
  | { readonly code: "both-kinds"; readonly day: string };

/** The calendar of these entries. Where a day is given twice the later entry stands. */
export function workCalendar(entries: Iterable<CalendarEntry>): WorkCalendar {
  const exceptions = new Map<Day, DayKind>();
  const years = new Set<number>();
  for (const entry of entries) {
    exceptions.set(entry.day, entry.kind);
    years.add(civil(entry.day).year);
  }
  return { exceptions, years };
}

/**
 * The calendar in an area of cells whose rows are `day, kind`; blank rows are skipped.
 *
 * @returns the calendar, or why a row cannot be used: no day, no or an unknown kind, a day both off and worked
 */
export function readHolidays(
  area: CellArea,
  system: DateSystem,
): Result<WorkCalendar, HolidaysFailure> {
  const kinds = new Map<Day, DayKind>();
  for (const [dayCell, kindCell] of area) {
    if (isBlank(dayCell) && isBlank(kindCell)) continue;
    const read = readDay(dayCell, system);
    if (!read.ok) return read;
    if (read.value === null) return err({ code: "not-a-day", found: "" });
    const kind = readDayKind(kindCell);
    const day = isoDay(read.value);
    if (!kind.ok) return err({ code: "unknown-kind", day, found: kind.error.found });
    if (kind.value === null) return err({ code: "kind-missing", day });
    const before = kinds.get(read.value);
    if (before !== undefined && before !== kind.value) return err({ code: "both-kinds", day });
    kinds.set(read.value, kind.value);
  }
  return ok(workCalendar(Array.from(kinds, ([day, kind]) => ({ day, kind }))));
}

/**
 * The first working day on or after a day; rule F3. A day already worked is its own answer.
 *
 * @returns `calendar-unknown` with the year as soon as a day of a year without entries is met, never a guess by weekday
 *
 * @example
 * nextWorkday(day("2026-10-01"), calendar) //=> ok(day("2026-10-08"))
 */
export function nextWorkday(from: Day, calendar: WorkCalendar): Result<Day, CalendarUnknown> {
  for (let candidate = from; ; candidate = addDays(candidate, 1)) {
    const { year } = civil(candidate);
    if (!calendar.years.has(year)) return err({ code: "calendar-unknown", year });
    if (isWorkday(candidate, calendar)) return ok(candidate);
  }
}

function isWorkday(candidate: Day, { exceptions }: WorkCalendar): boolean {
  const exception = exceptions.get(candidate);
  if (exception !== undefined) return exception === "work";
  const weekdayNumber = weekday(candidate);
  return weekdayNumber !== 0 && weekdayNumber !== 6;
}
