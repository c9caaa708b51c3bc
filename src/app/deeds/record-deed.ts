import {
  entryId,
  recordedOf,
  type AuditEntry,
  type DeedFacts,
  type RecordedChange,
} from "../../tables/audit/entries";
import type { DeedKind } from "../../tables/specs/audit";
import { textOf } from "../../tables/cells";
import type { Change, Row, WholeRow } from "../../tables/change";
import { ownHeader, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { WorkbookFacts } from "../workbook/facts";

/** What is done, as it will stand in the audit table. */
export interface Deed {
  readonly kind: DeedKind;
  /** What it is about, for people: the customer's name, the file's. "" for nothing in particular. */
  readonly about: string;
  /** The customer it is about, if it is about one: rows of other tables are then found under it, too. */
  readonly customerId?: string;
  /** Names of rows whose change does not tell them, where many rows are updated at once. */
  readonly nameOf?: (table: TableId, id: string) => string | null;
  /** For taking back: the id of the entry that a change takes back. */
  readonly refersTo?: (change: RecordedChange) => string | null;
}

/**
 * The audit entries of a change: one per cell, one per row that came or went (more for a very long row); rule P4.
 *
 * @param before - how many entries the deed has already
 */
export function entriesOf(
  change: Change,
  deed: Omit<Deed, "kind" | "about">,
  deedFacts: DeedFacts,
  facts: WorkbookFacts,
  before: number,
): readonly AuditEntry[] {
  return recordedOf(change).map((what, index) => {
    const number = before + index + 1;
    const customerId = customerOf(what) ?? deed.customerId ?? null;
    return {
      id: entryId(deedFacts.id, number),
      deed: deedFacts,
      number,
      what,
      rowName: nameOf(what, deed, deedFacts),
      header: what.kind === "cell" ? headerOf(facts, what.table, what.column) : "",
      customerId,
      refersTo: deed.refersTo?.(what) ?? null,
    };
  });
}

/** The one entry of a deed that changes no cells. */
export function notedOf(deed: DeedFacts, number: number): AuditEntry {
  const place = { rowName: "", header: "", customerId: null, refersTo: null };
  return { id: entryId(deed.id, number), deed, number, what: { kind: "note" }, ...place };
}

/** An audit row without the columns a person deleted. */
export function without(row: WholeRow, lacking: ReadonlySet<string>): WholeRow {
  if (lacking.size === 0) return row;
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([id]) => !lacking.has(id)));
  return { ...row, cells };
}

function customerOf(what: RecordedChange): string | null {
  if (what.table === "customers") return what.rowId;
  if (what.kind === "cell") return what.column === "customerId" ? textIn(what.to) : null;
  return textIn(what.cells["customerId"] ?? null);
}

function nameOf(
  what: RecordedChange,
  { nameOf: known, customerId }: Pick<Deed, "nameOf" | "customerId">,
  { about }: DeedFacts,
): string {
  const told = known?.(what.table, what.rowId) ?? null;
  if (told !== null) return told;
  const own = what.kind === "cell" ? null : nameIn(what.cells);
  return own ?? (customerId === undefined ? "" : about);
}

/** What people know a row by, whatever its table. */
function nameIn(cells: Row): string | null {
  for (const column of ["name", "customerName", "item", "survivorName", "title"]) {
    const text = textIn(cells[column] ?? null);
    if (text !== null) return text;
  }
  return null;
}

function textIn(cell: Row[string]): string | null {
  const text = textOf(cell).trim();
  return text === "" ? null : text;
}

function headerOf({ tables, language }: WorkbookFacts, table: TableId, column: string): string {
  const bound = tables[table]?.columns[column];
  if (bound !== undefined) return bound.header;
  const spec = tableSpecs[table].columns.find(({ id }) => id === column);
  return spec?.title[language ?? "en"] ?? ownHeader(column) ?? column;
}
