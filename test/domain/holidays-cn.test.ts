import { getDayDetail } from "chinese-days";
import { addDays, civil, day, isoDay, weekday, type Day } from "../../src/domain/day";
import { chineseHolidays, holidaySource, holidaySources } from "../../src/domain/holidays-cn";

const kinds = new Map(chineseHolidays.map((entry) => [entry.day, entry.kind]));
const of = (year: number, kind: "off" | "work") =>
  chineseHolidays.filter((entry) => entry.kind === kind && civil(entry.day).year === year);

/** Asked with a local noon: chinese-days 1.5.7 reads texts as UTC, and is a day off west of Greenwich. */
function theirKind(d: Day): "off" | "work" {
  const { year, month, day: dayOfMonth } = civil(d);
  return getDayDetail(new Date(year, month - 1, dayOfMonth, 12)).work ? "work" : "off";
}

describe("the published holidays", () => {
  it("[F3] of 2024 to 2026 make the same working days as chinese-days 1.5.7", () => {
    for (let d = day("2024-01-01"); d <= day("2026-12-31"); d = addDays(d, 1)) {
      const kind = kinds.get(d) ?? (weekday(d) % 6 === 0 ? "off" : "work");
      expect(`${isoDay(d)} ${kind}`).toBe(`${isoDay(d)} ${theirKind(d)}`);
    }
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
