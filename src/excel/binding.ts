import { checkChoices, fieldKinds, type OwnField } from "../tables/fields";
import { ownColumn, ownHeader, type Language, type TableId } from "../tables/schema";
import { tableSpecs } from "../tables/tables";

/** What the workbook remembers of the set-up, under the settings key "keepsheet". */
export interface StoredBinding {
  readonly schemaVersion: number;
  readonly language: Language;
  readonly tables: Readonly<Partial<Record<TableId, StoredTable>>>;
  /** Columns of the customers table that are fields of a person's own. Workbooks without any have none stored. */
  readonly fields?: readonly OwnField[];
}

export interface StoredTable {
  readonly id: string;
  readonly name: string;
  /** By our column id: the host's column id and the header it had when it was bound. */
  readonly columns: Readonly<Record<string, StoredColumn>>;
  /** Our columns that the person had before set-up and that keep their looks. Tables made by set-up have none stored. */
  readonly adopted?: readonly string[];
}

export interface StoredColumn {
  readonly id: number;
  readonly header: string;
}

/** A structured table as it stands in the workbook now. */
export interface LiveTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly sheet: string;
  readonly rowCount: number;
  /** In order, from the left. */
  readonly columns: readonly LiveColumn[];
}

export interface LiveColumn {
  readonly id: number;
  readonly name: string;
}

/** One of our tables, found in the workbook. */
export interface BoundTable {
  readonly table: TableId;
  readonly live: LiveTable;
  /** By our column id; a column that was deleted is absent. */
  readonly columns: Readonly<Record<string, BoundColumn>>;
  /** As StoredTable has it. */
  readonly adopted?: readonly string[];
}

export interface BoundColumn extends StoredColumn {
  /** Zero-based within the table, now. */
  readonly index: number;
}

export type BoundTables = Readonly<Partial<Record<TableId, BoundTable>>>;

/**
 * Finds our tables among those of the workbook: by the host's id, then by name. A table found by its id alone, under
 * another name, must still have some of the columns we know: ids may be dealt out anew when a file is saved by
 * another program.
 */
export function bindTables(stored: StoredBinding, live: readonly LiveTable[]): BoundTables {
  const bound: Partial<Record<TableId, BoundTable>> = {};
  for (const [table, known] of tablesOf(stored)) {
    const byId = live.find((candidate) => candidate.id === known.id);
    const byName = live.find((candidate) => candidate.name === known.name);
    const found =
      byId !== undefined && (byId.name === known.name || knowsColumns(known, byId)) ? byId : byName;
    if (found !== undefined) bound[table] = bindColumns(table, known, found);
  }
  return bound;
}

/**
 * Finds our columns in a table: by the host's id, so that renamed and moved ones are followed, then by header.
 * Where most headers stand at other ids, the ids were dealt out anew and only headers count.
 */
export function bindColumns(table: TableId, known: StoredTable, live: LiveTable): BoundTable {
  const idsHold = idsAreTrusted(known, live);
  const columns: Record<string, BoundColumn> = {};
  const taken = new Set<number>();
  const claim = (column: string, index: number): void => {
    const found = live.columns[index];
    if (found === undefined || taken.has(index) || column in columns) return;
    taken.add(index);
    columns[column] = { id: found.id, header: found.name, index };
  };
  const entries = Object.entries(known.columns);
  if (idsHold) {
    for (const [column, { id }] of entries) {
      claim(
        column,
        live.columns.findIndex((candidate) => candidate.id === id),
      );
    }
  }
  for (const [column, { header }] of entries) {
    claim(
      column,
      live.columns.findIndex((candidate) => candidate.name === header),
    );
  }
  // The rest are the person's own: nothing is known of them, but a row is whole only with them.
  live.columns.forEach(({ name }, index) => claim(freeOwn(name, columns), index));
  return { table, live, columns, ...adoptedOf(known) };
}

/** The id of a person's own column; one that was named like a field, before that was renamed, gets a number. */
function freeOwn(header: string, taken: Readonly<Record<string, unknown>>): string {
  let column = ownColumn(header);
  for (let number = 2; column in taken; number += 1) column = `${ownColumn(header)} (${number})`;
  return column;
}

/** All columns as they are bound, to find the same ones again a moment later. */
export function knownTable(bound: BoundTable): StoredTable {
  const { live, columns } = bound;
  return { id: live.id, name: live.name, columns, ...adoptedOf(bound) };
}

