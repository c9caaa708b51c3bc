import type { Cell, WholeRow } from "../../tables/change";
import type { OwnField } from "../../tables/fields";
import type { Language, TableId } from "../../tables/schema";
import type { HalfWritten, WorkbookFailure } from "./failures";
import type { CommitFailure } from "./rows";

/** What becomes of a table's columns; what is not named stays as it is. */
export interface ColumnsChange {
  readonly table: TableId;
  /** At the right end, in this order, or where they say. Columns of ours by their id, fields by the id they will have. */
  readonly added: readonly NewColumn[];
  /** Ids of columns to take out, which must be blank. */
  readonly removed: readonly string[];
  readonly renamed: readonly {
    readonly column: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Words offered as a list, before and from now on, by column. */
  readonly lists: Readonly<
    Record<string, { readonly from: readonly string[]; readonly to: readonly string[] }>
  >;
  /** Formulas of whole columns, before and from now on, with `{columnId}`. */
  readonly formulas: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The fields of the customers table, before and from now on; what others changed meanwhile stays. Absent: as they are. */
  readonly fields?: { readonly from: readonly OwnField[]; readonly to: readonly OwnField[] };
  /** The language of headers and words from now on; absent: as it is. */
  readonly language?: Language;
  /** Rows of the audit table that tell of it, written in the same message; rule P4. */
  readonly record?: readonly WholeRow[];
}

export type ColumnsFailure =
  | WorkbookFailure
  /** Somebody renamed a header meanwhile. */
  | { readonly code: "header-changed"; readonly column: string; readonly found: string }
  /** A header that another column has. */
  | { readonly code: "header-taken"; readonly header: string }
  /** A column that should go holds something. */
  | { readonly code: "column-filled"; readonly header: string }
  /** The audit table has no room below it for the rows that tell of the change. */
  | Extract<CommitFailure, { readonly code: "no-room-below" | "sheet-full" }>
  | HalfWritten;

export interface NewColumn {
  readonly column: string;
  readonly header: string;
  /** An attempt that could not be finished has left it: where it stands, blank, under its header, it is taken as it is. */
  readonly mayStand?: true;
  /** Zero-based in the table, for a column that comes back to where it was; absent: at the right end. */
  readonly at?: number;
  readonly numberFormat: string | null;
  /** In characters. */
  readonly width: number;
  /**
   * Values for every body row, or a formula for the whole column in which `{columnId}` stands for that column's cell
   * in the same row (`$G2`: column fixed, row moving). In a table that is created, values come from its `rows`.
   */
  readonly fill: { readonly values: readonly Cell[] } | { readonly formula: string } | null;
  /** The words its cells offer as a drop-down list (other values stay possible); null for none. */
  readonly list: readonly string[] | null;
}
