import fc from "fast-check";
import { addDays, day, type Day } from "../../src/domain/day";
import { followUpState, overdueDays, overdueStep } from "../../src/domain/follow-up-state";
import { defaultDueSoonDays, defaultHighlightSteps } from "../../src/domain/limits";
import { anyDay, seeded } from "./arbitraries";

const asOf = day("2026-03-10");

function stateAt(next: Day | null, today = asOf) {
  return followUpState({
    grade: "B",
    next,
    asOf: today,
    dueSoonDays: defaultDueSoonDays,
    steps: defaultHighlightSteps,
  });
}

describe("the state of a customer", () => {
  it.each([
    ["2026-03-10", { kind: "today" }],
    ["2026-03-11", { kind: "soon", days: 1 }],
    ["2026-03-13", { kind: "soon", days: 3 }],
    ["2026-03-14", { kind: "later", days: 4 }],
    ["2026-03-09", { kind: "overdue", days: 1, step: 0 }],
    ["2025-03-10", { kind: "overdue", days: 365, step: 3 }],
  ])("[F5] due on %s, as of 2026-03-10, is %j", (next, state) => {
    expect(stateAt(day(next))).toEqual(state);
  });

  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [6, 1],
    [7, 2],
    [13, 2],
    [14, 3],
    [400, 3],
  ])("[F7] %i days overdue is step %i", (days, step) => {
    expect(stateAt(addDays(asOf, -days))).toEqual({ kind: "overdue", days, step });
    expect(overdueStep(days, defaultHighlightSteps)).toBe(step);
  });

  it("[F5] is ungraded without a grade, even when a day is known, and without a day", () => {
    const facts = { asOf, dueSoonDays: 3, steps: defaultHighlightSteps };
    expect(followUpState({ ...facts, grade: null, next: asOf })).toEqual({ kind: "ungraded" });
    expect(followUpState({ ...facts, grade: "A", next: null })).toEqual({ kind: "ungraded" });
  });

  it("[F5] is one of overdue, today, soon and later, in that order as the day moves away", () => {
    const order = ["overdue", "today", "soon", "later"];
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (today, ahead, more) => {
          const rank = (days: number) => order.indexOf(stateAt(addDays(today, days), today).kind);
          expect(rank(ahead)).toBeGreaterThanOrEqual(0);
          expect(rank(ahead)).toBeLessThanOrEqual(rank(ahead + more));
        },
      ),
      seeded,
    );
  });

  it("[F5] counts overdue days as the difference, and 0 when none", () => {
    expect(overdueDays(day("2026-02-28"), day("2026-03-01"))).toBe(1);
    expect(overdueDays(day("2024-02-28"), day("2024-03-01"))).toBe(2);
    expect(overdueDays(asOf, asOf)).toBe(0);
    expect(overdueDays(addDays(asOf, 5), asOf)).toBe(0);
  });
});
