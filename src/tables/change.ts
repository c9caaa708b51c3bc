import type { TableId } from "./schema";

/** A raw cell as the workbook stores it: days are serial numbers, blank is null. Formula results are read, never written. */
export type Cell = string | number | boolean | null;

/** One row by column id. Columns the workbook lacks are absent. */
export type Row = Readonly<Record<string, Cell>>;

/** A cell's move from what was read to what it shall be. */
export interface CellChange {
  readonly from: Cell;
  readonly to: Cell;
}

export interface UpdatedRow {
  readonly table: TableId;
  /** The row's id, by which it is found at write time. */
  readonly id: string;
  readonly cells: Readonly<Record<string, CellChange>>;
}

export interface WholeRow {
  readonly table: TableId;
  readonly id: string;
  /** Computed columns are left out. */
  readonly cells: Row;
}

/**
 * A change that can be taken back: what is added, updated and removed, by id. Applying writes only these cells;
 * `reverse` gives the change that restores what was.
 */
export interface Change {
  readonly added: readonly WholeRow[];
  readonly updated: readonly UpdatedRow[];
  readonly removed: readonly WholeRow[];
}

export const noChange: Change = { added: [], updated: [], removed: [] };

/** The change that takes this one back. reverse(reverse(c)) is c. */
export function reverse(change: Change): Change {
  return {
    added: change.removed,
    removed: change.added,
    updated: change.updated.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, { from, to }]) => [column, { from: to, to: from }]),
      ),
    })),
  };
}
