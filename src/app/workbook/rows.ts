import type { Cell, WholeRow } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import type { HalfWritten, WorkbookFailure } from "./failures";

/** A row that a person wrote or pasted, and that has no id yet. */
export interface Newcomer {
  readonly table: TableId;
  /** Zero-based row in the table's body when it was read. */
  readonly row: number;
  /** The filled cell it is known by: its column, and what stands there. */
  readonly column: string;
  readonly found: Cell;
  readonly id: string;
  readonly createdDay: Cell;
}

/** An id that was given and is taken back. */
export interface Withdrawal {
  readonly table: TableId;
  readonly id: string;
  /** The day of creation that came with it; null where none did, or where it shall stay. */
  readonly createdDay: Cell;
}

/** A newcomer that is given its id; `created` where it is given its day of creation, too. */
export interface Identified {
  readonly newcomer: Newcomer;
  readonly created: boolean;
}

/** Old rows of the audit table, and the row that tells of their deletion. */
export interface AuditTrim {
  readonly count: number;
  /** The number of the day before which they are: as many rows as were counted, and no others. */
  readonly before: number;
  /** Whether they are the first rows; where somebody sorted the table otherwise, it is put in the order of time first. */
  readonly ordered: boolean;
  readonly record: WholeRow;
}

export type TrimFailure = CommitFailure | { readonly code: "changed-since-shown" };

export interface Committed {
  /** Round trips this commit took. */
  readonly roundTrips: number;
}

export interface Conflict {
  readonly table: TableId;
  readonly id: string;
  readonly column: string;
  readonly expected: Cell;
  readonly found: Cell;
  /** The cell holds a formula now, and `found` is how it reads; a text may begin with "=", too. */
  readonly formula?: true;
}

export type CommitFailure =
  | { readonly code: "conflict"; readonly conflicts: readonly Conflict[] }
  | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
  | { readonly code: "id-taken"; readonly table: TableId; readonly id: string }
  | {
      readonly code: "no-room-below";
      readonly table: TableId;
      readonly sheet: string;
      readonly address: string;
    }
  /** The table ends so near the sheet's last row that `count` new rows do not fit. */
  | {
      readonly code: "sheet-full";
      readonly table: TableId;
      readonly sheet: string;
      readonly count: number;
    }
  | HalfWritten
  | WorkbookFailure;