/** A column that is gone is forgotten: one that comes in its place is ours. */
function adoptedOf({
  adopted = [],
  columns,
}: Pick<StoredTable, "adopted" | "columns">): Pick<StoredTable, "adopted"> {
  const there = adopted.filter((column) => column in columns);
  return there.length === 0 ? {} : { adopted: there };
}

/** The binding as it is to be remembered: our columns, and of a person's own those that are fields. */
export function storedTable(bound: BoundTable, fields: readonly OwnField[] = []): StoredTable {
  const kept = new Set(bound.table === "customers" ? fields.map(({ column }) => column) : []);
  return {
    id: bound.live.id,
    name: bound.live.name,
    columns: Object.fromEntries(
      Object.entries(bound.columns)
        .filter(([column]) => ownHeader(column) === null || kept.has(column))
        .map(([column, { id, header }]) => [column, { id, header }]),
    ),
    ...adoptedOf(bound),
  };
}

/**
 * Reads what the settings hold. Anything that is not a binding of ours counts as none: the file may have passed
 * through other hands.
 */
export function readStoredBinding(value: unknown): StoredBinding | null {
  if (!isRecord(value)) return null;
  const { schemaVersion, language, tables } = value;
  if (typeof schemaVersion !== "number" || (language !== "zh" && language !== "en")) return null;
  if (!isRecord(tables)) return null;
  const known: Partial<Record<TableId, StoredTable>> = {};
  for (const table of tableIds) {
    const stored = readStoredTable(tables[table]);
    if (stored !== null) known[table] = stored;
  }
  const fields = readStoredFields(value["fields"]);
  return { schemaVersion, language, tables: known, ...(fields.length > 0 ? { fields } : {}) };
}

function readStoredFields(value: unknown): readonly OwnField[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): readonly OwnField[] => {
    if (!isRecord(entry) || typeof entry.column !== "string") return [];
    const kind = fieldKinds.find((each) => each === entry.kind);
    const words: readonly unknown[] = Array.isArray(entry.choices) ? entry.choices : [];
    const choices = words.filter((word) => typeof word === "string");
    if (kind === undefined || ownHeader(entry.column) === null) return [];
    if (kind === "choice" && !checkChoices(choices).ok) return [];
    return [{ column: entry.column, kind, choices }];
  });
}

export const tableIds: readonly TableId[] = Object.values(tableSpecs).map(({ id }) => id);

function readStoredTable(value: unknown): StoredTable | null {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.name !== "string")
    return null;
  if (!isRecord(value.columns)) return null;
  const columns: Record<string, StoredColumn> = {};
  for (const [column, entry] of Object.entries(value.columns)) {
    if (!isRecord(entry) || typeof entry.id !== "number" || typeof entry.header !== "string") {
      return null;
    }
    columns[column] = { id: entry.id, header: entry.header };
  }
  const adopted: readonly unknown[] = Array.isArray(value.adopted) ? value.adopted : [];
  const names = adopted.filter((column) => typeof column === "string");
  return { id: value.id, name: value.name, columns, ...adoptedOf({ adopted: names, columns }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tablesOf(stored: StoredBinding): readonly (readonly [TableId, StoredTable])[] {
  return tableIds.flatMap((table) => {
    const known = stored.tables[table];
    return known === undefined ? [] : [[table, known] as const];
  });
}

function knowsColumns(known: StoredTable, live: LiveTable): boolean {
  const headers = new Set(live.columns.map((column) => column.name));
  const entries = Object.values(known.columns);
  return entries.filter((column) => headers.has(column.header)).length * 2 >= entries.length;
}

/**
 * Whether the columns' ids are still those that were stored. Headers that stand at other ids than theirs tell that ids
 * were dealt out anew; headers that stand nowhere any more have only been renamed, be it all of them.
 */
function idsAreTrusted(known: StoredTable, live: LiveTable): boolean {
  const ids = new Set(live.columns.map(({ id }) => id));
  const byName = new Map(live.columns.map(({ name, id }) => [name, id]));
  const found = Object.values(known.columns).filter(({ id }) => ids.has(id));
  const elsewhere = found.filter(({ id, header }) => (byName.get(header) ?? id) !== id);
  return elsewhere.length * 2 <= found.length;
}
