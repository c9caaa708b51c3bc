import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";

/** Why an entry of a cell or a row cannot be taken back; `found` and `expected` are cells as they stand in the workbook. */
export type CellObstacle =
  /** Somebody changed the cell since. In a row that was added, any filled cell counts: it would be lost. */
  | ({ readonly code: "changed-since" } & CellPlace & {
        readonly expected: Cell;
        readonly found: Cell;
      })
  /** The cell holds again what it held before. */
  | ({ readonly code: "as-before" } & CellPlace)
  /** The row is no longer in the table. */
  | ({ readonly code: "row-gone" } & RowPlace)
  /** A row that was removed is in the table again. */
  | ({ readonly code: "row-is-back" } & RowPlace)
  /** Rows of another table belong to the customer that was added. */
  | ({ readonly code: "row-in-use"; readonly by: TableId } & RowPlace)
  | ({ readonly code: "column-gone" } & CellPlace)
  | ({ readonly code: "table-gone" } & RowPlace)
  /** Rows of another table refer to the id that was given. */
  | ({ readonly code: "id-in-use"; readonly by: TableId } & RowPlace)
  /** An id that was taken back: the row gets another one by itself. */
  | ({ readonly code: "id-comes-anew" } & RowPlace);

export interface RowPlace {
  readonly table: TableId;
  readonly id: string;
}

export interface CellPlace extends RowPlace {
  readonly column: string;
}

/** Whether a cell still holds what was expected; there are two ways to be blank. */
export function sameCell(one: Cell, other: Cell): boolean {
  return one === other || (isNothing(one) && isNothing(other));
}

function isNothing(cell: Cell): boolean {
  return cell === null || cell === "";
}
