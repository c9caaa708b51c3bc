import type { Day } from "../domain/day";
import { err, ok, type Result } from "../domain/result";
import { dayCell } from "../tables/cells";
import type { Change, Row } from "../tables/change";
import type { NewId } from "../tables/ids";
import { longestCell } from "./log-follow-up";
import { perform, type Performed, type PerformFailure, type Trace } from "./perform";
import type { Workbook, WorkbookFacts } from "./workbook";

/** What a person enters for a new customer. */
export type NewCustomer = Readonly<Record<NewCustomerField, string>>;

export type NewCustomerField = "name" | "phone" | "creditCode" | "contact" | "owner";

export const newCustomerFields: readonly NewCustomerField[] = [
  "name",
  "phone",
  "creditCode",
  "contact",
  "owner",
];

export type NewCustomerRefusal =
  | { readonly code: "read-only" }
  | { readonly code: "name-blank" }
  | { readonly code: "field-too-long"; readonly column: NewCustomerField; readonly limit: number };

export interface PlannedCustomer {
  readonly id: string;
  readonly name: string;
  readonly change: Change;
}

/** The fields the workbook has columns for. */
export function fieldsOf({ tables }: WorkbookFacts): readonly NewCustomerField[] {
  return newCustomerFields.filter((field) => tables.customers?.columns[field] !== undefined);
}

/** A new row of the customers table, due from the day it is created (F2). Nothing is written yet. */
export function planNewCustomer(
  facts: WorkbookFacts,
  entered: NewCustomer,
  asOf: Day,
  newId: NewId,
): Result<PlannedCustomer, NewCustomerRefusal> {
  if (facts.readOnly) return err({ code: "read-only" });
  const name = entered.name.trim();
  if (name === "") return err({ code: "name-blank" });
  const fields = fieldsOf(facts);
  const long = fields.find((field) => entered[field].length > longestCell);
  if (long !== undefined) return err({ code: "field-too-long", column: long, limit: longestCell });
  const id = newId("C");
  const cells: Record<string, Row[string]> = { id };
  for (const field of fields)
    cells[field] = entered[field].trim() === "" ? null : entered[field].trim();
  if (facts.tables.customers?.columns["createdDay"] !== undefined)
    cells["createdDay"] = dayCell(asOf, facts.dateSystem);
  return ok({
    id,
    name,
    change: { added: [{ table: "customers", id, cells }], updated: [], removed: [] },
  });
}

/** Writes a planned customer: one commit with its audit row (P4). */
export function addCustomer(
  workbook: Workbook,
  facts: WorkbookFacts,
  { id, name, change }: PlannedCustomer,
  trace: Trace,
): Promise<Result<Performed, PerformFailure>> {
  const deed = { kind: "customer-added", about: name, customerId: id } as const;
  return perform(workbook, facts, deed, [change], trace);
}
