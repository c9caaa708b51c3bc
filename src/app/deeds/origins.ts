import {
  entryId,
  isOfRows,
  type AuditEntry,
  type RecordedChange,
} from "../../tables/audit/entries";
import { RowMap, type RowOf } from "../row-map";

/** By what the entries of a take-back find those they take back. */
export interface Origins {
  /** The deed they belong to; "" where there are none. */
  readonly deed: string;
  readonly count: number;
  /** Numbers of entries. Their ids would be a hundred thousand texts, held as long as the taking back lasts. */
  readonly rows: RowMap<number>;
  /** The same by column. */
  readonly cells: ReadonlyMap<string, RowMap<number>>;
  readonly names: RowMap<string>;
  /** The customer all of them are about; null where they are about several, or none. */
  readonly customerId: string | null;
}

/** Entries looked at between two places to pause. */
const perStep = 500;

/**
 * Finds them out, with places to pause that tell the share done.
 *
 * @param entries - of one deed
 */
export function* findingOrigins(entries: readonly AuditEntry[]): Generator<number, Origins, void> {
  const rows = new RowMap<number>();
  const cells = new Map<string, RowMap<number>>();
  const names = new RowMap<string>();
  const shared = entries[0]?.customerId ?? null;
  let isShared = true;
  for (const [at, { number, what, rowName, customerId }] of entries.entries()) {
    if (at % perStep === 0) yield at / entries.length;
    isShared &&= customerId === shared;
    if (!isOfRows(what)) continue;
    const place = placeOf(what);
    if (what.kind === "cell") {
      const column = cells.get(what.column) ?? new RowMap<number>();
      cells.set(what.column, column);
      column.set(place, number);
    } else if (!rows.has(place)) rows.set(place, number);
    if (rowName !== "") names.set(place, rowName);
  }
  const { length: count } = entries;
  const deed = entries[0]?.deed.id ?? "";
  return { deed, count, rows, cells, names, customerId: isShared ? shared : null };
}

/** The id of the entry that a change takes back; null where there is none. */
export function originOf(what: RecordedChange, all: readonly Origins[]): string | null {
  const place = placeOf(what);
  for (const { deed, cells, rows } of all) {
    const ofCell = what.kind === "cell" ? cells.get(what.column)?.get(place) : undefined;
    const found = ofCell ?? rows.get(place);
    if (found !== undefined) return entryId(deed, found);
  }
  return null;
}

/** What a row was called; null where no entry says. */
export function nameIn(place: RowOf, all: readonly Origins[]): string | null {
  for (const { names } of all) {
    const name = names.get(place);
    if (name !== undefined) return name;
  }
  return null;
}

/** The customer all are about; null where they are about several, or none. */
export function customerOf([first, ...others]: readonly Origins[]): string | null {
  const customerId = first?.customerId ?? null;
  return others.every((each) => each.customerId === customerId) ? customerId : null;
}

function placeOf({ table, rowId }: RecordedChange): RowOf {
  return { table, id: rowId };
}
