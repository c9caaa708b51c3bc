import type { DealStatus } from "../../domain/deal-status";
import type { Day } from "../../domain/day";
import type { Demand } from "../../domain/demand";
import type { FollowUpState } from "../../domain/follow-up-state";
import type { Grade, GradeBands } from "../../domain/grade";
import type { Span } from "../../domain/span";
import type { WorkCalendar } from "../../domain/workdays";
import type { Row } from "../../tables/change";
import type { DataIssue } from "../../tables/issues";
import type { Settings } from "../../tables/read-settings";
import type { TablePlace } from "../../tables/records";
import type { WorkbookFacts } from "../workbook/facts";
import type { CustomerList, ReadonlyCustomers } from "./customers";

/** Today 今日跟进: every customer judged as of one day, and the lists a person works through. */
export interface Today {
  readonly asOf: Day;
  readonly facts: WorkbookFacts;
  readonly settings: Settings;
  /** By id, in the sheet's order. A row without a usable id goes under `#` and its row number: see `identified`. */
  readonly customers: ReadonlyCustomers;
  /** F5: longest overdue first, then grade, then name. */
  readonly overdue: CustomerList;
  readonly dueToday: CustomerList;
  /** Nearest day first. */
  readonly soon: CustomerList;
  /** G5 and everyone else without a next day; listed apart, never dropped. */
  readonly ungraded: CustomerList;
  /** Due later than soon, in the sheet's order. */
  readonly later: CustomerList;
  /** Everything the rules cannot read, tables first, then customers in the sheet's order. */
  readonly issues: readonly DataIssue[];
  /** What customers are judged by, so that one can be judged again after a change. */
  readonly measure: Measure;
}

/** What a customer is judged by, worked out once for all of them. */
export interface Measure {
  readonly bands: GradeBands;
  readonly settings: Settings;
  /** F3; null: natural days. */
  readonly calendar: WorkCalendar | null;
  /** Where the customers table is. */
  readonly place: TablePlace;
  /** The name of the Holidays sheet. */
  readonly holidaysSheet: string;
  /** What is wrong with whole tables, columns, settings and holidays. */
  readonly issues: readonly DataIssue[];
}

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
