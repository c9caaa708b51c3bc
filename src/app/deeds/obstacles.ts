import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";

/** Why an entry of a cell or a row cannot be taken back; `found` and `expected` are cells as they stand in the workbook. */
export type CellObstacle =
  /** Somebody changed the cell since. In a row that was added, any filled cell counts: it would be lost. */
  | ({ readonly code: "changed-since" } & CellPlace & {
        readonly expected: Cell;
        readonly found: Cell;
        /** The cell holds a formula now, and `found` is how it reads. */
        readonly formula?: true;
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

/** A cell that stands in the way: its address in the sheet, null where it is not known, and what it holds. */
export interface FilledCell {
  readonly address: string | null;
  readonly found: Cell;
}

/** Why a change of structure cannot be taken back. */
export type StructureObstacle =
  /** The column that was added holds something: it would be lost. At most twenty cells are named. */
  | ({ readonly code: "column-filled"; readonly header: string; readonly count: number } & {
      readonly cells: readonly FilledCell[];
    } & ColumnPlace)
  /** Somebody renamed the column since. */
  | ({
      readonly code: "renamed-since";
      readonly expected: string;
      readonly found: string;
    } & ColumnPlace)
  /** Another column has the header by now. */
  | ({ readonly code: "header-in-use"; readonly header: string } & ColumnPlace)
  /** The column stands in the table again. */
  | ({ readonly code: "column-is-back" } & ColumnPlace)
  /** Its list, formula or kind is another one by now. */
  | ({ readonly code: "list-changed" | "formula-changed" | "kind-changed" } & ColumnPlace)
  /** The sheets speak another language by now. */
  | ({ readonly code: "language-changed" } & ColumnPlace)
  /** Set-up is what all else stands on. */
  | ({ readonly code: "set-up-stays" } & ColumnPlace)
  /** A table that was made is deleted with its sheet. */
  | ({ readonly code: "table-stays"; readonly sheet: string } & ColumnPlace)
  /** What repair put right holds the workbook together. */
  | ({ readonly code: "repair-stays" } & ColumnPlace)
  /** What taking a repair back took away, Repair finds missing, and brings again. */
  | ({ readonly code: "repair-again" } & ColumnPlace)
  /** A column that was widened is drawn narrower in the sheet. */
  | ({ readonly code: "width-stays" } & ColumnPlace)
  /** A person's own formula is only written down: into which cell it belongs now only they know. */
  | ({ readonly code: "formula-kept" } & ColumnPlace)
  /** The calculated columns stand otherwise by now. */
  | ({ readonly code: "mode-changed" } & ColumnPlace)
  /** All that was done since stands on an upgrade; `backup` is the sheet that holds the tables as they were. */
  | ({ readonly code: "upgrade-stays"; readonly backup: string } & ColumnPlace)
  | ({ readonly code: "column-gone" | "table-gone" | "as-before" } & ColumnPlace);

/** A column, or with "" its whole table. There is no row: `id` is "". */
export interface ColumnPlace {
  readonly table: TableId;
  readonly id: "";
  readonly column: string;
}

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
