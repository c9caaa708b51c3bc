import type { ImportKey } from "../../tables/import/key";
import type { DayOrder } from "../../domain/day-order";
import type { RejectionCode } from "../../tables/import/plan";
import type { Encoding } from "../../tables/import/text";
import type { ViewWords } from "./view-words";

/** What one incoming row will do. */
export type RowFate = "added" | "updated" | "unchanged" | "rejected";

export interface ImportWords extends ViewWords {
  readonly selection: string;
  readonly selectionHint: string;
  readonly useSelection: string;
  readonly place: string;
  /** A sheet's or a table's entry in the list of places. */
  readonly placeName: (sheet: string, table: string | null, rows: number) => string;
  readonly usePlace: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly pasted: string;
  readonly usePasted: string;
  readonly file: string;
  readonly fileHint: string;
  readonly chooseFile: string;
  readonly reading: string;
  /** `name` is the sheet and range or the file; "" for pasted cells. */
  readonly found: (rows: number, columns: number, name: string) => string;
  readonly otherSource: string;
  readonly fileSheet: string;
  readonly hiddenSheet: (name: string) => string;
  readonly encoding: string;
  readonly encodingHint: string;
  readonly encodingName: Readonly<Record<Encoding, string>>;
  readonly hiddenRows: (count: number) => string;
  readonly uncalculated: (count: number) => string;
  readonly target: string;
  readonly noHeaders: (first: string) => string;
  readonly noHeadersHint: string;
  readonly products: string;
  readonly productsHint: string;
  readonly dayOrder: string;
  readonly dayOrderHint: string;
  readonly dayOrderName: Readonly<Record<DayOrder | "unclear", string>>;
  /** Above what is asked about the days of single columns. */
  readonly dayQuestions: string;
  readonly unanswered: string;
  /** Days stay out that nobody says how to read. */
  readonly daysOut: string;
  readonly answerFirst: string;
  readonly createCustomers: string;
  readonly createCustomersHint: string;
  readonly mappingHint: string;
  readonly leaveOut: string;
  /** Columns that were to be filled and are gone from the table. */
  readonly lost: (titles: string) => string;
  readonly lostHint: string;
  /** Buttons that give the customers a column for one that is left out. */
  readonly addColumn: (title: string) => string;
  readonly addField: (kind: string) => string;
  readonly key: string;
  readonly keyHint: string;
  readonly keyName: Readonly<Record<ImportKey, string>>;
  readonly withoutUnreadable: string;
  readonly withoutUnreadableHint: string;
  readonly check: string;
  readonly checking: string;
  readonly nothingWritten: string;
  readonly result: string;
  readonly fate: Readonly<Record<RowFate, string>>;
  readonly fateHint: Readonly<Record<RowFate, string>>;
  readonly rows: (count: number) => string;
  readonly blankRows: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly newCustomers: (count: number) => string;
  readonly withoutCustomer: (count: number) => string;
  readonly row: (number: number) => string;
  readonly move: (title: string, from: string, to: string) => string;
  readonly reason: Readonly<
    Record<RejectionCode, (found: string, otherRow: number, there: string) => string>
  >;
  readonly mend: (title: string, row: number) => string;
  /** Between names and between row numbers. */
  readonly between: string;
  /** Rows known though a part of the key is blank on one side; `rows` are the first of their numbers. */
  readonly knownInPart: (count: number, titles: string, rows: string, isMore: boolean) => string;
  /** New rows that look like customers who are there. */
  readonly overlaps: (rows: number) => string;
  readonly overlapsHint: string;
  readonly overlapsSought: string;
  readonly seekOverlaps: string;
  /** Another key knows rows that the chosen one takes for new. */
  readonly otherKey: (chosen: string, other: string, rows: number) => string;
  readonly useOtherKey: string;
  readonly checkAgain: string;
  /** Why rows cannot be imported before they are checked again. */
  readonly correctedHint: string;
  /** An import that was left before it was written; `name` of its file or sheet, "" for none. */
  readonly left: (name: string) => string;
  readonly goOn: string;
  readonly saveRejected: string;
  /** The sheet the rejected rows are saved to: its name before the day, and the headers of its two last columns. */
  readonly rejectedSheet: {
    readonly sheet: string;
    readonly reason: string;
    readonly row: string;
  };
  readonly rejectedSaved: (sheet: string) => string;
  readonly earlier: string;
  readonly further: string;
  readonly page: (first: number, last: number, count: number) => string;
  readonly more: (count: number) => string;
  readonly change: string;
  readonly start: (count: number) => string;
  readonly nothingToDo: string;
  readonly applying: (percent: number) => string;
  readonly cancelling: string;
  readonly another: string;
}
