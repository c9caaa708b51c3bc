import { maxColumns, maxRows, type Area } from "../model/address";
import type { ErrorCode } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { RelativeCorner } from "./syntax";

/** A formula's tree with sheets, tables and names resolved against the workbook as it is now. */
export type Bound =
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  | { readonly kind: "error"; readonly code: ErrorCode }
  | {
      readonly kind: "reference";
      readonly sheets: readonly Sheet[];
      readonly from: RelativeCorner;
      readonly to: RelativeCorner;
      readonly single: boolean;
      /** For `[#This Row]`: the rows in which the reference has a meaning. */
      readonly rows: { readonly top: number; readonly bottom: number } | null;
    }
  | { readonly kind: "local"; readonly name: string }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly (Bound | null)[];
      /** Where the name is no built-in function: the LAMBDA it names here, or the defined name's tree. */
      readonly callee: Bound | null;
    }
  | { readonly kind: "apply"; readonly callee: Bound; readonly args: readonly (Bound | null)[] }
  | { readonly kind: "lambda"; readonly parameters: readonly string[]; readonly body: Bound }
  | {
      readonly kind: "let";
      readonly bindings: readonly { readonly name: string; readonly value: Bound }[];
      readonly body: Bound;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Bound }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Bound;
      readonly right: Bound;
    }
  | { readonly kind: "union"; readonly members: readonly Bound[] }
  | { readonly kind: "spilled"; readonly operand: Bound }
  | { readonly kind: "array"; readonly rows: readonly (readonly Bound[])[] };

/** Cells a formula reads, relative to where it stands. */
export interface Precedent {
  readonly sheet: Sheet;
  readonly from: RelativeCorner;
  readonly to: RelativeCorner;
}

/** `day`: changes when the calendar day does; `always`: at each calculation. */
export type Volatility = "none" | "day" | "always";

export interface BoundFormula {
  readonly body: Bound;
  readonly precedents: readonly Precedent[];
  readonly volatility: Volatility;
  /** Function names that are neither Excel's nor the workbook's: the add-in's, or #NAME?. */
  readonly customNames: ReadonlySet<string>;
  /** True where a name, a table or another sheet is read: the binding may change with the workbook's shape. */
  readonly followsShape: boolean;
  /**
   * What its names, tables and sheets turned out to be, in the order they were met: where a formula means the same ones
   * again, all of its binding is the same.
   */
  readonly meanings: readonly Meaning[];
}

/** A sheet, the text of a name, an edge of a table's area, the error for what is not there; null: a function of others. */
export type Meaning = Sheet | string | number | null;

/** The area two corners mean for a formula in a cell; null where they leave the sheet (#REF!). */
export function areaAt(
  from: RelativeCorner,
  to: RelativeCorner,
  row: number,
  column: number,
): Area | null {
  const r1 = from.rowFixed ? from.row : row + from.row;
  const r2 = to.rowFixed ? to.row : row + to.row;
  const c1 = from.columnFixed ? from.column : column + from.column;
  const c2 = to.columnFixed ? to.column : column + to.column;
  const top = r1 < r2 ? r1 : r2;
  const bottom = r1 < r2 ? r2 : r1;
  const left = c1 < c2 ? c1 : c2;
  const right = c1 < c2 ? c2 : c1;
  if (top < 0 || left < 0 || bottom >= maxRows || right >= maxColumns) return null;
  return { top, left, bottom, right };
}
