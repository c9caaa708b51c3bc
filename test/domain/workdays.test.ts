import fc from "fast-check";
import { addDays, day, isoDay, weekday } from "../../src/domain/day";
import { chineseHolidays } from "../../src/domain/holidays-cn";
import { serialFromDay } from "../../src/domain/serial";
import { nextWorkday, readHolidays, workCalendar } from "../../src/domain/workdays";
import { daysFromTo, seeded } from "./arbitraries";

const calendar = workCalendar(chineseHolidays);
const next = (iso: string) => {
  const found = nextWorkday(day(iso), calendar);
  return found.ok ? isoDay(found.value) : found.error;
};

describe("the next working day", () => {
  it.each([
    ["2026-03-03", "2026-03-03", "an ordinary Tuesday is its own answer"],
    ["2026-03-07", "2026-03-09", "a weekend moves to Monday"],
    ["2026-01-01", "2026-01-04", "New Year moves to the Sunday that makes up for it"],
    ["2026-02-14", "2026-02-14", "a make-up Saturday is worked"],
    ["2026-02-15", "2026-02-24", "Spring Festival lasts nine days"],
    ["2026-10-01", "2026-10-08", "National Day ends on a Thursday"],
    ["2026-10-10", "2026-10-10", "the Saturday after is worked"],
    ["2024-02-10", "2024-02-18", "in 2024 the week after Spring Festival began on a Sunday"],
    ["2025-10-01", "2025-10-09", "in 2025 National Day and Mid-autumn fell together"],
  ])("[F3] from %s is %s: %s", (from, to) => {
    expect(next(from)).toBe(to);
  });

  it("[F3] in a year without holidays in the table is unknown, and the year is said", () => {
    expect(next("2027-01-04")).toEqual({ code: "calendar-unknown", year: 2027 });
    expect(next("2023-12-29")).toEqual({ code: "calendar-unknown", year: 2023 });
  });

  it("[F3] is unknown as soon as the search runs into a year without holidays", () => {
    const only2026 = workCalendar([
      { day: day("2026-12-30"), kind: "off" },
      { day: day("2026-12-31"), kind: "off" },
    ]);
    expect(nextWorkday(day("2026-12-30"), only2026)).toEqual({
      ok: false,
      error: { code: "calendar-unknown", year: 2027 },
    });
  });

  it("[F3] is on or after the day, a working day, with only days off before it", () => {
    const kinds = new Map(chineseHolidays.map((entry) => [entry.day, entry.kind]));
    const isOff = (d: ReturnType<typeof day>) =>
      (kinds.get(d) ?? (weekday(d) % 6 === 0 ? "off" : "work")) === "off";
    fc.assert(
      fc.property(daysFromTo("2024-01-01", "2026-12-31"), (from) => {
        const found = nextWorkday(from, calendar);
        if (!found.ok) throw new Error(`unknown year ${found.error.year}`);
        expect(isOff(found.value)).toBe(false);
        for (let d = from; d < found.value; d = addDays(d, 1)) expect(isOff(d)).toBe(true);
      }),
      seeded,
    );
  });
});

describe("an area of holidays", () => {
  it("[F3] holds days and kinds, in either date system, as numbers or text", () => {
    for (const system of [1900, 1904] as const) {
      const area = chineseHolidays.map((entry) => [
        serialFromDay(entry.day, system),
        entry.kind === "off" ? "休" : "班",
      ]);
      expect(readHolidays(area, system)).toEqual({ ok: true, value: calendar });
    }
    const texts = chineseHolidays.map((entry) => [isoDay(entry.day), entry.kind]);
    expect(readHolidays(texts, 1900)).toEqual({ ok: true, value: calendar });
  });

  it("[F3] may have blank rows and say the same thing twice", () => {
    const read = readHolidays(
      [
        [null, null],
        ["2026-01-01", "休"],
        ["", ""],
        ["2026-01-01", "off"],
        [0, 0],
      ],
      1900,
    );
    expect(read).toEqual({
      ok: true,
      value: workCalendar([{ day: day("2026-01-01"), kind: "off" }]),
    });
  });

  it.each([
    ["text that is no day", ["五一", "休"], { code: "not-a-day", found: "五一" }],
    ["a kind without day", [null, "休"], { code: "not-a-day", found: "" }],
    ["no kind", ["2026-05-01", null], { code: "kind-missing", day: "2026-05-01" }],
    ["a day alone", ["2026-05-01"], { code: "kind-missing", day: "2026-05-01" }],
    [
      "another kind",
      ["2026-05-01", "调休"],
      { code: "unknown-kind", day: "2026-05-01", found: "调休" },
    ],
  ])("[F3] is refused with %s", (_fault, row, error) => {
    expect(readHolidays([row], 1900)).toEqual({ ok: false, error });
  });

  it("[F3] is refused when a day is both off and worked", () => {
    const rows = [
      ["2026-05-09", "班"],
      ["2026/5/9", "休"],
    ];
    expect(readHolidays(rows, 1900)).toEqual({
      ok: false,
      error: { code: "both-kinds", day: "2026-05-09" },
    });
  });
});
