import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf } from "../cell";
import { idColumn } from "./table-work";

/** A row as the host holds it, over the whole width of its table. */
export interface RowImage {
  readonly values: readonly unknown[];
  /** Formulas where there are any, else the values. */
  readonly formulas: readonly unknown[];
  /** Where it was read apart from the others, through its column's own id. */
  readonly id?: Cell;
}

/** The id in a row; null where the cell is blank. */
export function idIn(bound: BoundTable, { values, id }: RowImage): string | null {
  const cell = id ?? cellOf(values[idColumn(bound).index]);
  return cell === null ? null : String(cell);
}
