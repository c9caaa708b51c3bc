import type { Cell } from "../tables/change";
import type { InspectedRange, RangeRef, WorkbookFacts } from "./workbook";

/** What set-up suggests for the selection: adopt the customer sheet that is there, or create an empty one. */
export type Proposal = AdoptProposal | CreateProposal;

export interface CreateProposal {
  readonly kind: "create";
  readonly facts: WorkbookFacts;
}

export interface AdoptProposal {
  readonly kind: "adopt";
  readonly facts: WorkbookFacts;
  readonly inspected: InspectedRange;
  /** Zero-based row of the headers within the inspected range; rows above it (titles) stay outside the table. */
  readonly headerRow: number;
  /** Header row and everything below it. */
  readonly range: RangeRef;
  /** The rows below the header; null when there are none. */
  readonly body: RangeRef | null;
  readonly columns: readonly ProposedColumn[];
  /** What stands in the way whatever the mapping. */
  readonly problems: readonly SetUpProblem[];
}

/** A column of the person's own and what it looks like to us. */
export interface ProposedColumn {
  /** Zero-based within the range. */
  readonly index: number;
  /** As it stands; blank when it has none. */
  readonly header: string;
  /** The header a blank or doubled one will get, since a table's headers are unique; null when it stays. */
  readonly newHeader: string | null;
  /** The customers column it is taken for; null for a column of their own, kept as it is. */
  readonly guess: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: "header" | "content" | "header-and-content" | "own-formula" | null;
  /** The first filled cells, at most three. */
  readonly sample: readonly Cell[];
}

/** Customers column id → zero-based column of the range. What is not named is added when essential. */
export type Mapping = Readonly<Record<string, number>>;

/** What must be mended or mapped otherwise before anything is set up. */
export type SetUpProblem =
  | { readonly code: "read-only" }
  | { readonly code: "name-unmapped" }
  /** Two of our columns on one of theirs. */
  | { readonly code: "mapped-twice"; readonly header: string; readonly columns: readonly string[] }
  /** A table cannot hold merged cells. */
  | { readonly code: "merged-cells"; readonly sheet: string; readonly addresses: readonly string[] }
  /** No row of the selection looks like headers. */
  | { readonly code: "no-header-row"; readonly sheet: string; readonly address: string }
  /** The column mapped as id holds the same id more than once (`rows` are sheet row numbers, at most ten). */
  | {
      readonly code: "duplicate-id";
      readonly header: string;
      readonly ids: readonly { readonly id: string; readonly rows: readonly number[] }[];
      /** How many ids are doubled in all. */
      readonly count: number;
    }
  /** A column the add-in writes into holds a formula, which it would have to overwrite. `cell` is its address. */
  | {
      readonly code: "formula-in-written-column";
      readonly column: string;
      readonly header: string;
      readonly cell: string;
    };
