import { inFull, type RowList } from "./row-list";
import type { TableId } from "./schema";

/**
 * A raw cell as the workbook stores it: days are serial numbers, blank is null (an empty text counts as blank), an
 * error value is its text ("#N/A"). Formula results are read, never written.
 */
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
  /** Number formats of single cells of a new row that look different from their column, by column id. */
  readonly formats?: Readonly<Record<string, string>>;
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

/** A change of as many rows as there may be, which need not all be at hand at once. */
export interface LongChange {
  readonly added: RowList<WholeRow>;
  readonly updated: RowList<UpdatedRow>;
  readonly removed: RowList<WholeRow>;
}

export const noChange: Change = { added: [], updated: [], removed: [] };

/** The same with all its rows at hand; itself where they are. */
export function wholeChange(change: LongChange): Change {
  return isAtHand(change)
    ? change
    : {
        added: inFull(change.added),
        updated: inFull(change.updated),
        removed: inFull(change.removed),
      };
}

function isAtHand(change: LongChange): change is Change {
  const { added, updated, removed } = change;
  return [added, updated, removed].every((rows) => Array.isArray(rows));
}

/** The change that takes this one back. reverse(reverse(c)) is c. */
export function reverse(change: Change): Change {
  return {
    added: change.removed,
    removed: change.added,
    updated: change.updated.map(reverseRow),
  };
}

/** The same for the cells of one row. */
export function reverseRow(row: UpdatedRow): UpdatedRow {
  const cells: Record<string, CellChange> = {};
  for (const [column, { from, to }] of Object.entries(row.cells))
    cells[column] = { from: to, to: from };
  return { ...row, cells };
}

/** Rows of one table by id, in no particular order. */
export type Rows = ReadonlyMap<string, Row>;

/**
 * The rows after a change, computed in memory. Only the cells the change names move.
 *
 * @throws Error when the change does not fit the rows: it was made from other rows, which is a bug of the caller
 */
export function applyChange(table: TableId, rows: Rows, change: Change): Rows {
  const after = new Map(rows);
  for (const { id } of change.removed.filter((row) => row.table === table)) {
    if (!after.delete(id)) throw new Error(`${table} has no row ${id} to remove`);
  }
  for (const { id, cells } of change.added.filter((row) => row.table === table)) {
    if (after.has(id)) throw new Error(`${table} already has a row ${id}`);
    after.set(id, cells);
  }
  for (const { id, cells } of change.updated.filter((row) => row.table === table)) {
    const before = after.get(id);
    if (before === undefined) throw new Error(`${table} has no row ${id} to update`);
    after.set(id, { ...before, ...targets(cells) });
  }
  return after;
}

/** The change that leads from one state of a table to another. A column absent on one side counts as blank there. */
export function differences(table: TableId, before: Rows, after: Rows): Change {
  const added: WholeRow[] = [];
  const updated: UpdatedRow[] = [];
  const removed: WholeRow[] = [];
  for (const [id, cells] of before) {
    const next = after.get(id);
    if (next === undefined) {
      removed.push({ table, id, cells });
      continue;
    }
    const moved = movedCells(cells, next);
    if (Object.keys(moved).length > 0) updated.push({ table, id, cells: moved });
  }
  for (const [id, cells] of after) {
    if (!before.has(id)) added.push({ table, id, cells });
  }
  return { added, updated, removed };
}

/** The cells in which two states of a row differ. */
export function movedCells(before: Row, after: Row): Readonly<Record<string, CellChange>> {
  const moved: Record<string, CellChange> = {};
  for (const column of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[column] ?? null;
    const to = after[column] ?? null;
    if (from !== to) moved[column] = { from, to };
  }
  return moved;
}

function targets(cells: Readonly<Record<string, CellChange>>): Row {
  return Object.fromEntries(Object.entries(cells).map(([column, { to }]) => [column, to]));
}
