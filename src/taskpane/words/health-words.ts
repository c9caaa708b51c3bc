import type { Side } from "../../app/conflicts/resolve";
import type { DoubtReason } from "../../tables/cell-health";
import type { DayOrder } from "../../domain/day-order";
import type { DataIssueCode, DoubtCode, Remedy } from "../../tables/issues";
import type { ViewWords } from "./view-words";

export type DoubtWords = Readonly<Record<DoubtCode, (found: string) => string>>;

/** The remedies only the health check tells. */
export type DoubtRemedyWords = Readonly<
  Record<
    Extract<
      Remedy,
      | "type-in-full"
      | "mend-phone"
      | "mend-email"
      | "mend-code"
      | "tidy-text"
      | "type-anew"
      | "mend-reference"
      | "follow-the-log"
      | "turn-days-back"
      | "repair-formulas"
    >,
    string
  >
>;

/** What the health check says. */
export interface HealthWords extends ViewWords {
  readonly start: string;
  readonly again: string;
  readonly checking: (percent: number) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly tab: Readonly<Record<"issues" | "profile" | "unconfirmed", string>>;
  readonly checked: (cells: number, customers: number) => string;
  readonly found: (extent: string) => string;
  readonly allWell: string;
  readonly allWellHint: string;
  readonly formulasUnchecked: string;
  readonly kind: Readonly<Record<DataIssueCode, string>>;
  /** How much there is of a kind: whole columns, and cells besides. */
  readonly extent: (columns: number, cells: number) => string;
  readonly wholeColumns: (names: string) => string;
  readonly inAllRows: (rows: number) => string;
  readonly inRows: (count: number, rows: number) => string;
  readonly isEmpty: string;
  readonly suchAs: (found: string) => string;
  readonly goToColumn: string;
  readonly wholeTable: string;
  /** What is known about days with the year last, such as 3/1/2017. */
  readonly dayOrder: {
    readonly known: (
      column: string,
      order: DayOrder,
      proofs: number,
      example: string,
      others: number,
    ) => string;
    readonly open: (column: string, count: number, example: string) => string;
    readonly torn: (
      column: string,
      monthFirst: string,
      dayFirst: string,
      count: number,
      example: string,
    ) => string;
    readonly said: (order: DayOrder) => string;
    readonly question: (column: string) => string;
    readonly answer: Readonly<Record<DayOrder | "none", string>>;
    /** Real days beside texts of that order, none later than the twelfth: what one of them would become. */
    readonly turned: (
      column: string,
      count: number,
      order: DayOrder,
      text: string,
      before: string,
      after: string,
    ) => string;
    readonly turnedQuestion: (column: string) => string;
    readonly turnedAnswer: Readonly<Record<"turned" | "right" | "none", string>>;
  };
  readonly fixable: (count: number) => string;
  readonly guessable: (count: number) => string;
  readonly because: Readonly<Record<DoubtReason, string>>;
  readonly becomes: (before: string, after: string) => string;
  /** What looks the same before and after: a number that becomes text, or the other way round. */
  readonly retyped: (content: string, isText: boolean) => string;
  readonly emptied: string;
  readonly whichRow: (row: number) => string;
  readonly choose: string;
  readonly chooseOf: (address: string) => string;
  readonly toFix: (count: number) => string;
  readonly fixTitle: string;
  readonly fixLead: string;
  readonly guesses: string;
  readonly oneByOne: string;
  /** Leads from the unknown words to saying once what each of them means. */
  readonly sayWords: string;
  readonly chosenOf: (chosen: number, all: number) => string;
  readonly fix: (count: number) => string;
  readonly nothingChosen: string;
  readonly fixing: (percent: number) => string;
  readonly cancelling: string;
  readonly about: (cells: number) => string;
  readonly skipped: (count: number) => string;
  readonly repair: string;
  /** What is to be chosen for cells that were changed after the check, and what is done then. */
  readonly changedLead: string;
  readonly changedAction: (fixed: number, kept: number) => string;
  /** What the three values of such a cell are called. */
  readonly changedLabels: { readonly read: string } & Readonly<Record<Side, string>>;

  readonly profileLead: (fields: string) => string;
  readonly noFields: string;
  readonly average: (percent: number) => string;
  readonly profileOf: (filled: number, fields: number) => string;
  readonly profileTitle: string;
  readonly profileHint: string;

  readonly unconfirmedTitle: string;
  readonly unconfirmedHint: (days: number) => string;
  readonly noneUnconfirmed: (days: number) => string;
  readonly since: (day: string, overdue: number) => string;
  readonly never: string;
  readonly confirm: string;
  readonly confirmOf: (name: string) => string;
  readonly columnToCome: string;
  readonly unidentified: string;
}
