import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf } from "../cell";

/** A row as the host holds it, over the whole width of its table. */
export interface RowImage {
  readonly values: readonly unknown[];
  /** Formulas where there are any, else the values. */
  readonly formulas: readonly unknown[];
}

/** The id in a row; null where the cell is blank, or the column has just been deleted. */
export function idIn(bound: BoundTable, { values }: RowImage): string | null {
  const cell = cellOf(values[bound.columns.id?.index ?? -1]);
  return cell === null ? null : String(cell);
}

/** What stands in a cell: its formula, if it has one. */
export function standing({ values, formulas }: RowImage, index: number): Cell {
  return formulaOf(formulas[index], values[index]) ?? cellOf(values[index]);
}
