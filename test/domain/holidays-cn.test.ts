import year2024 from "chinese-days/dist/years/2024.json";
import year2025 from "chinese-days/dist/years/2025.json";
import year2026 from "chinese-days/dist/years/2026.json";
import { civil, day, isoDay, weekday, type Day } from "../../src/domain/day";
import type { DayKind } from "../../src/domain/day-kind";
import { chineseHolidays, holidaySource, holidaySources } from "../../src/domain/holidays-cn";

const kinds = new Map(chineseHolidays.map((entry) => [entry.day, entry.kind]));
const of = (year: number, kind: "off" | "work") =>
  chineseHolidays.filter((entry) => entry.kind === kind && civil(entry.day).year === year);

/** Read from the package's data: its functions take a text as UTC and are a day off west of Greenwich. */
const theirs = new Map(
  [year2024, year2025, year2026].flatMap(({ holidays, workdays }) => [
    ...Object.keys(holidays).map((iso) => [day(iso), "off"] as const),
    ...Object.keys(workdays).map((iso) => [day(iso), "work"] as const),
  ]),
);

describe("the published holidays", () => {
  it("[F3] of 2024 to 2026 are those of chinese-days 1.5.7", () => {
    const inOrder = (days: ReadonlyMap<Day, DayKind>) =>
      Array.from(days, ([d, kind]) => `${isoDay(d)} ${kind}`).sort();
    expect(inOrder(kinds)).toEqual(inOrder(theirs));
  });

  it("[F3] of 2026 are 33 days off and six make-up days", () => {
    expect(of(2026, "off")).toHaveLength(33);
    expect(of(2026, "work").map((entry) => isoDay(entry.day))).toEqual([
      "2026-01-04",
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
      "2026-09-20",
      "2026-10-10",
    ]);
  });

  it("[F3] are in order, no day twice, and make-up days are weekend days", () => {
    const days = chineseHolidays.map((entry) => entry.day);
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    for (const entry of chineseHolidays)
      if (entry.kind === "work") expect([0, 6]).toContain(weekday(entry.day));
  });

  it("[F3] name their notice, and 2027 is not among them", () => {
    expect(Object.keys(holidaySources)).toEqual(["2024", "2025", "2026"]);
    for (const entry of chineseHolidays)
      expect(holidaySource(entry).zh).toContain(`${civil(entry.day).year}年`);
  });
});
