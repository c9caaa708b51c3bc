import type { Cell } from "../../tables/change";
import type { ReadingsSheet } from "../../tables/native/readings-sheet";
import type { TableId } from "../../tables/schema";
import type { ShareMode } from "../../tables/specs/shared-columns";
import type { KeyColumn } from "./row-keys";

/** Formulas of whole columns, asked of the port. */
export interface FormulasRequest {
  readonly table: TableId;
  /** Only so many rows from the top; absent: all. */
  readonly most?: number;
  readonly columns: readonly {
    readonly column: string;
    /** Formulas that are expected there, with `{columnId}`: comparing is much quicker than taking apart. */
    readonly known: readonly string[];
  }[];
}

/** Neighbouring cells of a column that hold the same formula, seen from each row, or none. */
export interface FormulaRun {
  /** Zero-based in the table's body. */
  readonly first: number;
  readonly count: number;
  /** With `{columnId}` for our columns' cells of the same row; null where the cell holds a constant or nothing. */
  readonly formula: string | null;
  readonly blank: boolean;
}

export interface FormulasAnswer {
  readonly table: TableId;
  readonly rows: number;
  /** By column id, each covering the whole body from the top. */
  readonly columns: Readonly<Record<string, readonly FormulaRun[]>>;
  /** Formulas whose result Excel does not know yet: #BUSY!, #GETTING_DATA. */
  readonly waiting: number;
  /** By column id, cells with an expected formula that Excel does not understand, or that reads one it does not: #NAME?. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** Rows of a table's body, zero-based. */
export interface RowRun {
  readonly first: number;
  readonly count: number;
}

/** What becomes of some rows of a calculated column. */
export interface ColumnSwitch {
  readonly column: string;
  readonly rows: readonly RowRun[];
  /** The formula to be entered, with `{columnId}`; null keeps what the cells show as values. */
  readonly to: string | null;
  /** The formula that goes back in when the switch cannot be finished; null: what the cells showed. Not for mending. */
  readonly from: string | null;
  /** What the column held when the switch was planned: where a row holds something else by now, nothing is switched. */
  readonly found: readonly FormulaRun[];
  /** What its rows showed then, needed where values take formulas' place or formulas that of typed cells; else null. */
  readonly shown: readonly Cell[] | null;
  /** By row, what it is to hold in place of `to`: a formula with `{columnId}`, or something typed (`cell-content`). */
  readonly contents?: ReadonlyMap<number, Cell>;
}

/** A switch of the calculated columns from one state to another, all or nothing. */
export interface FormulaSwitch {
  readonly table: TableId;
  readonly from: ShareMode;
  readonly to: ShareMode;
  /**
   * Whether single cells get what belongs there while the workbook stays in its state. What it remembers of that state is
   * not touched, and what cannot be finished is put back as it was found.
   */
  readonly mends: boolean;
  /** Rows of the table when the switch was planned; with more or fewer nothing is written. */
  readonly rowCount: number;
  readonly columns: readonly ColumnSwitch[];
  /** The sheet the native formulas read, needed when either state is "native". */
  readonly readings: ReadingsSheet | null;
  /**
   * What stood in the columns by which rows are known again when the switch was planned, those the table has: every
   * message that writes reads them as well, and where another row stands by now, what it wrote over is put back.
   */
  readonly keys: readonly KeyColumn[];
  /** People's own formulas that become values, too, until the functions are back. */
  readonly own: readonly OwnCells[];
  /** Whether the as-of day is to follow Excel's own clock where it stands at today. */
  readonly followsDay?: boolean;
}

/** Neighbouring cells of one column that hold a person's own formula, which calls this add-in's functions. */
export interface OwnCells {
  readonly sheet: string;
  readonly address: string;
  readonly cells: number;
  /** The first cell's, in A1 and in R1C1 spelling; in the latter it is the same for all. */
  readonly formula: string;
  readonly relative: string;
  /** The last cell's: with the first it tells whether the cells they refer to still stand to them as they did. */
  readonly last: string;
}

/** Own formulas that stay values though the functions are back, with the formula that was remembered. */
export interface OwnLeft {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly why: OwnLeftWhy;
}

/**
 * `changed`: somebody typed into them · `lost-cells`: cells the formula refers to are gone · `moved`: rows came between
 * or went, so that nobody can tell to which cells it would refer · `sorted`: rows changed places, or what stood beside
 * the cell is another by now, so that nobody can tell into which row it belongs · `gone`: the cells themselves are ·
 * `filtered`, `protected`: their sheet hides rows or refuses, and they wait until it no longer does.
 */
export type OwnLeftWhy =
  "changed" | "lost-cells" | "moved" | "sorted" | "gone" | "filtered" | "protected";

/** Whether formulas can go back once their sheet allows it: they stay remembered, and Repair puts them back. */
export function isWaiting({ why }: Pick<OwnLeft, "why">): boolean {
  return why === "filtered" || why === "protected";
}

/** What became of a switch. */
export interface Switched {
  readonly roundTrips: number;
  /** What the as-of day was and is, a serial number or a formula; null where it stayed as it was. */
  readonly asOf: { readonly from: Cell; readonly to: Cell } | null;
  /** These the workbook still remembers, until `forgetOwn`. */
  readonly ownLeft: readonly OwnLeft[];
}

/** What the workbook remembers of values that took the place of formulas. */
export interface FrozenColumns {
  /** Per row as it stood then. */
  readonly keys: readonly (readonly Cell[])[];
  /** By column id: what each row showed, and whether it was calculated. */
  readonly columns: Readonly<
    Record<string, { readonly values: readonly Cell[]; readonly calculated: readonly boolean[] }>
  >;
}
