import type { Area } from "./address";

/** What a cell can hold, as the host stores it. Dates are serial numbers in the workbook's date system. */

/** Excel's error values, in the en-US spelling the API uses. */
export const errorCodes = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#GETTING_DATA",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error as a cell's value. `message` is what a custom function said; Excel shows it in the error's card. */
export interface CellError {
  readonly error: ErrorCode;
  readonly message?: string;
}

/** `null` is an empty cell; `""` is a formula that answered with an empty text. */
export type Scalar = number | string | boolean | CellError | null;

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}

/** A formula as stored: the en-US A1 text with its leading "=". */
export interface CellFormula {
  readonly text: string;
  /** The area a dynamic array fills from this cell; absent while it fills one cell. */
  readonly spill?: Area;
  /** True for a legacy array formula ({=…}). */
  readonly array?: boolean;
}
