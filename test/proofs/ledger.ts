import type { WorkbookFacts } from "../../src/app/workbook/facts";
import type { Workbook as Model } from "../../src/host/model/workbook";
import type { Cell, Change, Row } from "../../src/tables/change";
import type { ColumnSpec, TableId } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

/**
 * What must stand in the workbook: every write that was acknowledged, and every edit at the sheet, in the order in which
 * they took effect. Nothing else, and nothing less.
 */
export class Ledger {
  readonly #tables = new Map<TableId, Map<string, Map<string, Cell>>>();

  constructor(
    private readonly model: Model,
    facts: () => WorkbookFacts,
    private readonly watched: readonly TableId[],
  ) {
    this.#facts = facts;
    for (const table of watched) this.#tables.set(table, this.#read(table));
  }

  readonly #facts: () => WorkbookFacts;
  readonly #nameless = new Map<string, Map<string, Cell>>();
  /** Rows whose id was seen, but not acknowledged: it may still be taken back. Their names by their ids. */
  readonly #unconfirmed = new Map<string, string>();

  /** An acknowledged change. @throws Error when it wrote over something it had not seen */
  acknowledge(change: Change): void {
    this.#adopt();
    for (const { table, id, cells } of change.removed) {
      const row = this.#row(table, id, "removed");
      for (const [column, cell] of Object.entries(cells))
        this.#agrees(row, table, id, column, cell);
      this.#table(table).delete(id);
    }
    for (const { table, id, cells } of change.added) {
      if (this.#table(table).has(id)) throw new Error(`${table} ${id} was added twice`);
      this.#table(table).set(id, filled(cells));
    }
    for (const { table, id, cells } of change.updated) {
      const row = this.#row(table, id, "updated");
      for (const [column, { from, to }] of Object.entries(cells)) {
        this.#agrees(row, table, id, column, from);
        put(row, column, to);
      }
    }
  }

  /** Something a person typed. */
  typed(table: TableId, id: string, column: string, cell: Cell): void {
    this.#adopt();
    put(this.#row(table, id, "typed into"), column, cell);
  }

  /** A row a person wrote without an id; known by its name, which must be the only one of its kind. */
  wrote(name: string, cells: Row): void {
    this.#nameless.set(name, filled(cells));
  }

  /** Ids that were acknowledged: from now on they must stay. */
  identified(ids: readonly string[]): void {
    this.#adopt();
    for (const id of ids) this.#unconfirmed.delete(id);
  }

  /** Rows written without an id that have one by now: from here on they are known by it. */
  #adopt(): void {
    if (this.#nameless.size === 0 && this.#unconfirmed.size === 0) return;
    const names = new Set<string>();
    const there = this.#read("customers", undefined, (name) => names.add(name));
    for (const [id, cells] of there) {
      if (!this.has("customers", id)) names.add(String(cells.get("name")));
    }
    for (const [id, name] of this.#unconfirmed) {
      const row = this.#table("customers").get(id);
      if (there.has(id) || !names.has(name) || row === undefined) continue;
      // Somebody was faster, and the id was taken back.
      this.#unconfirmed.delete(id);
      this.#table("customers").delete(id);
      put(row, "id", null);
      put(row, "createdDay", null);
      this.#nameless.set(name, row);
    }
    for (const [id, cells] of there) {
      const name = String(cells.get("name"));
      const row = this.#nameless.get(name);
      if (row === undefined || this.has("customers", id)) continue;
      this.#nameless.delete(name);
      this.#unconfirmed.set(id, name);
      put(row, "id", id);
      put(row, "createdDay", cells.get("createdDay") ?? null);
      this.#table("customers").set(id, row);
    }
  }

  /** How many of these ids stand in the workbook's customers table. */
  standing(ids: readonly string[]): number {
    const there = this.#read("customers");
    return ids.filter((id) => there.has(id)).length;
  }

  /** A row a person deleted. */
  deleted(table: TableId, id: string): void {
    this.#adopt();
    this.#table(table).delete(id);
  }

  has(table: TableId, id: string): boolean {
    return this.#table(table).has(id);
  }

  ids(table: TableId): readonly string[] {
    return [...this.#table(table).keys()];
  }

  /** The first differences between what must stand in the workbook and what does; empty when there are none. */
  differences(): readonly string[] {
    this.#adopt();
    const found: string[] = [];
    for (const table of this.watched) {
      const nameless = new Set<string>();
      const actual = this.#read(
        table,
        (problem) => found.push(problem),
        (name) => nameless.add(name),
      );
      if (table === "customers") {
        const missing = [...this.#nameless.keys()].filter((name) => !nameless.delete(name));
        found.push(...missing.map((name) => `${name}, without an id, is lost`));
      }
      found.push(...[...nameless].map((name) => `${table}: "${name}" has no id`));
      const expected = this.#table(table);
      for (const id of new Set([...expected.keys(), ...actual.keys()])) {
        const [wanted, there] = [expected.get(id), actual.get(id)];
        if (wanted === undefined) found.push(`${table} ${id} is too much`);
        else if (there === undefined) found.push(`${table} ${id} is lost`);
        else {
          for (const column of new Set([...wanted.keys(), ...there.keys()])) {
            const [want, is] = [wanted.get(column) ?? null, there.get(column) ?? null];
            if (want !== is)
              found.push(`${table} ${id} ${column}: ${text(is)} instead of ${text(want)}`);
          }
        }
      }
    }
    return found;
  }

  #agrees(row: ReadonlyMap<string, Cell>, table: TableId, id: string, column: string, cell: Cell) {
    const known = row.get(column) ?? null;
    if (known !== (cell === "" ? null : cell))
      throw new Error(
        `${table} ${id} ${column}: wrote over ${text(known)}, having seen ${text(cell)}`,
      );
  }

  #table(table: TableId): Map<string, Map<string, Cell>> {
    const rows = this.#tables.get(table);
    if (rows === undefined) throw new Error(`${table} is not watched`);
    return rows;
  }

  #row(table: TableId, id: string, what: string): Map<string, Cell> {
    const row = this.#table(table).get(id);
    if (row === undefined) throw new Error(`${table} ${id} was ${what}, but is not there`);
    return row;
  }

