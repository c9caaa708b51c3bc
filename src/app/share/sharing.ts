import type { Result } from "../../domain/result";
import type { RangeRef, WorkbookFailure } from "../workbook";

/** Where a formula of the person's own calls this add-in's functions: a colleague without it will see #NAME? there. */
export type OwnCall =
  /** Neighbouring cells of one column. */
  | { readonly kind: "cells"; readonly range: RangeRef; readonly cells: number }
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null };

/** The workbook as an .xlsx file. */
export interface WorkbookCopy {
  readonly base64: string;
}

/** What handing the workbook on needs of the port besides its tables. */
export interface Sharing {
  /**
   * Looks through the formulas of all sheets and names for calls of this add-in's functions, but for the calculated
   * columns of our tables. Only cells that hold formulas are read, in pieces of about a megabyte.
   *
   * @param onProgress - hears the share of the cells read
   */
  findOwnCalls(
    onProgress?: (share: number) => void,
  ): Promise<Result<readonly OwnCall[], WorkbookFailure>>;

  /** Selects cells and shows their sheet. */
  showCells(range: RangeRef): Promise<Result<void, WorkbookFailure>>;

  /** Whether this Excel hands out the workbook's file and opens another one: ExcelApi 1.8, CompressedFile 1.1. */
  opensCopies(): boolean;

  /** Takes the workbook as it stands now, as a file. `onProgress` hears the share taken. */
  takeCopy(onProgress?: (share: number) => void): Promise<Result<WorkbookCopy, WorkbookFailure>>;

  /** Opens a file as another workbook, which nobody has saved yet. */
  openCopy(copy: WorkbookCopy): Promise<Result<void, WorkbookFailure>>;
}
