import { columnCount, rowCount } from "./model/address";
import type { JournalEntry } from "./edit/journal";

/** What one sync cost. */
export interface SyncCount {
  readonly clientId: number;
  readonly actions: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** Cells written and cells read. */
  readonly cellsWritten: number;
  readonly cellsRead: number;
}

/** A record of all syncs, and their sums. */
export class Counters {
  readonly syncs: SyncCount[] = [];

  add(count: SyncCount): void {
    this.syncs.push(count);
  }

  reset(): void {
    this.syncs.length = 0;
  }

  get total(): Omit<SyncCount, "clientId"> & { readonly syncs: number } {
    const total = {
      syncs: this.syncs.length,
      actions: 0,
      bytesUp: 0,
      bytesDown: 0,
      cellsWritten: 0,
      cellsRead: 0,
    };
    for (const sync of this.syncs) {
      total.actions += sync.actions;
      total.bytesUp += sync.bytesUp;
      total.bytesDown += sync.bytesDown;
      total.cellsWritten += sync.cellsWritten;
      total.cellsRead += sync.cellsRead;
    }
    return total;
  }
}

export function cellsWritten(entries: readonly JournalEntry[]): number {
  let count = 0;
  for (const entry of entries) {
    if (entry.kind === "changed") count += rowCount(entry.area) * columnCount(entry.area);
  }
  return count;
}

/** Cells in the matrices of a response: values, formulas, texts and formats each count. */
export function cellsRead(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    if (Array.isArray(first) && typeof first[0] !== "object") return value.length * first.length;
    return (value as unknown[]).reduce<number>((sum, item) => sum + cellsRead(item), 0);
  }
  return Object.values(value).reduce<number>((sum, item) => sum + cellsRead(item), 0);
}
