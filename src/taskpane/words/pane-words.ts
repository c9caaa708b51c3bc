import type { Demand } from "../../domain/demand";
import type { Span } from "../../domain/span";
import type { DataIssue, Remedy } from "../../tables/issues";
import type { ConflictWords } from "./conflict-words";
import type { FirstFailureWords } from "./failure-words";
import type { ViewWords } from "./view-words";

/**
 * Everything the pane says. Both languages implement this one list, so that a missing text is a type error. Texts with
 * facts in them are functions: plurals and word order are each language's own business.
 */
export interface PaneWords {
  readonly product: string;
  readonly back: string;
  readonly cancel: string;
  readonly retry: string;
  /** Forgets what was typed, or left, before. */
  readonly startAnew: string;
  readonly loading: string;
  /** While a message to Excel is not answered; from five seconds on with what often is the reason. */
  readonly waitForExcel: (seconds: number) => string;
  readonly copied: string;
  readonly dismiss: string;
  readonly takeBack: string;
  readonly blank: string;
  /** Two sentences in a row; nothing stands between them in Chinese, whose full stop brings its own room. */
  readonly sentences: (first: string, second: string) => string;
  /** Joins the clauses of a reason: "Grade A, every day" + "3 days overdue". */
  readonly clauses: string;
  /** Between what something is and what it says. */
  readonly colon: string;
  readonly list: string;
  /** A row of a table, counted from 1 below the headers. */
  readonly record: (number: number) => string;
  /** Said of the first of many of a kind. */
  readonly alike: (others: number) => string;
  readonly yes: string;
  readonly no: string;

  /** The heading over what one does with the whole sheet. */
  readonly tools: string;
  /** What leads to the views whose own words come with their code. */
  readonly views: Readonly<Record<NamedView, ViewWords>>;
  /** On the button that makes missing tables. */
  readonly restore: string;

  readonly notice: NoticeWords;
  readonly today: TodayWords;
  readonly why: WhyWords;
  readonly customer: CustomerWords;
  readonly log: LogWords;
  /** What leads to settings and help. */
  readonly settings: string;
  readonly conflicts: ConflictWords;
  /** A day in front of those Excel counts with, which is no day to the rules. */
  readonly earlyDay: (found: string) => string;
  readonly issue: Readonly<Record<DataIssue["code"], (found: string) => string>>;
  readonly remedy: Readonly<Record<Remedy, string>>;
  readonly failure: FirstFailureWords;
}

export type NamedView =
  | "import"
  | "duplicates"
  | "new-customer"
  | "health"
  | "history"
  | "fields"
  | "share"
  | "repair"
  | "set-up";

/** What has just happened. */
export interface NoticeWords {
  readonly imported: (added: number, updated: number) => string;
  readonly importTakenBack: (added: number, updated: number) => string;
  /** Said after what was taken back: a table made for it is empty now, and stays. */
  readonly emptied: (table: string) => string;
  /** A row is back without the look it had. */
  readonly undressed: string;
  readonly takingBackCancelled: string;
  /** A deed was carried out; `deed` is its kind and what it was about. */
  readonly did: (deed: string) => string;
  readonly takenBack: (deed: string) => string;
  /** So many entries of a deed; the others stay as they are. */
  readonly partOf: (deed: string, entries: number) => string;
  readonly broughtBack: (deed: string) => string;
  /** A kind of deed with what it was about. */
  readonly deed: (kind: string, about: string) => string;
  /** The way from a take-back that was refused to where it can be done cell by cell. */
  readonly chooseCells: string;
}

export type SectionId = "overdue" | "dueToday" | "soon" | "ungraded" | "issues";

export interface TodayWords {
  readonly title: string;
  readonly section: Readonly<Record<SectionId, string>>;
  readonly sectionHint: Readonly<Record<SectionId, string | null>>;
  readonly summary: string;
  readonly customers: (count: number) => string;
  readonly cells: (count: number) => string;
  readonly search: string;
  readonly results: (count: number) => string;
  readonly nothingFound: (query: string) => string;
  readonly owner: string;
  readonly everyOwner: string;
  readonly withoutOwner: string;
  readonly later: (count: number) => string;
  readonly allDone: string;
  readonly allDoneHint: string;
  readonly noCustomers: string;
  readonly noCustomersHint: string;
  readonly noneOfThese: string;
  /** Lifts the filters while something is looked for. */
  readonly findAmongAll: string;
  readonly log: string;
  readonly logFor: (name: string) => string;
  readonly unnamed: (id: string) => string;
  readonly step: (step: 1 | 2 | 3, days: number) => string;
  readonly refresh: string;
  readonly notSetUp: string;
  /** Why a tool has nothing to work on before set-up. */
  readonly needsTables: (view: string) => string;
  readonly readOnly: string;
  readonly readOnlyRemedy: string;
}

export interface WhyWords {
  readonly graded: (grade: string, cadence: Span) => string;
  readonly gradeOnly: (grade: string) => string;
  readonly ungraded: string;
  readonly agreed: (day: string) => string;
  readonly created: (day: string) => string;
  readonly noStart: string;
  readonly since: (day: string) => string;
  readonly reestimate: string;
  readonly closeDayMissing: string;
  readonly demandMissing: string;
  readonly calendarMissing: (year: number) => string;
  readonly overdue: (days: number) => string;
  readonly dueToday: string;
  readonly due: (days: number) => string;
}

export interface CustomerWords {
  readonly grade: string;
  readonly next: string;
  readonly facts: string;
  readonly recent: string;
  readonly noRecent: string;
  readonly showInSheet: string;
  readonly log: string;
  readonly call: (number: string) => string;
  readonly mail: (address: string) => string;
  readonly copyValue: (title: string) => string;
  readonly gradeMove: (before: string, after: string) => string;
  readonly ungraded: string;
  readonly gone: string;
  /** How much of the profile is filled in. */
  readonly complete: (percent: number, filled: number, fields: number) => string;
  readonly resultLabel: string;
  readonly nextStepLabel: string;
  readonly notSet: string;
}

export interface LogWords {
  readonly title: string;
  readonly channel: string;
  readonly channelKeys: string;
  readonly said: string;
  readonly saidHint: string;
  readonly day: string;
  readonly demand: string;
  readonly demandTitle: Readonly<Record<Demand, string>>;
  readonly demandUnknown: string;
  readonly expectedClose: string;
  readonly more: string;
  readonly result: string;
  readonly nextStep: string;
  readonly agreed: string;
  readonly agreedHint: string;
  readonly chip: Readonly<Record<"day" | "threeDays" | "week" | "month", string>>;
  readonly chipLabel: Readonly<Record<"day" | "threeDays" | "week" | "month", string>>;
  readonly clearAgreed: string;
  readonly preview: string;
  readonly previewGrade: (before: string, after: string) => string;
  readonly previewSameGrade: (grade: string) => string;
  readonly previewNext: (day: string, distance: string) => string;
  readonly previewAgreed: (day: string, distance: string) => string;
  readonly previewNoNext: string;
  readonly previewBackDated: string;
  readonly save: string;
  readonly saving: string;
  readonly saveKeys: string;
  readonly saved: (name: string, grade: string, next: string) => string;
  readonly savedUngraded: (name: string) => string;
  readonly takenBack: (name: string) => string;
  readonly takingBack: string;
  readonly keeping: string;
  readonly distance: (days: number) => string;
  readonly draftKept: string;
  /** The button that goes on writing with what was chosen among changed cells. */
  readonly goOn: string;
  readonly conflictLead: string;
  /** Why it cannot be saved yet. */
  readonly decideFirst: string;
}
