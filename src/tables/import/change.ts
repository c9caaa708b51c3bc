import type { Cell, Change } from "../change";
import type { AddedRow, ImportPlan } from "./plan";
import type { TableId } from "../schema";

/** How much one change of an import may hold: below what one message carries, with room for formats and frame. */
export interface ChunkLimit {
  /** New rows, or cells of rows that are there: as many rows of the audit table come with them (P4). */
  readonly entries: number;
  /** Bytes of cells, counted high. */
  readonly bytes: number;
}

/** Each change is a step of the progress bar and the longest a cancel waits: well below half a second. */
export const chunkLimit: ChunkLimit = { entries: 1_500, bytes: 500_000 };

/**
 * The plan as changes to be committed one after another: customers that others belong to, updates in the order of the
 * sheet, so that neighbouring rows travel together, then new rows in the order they came.
 */
export function importChanges(
  { target, newCustomers, added, updated }: ImportPlan,
  limit: ChunkLimit = chunkLimit,
): readonly Change[] {
  const table = target.table.id;
  const inSheetOrder = [...updated].sort((one, other) => one.at - other.at);
  const moves = chunks(inSheetOrder, limit, ({ cells }) => {
    const moved = Object.values(cells);
    return { entries: moved.length, cells: moved.flatMap(({ from, to }) => [from, to]) };
  });
  return [
    ...additions("customers", newCustomers, limit),
    ...moves.map((rows) => ({
      added: [],
      removed: [],
      updated: rows.map(({ id, cells }) => ({ table, id, cells })),
    })),
    ...additions(table, added, limit),
  ];
}

function additions(
  table: TableId,
  added: readonly AddedRow[],
  limit: ChunkLimit,
): readonly Change[] {
  const one = ({ cells }: AddedRow) => ({ entries: 1, cells: Object.values(cells) });
  return chunks(added, limit, one).map((rows) => ({
    updated: [],
    removed: [],
    added: rows.map(({ id, cells }) => ({ table, id, cells })),
  }));
}

/**
 * A change in two halves that together do the same; null where it is one row. The rows that came last go first: taken
 * out from the bottom of a sheet, they leave the others where they are.
 */
export function halves({ added, updated, removed }: Change): readonly [Change, Change] | null {
  const rows = added.length + updated.length + removed.length;
  if (rows < 2) return null;
  const cut = <Item>(items: readonly Item[], before: number) => {
    const middle = Math.max(0, Math.min(items.length, Math.floor(rows / 2) - before));
    return [items.slice(0, middle), items.slice(middle)] as const;
  };
  const staying = Math.max(0, removed.length - Math.floor(rows / 2));
  const [removedThen, removedFirst] = [removed.slice(0, staying), removed.slice(staying)];
  const [updatedFirst, updatedThen] = cut(updated, removed.length);
  const [addedFirst, addedThen] = cut(added, removed.length + updated.length);
  return [
    { added: addedFirst, updated: updatedFirst, removed: removedFirst },
    { added: addedThen, updated: updatedThen, removed: removedThen },
  ];
}

function chunks<Item>(
  items: readonly Item[],
  limit: ChunkLimit,
  sizeOf: (item: Item) => { readonly entries: number; readonly cells: readonly Cell[] },
): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let bytes = 0;
  let entries = 0;
  for (const item of items) {
    const more = sizeOf(item);
    const weighs = more.cells.reduce<number>((sum, cell) => sum + weight(cell), 0);
    bytes += weighs;
    entries += more.entries;
    const last = runs.at(-1);
    if (last !== undefined && entries <= limit.entries && bytes <= limit.bytes) {
      last.push(item);
      continue;
    }
    runs.push([item]);
    bytes = weighs;
    entries = more.entries;
  }
  return runs;
}

/** Bytes of a cell in a message, with its number format: three per character is what Chinese takes. */
function weight(cell: Cell): number {
  return typeof cell === "string" ? 3 * cell.length + 8 : 16;
}
