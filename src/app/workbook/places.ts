import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";

/** A cell of a table, by its row and column. */
export interface CellPlace {
  readonly table: TableId;
  /** null for a row without one, or one that it shares. */
  readonly id: string | null;
  /** Zero-based row in the table's body when it was read; null for the column's header. */
  readonly row: number | null;
  /** null for the whole row. */
  readonly column: string | null;
}

export interface TableState {
  readonly table: TableId;
  /** Zero-based row and column of the first cell of the body in its sheet. */
  readonly firstRow: number;
  readonly firstColumn: number;
  /** null where this Excel cannot tell (before ExcelApi 1.9). */
  readonly gaps: readonly FormulaGap[] | null;
}

/** Neighbouring cells of a computed column without a formula. */
export interface FormulaGap {
  readonly column: string;
  readonly kind: "overwritten" | "missing";
  /** Zero-based in the table's body. */
  readonly firstRow: number;
  readonly rowCount: number;
}

/** Addresses are A1 without `$`; `sheet` is the sheet's name unquoted. */
export interface RangeRef {
  readonly sheet: string;
  readonly address: string;
}

export interface InspectedRange extends RangeRef {
  /** The table this range is, if it is one. */
  readonly table: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first rows (at most 50) as raw values; error values come as their text, e.g. "#N/A". */
  readonly sample: readonly (readonly Cell[])[];
  /** The same cells as formulas: a text that starts with "=" where the cell holds a formula. */
  readonly formulas: readonly (readonly Cell[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Merged areas that touch the sample, as addresses. */
  readonly merged: readonly string[];
  /** Rows further down on the sheet that a blank row keeps apart, where one cell was selected; absent for none. */
  readonly rowsBelow?: number;
}

/** A sheet's filled area, or a structured table on it. */
export interface DataPlace extends RangeRef {
  /** The table's name; null for the whole sheet. */
  readonly table: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface TextSheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** In characters, one per header. */
  readonly widths: readonly number[];
  /** As wide as the headers. */
  readonly rows: readonly (readonly string[])[];
}
