import type { Conflict } from "../../app/workbook/rows";
import type { Cell, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf } from "../cell";
import { enteredCells, removalConflicts, updateConflicts } from "./compare";
import { widthsBefore, type Widths } from "./day-widths";
import type { SeenTable } from "./look-at-rows";
import { firstAdded } from "./room";
import { idIn, type RowImage } from "./row-image";
import { enteredColumns } from "./table-work";
import type { Content, Filled, WriteReceipt } from "./write-rows";

/** What stood in a table before a write, and what the write put there: enough to bring back the one for the other. */
export interface Before {
  readonly bound: BoundTable;
  readonly updated: readonly RowBefore[];
  /** Rows that were removed, whole. */
  readonly removed: readonly WholeRow[];
  readonly added: readonly WholeRow[];
  /** The number in the body of the first row that was added, if nobody moved it since; where that is known. */
  readonly addedFrom?: number;
  /** Ids of rows that colleagues brought meanwhile: where ours stands as well, it goes, and theirs stays. */
  readonly theirs?: ReadonlySet<string>;
  /** What had come to stand below the table and was written over. */
  readonly below: Filled["below"];
  /** Widths of the columns that were widened. */
  readonly widths?: Widths;
}

export interface RowBefore {
  readonly id: string;
  /** Its number in the body, where it was written by that. */
  readonly at?: number;
  /** By the host's id of the column, which holds wherever the column has gone. */
  readonly cells: ReadonlyMap<number, { readonly was: Content; readonly to: Cell }>;
}

/** As the first trip saw it: all there is to go by when a write was not answered. */
export function beforeSeen(seen: SeenTable): Before {
  const { bound, work, rows, bodyRows, room } = seen;
  return {
    bound,
    updated: work.updated.map(({ id, cells }) => {
      const row = rows.get(id);
      return {
        id,
        cells: new Map(
          Object.entries(cells).flatMap(([column, { from, to }]) => {
            const at = bound.columns[column];
            if (at === undefined) return [];
            const format = row?.formats[at.index] ?? "General";
            return [[at.id, { was: { value: from, formula: null, format }, to }] as const];
          }),
        ),
      };
    }),
    removed: work.removed,
    added: work.added,
    addedFrom: firstAdded(bodyRows, room),
    below: null,
    widths: widthsBefore(seen),
  };
}

/**
 * As the second trip found it right before it wrote, by the rows in which it really wrote: where rows had moved, these
 * are not the ones that were meant.
 */
export function beforeWritten(receipt: WriteReceipt): Before {
  const { write, updated, removed, columns, filled, landed } = receipt;
  const order = columns();
  const bound = inOrder(write.bound, order);
  const gone = [
    ...write.removals.flatMap(({ row }) => {
      const image = removed(row.id);
      return image === null ? [] : [enteredCells(bound, image)];
    }),
    ...spareRow(bound, filled().spare),
  ];
  const { below } = filled();
  return {
    bound: write.bound,
    updated: write.updates.flatMap(({ row, place, formats }) => {
      const image = updated(row.id);
      const id = image === null ? null : idIn(bound, image);
      if (image === null || id === null) return [];
      const cells = Object.entries(row.cells).flatMap(([column, { to }]) => {
        const meant = write.bound.columns[column]?.index;
        const columnId = meant === undefined ? undefined : landed(meant);
        if (columnId === undefined) return [];
        const index = order.indexOf(columnId);
        const was: Content = {
          value: cellOf(image.values[index]),
          formula: formulaOf(image.formulas[index], image.values[index]),
          format: formats[index] ?? "General",
        };
        return [[columnId, { was, to }] as const];
      });
      const at = place.by === "row" ? { at: place.row } : {};
      return [{ id, ...at, cells: new Map(cells) }];
    }),
    removed: gone,
    added: write.additions,
    addedFrom: firstAdded(write.bodyRows, write.room),
    below: below !== null && isFilled(below.formulas) ? below : null,
    widths: write.widths ?? new Map(),
  };
}

/** Where the second trip found something else than the first: somebody was faster. */
export function overtakenIn(receipt: WriteReceipt): readonly Conflict[] {
  const { write, updated, removed, columns } = receipt;
  const bound = inOrder(write.bound, columns());
  const entered = enteredColumns(bound);
  return [
    ...write.updates.flatMap(({ row }) => updateConflicts(bound, row, updated(row.id))),
    ...write.removals.flatMap(({ row }) => removalConflicts(bound, row, removed(row.id), entered)),
  ];
}

/**
 * The cells in which a way back found something else than the look before it, and the rows it removed for another one
 * that had just moved: somebody had just been there, and gets it back.
 */
export function overwrittenIn(receipt: WriteReceipt): Before {
  const { write, removed, columns } = receipt;
  const { bound } = write;
  const found = new Set(
    overtakenIn(receipt).map(({ id, column }) => `${id} ${bound.columns[column]?.id ?? ""}`),
  );
  const updated = beforeWritten(receipt).updated.flatMap((row): readonly RowBefore[] => {
    const theirs = new Map([...row.cells].filter(([column]) => found.has(`${row.id} ${column}`)));
    return theirs.size === 0 ? [] : [{ ...row, cells: theirs }];
  });
  const now = inOrder(bound, columns());
  const others = write.removals.flatMap(({ row }) => {
    const image = removed(row.id);
    const id = image === null ? null : idIn(now, image);
    return image === null || id === null || id === row.id ? [] : [enteredCells(now, image)];
  });
  return { bound, updated, removed: others, added: [], below: null };
}

/** Whether rows were written where somebody had just written, or in columns that had just moved. */
export function isMisplaced({ write, columns, filled, landed }: WriteReceipt): boolean {
  const { spare, below } = filled();
  const now = columns();
  const { live } = write.bound;
  const byNumber = write.additions.length > 0 || write.removals.length > 0;
  const isOther = ({ id }: { readonly id: number }, index: number): boolean => id !== now[index];
  const moved = now.length !== live.columns.length || live.columns.some(isOther);
  const strayed = live.columns.some(({ id }, index) => now.includes(id) && landed(index) !== id);
  return (
    strayed ||
    (byNumber && moved) ||
    spareRow(write.bound, spare).length > 0 ||
    (below !== null && isFilled(below.formulas))
  );
}

function isFilled(formulas: readonly (readonly unknown[])[]): boolean {
  return formulas.some((row) => row.some((cell) => cell !== ""));
}

/** What had been entered in a table's one blank row; a row of nothing but formulas is still blank. */
function spareRow(bound: BoundTable, image: RowImage | null): readonly WholeRow[] {
  if (image === null) return [];
  const row = enteredCells(bound, image);
  return Object.values(row.cells).some((cell) => cell !== null) ? [row] : [];
}

/** The table with its columns in this order. */
function inOrder(bound: BoundTable, order: readonly number[]): BoundTable {
  const columns = Object.entries(bound.columns).flatMap(([column, known]) => {
    const index = order.indexOf(known.id);
    return index < 0 ? [] : [[column, { ...known, index }] as const];
  });
  return { ...bound, columns: Object.fromEntries(columns) };
}
