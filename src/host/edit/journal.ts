import type { Area } from "../model/address";
import type { Scalar } from "../model/cell";
import type { BookWindow } from "./book-window";

/** Who changes the workbook, a person or the add-in behind one client, and where they stand in it. */
export type Actor =
  | { readonly kind: "person"; readonly window: BookWindow }
  | { readonly kind: "add-in"; readonly window: BookWindow; readonly clientId: number };

/** https://learn.microsoft.com/javascript/api/excel/excel.datachangetype */
export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

export type JournalEntry =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly area: Area;
      readonly changeType: ChangeType;
      /** Value and formula of a single cell before and after; Excel gives details for single cells only. */
      readonly detail: { readonly before: Scalar; readonly after: Scalar } | null;
    }
  | { readonly kind: "formatted"; readonly sheetId: string; readonly area: Area }
  | {
      readonly kind: "selected";
      readonly sheetId: string;
      readonly areas: readonly Area[];
      readonly window: BookWindow;
    }
  | {
      readonly kind: "activated" | "deactivated";
      readonly sheetId: string;
      readonly window: BookWindow;
    }
  | { readonly kind: "sheet-added" | "sheet-deleted"; readonly sheetId: string }
  | { readonly kind: "calculated"; readonly sheetId: string; readonly areas: readonly Area[] }
  | {
      readonly kind: "table-added" | "table-deleted" | "filtered";
      readonly sheetId: string;
      readonly tableId: number;
      readonly tableName: string;
    }
  | { readonly kind: "sorted" | "columns-sorted"; readonly sheetId: string; readonly area: Area }
  | {
      readonly kind: "rows-hidden";
      readonly sheetId: string;
      readonly area: Area;
      readonly hidden: boolean;
    }
  | {
      readonly kind: "formulas";
      readonly sheetId: string;
      readonly cells: readonly {
        readonly row: number;
        readonly column: number;
        readonly before: string;
      }[];
    }
  | { readonly kind: "protection"; readonly sheetId: string; readonly isProtected: boolean }
  | {
      readonly kind: "visibility";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: "moved";
      readonly sheetId: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: "clicked";
      readonly sheetId: string;
      readonly row: number;
      readonly column: number;
      readonly window: BookWindow;
    }
  | { readonly kind: "workbook-activated"; readonly window: BookWindow }
  | { readonly kind: "saved" }
  | {
      readonly kind: "comment-added" | "comment-deleted" | "comment-changed";
      readonly sheetId: string;
      readonly commentId: string;
      readonly replyIds: readonly string[];
      readonly changeType: string | null;
    }
  | {
      readonly kind: "renamed";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: "chart-added" | "chart-deleted";
      readonly sheetId: string;
      readonly chartId: string;
    }
  | {
      readonly kind: "chart-activated" | "chart-deactivated";
      readonly sheetId: string;
      readonly chartId: string;
      readonly window: BookWindow;
    }
  | { readonly kind: "settings" };

/** What happened since the last delivery, in order. Neighbouring edits of one action become one entry. */
export class Journal {
  #entries: JournalEntry[] = [];

  add(entry: JournalEntry): void {
    const last = this.#entries.at(-1);
    if (last !== undefined) {
      const joined = join(last, entry);
      if (joined !== null) {
        this.#entries[this.#entries.length - 1] = joined;
        return;
      }
    }
    this.#entries.push(entry);
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Hands the entries out and starts anew. */
  take(): readonly JournalEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }
}

/** Two edits that together fill a rectangle are one; the client sends large writes in chunks of rows. */
function join(last: JournalEntry, next: JournalEntry): JournalEntry | null {
  if (last.kind === "selected" && next.kind === "selected") {
    return last.window === next.window ? next : null;
  }
  const bothEdits =
    last.kind === "changed" &&
    next.kind === "changed" &&
    last.changeType === "RangeEdited" &&
    next.changeType === "RangeEdited";
  const bothFormats = last.kind === "formatted" && next.kind === "formatted";
  if (!(bothEdits || bothFormats) || last.sheetId !== next.sheetId) return null;
  const area = union(last.area, next.area);
  if (area === null) return null;
  return bothEdits
    ? {
        kind: "changed",
        sheetId: last.sheetId,
        changeType: "RangeEdited",
        area,
        detail: same(area, next.area) ? next.detail : null,
      }
    : { kind: "formatted", sheetId: last.sheetId, area };
}

function same(one: Area, other: Area): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

function union(one: Area, other: Area): Area | null {
  if (same(one, other)) return one;
  if (one.left === other.left && one.right === other.right) {
    if (other.top > one.bottom + 1 || one.top > other.bottom + 1) return null;
    return {
      ...one,
      top: Math.min(one.top, other.top),
      bottom: Math.max(one.bottom, other.bottom),
    };
  }
  if (one.top === other.top && one.bottom === other.bottom) {
    if (other.left > one.right + 1 || one.left > other.right + 1) return null;
    return {
      ...one,
      left: Math.min(one.left, other.left),
      right: Math.max(one.right, other.right),
    };
  }
  return null;
}
