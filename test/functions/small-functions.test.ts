import { day } from "../../src/domain/day";
import { serialFromDay } from "../../src/domain/serial";
import { cadence } from "../../src/functions/cadence";
import { overdueDays } from "../../src/functions/overdue-days";
import { urgency } from "../../src/functions/urgency";
import { boundRows, cadenceRows, errorValue } from "./settings-rows";

const serial = (iso: string) => serialFromDay(day(iso), 1900);
const blanks: readonly [unknown][] = [[null], [""], [0], [undefined]];
const naming = (argument: string) => ({
  code: "invalidValue",
  message: expect.stringMatching(
    new RegExp(`参数 ${argument}（.*Argument ${argument}: `),
  ) as string,
});

describe("CRM.OVERDUEDAYS", () => {
  it("[F5] counts the days since the due day, 0 when none", () => {
    const asOf = serial("2026-03-10");
    expect(overdueDays(serial("2026-03-07"), asOf)).toBe(3);
    expect(overdueDays("2026-03-10", asOf)).toBe(0);
    expect(overdueDays(serial("2026-03-11"), asOf)).toBe(0);
    expect(overdueDays("2026/2/28", "2026年3月1日")).toBe(1);
  });

  it("[F5] is the same difference in the 1904 system", () => {
    const in1904 = (iso: string) => serialFromDay(day(iso), 1904);
    expect(overdueDays(in1904("2026-03-07"), in1904("2026-03-10"))).toBe(3);
  });

  it("[F5] takes whole days of times", () => {
    expect(overdueDays(serial("2026-03-07") + 0.9, serial("2026-03-08") + 0.1)).toBe(1);
  });

  it.each(blanks)("[F5] of a blank (%j) is a blank", (blank) => {
    expect(overdueDays(blank, serial("2026-03-10"))).toBe("");
  });

  it("names the argument that is no day", () => {
    expect(overdueDays("soon", 45_000)).toMatchObject(naming("next_followup"));
    expect(overdueDays(45_000, "now")).toMatchObject(naming("as_of"));
    expect(overdueDays(errorValue("#NAME?"), 45_000)).toMatchObject(naming("next_followup"));
  });
});

describe("CRM.CADENCE", () => {
  it("[F1] is 1, 7, 15, 30 and 365 days", () => {
    expect(["A", "B", "C", "D", "E"].map((letter) => cadence(letter))).toEqual([1, 7, 15, 30, 365]);
    expect(cadence("D", cadenceRows(1904))).toBe(30);
    expect(
      cadence("A", [
        ["A", 2],
        ["B", 7],
        ["C", 15],
        ["D", 1, "月"],
        ["E", 1],
      ]),
    ).toBe(2);
  });

  it.each(blanks)("[F1] of a blank (%j) is a blank", (blank) => {
    expect(cadence(blank)).toBe("");
  });

  it("names the argument that is not understood", () => {
    expect(cadence("Z")).toMatchObject(naming("grade"));
    expect(cadence("A", [["A", 1, "周"]])).toMatchObject(naming("cadences"));
  });
});

describe("CRM.URGENCY", () => {
  const asOf = serial("2026-03-01");

  it.each([
    ["2020-01-01", "紧急"],
    ["2026-03-08", "紧急"],
    ["2026-04-01", "缓急"],
    ["2026-06-01", "不紧急"],
    ["2026-06-02", "可慢反应"],
  ])("[D3] of %s as of 2026-03-01 is %s", (handleBy, word) => {
    expect(urgency(serial(handleBy), asOf)).toBe(word);
    expect(urgency(handleBy, asOf, boundRows(1900))).toBe(word);
  });

  it("[D3] answers in the language of the bounds", () => {
    const bounds = [
      ["Urgent", 7],
      ["Soon", 1],
      ["Unhurried", 3],
    ];
    expect(urgency("2026-03-08", asOf, bounds)).toBe("Urgent");
    expect(urgency("2027-03-08", asOf, bounds)).toBe("Slow");
    expect(urgency("2027-03-08", asOf, [[7], [1], [3]])).toBe("可慢反应");
  });

  it("[D3] gives the same urgency in the 1904 system", () => {
    const in1904 = (iso: string) => serialFromDay(day(iso), 1904);
    expect(urgency(in1904("2026-03-08"), in1904("2026-03-01"), boundRows(1904))).toBe("紧急");
  });

  it.each(blanks)("[D3] of a blank (%j) is a blank", (blank) => {
    expect(urgency(blank, asOf)).toBe("");
  });

  it("names the argument that is not understood", () => {
    expect(urgency("?", asOf)).toMatchObject(naming("handle_by"));
    expect(urgency(asOf, "?")).toMatchObject(naming("as_of"));
    expect(urgency(asOf, asOf, [[7], [1]])).toMatchObject(naming("bounds"));
    expect(urgency(asOf, asOf, [[40], [1], [3]])).toMatchObject(naming("bounds"));
  });
});

describe("an as-of day", () => {
  it.each(blanks)(
    "left out (%j) is no answer here: register.ts puts today in its place",
    (blank) => {
      expect(overdueDays(45_000, blank)).toMatchObject(naming("as_of"));
      expect(urgency(45_000, blank)).toMatchObject(naming("as_of"));
    },
  );
});