  /** The entered cells of a table's rows that have an id, straight from the workbook. */
  #read(
    table: TableId,
    problem: (text: string) => void = () => undefined,
    nameless: (name: string) => void = () => undefined,
  ) {
    const rows = new Map<string, Map<string, Cell>>();
    const place = this.#facts().tables[table];
    const found = [...this.model.tables()].find((each) => each.table.name === place?.name);
    if (place === undefined || found === undefined) return rows;
    const { area } = found.table;
    const columns = Object.entries(place.columns).filter(([column]) => !isComputed(table, column));
    for (let at = area.top + 1; at <= area.bottom; at += 1) {
      const row = new Map<string, Cell>();
      for (const [column, { index }] of columns) {
        if (found.sheet.cells.formula(at, area.left + index) !== undefined) continue;
        put(row, column, cellOf(found.sheet.cells.value(at, area.left + index)));
      }
      const id = row.get("id");
      if (id === undefined) {
        if (row.size > 0) nameless(String(row.get("name") ?? [...row.values()].join()));
        continue;
      }
      if (rows.has(String(id))) problem(`${table} ${String(id)} is there twice`);
      rows.set(String(id), row);
    }
    return rows;
  }
}

function isComputed(table: TableId, column: string): boolean {
  return tableSpecs[table].columns.some(
    ({ id, kind }: ColumnSpec) => id === column && kind === "computed",
  );
}

function filled(cells: Row): Map<string, Cell> {
  const row = new Map<string, Cell>();
  for (const [column, cell] of Object.entries(cells)) put(row, column, cell);
  return row;
}

function put(row: Map<string, Cell>, column: string, cell: Cell): void {
  if (cell === null || cell === "") row.delete(column);
  else row.set(column, cell);
}

function cellOf(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}

function text(cell: Cell): string {
  return JSON.stringify(cell);
}
