import fc from "fast-check";
import { addDays, day } from "../../src/domain/day";
import { importanceOf } from "../../src/domain/importance";
import { defaultUrgencyBounds } from "../../src/domain/limits";
import { urgencies, urgencyOf } from "../../src/domain/urgency";
import { anyDay, seeded } from "./arbitraries";

const asOf = day("2026-03-01");

describe("urgency", () => {
  it.each([
    ["2020-01-01", "urgent"],
    ["2026-03-01", "urgent"],
    ["2026-03-08", "urgent"],
    ["2026-03-09", "soon"],
    ["2026-04-01", "soon"],
    ["2026-04-02", "unhurried"],
    ["2026-06-01", "unhurried"],
    ["2026-06-02", "slow"],
  ])("[D3] of a customer to be handled by %s, as of 2026-03-01, is %s", (handleBy, urgency) => {
    expect(urgencyOf(day(handleBy), asOf, defaultUrgencyBounds)).toBe(urgency);
  });

  it("[D3] never grows as the day moves away", () => {
    const order = urgencies.map(({ code }) => code);
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -100, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        (today, ahead, more) => {
          const rank = (days: number) =>
            order.indexOf(urgencyOf(addDays(today, days), today, defaultUrgencyBounds));
          expect(rank(ahead)).toBeLessThanOrEqual(rank(ahead + more));
        },
      ),
      seeded,
    );
  });
});

describe("importance", () => {
  it("[D2] begins at the threshold", () => {
    expect(importanceOf(50_000, 50_000)).toBe("important");
    expect(importanceOf(49_999.99, 50_000)).toBe("ordinary");
  });

  it("[D2] is unknown, not ordinary, without an amount or while no threshold is configured", () => {
    expect(importanceOf(null, 50_000)).toBeNull();
    expect(importanceOf(50_000, null)).toBeNull();
  });
});
