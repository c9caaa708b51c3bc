import { TextMap } from "../domain/text-map";
import type { TableId } from "../tables/schema";

/** A row by its table and id. */
export interface RowOf {
  readonly table: TableId;
  readonly id: string;
}

/** Something for each row: by table first, so that a hundred thousand rows need no text of their own as a key. */
export class RowMap<Value> {
  readonly #tables = new Map<TableId, TextMap<Value>>();

  get({ table, id }: RowOf): Value | undefined {
    return this.#tables.get(table)?.get(id);
  }

  has({ table, id }: RowOf): boolean {
    return this.#tables.get(table)?.has(id) === true;
  }

  set({ table, id }: RowOf, value: Value): void {
    const rows = this.#tables.get(table) ?? new TextMap<Value>();
    this.#tables.set(table, rows);
    rows.set(id, value);
  }
}
