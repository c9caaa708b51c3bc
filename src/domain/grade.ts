import { wordReader, type CodeList } from "./code-list";
import type { Day } from "./day";
import type { Demand } from "./demand";
import { addSpan, type Span } from "./span";

/** Follow-up grade, from A (a deal is near) to E (none to come); rules G2–G4. 跟进等级 */
export type Grade = "A" | "B" | "C" | "D" | "E";

export const gradeLetters: readonly Grade[] = ["A", "B", "C", "D", "E"];

export const grades: CodeList<Grade> = gradeLetters.map((letter) => ({
  code: letter,
  title: { zh: letter, en: letter },
  synonyms: [`${letter}级`, `${letter}级客户`, `${letter}类`, `grade${letter}`],
}));

/** Reads a grade cell ("A", "a", "A级"); blank is null, other words are `unknown-word`. */
export const readGrade = wordReader(grades);

/** How far ahead of the as-of day the close day may lie for grades A, B and C; rule G4. */
export type Horizons = Readonly<Record<"A" | "B" | "C", Span>>;

/** The last close day of grades A, B and C as of one day, inclusive. */
export interface GradeBands {
  readonly asOf: Day;
  readonly lastOfA: Day;
  readonly lastOfB: Day;
  readonly lastOfC: Day;
}

/** A customer's grade and what is noteworthy about it. */
export interface Graded {
  /** null: ungraded, for the reason `issue` gives. */
  readonly grade: Grade | null;
  /** The close day has passed and must be estimated again; rule G6. 需重估 */
  readonly reestimate: boolean;
  readonly issue: null | "close-day-missing" | "demand-missing";
}

export interface GradeFacts {
  readonly demand: Demand | null;
  readonly expectedClose: Day | null;
}

/** The bands as of a day; worked out once, they grade any number of customers. */
export function gradeBands(asOf: Day, horizons: Horizons): GradeBands {
  return {
    asOf,
    lastOfA: addSpan(asOf, horizons.A),
    lastOfB: addSpan(asOf, horizons.B),
    lastOfC: addSpan(asOf, horizons.C),
  };
}

// There are few possible answers, so they are made once and shared: grading a row allocates nothing.
function graded(grade: Grade): Graded {
  return Object.freeze({ grade, reestimate: false, issue: null });
}
const [gradedA, gradedB, gradedC, gradedD, gradedE] = [
  graded("A"),
  graded("B"),
  graded("C"),
  graded("D"),
  graded("E"),
] as const;
const closeDayPast: Graded = Object.freeze({ grade: "A", reestimate: true, issue: null });
const closeDayMissing: Graded = Object.freeze({
  grade: null,
  reestimate: false,
  issue: "close-day-missing",
});
const demandMissing: Graded = Object.freeze({
  grade: null,
  reestimate: false,
  issue: "demand-missing",
});

/** The grade within bands already worked out; rules G1–G6. See `gradeOf`. */
export function gradeWithin(
  bands: GradeBands,
  demand: Demand | null,
  expectedClose: Day | null,
): Graded {
  if (demand === null) return demandMissing;
  if (demand === "none") return gradedE;
  if (demand === "latent") return gradedD;
  if (expectedClose === null) return closeDayMissing;
  if (expectedClose < bands.asOf) return closeDayPast;
  if (expectedClose <= bands.lastOfA) return gradedA;
  if (expectedClose <= bands.lastOfB) return gradedB;
  return expectedClose <= bands.lastOfC ? gradedC : gradedD;
}

/**
 * A customer's follow-up grade as of a day; rules G1–G6. 跟进等级
 *
 * No demand is E, latent demand D. Clear demand is graded by how near the expected close day is: the bounds are
 * inclusive and the nearest band wins. A close day in the past keeps A and asks for a new estimate; a missing one
 * leaves the customer ungraded and says so.
 *
 * @example
 * gradeOf({ demand: "clear", expectedClose: day("2026-04-01"), asOf: day("2026-03-01"), horizons: defaultHorizons })
 * //=> { grade: "A", reestimate: false, issue: null }
 */
export function gradeOf(
  facts: GradeFacts & { readonly asOf: Day; readonly horizons: Horizons },
): Graded {
  return gradeWithin(gradeBands(facts.asOf, facts.horizons), facts.demand, facts.expectedClose);
}
