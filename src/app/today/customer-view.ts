import type { DealStatus } from "../../domain/deal-status";
import type { Day } from "../../domain/day";
import type { Demand } from "../../domain/demand";
import type { FollowUpState } from "../../domain/follow-up-state";
import type { Grade } from "../../domain/grade";
import type { Span } from "../../domain/span";
import type { Row } from "../../tables/change";
import type { DataIssue } from "../../tables/issues";

export interface Entry {
  readonly id: string;
  readonly name: string;
  /** The grade as it is today (G1–G6); null when ungraded. */
  readonly grade: Grade | null;
  readonly next: Day | null;
  readonly state: FollowUpState;
  readonly why: Why;
}

/** The facts behind a next day, to be worded for people. */
export interface Why {
  /**
   * agreed: a person set the day (F4) · cadence: last follow-up + the grade's cadence (F1) · created: never followed
   * up (F2) · no-start: graded, but neither a follow-up nor a creation day to count from · ungraded: no grade.
   */
  readonly basis: "agreed" | "cadence" | "created" | "no-start" | "ungraded";
  /** What the grade's cadence is, when there is a grade. */
  readonly cadence: Span | null;
  /** The day counted from: the last follow-up, or the day of creation. */
  readonly since: Day | null;
  /** G6: the expected close day is past, 需重估. */
  readonly reestimate: boolean;
  /** Why there is no grade: G5 or no demand stated; null when graded. */
  readonly ungradedBecause: "close-day-missing" | "demand-missing" | null;
  /** F3: the roll to a working day was left out because this year's holidays are not recorded; null otherwise. */
  readonly calendarMissing: number | null;
}

/** One customer as Today knows it: only the columns that decide when to follow up. */
export interface CustomerView extends Entry {
  readonly demand: Demand | null;
  readonly dealStatus: DealStatus | null;
  readonly owner: string;
  readonly expectedClose: Day | null;
  readonly lastFollowUp: Day | null;
  readonly agreedDay: Day | null;
  readonly createdDay: Day | null;
  /** Zero-based row in the table's body when it was read. */
  readonly row: number;
  /** False when the row's id is missing or shared with a row above: it is listed, but nothing can be logged on it. */
  readonly identified: boolean;
  /** The raw cells as read, with which a commit is compared. */
  readonly cells: Row;
  readonly issues: readonly DataIssue[];
}
