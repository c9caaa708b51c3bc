import fc from "fast-check";
import { nextFollowUp } from "../../src/domain/cadence";
import { day, isoDay } from "../../src/domain/day";
import { chineseHolidays } from "../../src/domain/holidays-cn";
import { defaultCadences } from "../../src/domain/limits";
import { serialFromDay, type DateSystem } from "../../src/domain/serial";
import { CellFailure } from "../../src/functions/cell-failure";
import { nextFollowup } from "../../src/functions/next-follow-up";
import { anyDay, anyGrade, seeded } from "../domain/arbitraries";
import { cadenceRows, errorValue } from "./settings-rows";

const serial = (iso: string, system: DateSystem = 1900) => serialFromDay(day(iso), system);
const holidayRows = (system: DateSystem): unknown[][] =>
  chineseHolidays.map((entry) => [
    serialFromDay(entry.day, system),
    entry.kind === "off" ? "休" : "班",
  ]);

describe("CRM.NEXTFOLLOWUP", () => {
  it.each([
    ["A", "2026-03-02"],
    ["B级", "2026-03-08"],
    ["c", "2026-03-16"],
    ["D", "2026-03-31"],
    ["E", "2027-03-01"],
  ])("[F1] of grade %s after 2026-03-01 is %s", (letter, next) => {
    expect(nextFollowup(letter, serial("2026-03-01"))).toBe(serial(next));
    expect(nextFollowup(letter, "2026年3月1日")).toBe(serial(next));
  });

  it.each([[null], [""], [0], [undefined]])(
    "[F1] of a blank grade or last follow-up (%j) is a blank, not 1900-01-01",
    (blank) => {
      expect(nextFollowup(blank, serial("2026-03-01"))).toBe("");
      expect(nextFollowup("A", blank)).toBe("");
    },
  );

  it("[F4] is the agreed day when there is one, also without grade or last follow-up", () => {
    const agreed = serial("2026-03-20");
    expect(nextFollowup("A", serial("2026-03-01"), agreed)).toBe(agreed);
    expect(nextFollowup("", "", "2026/3/20")).toBe(agreed);
    expect(nextFollowup("A", serial("2026-03-01"), 0)).toBe(serial("2026-03-02"));
  });

  it("[F4] is the agreed day whatever the last follow-up is, which nothing is counted from then", () => {
    const agreed = serial("2026-03-20");
    expect(nextFollowup("A", "下周", agreed)).toBe(agreed);
    expect(nextFollowup("", "下周")).toBe("");
    expect(nextFollowup("A", "下周")).toBeInstanceOf(CellFailure);
  });

  it("[F1] follows the cadences given as a range", () => {
    expect(nextFollowup("A", serial("2026-03-01"), null, [[2], [7], [15], [30], [1]])).toBe(
      serial("2026-03-03"),
    );
  });

  it("[F3] moves to a working day when holidays are given, and not when they are switched off", () => {
    const last = serial("2026-09-30");
    expect(nextFollowup("A", last, null, cadenceRows(1900), holidayRows(1900))).toBe(
      serial("2026-10-08"),
    );
    for (const off of [null, undefined, [[""]]])
      expect(nextFollowup("A", last, null, cadenceRows(1900), off as unknown[][])).toBe(
        serial("2026-10-01"),
      );
  });

  it("[F3] is #N/A naming the year whose holidays are missing", () => {
    const failure = nextFollowup(
      "E",
      serial("2026-03-02"),
      null,
      cadenceRows(1900),
      holidayRows(1900),
    );
    expect(failure).toMatchObject({
      code: "notAvailable",
      message: expect.stringMatching(/参数 holidays.*2027 年.*Argument holidays.*2027/) as string,
    });
  });

  it("[F3] gives the same days in the 1904 system", () => {
    const last = "2026-02-14";
    const in1904 = nextFollowup(
      "A",
      serial(last, 1904),
      null,
      cadenceRows(1904),
      holidayRows(1904),
    );
    expect(in1904).toBe(serial("2026-02-24", 1904));
  });

  it("[F1] is the domain's day, in both date systems", () => {
    fc.assert(
      fc.property(
        anyGrade,
        anyDay,
        fc.constantFrom<DateSystem>(1900, 1904),
        fc.boolean(),
        (grade, last, system, asText) => {
          const expected = nextFollowUp({
            grade,
            lastFollowUp: last,
            createdDay: null,
            agreedDay: null,
            cadences: defaultCadences,
            calendar: null,
          });
          if (!expected.ok || expected.value === null) throw new Error("a day was expected");
          const cell = asText ? isoDay(last) : serialFromDay(last, system);
          expect(nextFollowup(grade, cell, null, cadenceRows(system))).toBe(
            serialFromDay(expected.value, system),
          );
        },
      ),
      seeded,
    );
  });

  it.each<[string, unknown[], string]>([
    ["a grade that is none", ["F", 45_000], "grade"],
    ["a censored grade", ["*", 45_000], "grade"],
    ["a last day that is none", ["A", "yesterday"], "last_followup"],
    ["an agreed day that is none", ["A", 45_000, "2026-13-01"], "agreed_day"],
    ["unusable cadences", ["A", 45_000, null, [["A", 1]]], "cadences"],
    ["a holiday that is no day", ["A", 45_000, null, null, [["五一", "休"]]], "holidays"],
    ["a holiday without kind", ["A", 45_000, null, null, [[45_000, ""]]], "holidays"],
    ["a holiday of another kind", ["A", 45_000, null, null, [[45_000, "?"]]], "holidays"],
    [
      "a day both off and worked",
      [
        "A",
        45_000,
        null,
        null,
        [
          [45_000, "休"],
          [45_000, "班"],
        ],
      ],
      "holidays",
    ],
    [
      "an error among the holidays",
      ["A", 45_000, null, null, [[errorValue("#REF!"), "休"]]],
      "holidays",
    ],
  ])("answers #VALUE! naming the argument for %s", (_fault, args, argument) => {
    const [grade, last, agreed, cadences, holidays] = args;
    const failure = nextFollowup(
      grade,
      last,
      agreed,
      cadences as unknown[][],
      holidays as unknown[][],
    );
    expect(failure).toMatchObject({
      code: "invalidValue",
      message: expect.stringMatching(
        new RegExp(`参数 ${argument}（.*Argument ${argument}: `),
      ) as string,
    });
  });

  it("answers #VALUE! when the next day lies beyond Excel's calendar", () => {
    expect(nextFollowup("E", serial("9999-06-01"))).toMatchObject({
      code: "invalidValue",
      message: expect.stringContaining("10000-06-01") as string,
    });
  });
});
