import { UTCDate } from "@date-fns/utc";
import { addMonths as addMonthsToDate, addYears as addYearsToDate } from "date-fns";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  addYears,
  civil,
  day,
  dayOf,
  daysBetween,
  isoDay,
  monthLength,
  weekday,
  type Day,
} from "../../src/domain/day";
import { anyDay, daysFromTo, seeded } from "./arbitraries";

const millisecondsPerDay = 86_400_000;
const dateOf = (d: Day) => new UTCDate(d * millisecondsPerDay);
const everyDay = daysFromTo("0001-01-01", "9999-12-31");
const withinCalendar = daysFromTo("1000-01-01", "9000-12-31");

describe("a day", () => {
  it("counts from 1970-01-01", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(day("1969-12-31")).toBe(-1);
    expect(day("2000-01-01")).toBe(10_957);
  });

  it("has the year, month and day that JavaScript's UTC calendar gives it", () => {
    fc.assert(
      fc.property(everyDay, (d) => {
        const date = dateOf(d);
        expect(civil(d)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(d)).toBe(date.getUTCDay());
      }),
      seeded,
    );
  });

  it("is found again from its year, month and day, and from its text", () => {
    fc.assert(
      fc.property(everyDay, (d) => {
        const { year, month, day: dayOfMonth } = civil(d);
        expect(dayOf(year, month, dayOfMonth)).toEqual({ ok: true, value: d });
        expect(day(isoDay(d))).toBe(d);
      }),
      seeded,
    );
  });

  it.each([
    [2023, 2, 29],
    [1900, 2, 29],
    [2100, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
    [2024, 1, 32],
    [10_000, 1, 1],
    [0, 1, 1],
    [2024.5, 1, 1],
    [Number.NaN, 1, 1],
  ])("is refused where the calendar has none: %s-%s-%s", (year, month, dayOfMonth) => {
    expect(dayOf(year, month, dayOfMonth)).toEqual({
      ok: false,
      error: { code: "not-a-day", found: `${year}-${month}-${dayOfMonth}` },
    });
  });

  it("exists on 29 February of leap years", () => {
    for (const year of [1904, 2000, 2024, 2400]) {
      expect(dayOf(year, 2, 29).ok).toBe(true);
      expect(monthLength(year, 2)).toBe(29);
    }
  });

  it.each(["2024-2-3", "2024-02-30", "20240203", "", "2024-02-03T00:00"])(
    "written in the program as %j is a bug and throws",
    (literal) => {
      expect(() => day(literal)).toThrow(RangeError);
    },
  );
});

describe("adding days", () => {
  it("is undone by subtracting them, and is what daysBetween counts", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (d, count) => {
        expect(addDays(addDays(d, count), -count)).toBe(d);
        expect(daysBetween(d, addDays(d, count))).toBe(count);
      }),
      seeded,
    );
  });
});

describe("adding months", () => {
  it("[G4] is EDATE: the same as date-fns addMonths on a UTC date", () => {
    fc.assert(
      fc.property(withinCalendar, fc.integer({ min: -1_200, max: 1_200 }), (d, months) => {
        const expected = addMonthsToDate(dateOf(d), months);
        expect(addMonths(d, months)).toBe(expected.getTime() / millisecondsPerDay);
      }),
      seeded,
    );
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-01-30", 1, "2024-02-29"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("[G4] clamps to the month's end: %s + %i → %s", (from, months, to) => {
    expect(isoDay(addMonths(day(from), months))).toBe(to);
  });

  it("[G4] never goes back when the day goes on", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (d, months) => {
        expect(addMonths(addDays(d, 1), months)).toBeGreaterThanOrEqual(addMonths(d, months));
      }),
      seeded,
    );
  });
});

describe("adding years", () => {
  it("[F1] is the same as date-fns addYears on a UTC date", () => {
    fc.assert(
      fc.property(withinCalendar, fc.integer({ min: -100, max: 100 }), (d, years) => {
        const expected = addYearsToDate(dateOf(d), years);
        expect(addYears(d, years)).toBe(expected.getTime() / millisecondsPerDay);
      }),
      seeded,
    );
  });

  it("[F1] of 29 February ends on 28 February, except in a leap year", () => {
    expect(isoDay(addYears(day("2024-02-29"), 1))).toBe("2025-02-28");
    expect(isoDay(addYears(day("2024-02-29"), 4))).toBe("2028-02-29");
  });
});
