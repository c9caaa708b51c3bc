import type { Cell, CellChange, Row, UpdatedRow } from "../../tables/change";
import { writeMerge, type MergeRecord } from "../../tables/specs/merges";

/** A merge as the workbook remembers it, and the cells that say so. */
export interface PastMerge {
  readonly record: MergeRecord;
  readonly cells: Row;
}

/**
 * Who holds what belonged to a merge's survivor: the survivor was merged into that customer, perhaps by way of others.
 *
 * @param merges - all that are still remembered
 * @returns the survivor's own id where it was merged into nobody: it is there, or a person deleted it
 */
export function holderOf(past: PastMerge, merges: readonly PastMerge[]): string {
  return laterMerges(past, merges).at(-1)?.record.survivorId ?? past.record.survivorId;
}

/** The merges by which the survivor went into another customer, that one into a third, and so on, in this order. */
function laterMerges({ record }: PastMerge, merges: readonly PastMerge[]): readonly PastMerge[] {
  const later: PastMerge[] = [];
  let held = record.survivorId;
  for (;;) {
    const next = merges.find((each) => each.record.removedId === held && !later.includes(each));
    if (next === undefined) return later;
    later.push(next);
    held = next.record.survivorId;
  }
}

/**
 * What other merges remember, as if this one had never been: then merges can be split in any order, and the last split
 * leaves everything as it was before the first merge.
 *
 * A later merge of the same survivor found the cells this one had written, and shall bring back those before it. One by
 * which the survivor went remembers its row: there the cells are as before this merge, except those that were changed
 * since. And the rows that go back are with none of them any more.
 *
 * @param merges - all that are still remembered, the newest first
 */
export function othersWithout(
  past: PastMerge,
  merges: readonly PastMerge[],
): readonly UpdatedRow[] {
  const { id, survivorId, survivorCells, moved } = past.record;
  const own = merges.findIndex(({ record }) => record.id === id);
  const newer = new Set(
    merges.slice(0, Math.max(own, 0)).filter(({ record }) => record.survivorId === survivorId),
  );
  const later = laterMerges(past, merges);
  const [gone] = later;
  const returning = new Set(moved.map(placeOf));
  return [...newer, ...later].flatMap((each) => {
    const { record } = each;
    const cells = Object.entries(record.survivorCells).map(([column, { from, to }]) => {
      const wrote = newer.has(each) ? survivorCells[column] : undefined;
      return [column, { from: beforeIt(from, wrote), to }] as const;
    });
    const row = Object.entries(record.removedCells).map(([column, cell]) => {
      const wrote = each === gone ? survivorCells[column] : undefined;
      return [column, beforeIt(cell, wrote)] as const;
    });
    const held = record.moved.filter(
      (one) => !later.includes(each) || !returning.has(placeOf(one)),
    );
    return rewritten(each, {
      survivorCells: Object.fromEntries(cells),
      removedCells: Object.fromEntries(row),
      moved: held,
    });
  });
}

function placeOf({ table, column, id }: MergeRecord["moved"][number]): string {
  return `${table}.${column} ${id}`;
}

/** A cell as it was before a merge wrote it; one that holds something else by now was changed since, and stays. */
function beforeIt(cell: Cell, wrote: CellChange | undefined): Cell {
  return wrote !== undefined && isSame(cell, wrote.to) ? wrote.from : cell;
}

/** The columns in which a merge remembers what splitting needs. */
const remembering = ["survivorCells", "removedCells", "followUpIds"] as const;

function rewritten(
  { record, cells }: PastMerge,
  parts: Pick<MergeRecord, "survivorCells" | "removedCells" | "moved">,
): readonly UpdatedRow[] {
  // Only texts are looked at: whichever way days are counted makes no difference.
  const [was, now] = [writeMerge(record, 1900), writeMerge({ ...record, ...parts }, 1900)];
  const changed = remembering.flatMap((column): [string, CellChange][] => {
    const [from, to] = [was[column] ?? null, now[column] ?? null];
    return isSame(from, to) ? [] : [[column, { from: cells[column] ?? null, to }]];
  });
  return changed.length === 0
    ? []
    : [{ table: "merges", id: record.id, cells: Object.fromEntries(changed) }];
}

function isSame(one: Cell, other: Cell): boolean {
  return (one ?? "") === (other ?? "");
}
