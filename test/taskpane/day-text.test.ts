import fc from "fast-check";
import { day, isoDay, type Day } from "../../src/domain/day";
import { shortDay } from "../../src/taskpane/words/day-text";

const asOf = day("2026-11-22");

describe("days in words", () => {
  it("leaves the year out within half a year", () => {
    expect(shortDay(day("2027-01-05"), asOf, "zh")).toBe("1月5日 周二");
    expect(shortDay(day("2027-01-05"), asOf, "en")).toBe("Tue, 5 Jan");
  });

  it("names the year further away", () => {
    expect(shortDay(day("2028-02-29"), asOf, "zh")).toBe("2028年2月29日");
    expect(shortDay(day("2024-02-29"), asOf, "en")).toBe("29 Feb 2024");
  });

  it("names the very day, whatever this computer's time zone", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 100_000 }), (count) => {
        const of = count as Day;
        const [year, month, dayOfMonth] = isoDay(of).split("-").map(Number);
        const farOff = (of + 400) as Day;
        expect(shortDay(of, farOff, "zh")).toBe(`${year}年${month}月${dayOfMonth}日`);
      }),
      { seed: 20260101 },
    );
  });
});
