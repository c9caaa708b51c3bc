import fc from "fast-check";
import { cadenceDays, nextFollowUp, type NextFollowUpFacts } from "../../src/domain/cadence";
import { addDays, day, isoDay } from "../../src/domain/day";
import { chineseHolidays } from "../../src/domain/holidays-cn";
import { gradeLetters } from "../../src/domain/grade";
import { defaultCadences } from "../../src/domain/limits";
import { workCalendar } from "../../src/domain/workdays";
import { anyDay, anyGrade, seeded } from "./arbitraries";

const nobody: NextFollowUpFacts = {
  grade: null,
  lastFollowUp: null,
  createdDay: null,
  agreedDay: null,
  cadences: defaultCadences,
  calendar: null,
};

function nextDay(facts: Partial<NextFollowUpFacts>): string | null | object {
  const next = nextFollowUp({ ...nobody, ...facts });
  if (!next.ok) return next.error;
  return next.value === null ? null : isoDay(next.value);
}

describe("the next follow-up", () => {
  it.each([
    ["A", "2026-03-02"],
    ["B", "2026-03-08"],
    ["C", "2026-03-16"],
    ["D", "2026-03-31"],
    ["E", "2027-03-01"],
  ] as const)("[F1] of grade %s, last on 2026-03-01, is on %s", (grade, next) => {
    expect(nextDay({ grade, lastFollowUp: day("2026-03-01") })).toBe(next);
  });

  it("[F1] of grade E is a calendar year on, from a leap day too", () => {
    expect(nextDay({ grade: "E", lastFollowUp: day("2024-02-29") })).toBe("2025-02-28");
    expect(nextDay({ grade: "E", lastFollowUp: day("2023-03-01") })).toBe("2024-03-01");
  });

  it("[F1] follows cadences that a manager changed", () => {
    const cadences = { ...defaultCadences, D: { amount: 1, unit: "month" } } as const;
    expect(nextDay({ grade: "D", lastFollowUp: day("2026-01-31"), cadences })).toBe("2026-02-28");
  });

  it("[F1] lies after the last follow-up, and moves with it", () => {
    fc.assert(
      fc.property(anyDay, anyGrade, (last, grade) => {
        const from = nextFollowUp({ ...nobody, grade, lastFollowUp: last });
        const fromLater = nextFollowUp({ ...nobody, grade, lastFollowUp: addDays(last, 1) });
        if (!from.ok || !fromLater.ok || from.value === null || fromLater.value === null)
          throw new Error("a graded customer with a last follow-up has a next one");
        expect(from.value).toBeGreaterThan(last);
        expect(fromLater.value).toBeGreaterThanOrEqual(from.value);
      }),
      seeded,
    );
  });

  it("[F2] of one never followed up is the day it was entered", () => {
    for (const grade of gradeLetters)
      expect(nextDay({ grade, createdDay: day("2026-02-03") })).toBe("2026-02-03");
  });

  it("[F2] of one never followed up is not moved by holidays: it is due already", () => {
    const calendar = workCalendar(chineseHolidays);
    expect(nextDay({ grade: "A", createdDay: day("2026-10-01"), calendar })).toBe("2026-10-01");
  });

  it("[F2] does not exist when neither a last follow-up nor the day of entry is known", () => {
    expect(nextDay({ grade: "A" })).toBeNull();
  });

  it("[F3] is moved to a working day when a calendar is given", () => {
    const calendar = workCalendar(chineseHolidays);
    expect(nextDay({ grade: "A", lastFollowUp: day("2026-09-30"), calendar })).toBe("2026-10-08");
    expect(nextDay({ grade: "B", lastFollowUp: day("2026-02-07"), calendar })).toBe("2026-02-14");
  });

  it("[F3] says which year's holidays are missing instead of guessing", () => {
    const calendar = workCalendar(chineseHolidays);
    expect(nextDay({ grade: "E", lastFollowUp: day("2026-06-01"), calendar })).toEqual({
      code: "calendar-unknown",
      year: 2027,
    });
  });

  it("[F4] is the agreed day, which goes before cadence, holidays and a missing grade", () => {
    const calendar = workCalendar(chineseHolidays);
    const agreedDay = day("2026-10-03");
    for (const grade of [null, ...gradeLetters])
      expect(nextDay({ grade, lastFollowUp: day("2026-03-01"), agreedDay, calendar })).toBe(
        "2026-10-03",
      );
  });

  it("[F5] does not exist for an ungraded customer without an agreed day", () => {
    expect(nextDay({ lastFollowUp: day("2026-03-01"), createdDay: day("2026-02-01") })).toBeNull();
  });
});

it("[F1] the cadence in days counts a month as 30 and a year as 365", () => {
  expect(gradeLetters.map((grade) => cadenceDays(grade, defaultCadences))).toEqual([
    1, 7, 15, 30, 365,
  ]);
  expect(cadenceDays("D", { ...defaultCadences, D: { amount: 2, unit: "month" } })).toBe(60);
});
