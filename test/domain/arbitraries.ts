import fc from "fast-check";
import { day, type Day } from "../../src/domain/day";
import { gradeLetters, type Grade } from "../../src/domain/grade";
import type { Demand } from "../../src/domain/demand";

/** A fixed seed: a failure is the same failure again tomorrow. */
export const seeded = { seed: 20260101, numRuns: 2_000 } as const;

export function daysFromTo(first: string, last: string): fc.Arbitrary<Day> {
  return fc.integer({ min: day(first), max: day(last) }).map((count) => count as Day);
}

/** Days a customer sheet may hold. */
export const anyDay: fc.Arbitrary<Day> = daysFromTo("1904-01-02", "2199-12-31");

export const anyGrade: fc.Arbitrary<Grade> = fc.constantFrom(...gradeLetters);

export const anyDemand: fc.Arbitrary<Demand> = fc.constantFrom("clear", "latent", "none");
