import { writeCell, textOf } from "../cells";
import type { Cell } from "../change";
import { customersTable } from "../specs/customers";
import { CustomerDirectory, type FoundCustomer, type KnownCustomers } from "./customers";
import type { AddedRow, ImportChoices, ImportContext, Rejection } from "./plan";
import { columnOf } from "../records";
import type { ColumnSpec } from "../schema";

type Values = Map<ColumnSpec, string | number>;

/** Ties incoming rows to the customers they belong to, by id or by name. */
export class CustomerLinks {
  /** Customers that are added because rows belong to them. */
  readonly created: AddedRow[] = [];
  /** New rows that name no customer. */
  without = 0;
  readonly #directory = new CustomerDirectory();
  readonly #idColumn: ColumnSpec;
  readonly #nameColumn: ColumnSpec;

  constructor(
    private readonly customers: KnownCustomers,
    private readonly choices: Pick<ImportChoices, "unknownCustomers">,
    private readonly context: Pick<ImportContext, "target" | "style" | "asOf" | "newId">,
  ) {
    this.#idColumn = columnOf(context.target.table, "customerId");
    this.#nameColumn = columnOf(context.target.table, "customerName");
  }

  /** Takes note of a customer that is there. */
  know(at: number): void {
    this.#directory.add(this.customers.ids[at] ?? null, this.customers.names[at] ?? null);
  }

  /** Gives a new row its customer's id and name. A row that names none stays without. */
  link(values: Values, row: number): Rejection | null {
    const found = this.#find(values);
    if (found === null) {
      this.without += 1;
      return null;
    }
    return this.#tie(values, found, row);
  }

  /** The same for a row that is there; what it says already is no news. */
  relink(values: Values, present: (column: string) => Cell, row: number): Rejection | null {
    const sameName = values.get(this.#nameColumn) === textOf(present("customerName"));
    if (!values.has(this.#idColumn) && sameName && present("customerId") !== null) return null;
    const found = this.#find(values);
    return found === null ? null : this.#tie(values, found, row);
  }

  #find(values: Values): FoundCustomer | null {
    const id = values.get(this.#idColumn);
    if (id !== undefined) return this.#directory.byId(id);
    const name = values.get(this.#nameColumn);
    return name === undefined ? null : this.#directory.byName(name);
  }

  #tie(values: Values, found: FoundCustomer, row: number): Rejection | null {
    const name = values.get(this.#nameColumn);
    if (found.found === "several")
      return {
        code: "several-customers",
        column: "customerName",
        found: name ?? null,
        otherRow: null,
      };
    if (found.found === "one") {
      values.set(this.#idColumn, found.id);
      if (name === undefined && found.name !== "") values.set(this.#nameColumn, found.name);
      return null;
    }
    const id = values.get(this.#idColumn);
    if (this.choices.unknownCustomers === "reject" || name === undefined || id !== undefined) {
      const column = id === undefined ? "customerName" : "customerId";
      return { code: "unknown-customer", column, found: id ?? name ?? null, otherRow: null };
    }
    values.set(this.#idColumn, this.#create(String(name), row));
    return null;
  }

  #create(name: string, row: number): string {
    const { newId, style, asOf } = this.context;
    const id = newId("C");
    const createdDay = writeCell(columnOf(customersTable, "createdDay"), asOf, style);
    const cells = this.customers.datesCreation ? { id, name, createdDay } : { id, name };
    this.created.push({ row, id, cells });
    this.#directory.add(id, name);
    return id;
  }
}
