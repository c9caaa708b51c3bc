import { TextMap } from "../../domain/text-map";
import { isBlankCell, textOf } from "../cells";
import type { Cell } from "../change";
import { nameKey } from "./key";

/** The customers rows of other tables may belong to. */
export interface KnownCustomers {
  readonly ids: readonly Cell[];
  readonly names: readonly Cell[];
  /** Whether the table has the column of the day of creation. */
  readonly datesCreation: boolean;
}

export type FoundCustomer =
  | { readonly found: "one"; readonly id: string; readonly name: string }
  | { readonly found: "none" }
  | { readonly found: "several" };

/** Finds the customer a row means by its id, or by a name that only one customer has. */
export class CustomerDirectory {
  /** Id → name. */
  readonly #names = new TextMap<string>();
  /** Name → the ids that have it. */
  readonly #ids = new TextMap<string[]>();

  /** Takes note of a customer, from the sheet or about to be added. */
  add(id: Cell, name: Cell): void {
    if (isBlankCell(id)) return;
    const text = textOf(id).trim();
    this.#names.set(text, textOf(name).trim());
    if (isBlankCell(name)) return;
    const key = nameKey(name);
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, [text]);
    else ids.push(text);
  }

  byId(id: Cell): FoundCustomer {
    const text = textOf(id).trim();
    const name = this.#names.get(text);
    return name === undefined ? { found: "none" } : { found: "one", id: text, name };
  }

  byName(name: Cell): FoundCustomer {
    const [id, second] = this.#ids.get(nameKey(name)) ?? [];
    if (id === undefined) return { found: "none" };
    if (second !== undefined) return { found: "several" };
    return { found: "one", id, name: this.#names.get(id) ?? "" };
  }
}
