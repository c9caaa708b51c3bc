import type { Cell, WholeRow } from "../../tables/change";
import type { HighlightRule } from "../../tables/highlight";
import type { Language, TableId } from "../../tables/schema";
import type { NewColumn } from "./columns";
import type { WorkbookFacts } from "./facts";
import type { HalfWritten, WorkbookFailure } from "./failures";
import type { RangeRef } from "./places";
import type { CommitFailure } from "./rows";

/** What an upgrade leaves behind besides rows. */
export interface FinishedUpgrade {
  readonly schemaVersion: number;
  /** Names for the amounts of rows of Settings. */
  readonly names: readonly { readonly name: string; readonly row: string }[];
  /** Rows of the audit table that tell of it, written in the same message; rule P4. */
  readonly record?: readonly WholeRow[];
}

export interface NewTable {
  readonly table: TableId;
  readonly sheet: string;
  /** Top-left cell of the header row. */
  readonly at: string;
  readonly excelName: string;
  readonly columns: readonly NewColumn[];
  /** Rows in column order; formula columns hold null. Empty for an empty table. */
  readonly rows: readonly (readonly Cell[])[];
  /** Single cells that look different from their column; `row` is zero-based in the body. Mostly empty. */
  readonly cellFormats: readonly {
    readonly row: number;
    readonly column: string;
    readonly numberFormat: string;
  }[];
  readonly freezeHeader: boolean;
}

export interface AdoptedTable {
  readonly table: TableId;
  readonly range: RangeRef;
  /** Its headers and last row as they were read: where others stand there by now, rows or columns came or went. */
  readonly seen: { readonly headers: readonly Cell[]; readonly last: readonly Cell[] };
  /** The existing structured table to keep, or null to make the range one. */
  readonly existing: string | null;
  readonly excelName: string;
  /** Our column id → zero-based column within the range. */
  readonly binding: Readonly<Record<string, number>>;
  /** Ids for rows that have none: zero-based body row → id. Written only into blank cells. */
  readonly missingIds: ReadonlyMap<number, string>;
  /** Headers that are blank or doubled: zero-based column within the range → the new text. */
  readonly headers: ReadonlyMap<number, string>;
  /** Columns added to the right of the person's own. */
  readonly added: readonly NewColumn[];
}

/** A name and the cells it stands for: table column cells by row, resolved when installed. */
export interface NewName {
  readonly name: string;
  readonly table: TableId;
  /** First and last column id of the area. */
  readonly from: string;
  readonly to: string;
  /** Zero-based body rows, inclusive; null for the whole column. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

export type InstallFailure =
  | WorkbookFailure
  /** Cells that shall be written are not blank. */
  | { readonly code: "no-room"; readonly sheet: string; readonly address: string }
  | Extract<CommitFailure, { readonly code: "no-room-below" | "sheet-full" }>
  /** A person cancelled; the workbook is as it was. */
  | { readonly code: "cancelled" }
  /** In the range to be adopted rows or columns came or went since it was looked at; the workbook is as it was. */
  | { readonly code: "changed-since-shown" }
  | HalfWritten;

export interface InstallPlan {
  readonly language: Language;
  readonly schemaVersion: number;
  readonly create: readonly NewTable[];
  readonly adopt: AdoptedTable | null;
  readonly names: readonly NewName[];
  readonly highlight: readonly HighlightRule[];
  /**
   * Rows that tell of it, for an audit table that is there already, written in the same message; rule P4. One that the
   * plan makes has them among its own.
   */
  readonly record?: readonly WholeRow[];
}

export interface Installed {
  readonly roundTrips: number;
  readonly facts: WorkbookFacts;
}
