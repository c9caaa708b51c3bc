import type { Cell, Change, LongChange, UpdatedRow, WholeRow } from "../../tables/change";
import { stretch, type RowList } from "../../tables/row-list";

/** What a piece of a deed may hold. */
export interface PieceLimit {
  /** Entries of the audit table: one per row that comes or goes, one per cell. */
  readonly entries: number;
  /** Bytes in a message, counted high, with the audit rows. */
  readonly bytes: number;
}

/**
 * Cuts the first piece off a change. Both together do the same, one after the other. The rows that came last go first:
 * taken out from the bottom of a sheet, they leave the others where they are.
 *
 * Costs what the piece holds, not what the change does, so that a change of 100,000 rows is not gone through for each.
 *
 * @returns the piece, of at least one row, and the rest; the change itself and null where all of it fits
 */
export function cutOff(
  change: LongChange,
  limit: PieceLimit,
): { readonly piece: LongChange; readonly rest: LongChange | null } {
  const { added, updated, removed } = change;
  const filling = new Filling(limit);
  let staying = removed.length;
  while (staying > 0 && filling.takes(wholeRow(removed.at(staying - 1)))) staying -= 1;
  const updates = staying > 0 ? 0 : countTaken(updated, (row) => filling.takes(updatedRow(row)));
  const isOpen = staying === 0 && updates === updated.length;
  const additions = isOpen ? countTaken(added, (row) => filling.takes(wholeRow(row))) : 0;
  if (isOpen && additions === added.length) return { piece: change, rest: null };
  return {
    piece: {
      added: stretch(added, 0, additions),
      updated: stretch(updated, 0, updates),
      removed: stretch(removed, staying),
    },
    rest: {
      added: stretch(added, additions),
      updated: stretch(updated, updates),
      removed: stretch(removed, 0, staying),
    },
  };
}

/** As many entries as the audit table gets of a change. */
export function entriesIn({ added, updated, removed }: Change): number {
  return updated.reduce(
    (sum, { cells }) => sum + Object.keys(cells).length,
    added.length + removed.length,
  );
}

interface Load {
  readonly entries: number;
  readonly bytes: number;
}

class Filling {
  #entries = 0;
  #bytes = 0;

  constructor(private readonly limit: PieceLimit) {}

  /** Whether one more row goes in; the first always does. */
  takes({ entries, bytes }: Load): boolean {
    const isFirst = this.#entries === 0;
    this.#entries += entries;
    this.#bytes += bytes;
    return isFirst || (this.#entries <= this.limit.entries && this.#bytes <= this.limit.bytes);
  }
}

/** Bytes of an audit row besides the cells it tells of, counted high. */
const entryBytes = 350;

function wholeRow(row: WholeRow | undefined): Load {
  const cells = Object.values(row?.cells ?? {});
  return { entries: 1, bytes: entryBytes + 2 * bytesOf(cells) };
}

function updatedRow({ cells }: UpdatedRow): Load {
  const moves = Object.values(cells);
  return {
    entries: Math.max(moves.length, 1),
    bytes: moves.reduce((sum, { from, to }) => sum + entryBytes + 2 * bytesOf([from, to]), 0),
  };
}

/** Three per character is what Chinese takes. */
function bytesOf(cells: readonly Cell[]): number {
  return cells.reduce<number>(
    (sum, cell) => sum + (typeof cell === "string" ? 3 * cell.length + 12 : 20),
    0,
  );
}

function countTaken<Row>(rows: RowList<Row>, takes: (row: Row) => boolean): number {
  for (let count = 0; ; count += 1) {
    const row = rows.at(count);
    if (row === undefined || !takes(row)) return count;
  }
}
