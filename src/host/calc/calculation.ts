import type { Area } from "../model/address";
import type { Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";

/** A cell by its sheet and zero-based place. */
export interface CellRef {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Cells of one sheet. */
export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** One call of a custom function that the add-in must answer. */
export interface CustomCall {
  /** Upper-case with namespace: "CRM.GRADE". */
  readonly name: string;
  /** A scalar, or a matrix for a range or array argument; null for an omitted argument. */
  readonly args: readonly (Scalar | readonly (readonly Scalar[])[])[];
  /** "Sheet1!A1" of the calling cell. */
  readonly caller: string;
  /** "Sheet1!A1:B2" of each argument that is a reference, null of any other; null where nobody asks for them. */
  readonly addresses: readonly (string | null)[] | null;
  /** Takes each further answer of a function that answers again and again. */
  readonly again: (answer: CustomAnswer) => void;
  /** Set by who carries the call out: called once when no cell waits for an answer any more. */
  stop?: () => void;
}

/** A custom function's answer: one value or a matrix that spills. */
export type CustomAnswer = Scalar | readonly (readonly Scalar[])[];

/** What of a custom function's description calculation must know. */
export interface CustomTraits {
  /** It asks where its arguments stand: the same values elsewhere are another call. */
  readonly readsAddresses: boolean;
  /** It is called again whenever something is calculated. */
  readonly isVolatile: boolean;
  /** It goes on answering by itself. */
  readonly answersAgain?: boolean;
}

/** Where calls of custom functions go. Answers may come later; the cell shows #BUSY! until then. */
export interface CustomFunctionPort {
  /** Null for names that are not registered: they are #NAME?. */
  traits(name: string): CustomTraits | null;
  call(calls: readonly CustomCall[]): Promise<readonly CustomAnswer[]>;
}

/** A formula read once, to be evaluated for any cell it could be filled into. */
export interface FilledFormula {
  at(cell: CellRef): Scalar | readonly (readonly Scalar[])[];
  /** True where all cells of a row get the same answer, as from `=$G2<TODAY()`; as names and tables are now. */
  readonly isSameAcrossRow: boolean;
}

/**
 * Keeps formula results true to the cells they read. One instance per workbook; the rooms that edit the model tell it
 * what changed and then ask it to recalculate. Cost follows what changed, not the size of the workbook.
 */
export interface Calculation {
  /** Cells whose value or formula was written. */
  cellsChanged(sheet: Sheet, area: Area): void;
  /**
   * Names, tables or sheets changed in shape: dependencies are read again where they use them. "cells" (the default)
   * also looks at every cell for formulas that moved or were rewritten, and is for rows, columns and sheets inserted or
   * deleted; "names" costs little and is for names and tables alone.
   */
  structureChanged(scope?: "cells" | "names"): void;
  /**
   * Rows, columns or cells of the sheet are about to be inserted or deleted: what dynamic arrays fill is emptied, since
   * it is filled again from where their formulas will be. Followed by `structureChanged()`.
   */
  cellsWillMove(sheet: Sheet): void;
  /** Where formulas stand, on any sheet, that refer to cells of an area. */
  readersOf(sheet: Sheet, area: Area): readonly SheetArea[];
  /** Calculates what is stale and returns the cells whose value changed. Waiting custom calls are started, not awaited. */
  recalculate(): readonly CellRef[];
  /**
   * In manual mode: calculates the formulas that were entered since the last calculation, and nothing that reads them.
   * Returns the cells whose value changed.
   */
  recalculateEntered(): readonly CellRef[];
  /** Everything again ("Full" rebuilds dependencies too). */
  recalculateAll(kind: "Recalculate" | "Full" | "FullRebuild"): readonly CellRef[];
  /**
   * "Calculating" while custom functions are awaited; "Pending" where, in manual mode, something waits to be calculated.
   * https://learn.microsoft.com/javascript/api/excel/excel.calculationstate
   */
  readonly state: "Done" | "Calculating" | "Pending";
  /** Resolves when no custom function is under way and nothing is stale. */
  settled(): Promise<void>;
  /** Evaluates an expression as if it stood in that cell; used by conditional formats, validation and `workbook.functions`. */
  evaluate(formula: string, at: CellRef): Scalar | readonly (readonly Scalar[])[];
  /**
   * Reads a formula once, as standing in `from`, and evaluates it for other cells as if it were filled there: relative
   * references move along.
   */
  filled(formula: string, from: CellRef): FilledFormula;
  /** Whether a text is a formula at all, as standing in that cell. */
  reads(formula: string, at: CellRef): boolean;
  /** Excel's own functions and those of connected add-ins, by upper-case name. */
  knowsFunction(name: string): boolean;
  /** Called with cells that changed outside `recalculate`: answers of custom functions. */
  onLateResults(listener: (changed: readonly CellRef[]) => void): void;
  setCustomFunctions(port: CustomFunctionPort): void;
  /** What NOW() and TODAY() say; the real clock unless a test or a file pins it. */
  setClock(now: () => Date): void;
  /** The clock's calendar day as a serial number in the workbook's date system. */
  today(): number;
  /** Members of circular references; each holds 0. */
  circularCells(): readonly CellRef[];
  /** The area of the dynamic array a cell belongs to (its first cell included), or null. */
  spillAt(at: CellRef): Area | null;
  /** Grows whenever a value changed: what was derived from values before is out of date. */
  readonly generation: number;
}
