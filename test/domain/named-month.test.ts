import { day } from "../../src/domain/day";
import { parseNamedMonth } from "../../src/domain/named-month";

describe("parseNamedMonth", () => {
  it.each([
    "1 Dec 2026",
    "01-Dec-2026",
    "1 December 2026",
    "1st Dec. 2026",
    "Dec 1, 2026",
    "December 1st, 2026",
    "Tue, 1 Dec 2026",
    "Tuesday 1 December 2026",
    " １ DEC ２０２６ ",
  ])("reads %p, which needs no order of day and month", (text) => {
    expect(parseNamedMonth(text)).toBe(day("2026-12-01"));
  });

  it("knows every month by both names, and Sept", () => {
    const names =
      "January February March April May June July August September October November December";
    for (const [at, name] of names.split(" ").entries()) {
      const expected = day(`2026-${String(at + 1).padStart(2, "0")}-05`);
      expect(parseNamedMonth(`5 ${name} 2026`)).toBe(expected);
      expect(parseNamedMonth(`5 ${name.slice(0, 3)} 2026`)).toBe(expected);
    }
    expect(parseNamedMonth("5 Sept 2026")).toBe(day("2026-09-05"));
  });

  it.each([
    ["a short year", "1-Dec-26"],
    ["no year", "1 Dec"],
    ["a day no calendar has", "31 Feb 2026"],
    ["a word that is no month", "1 Decade 2026"],
    ["a year nobody means", "1 Dec 0026"],
    ["words around it", "by 1 Dec 2026 or so"],
    ["nothing", ""],
  ])("is null for %s", (_, text) => {
    expect(parseNamedMonth(text)).toBeNull();
  });
});
