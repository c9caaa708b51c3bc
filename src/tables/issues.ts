import type { Cell } from "./change";
import type { TableId } from "./schema";

/**
 * One cell (or row, or table) the rules cannot use as it stands. Typed facts only: `taskpane/` words what was found
 * where, and the remedy.
 */
export interface DataIssue {
  readonly code: DataIssueCode;
  readonly table: TableId;
  /** The sheet's name as people see it. */
  readonly sheet: string;
  /** The row's id where it has one. */
  readonly id: string | null;
  /** Zero-based row in the table's body; null when the issue is about the whole table or column. */
  readonly row: number | null;
  /** The column's id; null when the issue is about the whole row or table. */
  readonly column: string | null;
  /** The column's header as it stands in the sheet. */
  readonly header: string | null;
  /** What stands in the cell. */
  readonly found: Cell;
  /** `stops`: the row cannot be judged or written. `weakens`: it is judged without that cell. `notes`: understood. */
  readonly severity: "stops" | "weakens" | "notes";
  readonly remedy: Remedy;
}

export type DataIssueCode =
  | "unknown-word"
  | "not-a-day"
  /** F6: the last follow-up lies ahead, so none that is logged would move it. */
  | "day-in-the-future"
  | "not-a-number"
  | "not-a-time"
  /** A day written as text: understood, yet Excel itself does not count with it. */
  | "text-day"
  /** A number written as text: understood. */
  | "text-number"
  /** A formula's error value such as #N/A. */
  | "error-value"
  | "id-missing"
  | "id-duplicate"
  /** An id stored as a number: understood, yet beyond 15 digits Excel has already lost some. */
  | "id-number"
  | "name-missing"
  /** G5: clear demand without an expected close day. 缺少预计成交日 */
  | "close-day-missing"
  | "demand-missing"
  | "column-missing"
  /** A block of settings cannot be read; the documented defaults are used meanwhile. */
  | "setting-unreadable"
  /** A row of Settings is gone, or the workbook is older than it (`found`: its key); the default is used meanwhile. */
  | "setting-missing"
  /** F3: no holidays are recorded for a year (`found`), natural days are used for it meanwhile. */
  | "calendar-unknown"
  | DoubtCode;

/** What the health check tells of cells the rules can read, or do not look at. */
export type DoubtCode =
  /** Rounded by Excel or shown in scientific notation: the last digits are gone for good. */
  | "digits-lost"
  /** A telephone or identity number stored as a number: understood, yet a leading 0 or + would be lost. */
  | "kept-as-number"
  | "not-a-phone"
  | "not-an-email"
  /** GB 32100-2015 */
  | "not-a-credit-code"
  /** GB 11643-1999 */
  | "not-an-identity-number"
  /** Zero-width, control and direction characters. */
  | "invisible-characters"
  /** Full-width letters or digits where a code, a number or an address is meant. */
  | "wide-characters"
  /** Spaces at the ends, doubled, full-width or non-breaking ones. */
  | "stray-spaces"
  /** A code that is valid but not in its usual form. */
  | "code-form"
  /** Characters that were lost on the way into the workbook. */
  | "damaged-text"
  /** The id names a row of another table that is not there. */
  | "reference-missing"
  /** F6: the log has a later follow-up than the customer's row. */
  | "behind-the-log"
  /** Month and day of the month were exchanged by the program that opened the file, or the cell stayed a text by it. */
  | "turned-day"
  /** A value where one of our columns has a formula. */
  | "formula-overwritten"
  | "formula-missing";

export type Remedy =
  | "pick-from-list"
  | "type-a-day"
  | "type-a-number"
  | "type-a-time"
  | "turn-into-day"
  | "turn-into-number"
  | "turn-into-text"
  | "mend-formula"
  | "give-id"
  | "give-name"
  | "give-close-day"
  | "give-demand"
  | "restore-column"
  | "mend-setting"
  | "restore-setting"
  | "add-holidays"
  | "type-in-full"
  | "mend-phone"
  | "mend-email"
  | "mend-code"
  | "tidy-text"
  | "type-anew"
  | "mend-reference"
  | "follow-the-log"
  | "turn-days-back"
  | "repair-formulas";

/** Where an issue was found; the rest of a `DataIssue` follows from its code. */
export type IssuePlace = Pick<
  DataIssue,
  "table" | "sheet" | "id" | "row" | "column" | "header" | "found"
>;

const consequences: Readonly<Record<DataIssueCode, Pick<DataIssue, "severity" | "remedy">>> = {
  "unknown-word": { severity: "weakens", remedy: "pick-from-list" },
  "not-a-day": { severity: "weakens", remedy: "type-a-day" },
  "day-in-the-future": { severity: "weakens", remedy: "type-a-day" },
  "not-a-number": { severity: "weakens", remedy: "type-a-number" },
  "not-a-time": { severity: "weakens", remedy: "type-a-time" },
  "text-day": { severity: "notes", remedy: "turn-into-day" },
  "text-number": { severity: "notes", remedy: "turn-into-number" },
  "error-value": { severity: "weakens", remedy: "mend-formula" },
  "id-missing": { severity: "stops", remedy: "give-id" },
  "id-duplicate": { severity: "stops", remedy: "give-id" },
  "id-number": { severity: "notes", remedy: "turn-into-text" },
  "name-missing": { severity: "weakens", remedy: "give-name" },
  "close-day-missing": { severity: "weakens", remedy: "give-close-day" },
  "demand-missing": { severity: "weakens", remedy: "give-demand" },
  "column-missing": { severity: "weakens", remedy: "restore-column" },
  "setting-unreadable": { severity: "weakens", remedy: "mend-setting" },
  "setting-missing": { severity: "weakens", remedy: "restore-setting" },
  "calendar-unknown": { severity: "weakens", remedy: "add-holidays" },
  "digits-lost": { severity: "weakens", remedy: "type-in-full" },
  "kept-as-number": { severity: "notes", remedy: "turn-into-text" },
  "not-a-phone": { severity: "weakens", remedy: "mend-phone" },
  "not-an-email": { severity: "weakens", remedy: "mend-email" },
  "not-a-credit-code": { severity: "weakens", remedy: "mend-code" },
  "not-an-identity-number": { severity: "weakens", remedy: "mend-code" },
  "invisible-characters": { severity: "notes", remedy: "tidy-text" },
  "wide-characters": { severity: "notes", remedy: "tidy-text" },
  "stray-spaces": { severity: "notes", remedy: "tidy-text" },
  "code-form": { severity: "notes", remedy: "tidy-text" },
  "damaged-text": { severity: "weakens", remedy: "type-anew" },
  "reference-missing": { severity: "weakens", remedy: "mend-reference" },
  "behind-the-log": { severity: "weakens", remedy: "follow-the-log" },
  "turned-day": { severity: "weakens", remedy: "turn-days-back" },
  "formula-overwritten": { severity: "weakens", remedy: "repair-formulas" },
  "formula-missing": { severity: "weakens", remedy: "repair-formulas" },
};

/** The full issue for what was found somewhere. */
export function dataIssue(code: DataIssueCode, place: IssuePlace): DataIssue {
  return { code, ...place, ...consequences[code] };
}

/** The same issue under another code. */
export function recoded<Issue extends DataIssue>(issue: Issue, code: DataIssueCode): Issue {
  return { ...issue, code, ...consequences[code] };
}
