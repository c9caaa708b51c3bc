import fc from "fast-check";
import { addDays, day, isoDay } from "../../src/domain/day";
import { gradeOf } from "../../src/domain/grade";
import { defaultHorizons } from "../../src/domain/limits";
import { serialFromDay } from "../../src/domain/serial";
import { CellFailure } from "../../src/functions/cell-failure";
import { grade } from "../../src/functions/grade";
import { anyDay, anyDemand, seeded } from "../domain/arbitraries";
import { errorValue, horizonRows } from "./settings-rows";

const asOf = serialFromDay(day("2026-03-01"), 1900);
const inDays = (days: number) => asOf + days;

describe("CRM.GRADE", () => {
  it.each([
    ["目标", inDays(10), "A"],
    ["clear", inDays(31), "A"],
    ["clear", inDays(32), "B"],
    ["目标客户", "2026-06-01", "B"],
    ["目标", "2026/9/1", "C"],
    ["目标", "2026年9月2日", "D"],
    ["潜在", "", "D"],
    ["latent", inDays(1), "D"],
    ["死亡", 0, "E"],
    ["none", null, "E"],
  ])("[G4] of %j closing %j as of 2026-03-01 is %s", (demand, close, letter) => {
    expect(grade(demand, close, asOf)).toBe(letter);
  });

  it("[G6] of a close day gone by is A", () => {
    expect(grade("目标", inDays(-1), asOf)).toBe("A");
  });

  it.each([[null], [""], [0], [undefined], ["  "]])(
    "[G1] of blank demand (%j) is a blank",
    (blank) => {
      expect(grade(blank, inDays(10), asOf)).toBe("");
    },
  );

  it.each([[null], [""], [0], [undefined]])(
    "[G5] of clear demand without close day (%j) is a blank, not 1900-01-00",
    (blank) => {
      expect(grade("目标", blank, asOf)).toBe("");
    },
  );

  it("[G4] follows the horizons given as a range", () => {
    const horizons = [
      ["A", 10, "天"],
      ["B", 20, "天"],
      ["C", 30, "天"],
    ];
    expect(grade("目标", inDays(10), asOf, horizons)).toBe("A");
    expect(grade("目标", inDays(11), asOf, horizons)).toBe("B");
    expect(grade("目标", inDays(31), asOf, horizons)).toBe("D");
  });

  it("[G4] sees that a manager changed the horizons between two calls", () => {
    const horizons = horizonRows(1900);
    expect(grade("目标", inDays(40), asOf, horizons)).toBe("B");
    horizons[0] = ["A", 2, "月", 36_526];
    expect(grade("目标", inDays(40), asOf, horizons)).toBe("A");
    expect(grade("目标", inDays(40), asOf, horizonRows(1900))).toBe("B");
  });

  it("[G4] takes a single blank cell in place of the range for the default", () => {
    for (const blank of [null, undefined, [[""]], [[0]], [[null]]])
      expect(grade("目标", inDays(10), asOf, blank as unknown[][])).toBe("A");
  });

  it("[G4] is the domain's grade, in both date systems, from numbers and from text", () => {
    fc.assert(
      fc.property(
        anyDemand,
        anyDay,
        fc.option(fc.integer({ min: -400, max: 400 })),
        fc.constantFrom<1900 | 1904>(1900, 1904),
        fc.boolean(),
        (demand, today, ahead, system, asText) => {
          const close = ahead === null ? null : addDays(today, ahead);
          const expected = gradeOf({
            demand,
            expectedClose: close,
            asOf: today,
            horizons: defaultHorizons,
          });
          const closeCell =
            close === null ? "" : asText ? isoDay(close) : serialFromDay(close, system);
          // Serials before 1904-01-02 do not exist or are blank in the 1904 system.
          fc.pre(system === 1900 || close === null || close > day("1904-01-01"));
          expect(grade(demand, closeCell, serialFromDay(today, system), horizonRows(system))).toBe(
            expected.grade ?? "",
          );
        },
      ),
      seeded,
    );
  });

  it.each<[string, unknown[], string, string]>([
    ["an unknown demand", ["maybe", 1, 50_000], "demand", '"maybe"'],
    ["a number as demand", [7, 1, 50_000], "demand", '"7"'],
    ["a close day that is no day", ["目标", "2026-02-30", 50_000], "expected_close", "2026-02-30"],
    ["words as close day", ["目标", "下个月", 50_000], "expected_close", "下个月"],
    ["a logical value as close day", ["目标", true, 50_000], "expected_close", "TRUE"],
    ["the fictitious 1900-02-29", ["目标", 60, 50_000], "expected_close", '"60"'],
    ["an as-of day that is no day", ["目标", 50_000, "today"], "as_of", '"today"'],
    ["an unusable range", ["目标", 50_000, 50_000, [["A", 1]]], "horizons", "B"],
  ])("answers #VALUE! naming the argument for %s", (_fault, args, argument, found) => {
    const [demand, close, today, horizons] = args;
    const failure = grade(demand, close, today, horizons as unknown[][] | undefined);
    expect(failure).toBeInstanceOf(CellFailure);
    expect(failure).toMatchObject({ code: "invalidValue" });
    const { message } = failure as CellFailure;
    expect(message).toContain(`参数 ${argument}（`);
    expect(message).toContain(`Argument ${argument}: `);
    expect(message).toContain(found);
  });

  it("asks for one cell where an area is given", () => {
    const failure = grade([["目标"], ["潜在"]], null, asOf);
    expect(failure).toBeInstanceOf(CellFailure);
    expect((failure as CellFailure).message).toMatch(
      /demand（需求状况）：是一片区域.*is an area/su,
    );
  });

  it("names the argument that is an error value, and keeps #N/A as #N/A", () => {
    expect(grade(errorValue("#REF!"), 1, asOf)).toMatchObject({
      code: "invalidValue",
      message: expect.stringMatching(/参数 demand.*#REF!.*Argument demand.*#REF!/) as string,
    });
    expect(grade("目标", errorValue("#N/A"), asOf)).toMatchObject({
      code: "notAvailable",
      message: expect.stringContaining("expected_close") as string,
    });
    expect(grade("目标", 1, errorValue("#VALUE!"))).toMatchObject({
      message: expect.stringContaining("as_of") as string,
    });
    expect(grade("目标", 1, asOf, [["A", errorValue("#DIV/0!")]])).toMatchObject({
      message: expect.stringContaining("horizons") as string,
    });
  });

  it("cuts long and strange text short in its message", () => {
    const failure = grade("<b>😀</b>".repeat(1_000), 1, asOf);
    expect(failure).toBeInstanceOf(CellFailure);
    expect((failure as CellFailure).message.length).toBeLessThan(250);
  });
});
