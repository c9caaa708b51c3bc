import type { Result } from "../../domain/result";

/** Cells of a sheet, as RangeRef names them. */
interface CellsPlace {
  readonly sheet: string;
  readonly address: string;
}

/** Where a formula of the person's own calls this add-in's functions: a colleague without it will see #NAME? there. */
export type OwnCall =
  /** Neighbouring cells of one column with one formula, the first cell's, in A1 and R1C1 spelling, and the last one's. */
  | {
      readonly kind: "cells";
      readonly range: CellsPlace;
      readonly cells: number;
      readonly formula: string;
      readonly relative: string;
      readonly last: string;
      /** Why values cannot take its place; null where they can. */
      readonly stays: "protected" | "filtered" | "spills" | "complex" | null;
    }
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null };

/** Cells of a calculated column that hold a person's own formula, or the value that stands for one. Rows count from 0 in the table's body. */
export interface OwnRows {
  readonly column: string;
  readonly rows: readonly { readonly first: number; readonly count: number }[];
}

/** The workbook as an .xlsx file. */
export interface WorkbookCopy {
  readonly base64: string;
}

/**
 * What handing the workbook on needs of the port besides its tables.
 *
 * @typeParam Failure - what the port can refuse
 */
export interface Sharing<Failure> {
  /**
   * Looks through the formulas of all sheets and names for calls of this add-in's functions, but for the calculated
   * columns of our tables. Only cells that hold formulas are read, in pieces of about a megabyte.
   *
   * @param besides - rows of the customers' calculated columns that hold a person's own formula
   * @param onProgress - hears the share of the cells read
   */
  findOwnCalls(
    besides: readonly OwnRows[],
    onProgress?: (share: number) => void,
  ): Promise<Result<readonly OwnCall[], Failure>>;

  /**
   * Looks for values in the customers' calculated columns that stand for people's own formulas until the functions are
   * back. One round trip where the workbook remembers none.
   */
  findOwnValues(): Promise<Result<readonly OwnRows[], Failure>>;

  /**
   * Forgets people's own formulas that can never go back to their cells, once they are written down elsewhere. Those that
   * wait for a filter or a protection to go stay remembered.
   */
  forgetOwn(): Promise<Result<void, Failure>>;

  /** Selects cells and shows their sheet. */
  showCells(range: CellsPlace): Promise<Result<void, Failure>>;

  /** Whether this Excel hands out the workbook's file and opens another one: ExcelApi 1.8, CompressedFile 1.1. */
  opensCopies(): boolean;

  /** Takes the workbook as it stands now, as a file. `onProgress` hears the share taken. */
  takeCopy(onProgress?: (share: number) => void): Promise<Result<WorkbookCopy, Failure>>;

  /** Opens a file as another workbook, which nobody has saved yet. */
  openCopy(copy: WorkbookCopy): Promise<Result<void, Failure>>;
}
