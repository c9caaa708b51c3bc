import fc from "fast-check";
import { addDays, addMonths, day, type Day } from "../../src/domain/day";
import type { Demand } from "../../src/domain/demand";
import { gradeBands, gradeOf, gradeWithin, gradeLetters } from "../../src/domain/grade";
import { defaultHorizons } from "../../src/domain/limits";
import { anyDay, anyDemand, seeded } from "./arbitraries";

const asOf = day("2026-03-01");

function gradeFor(demand: Demand | null, expectedClose: string | Day | null, asOfDay = asOf) {
  return gradeOf({
    demand,
    expectedClose: typeof expectedClose === "string" ? day(expectedClose) : expectedClose,
    asOf: asOfDay,
    horizons: defaultHorizons,
  });
}

const plain = (grade: string) => ({ grade, reestimate: false, issue: null });

describe("the follow-up grade", () => {
  it("[G1] needs demand: without it the customer is ungraded, and it is said", () => {
    expect(gradeFor(null, "2026-03-15")).toEqual({
      grade: null,
      reestimate: false,
      issue: "demand-missing",
    });
  });

  it("[G2] is E without demand, whatever the close day", () => {
    for (const close of [null, "2026-03-02", "2020-01-01"])
      expect(gradeFor("none", close)).toEqual(plain("E"));
  });

  it("[G3] is D with latent demand, whatever the close day", () => {
    for (const close of [null, "2026-03-02", "2020-01-01"])
      expect(gradeFor("latent", close)).toEqual(plain("D"));
  });

  it.each([
    ["2026-03-01", "A"],
    ["2026-04-01", "A"],
    ["2026-04-02", "B"],
    ["2026-06-01", "B"],
    ["2026-06-02", "C"],
    ["2026-09-01", "C"],
    ["2026-09-02", "D"],
    ["2030-01-01", "D"],
  ])("[G4] with clear demand and close day %s as of 2026-03-01 is %s", (close, grade) => {
    expect(gradeFor("clear", close)).toEqual(plain(grade));
  });

  it("[G4] counts calendar months with the month's end clamped, as EDATE does", () => {
    const endOfJanuary = day("2026-01-31");
    expect(gradeFor("clear", "2026-02-28", endOfJanuary)).toEqual(plain("A"));
    expect(gradeFor("clear", "2026-03-01", endOfJanuary)).toEqual(plain("B"));
    const leapJanuary = day("2024-01-31");
    expect(gradeFor("clear", "2024-02-29", leapJanuary)).toEqual(plain("A"));
    expect(gradeFor("clear", "2024-03-01", leapJanuary)).toEqual(plain("B"));
  });

  it("[G4] includes each bound, and the day after belongs to the next band", () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const [months, at, after] of [
          [1, "A", "B"],
          [3, "B", "C"],
          [6, "C", "D"],
        ] as const) {
          const bound = addMonths(today, months);
          expect(gradeFor("clear", bound, today)).toEqual(plain(at));
          expect(gradeFor("clear", addDays(bound, 1), today)).toEqual(plain(after));
        }
      }),
      seeded,
    );
  });

  it("[G4] never gets better as the close day moves away", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (today, near, more) => {
          const rank = (close: Day) =>
            gradeLetters.findIndex((letter) => letter === gradeFor("clear", close, today).grade);
          expect(rank(addDays(today, near))).toBeLessThanOrEqual(rank(addDays(today, near + more)));
        },
      ),
      seeded,
    );
  });

  it("[G5] is missing with clear demand and no close day, and it is said", () => {
    expect(gradeFor("clear", null)).toEqual({
      grade: null,
      reestimate: false,
      issue: "close-day-missing",
    });
  });

  it("[G6] stays A when the close day has passed, and asks for a new estimate", () => {
    for (const close of ["2026-02-28", "2020-01-01"])
      expect(gradeFor("clear", close)).toEqual({ grade: "A", reestimate: true, issue: null });
  });

  it("[G4] within bands worked out once is the grade worked out alone", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.option(anyDemand),
        fc.option(fc.integer({ min: -100, max: 400 })),
        (today, demand, ahead) => {
          const close = ahead === null ? null : addDays(today, ahead);
          expect(gradeWithin(gradeBands(today, defaultHorizons), demand, close)).toEqual(
            gradeFor(demand, close, today),
          );
        },
      ),
      seeded,
    );
  });

  it("[G4] follows horizons that a manager changed", () => {
    const horizons = {
      A: { amount: 10, unit: "day" },
      B: { amount: 1, unit: "month" },
      C: { amount: 1, unit: "year" },
    } as const;
    const gradeAt = (close: string) =>
      gradeOf({ demand: "clear", expectedClose: day(close), asOf, horizons }).grade;
    expect(gradeAt("2026-03-11")).toBe("A");
    expect(gradeAt("2026-03-12")).toBe("B");
    expect(gradeAt("2026-04-02")).toBe("C");
    expect(gradeAt("2027-03-02")).toBe("D");
  });
});
