import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import { textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";

/** The columns by which a row is known again: its id or, where it has none, its name. */
export const keyColumns: readonly string[] = ["id", "name"];

/** What stood in a column by which rows are known again, by row. */
export interface KeyColumn {
  readonly column: string;
  readonly cells: readonly Cell[];
}

/** Of columns that were read, those by which rows are known again. */
export function keysAmong(
  columns: Readonly<Record<string, readonly Cell[]>>,
): readonly KeyColumn[] {
  return keyColumns.flatMap((column) => {
    const cells = columns[column];
    return cells === undefined ? [] : [{ column, cells }];
  });
}

/**
 * By what a row is known again.
 *
 * @example
 * keyOf("C1", "客户1") //=> "C1"
 * keyOf(null, "客户1") //=> "=客户1"
 */
export function keyOf(id: Cell, name: Cell): string {
  const known = textOf(id).trim();
  return known === "" ? `=${textOf(name).trim()}` : known;
}

/** The keys of all rows, from the top; "=" where the columns tell nothing of a row. */
export function rowKeys(columns: readonly KeyColumn[], count: number): readonly string[] {
  const cellsOf = (wanted: string): readonly Cell[] =>
    columns.find(({ column }) => column === wanted)?.cells ?? [];
  const [ids, names] = [cellsOf("id"), cellsOf("name")];
  return Array.from({ length: count }, (_, row) => keyOf(ids[row] ?? null, names[row] ?? null));
}

/** Of rows about which the columns tell nothing. */
export const unknownKey = "=";

/** Key → the only row from `first` up to, not including, `end` that has it; null where several have. */
export function rowsByKey(
  keys: readonly string[],
  first = 0,
  end = keys.length,
): ReadonlyTextMap<number | null> {
  const rows = new TextMap<number | null>();
  for (let row = first; row < end; row += 1) {
    const key = keys[row] ?? unknownKey;
    if (key !== unknownKey) rows.set(key, rows.has(key) ? null : row);
  }
  return rows;
}

/**
 * Which rows of before stand in the rows of now: those above and below everything that moved, one by one; the others by
 * keys that only one row has.
 *
 * @returns by row of now the row of before; null for one that came
 *
 * @example
 * alignRows(["a", "b", "c"], ["a", "x", "c"]) //=> [0, null, 2]
 */
export function alignRows(
  before: readonly string[],
  now: readonly string[],
): readonly (number | null)[] {
  const most = Math.min(before.length, now.length);
  let top = 0;
  while (top < most && before[top] === now[top]) top += 1;
  let end = 0;
  while (end < most - top && before[before.length - 1 - end] === now[now.length - 1 - end])
    end += 1;
  const were = rowsByKey(before, top, before.length - end);
  const are = rowsByKey(now, top, now.length - end);
  return now.map((key, row) => {
    if (row < top) return row;
    if (row >= now.length - end) return row + before.length - now.length;
    return are.get(key) === row ? (were.get(key) ?? null) : null;
  });
}

/** Whether the same rows stand in the same places, as many as are expected. */
export function isSameRows(
  before: readonly KeyColumn[],
  now: readonly KeyColumn[],
  count: number,
): boolean {
  const columnsOf = (keys: readonly KeyColumn[]): string => keys.map(({ column }) => column).join();
  const isTall = ({ cells }: KeyColumn): boolean => cells.length === count;
  if (columnsOf(before) !== columnsOf(now) || ![...before, ...now].every(isTall)) return false;
  const cellIn = (keys: readonly KeyColumn[], wanted: string, row: number): Cell =>
    keys.find(({ column }) => column === wanted)?.cells[row] ?? null;
  const keyIn = (keys: readonly KeyColumn[], row: number): string =>
    keyOf(cellIn(keys, "id", row), cellIn(keys, "name", row));
  for (let row = 0; row < count; row += 1) {
    // Nearly always the cells themselves are the same: 100,000 rows are compared within one short task.
    const isEqual = before.every(({ cells }, at) => cells[row] === now[at]?.cells[row]);
    if (!isEqual && keyIn(before, row) !== keyIn(now, row)) return false;
  }
  return true;
}
