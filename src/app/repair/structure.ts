import type { Row } from "../../tables/change";
import type { HighlightRule } from "../../tables/highlight";
import type { TableId } from "../../tables/schema";

/** What holds a workbook of ours together besides its cells, as it should be. */
export interface ExpectedStructure {
  readonly names: readonly ExpectedName[];
  readonly lists: readonly ExpectedList[];
  readonly highlight: readonly HighlightRule[];
  /** Columns that hold days. */
  readonly days: readonly { readonly table: TableId; readonly column: string }[];
}

/** A defined name and the cells it must stand for, its rows said by their ids. */
export interface ExpectedName {
  readonly name: string;
  readonly table: TableId;
  /** First and last column id. */
  readonly from: string;
  readonly to: string;
  /** Ids of the first and last row; null for the whole columns. */
  readonly rows: { readonly first: string; readonly last: string } | null;
}

/** A column whose cells offer words. */
export interface ExpectedList {
  readonly table: TableId;
  readonly column: string;
  readonly words: readonly string[];
}

/** A column too narrow for the days in it, which Excel shows as ########. Widths in points. */
export interface NarrowDays {
  readonly table: TableId;
  readonly column: string;
  readonly width: number;
  readonly wanted: number;
}

/** How a workbook departs from what is expected. */
export interface StructureFaults {
  /** Names that are missing, point nowhere, or stand for other cells. */
  readonly names: readonly ExpectedName[];
  readonly lists: readonly ExpectedList[];
  /** Our highlight rules found, and how many of them cover the whole table with the formula they should have. */
  readonly highlight: { readonly found: number; readonly whole: number };
  /** Filled rows right below a table that it does not cover, and how many it has. */
  readonly below: readonly {
    readonly table: TableId;
    readonly rows: number;
    readonly bodyRows: number;
  }[];
  readonly narrow: readonly NarrowDays[];
  /** Whether the sheets a share copy needs are there. */
  readonly readings: boolean;
  readonly frozen: boolean;
  /** Whether formulas of people's own are remembered, with values in their place. */
  readonly own: boolean;
}

/** What is put right, in this order; each part can be empty. */
export interface StructureMending {
  /** Rows put back in their place: after the row of that id, or first. */
  readonly rows: readonly {
    readonly table: TableId;
    readonly after: string | null;
    readonly cells: Row;
  }[];
  readonly below: StructureFaults["below"];
  readonly names: readonly ExpectedName[];
  readonly lists: readonly ExpectedList[];
  readonly narrow: readonly NarrowDays[];
}
