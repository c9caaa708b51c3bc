import type { Moment } from "../../domain/moment";
import { TextMap } from "../../domain/text-map";
import type { DeedKind } from "../specs/audit";
import { movedCells, type Cell, type Change, type Row, type WholeRow } from "../change";
import type { TableId } from "../schema";
import type { RecordedStructure } from "./structure";

/** One thing a person did through the add-in, as the audit table knows it; rule P4. */
export interface DeedFacts {
  readonly id: string;
  readonly kind: DeedKind;
  /** What it was about, for people: a customer's name, a file's. "" for nothing in particular. */
  readonly about: string;
  /** As far as Excel tells: the name entered on that computer, "" where none was. */
  readonly who: string;
  /** null where somebody overwrote the day. */
  readonly at: Moment | null;
}

/** What an entry says was changed. Whole rows hold their cells; a note only says that something was done. */
export type Recorded =
  | {
      readonly kind: "cell";
      readonly table: TableId;
      readonly rowId: string;
      readonly column: string;
      readonly from: Cell;
      readonly to: Cell;
    }
  | {
      readonly kind: "added" | "removed";
      readonly table: TableId;
      readonly rowId: string;
      readonly cells: Row;
    }
  | RecordedStructure
  | { readonly kind: "note" };

/** A change of cells or rows. */
export type RecordedChange = Exclude<Recorded, RecordedStructure | { readonly kind: "note" }>;

/** Whether an entry tells of cells or rows, not of the structure around them. */
export function isOfRows(what: Recorded): what is RecordedChange {
  return what.kind === "cell" || what.kind === "added" || what.kind === "removed";
}

/** Whether an entry tells of the structure: columns, headers, lists, tables. */
export function isOfStructure(what: Recorded): what is RecordedStructure {
  return what.kind !== "note" && !isOfRows(what);
}

/** One row of the audit table, understood. */
export interface AuditEntry {
  readonly id: string;
  readonly deed: DeedFacts;
  /** Counts the entries of a deed, from 1. */
  readonly number: number;
  readonly what: Recorded;
  /** The row's name at that time, "" where it has none. */
  readonly rowName: string;
  /** The column's header at that time, "" for whole rows. */
  readonly header: string;
  readonly customerId: string | null;
  /** The entry this one takes back. */
  readonly refersTo: string | null;
}

/** The id of a deed's entry; the number tells how far above its first entry stands. */
export function entryId(deed: string, number: number): string {
  return `${deed}-${number}`;
}

/**
 * Whole rows are recorded as text, of which a cell holds 32,767 characters. Longer rows become several entries, and
 * cells from this length on have an entry of their own, where they stand as they are.
 */
const longText = 8_000;
const mostText = 30_000;

/**
 * A change as entries, in the order in which they lead from before to after. `netChange` gives the change back.
 *
 * Cells that are blank in a row that came or went are left out.
 */
export function recordedOf({ added, updated, removed }: Change): readonly RecordedChange[] {
  return [
    ...removed.flatMap((row) => {
      const { long, parts } = taken(row);
      return [
        ...long.map(([column, cell]) => cellOf(row, column, cell, null)),
        ...parts.map((cells) => whole("removed", row, cells)),
      ];
    }),
    ...updated.flatMap((row) =>
      Object.entries(row.cells).map(([column, { from, to }]) => cellOf(row, column, from, to)),
    ),
    ...added.flatMap((row) => {
      const { long, parts } = taken(row);
      return [
        ...parts.map((cells) => whole("added", row, cells)),
        ...long.map(([column, cell]) => cellOf(row, column, null, cell)),
      ];
    }),
  ];
}

/** Entries or rows between two places to pause. */
const perStep = 500;

/**
 * What entries did together: a cell changed twice counts from its first state to its last. With places to pause that
 * tell the share done, for deeds of many entries.
 */
export function* netChange(recorded: readonly Recorded[]): Generator<number, Change, void> {
  const rows = new TextMap<NetRow>();
  for (const [at, each] of recorded.entries()) {
    if (at % perStep === 0) yield (0.7 * at) / recorded.length;
    if (!isOfRows(each)) continue;
    const key = `${each.table} ${each.rowId}`;
    const row = rows.get(key) ?? newRow(each);
    rows.set(key, row);
    follow(row, each);
  }
  const added: WholeRow[] = [];
  const updated: Change["updated"][number][] = [];
  const removed: WholeRow[] = [];
  let seen = 0;
  for (const { table, id, wasThere, isThere, before, after } of rows.values()) {
    if ((seen += 1) % perStep === 0) yield 0.7 + (0.3 * seen) / rows.size;
    if (!wasThere && isThere) added.push({ table, id, cells: after });
    if (wasThere && !isThere) removed.push({ table, id, cells: before });
    const cells = wasThere && isThere ? movedCells(before, after) : {};
    if (Object.keys(cells).length > 0) updated.push({ table, id, cells });
  }
  return { added, updated, removed };
}

interface NetRow {
  readonly table: TableId;
  readonly id: string;
  readonly wasThere: boolean;
  isThere: boolean;
  readonly before: Record<string, Cell>;
  after: Record<string, Cell>;
}

function newRow({ kind, table, rowId }: RecordedChange): NetRow {
  const wasThere = kind !== "added";
  return { table, id: rowId, wasThere, isThere: wasThere, before: {}, after: {} };
}

function follow(row: NetRow, each: RecordedChange): void {
  const known = (cells: Row): void => {
    if (!row.wasThere) return;
    for (const [column, cell] of Object.entries(cells))
      if (!(column in row.before)) row.before[column] = cell;
  };
  switch (each.kind) {
    case "cell":
      known({ [each.column]: each.from });
      row.after[each.column] = each.to;
      return;
    case "added":
      row.isThere = true;
      row.after = { ...row.after, ...each.cells };
      return;
    case "removed":
      known(each.cells);
      row.isThere = false;
      row.after = {};
  }
}

function cellOf(
  { table, id }: { readonly table: TableId; readonly id: string },
  column: string,
  from: Cell,
  to: Cell,
): RecordedChange {
  return { kind: "cell", table, rowId: id, column, from, to };
}

function whole(kind: "added" | "removed", { table, id }: WholeRow, cells: Row): RecordedChange {
  return { kind, table, rowId: id, cells };
}

/** A row's filled cells: those that fit into a few texts, and the long ones apart. */
function taken({ cells }: WholeRow): {
  readonly parts: readonly Row[];
  readonly long: readonly (readonly [column: string, cell: Cell])[];
} {
  const parts: Record<string, Cell>[] = [{}];
  const long: (readonly [string, Cell])[] = [];
  let length = 0;
  for (const column of Object.keys(cells)) {
    const cell = cells[column] ?? null;
    if (cell === null || cell === "") continue;
    if (typeof cell === "string" && cell.length >= longText) {
      long.push([column, cell]);
      continue;
    }
    const more = JSON.stringify(column).length + JSON.stringify(cell).length + 2;
    if (length + more > mostText) {
      parts.push({});
      length = 0;
    }
    length += more;
    const part = parts.at(-1);
    if (part !== undefined) part[column] = cell;
  }
  return { parts, long };
}
