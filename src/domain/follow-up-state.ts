import { daysBetween, type Day, type DayCount } from "./day";
import type { Grade } from "./grade";
import type { HighlightSteps } from "./limits";

/** Where a customer stands on a day; rules F5 and F7. Every customer is in exactly one state. */
export type FollowUpState =
  | { readonly kind: "overdue"; readonly days: DayCount; readonly step: 0 | 1 | 2 | 3 }
  | { readonly kind: "today" }
  | { readonly kind: "soon"; readonly days: DayCount }
  | { readonly kind: "later"; readonly days: DayCount }
  /** Without a grade, or without a day to be due on: listed apart, never dropped. */
  | { readonly kind: "ungraded" };

export interface FollowUpStateFacts {
  readonly grade: Grade | null;
  readonly next: Day | null;
  readonly asOf: Day;
  /** Up to this many days ahead counts as soon. */
  readonly dueSoonDays: DayCount;
  readonly steps: HighlightSteps;
}

const today: FollowUpState = Object.freeze({ kind: "today" });
const ungraded: FollowUpState = Object.freeze({ kind: "ungraded" });

/**
 * The state of a customer as of a day; rules F5 and F7. 跟进状态
 *
 * @example
 * followUpState({ grade: "A", next: day("2026-03-01"), asOf: day("2026-03-05"), dueSoonDays: 3,
 *   steps: defaultHighlightSteps }) //=> { kind: "overdue", days: 4, step: 1 }
 */
export function followUpState({
  grade,
  next,
  asOf,
  dueSoonDays,
  steps,
}: FollowUpStateFacts): FollowUpState {
  if (grade === null || next === null) return ungraded;
  const days = daysBetween(asOf, next);
  if (days < 0) return { kind: "overdue", days: -days, step: overdueStep(-days, steps) };
  if (days === 0) return today;
  return { kind: days <= dueSoonDays ? "soon" : "later", days };
}

/** The highest highlight step that so many days overdue have reached; 0 before the first; rule F7. */
export function overdueStep(days: DayCount, steps: HighlightSteps): 0 | 1 | 2 | 3 {
  if (days >= steps[3]) return 3;
  if (days >= steps[2]) return 2;
  return days >= steps[1] ? 1 : 0;
}

/** Days a due day lies in the past, 0 when it does not; rule F5. 逾期天数 */
export function overdueDays(next: Day, asOf: Day): DayCount {
  return Math.max(0, daysBetween(next, asOf));
}
