import type { Day } from "../../domain/day";
import type { DayOrder, OrderEvidence } from "../../domain/day-order";
import type { Verification } from "../../domain/verification";
import type { DoubtReason } from "../../tables/cell-health";
import type { DataIssue, DataIssueCode } from "../../tables/issues";
import type { Proposal } from "../../tables/remedies";
import type { TableId } from "../../tables/schema";
import type { WorkbookFacts } from "../workbook/facts";

/** 数据体检: everything in the tables that the rules cannot read or doubt, and how complete and fresh the data is. */
export interface HealthReport {
  readonly asOf: Day;
  readonly facts: WorkbookFacts;
  /** What was looked at. */
  readonly customers: number;
  readonly rows: number;
  readonly cells: number;
  /** The gravest first, then the most frequent. No kind is empty. */
  readonly kinds: readonly HealthKind[];
  /** How many rows of each table hold something. */
  readonly filled: ReadonlyMap<TableId, number>;
  /** Columns of days with the year last, which mean two days until their order is known. */
  readonly dayColumns: readonly DayColumn[];
  /** False where this Excel cannot tell which cells hold formulas. */
  readonly formulasChecked: boolean;
  readonly profile: ProfileReport;
  /** I3: to be confirmed, the longest unconfirmed first; those never confirmed nor dated come first of all. */
  readonly unconfirmed: readonly Unconfirmed[];
  readonly verificationDays: number;
}

/** All issues of one code. */
export interface HealthKind {
  readonly code: DataIssueCode;
  readonly severity: DataIssue["severity"];
  /** In the order of tables and rows. */
  readonly issues: readonly HealthIssue[];
  /** The same issues by column and reason, those of whole columns first, then the most frequent. */
  readonly groups: readonly IssueGroup[];
  /** How many have a proposal that is certain, and how many one that is a guess. */
  readonly sure: number;
  readonly guessed: number;
}

/** Issues of one code that say the same of the same column. */
export interface IssueGroup {
  /** Tells it apart from the others of its kind. */
  readonly key: string;
  readonly issues: readonly [HealthIssue, ...HealthIssue[]];
  /** Whether all of its cells hold the same, nothing for instance. */
  readonly isSame: boolean;
  /** How many rows of the table hold something. */
  readonly rows: number;
  /** Nearly all rows have it: the column is to be mended, not one cell after another. */
  readonly isWholeColumn: boolean;
}

/** A column of days whose year stands last, and in which order they are read. */
export interface DayColumn {
  readonly table: TableId;
  readonly sheet: string;
  readonly column: string;
  readonly header: string | null;
  readonly evidence: OrderEvidence;
  /** The order they are read in; null where a person has to say it. */
  readonly order: DayOrder | null;
  /** What the order is known from: the column's own days, or a person. */
  readonly by: "cells" | "person" | null;
  /** Its real days, where they look turned around; null otherwise. */
  readonly turned: TurnedDays | null;
}

/** Real days of a column that look as if month and day of the month were exchanged when the file was opened. */
export interface TurnedDays {
  /** One for each, with what it would become. */
  readonly issues: readonly [HealthIssue, ...HealthIssue[]];
  /** What a person says: they were turned, or they are right as they are; null for nothing yet. */
  readonly said: "turned" | "right" | null;
}

export interface HealthIssue extends DataIssue {
  /** The cell in its sheet, such as "F12"; null for whole tables and columns, or where it is not known. */
  readonly address: string | null;
  /** The customer's name as far as the row tells, "" otherwise. */
  readonly customer: string;
  readonly because: DoubtReason | null;
  /** Whether the row can be found by an id of its own; otherwise nothing is proposed for it. */
  readonly identified: boolean;
  /** What the cell could become; null where a person has to decide, or where the row has no id of its own. */
  readonly proposal: Proposal | null;
}

/** R1: how complete the customers' profiles are. */
export interface ProfileReport {
  /** The headers of the columns that count. */
  readonly fields: readonly string[];
  /** The share of all fields of all customers, 0 to 1; null without fields or customers. */
  readonly average: number | null;
  /** The least complete first. */
  readonly customers: readonly ProfileOf[];
}

export interface ProfileOf {
  readonly id: string;
  readonly name: string;
  /** Zero-based row in the table's body. */
  readonly row: number;
  /** Whether the row can be found by its id. */
  readonly identified: boolean;
  readonly filled: number;
}

export interface Unconfirmed {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly identified: boolean;
  readonly verification: Exclude<Verification, { readonly kind: "confirmed" }>;
  /** What the cell of the day of confirmation holds, with which a commit is compared. */
  readonly cell: DataIssue["found"];
}
