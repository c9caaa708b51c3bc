import type { Day } from "../domain/day";
import type { Result } from "../domain/result";
import type { Cell } from "../tables/change";
import type { NewId } from "../tables/ids";
import type { DataIssue } from "../tables/issues";
import type { Language, TableId } from "../tables/schema";
import type { Mapping, Proposal, SetUpProblem } from "./proposal";
import type { InstallPlan } from "./workbook";

/** A plan ready to carry out, with everything it will add or change said beforehand. */
export interface SetUpPlan {
  readonly install: InstallPlan;
  readonly summary: SetUpSummary;
}

export interface SetUpSummary {
  /** Sheets and tables that will be new. */
  readonly tablesAdded: readonly {
    readonly table: TableId;
    readonly sheet: string;
    readonly rows: number;
  }[];
  /** Columns that will be added to the right of the adopted ones; empty when creating. */
  readonly columnsAdded: readonly { readonly column: string; readonly header: string }[];
  /** Their columns that will be used as ours. */
  readonly columnsUsed: readonly { readonly column: string; readonly header: string }[];
  /** Their columns that stay as they are. */
  readonly columnsKept: readonly string[];
  /** Blank or doubled headers that get another text. */
  readonly headersChanged: readonly {
    readonly index: number;
    readonly from: string;
    readonly to: string;
  }[];
  /** The range that becomes a structured table of that name; null when it is one already. */
  readonly becomesTable: string | null;
  /** Customers found; totally blank rows are not counted. */
  readonly customers: number;
  readonly blankRows: number;
  /** Ids written into blank id cells of a column of theirs. */
  readonly idsGiven: number;
  /** Cells the rules cannot read or read with a reservation. They stay as they are. */
  readonly issues: readonly DataIssue[];
}

export interface SetUpContext {
  readonly language: Language;
  readonly asOf: Day;
  readonly newId: NewId;
  /** The cells of `proposal.body`, from `readBody`; empty when creating. */
  readonly rows: readonly (readonly Cell[])[];
}

export declare function planSetUp(
  proposal: Proposal,
  mapping: Mapping,
  context: SetUpContext,
): Result<SetUpPlan, readonly SetUpProblem[]>;
