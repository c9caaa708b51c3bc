import type { Side } from "../../app/conflicts/resolve";
import type { NewCustomerField } from "../../app/add-customer";
import type { Choice } from "../../app/duplicates/merge-customers";
import type { FactKind } from "../../domain/matching/likeness";
import type { ViewWords } from "./view-words";

/** What the search for duplicates, merging and splitting say. */
export interface DuplicatesWords extends ViewWords {
  readonly find: string;
  readonly finding: string;
  readonly stop: string;
  readonly none: (customers: number) => string;
  readonly found: (groups: number, customers: number) => string;
  /** From which score on pairs are listed, and that it can be changed. */
  readonly listedFrom: (score: number) => string;
  readonly score: (score: number) => string;
  readonly sure: string;
  readonly likely: string;
  readonly fact: Readonly<Record<FactKind, (common: string) => string>>;
  readonly heldBy: (owner: string) => string;
  readonly heldByNobody: string;
  readonly merge: string;
  readonly mergeOf: (one: string, other: string) => string;
  readonly more: (left: number) => string;

  readonly mergeTitle: string;
  readonly keepWhich: string;
  readonly differences: string;
  /** Over the fields that only one of the two customers has filled. */
  readonly oneSided: (fields: number) => string;
  readonly noDifferences: string;
  readonly from: Readonly<Record<Choice, string>>;
  /** Rows of one table. */
  readonly rows: (table: string, count: number) => string;
  /** `rows`: those of all tables, "" for none. */
  readonly rowsMove: (rows: string) => string;
  readonly mergeHint: string;
  readonly doMerge: string;
  readonly merging: string;
  readonly merged: (kept: string) => string;

  readonly past: string;
  readonly pastHint: string;
  readonly pastMerge: (removed: string, kept: string) => string;
  readonly split: string;
  readonly splitOf: (removed: string, kept: string) => string;
  readonly splitting: string;
  readonly splitDone: (removed: string, rows: string) => string;
  /** The survivor was changed since the merge: before it is split a person decides what stays. */
  readonly changedSince: (kept: string) => string;
  readonly changedSinceLead: string;
  readonly changedLabels: Readonly<Record<"read" | Side, string>>;
  /** Why a row of the customer that goes is not moved. */
  readonly movedAway: string;
  readonly keptAsNow: (columns: string) => string;
  readonly unreadable: (count: number) => string;
}

/** What the form for a new customer says. */
export interface NewCustomerWords extends ViewWords {
  readonly checking: string;
  readonly clear: string;
  readonly overlap: (count: number) => string;
  readonly held: (owner: string) => string;
  readonly heldByNobody: string;
  readonly hint: Readonly<Record<Exclude<NewCustomerField, "name" | "contact" | "owner">, string>>;
  readonly add: string;
  readonly addAnyway: string;
  readonly adding: string;
  readonly added: (name: string) => string;
  readonly open: string;
}
