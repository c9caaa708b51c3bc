import type { NewCustomerRefusal } from "../../app/add-customer";
import type { CommitAllFailure } from "../../app/deeds/commit-all";
import type { takeBack } from "../../app/deeds/history";
import type { DryRunFailure } from "../../app/import/import";
import type { FileFailure } from "../../app/import/file";
import type { SourceFailure } from "../../app/import/source";
import type { Refusal } from "../../app/log-follow-up";
import type { MergeRefusal } from "../../app/duplicates/merge-customers";
import type { FieldFailure } from "../../app/fields/fields";
import type { UpgradeFailure } from "../../app/set-up/migrate";
import type { OpenFailure } from "../../app/today/open-today";
import type { SetUpProblem } from "../../app/set-up/proposal";
import type { ProposeFailure } from "../../app/set-up/set-up";
import type { planShare, share } from "../../app/share/share";
import type { TranslationFailure } from "../../app/fields/translate";
import type { SplitRefusal } from "../../app/duplicates/split-customers";
import type { Workbook } from "../../app/workbook";
import type { InstallFailure } from "../../app/workbook/install";
import type { CommitFailure } from "../../app/workbook/rows";
import type { Day } from "../../domain/day";
import type { NotACreditCode } from "../../domain/matching/credit-code";
import type { Result } from "../../domain/result";
import type { TableId } from "../../tables/schema";

type FailureOf<Call extends (...args: never) => Promise<Result<unknown, unknown>>> =
  Awaited<ReturnType<Call>> extends infer R
    ? R extends { readonly ok: false; readonly error: infer E }
      ? E
      : never
    : never;

/** Every expected failure that can reach a person through the pane. */
export type PaneFailure =
  | FieldFailure
  | TranslationFailure
  | UpgradeFailure
  | OpenFailure
  | CommitFailure
  | InstallFailure
  | ProposeFailure
  | Refusal
  | SetUpProblem
  | SourceFailure
  | FileFailure
  | DryRunFailure
  | CommitAllFailure
  | MergeRefusal
  | SplitRefusal
  | NewCustomerRefusal
  | NotACreditCode
  /** A merge or split was shown, and the rows were changed before it was carried out. */
  | { readonly code: "changed-since-shown" }
  | FailureOf<Workbook["selectRow"]>
  | FailureOf<typeof planShare>
  | FailureOf<typeof share>
  | FailureOf<typeof takeBack>;

/** Failures of views that come later, whose words come with them. */
export type LaterFailureCode =
  | "not-a-workbook"
  | "password-protected"
  | "other-format"
  | "damaged-file"
  | "file-too-large"
  | "already-upgraded"
  | "at-work-elsewhere"
  | "half-done"
  | "header-changed"
  | "header-taken"
  | "column-filled"
  | "header-blank"
  | "header-too-long"
  | "too-few-choices"
  | "choice-twice"
  | "choice-with-comma"
  | "choice-as-formula"
  | "choices-too-long"
  | "field-unreadable"
  | "nothing-to-translate";

/** What happened and where, and what to do next. */
export interface Message {
  readonly what: string;
  readonly remedy: string;
}

/** The names people know things by, in the language of the message. */
export interface Names {
  table(id: TableId): string;
  column(id: string, table?: TableId): string;
  day(day: Day): string;
  failure(failure: PaneFailure): Message;
}

type FirstFailureCode = Exclude<PaneFailure["code"], LaterFailureCode>;

/** One wording per failure code: a code without words, here or in the later ones, does not compile. */
export type FirstFailureWords = WordsOf<FirstFailureCode>;
export type LaterFailureWords = WordsOf<LaterFailureCode>;

type WordsOf<Codes extends PaneFailure["code"]> = {
  readonly [Code in Codes]: (
    failure: Extract<PaneFailure, { readonly code: Code }>,
    names: Names,
  ) => Message;
};

export type LaterFailure = Extract<PaneFailure, { readonly code: LaterFailureCode }>;
export type FirstFailure = Exclude<PaneFailure, LaterFailure>;
