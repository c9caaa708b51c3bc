import type { Day } from "../domain/day";
import { err, ok, type Result } from "../domain/result";
import { dayCell, readCell, writeCell } from "../tables/cells";
import type { Cell, Change, Row } from "../tables/change";
import type { NewId } from "../tables/ids";
import { ownHeader, type ColumnSpec } from "../tables/schema";
import { customerColumns } from "./fields/customer-columns";
import { longestCell } from "./log-follow-up";
import { perform, type Performed, type PerformFailure, type Trace } from "./deeds/perform";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";

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
  | { readonly code: "field-too-long"; readonly column: NewCustomerField; readonly limit: number }
  /** A field of the person's own cannot hold what was entered. */
  | {
      readonly code: "field-unreadable";
      readonly column: string;
      readonly header: string;
      readonly found: string;
    };

export interface PlannedCustomer {
  readonly id: string;
  readonly name: string;
  readonly change: Change;
}

/** The fields the workbook has columns for. */
export function fieldsOf({ tables }: WorkbookFacts): readonly NewCustomerField[] {
  return newCustomerFields.filter((field) => tables.customers?.columns[field] !== undefined);
}

/** What a customer is graded by from the first day (G1), and how to write to them. */
const furtherOurs: readonly string[] = ["demand", "expectedClose", "email"];

/** Further fields of the form: demand, expected close, the e-mail address and what a person has defined as fields. */
export function furtherFields(facts: WorkbookFacts): readonly ColumnSpec[] {
  const bound = facts.tables.customers?.columns ?? {};
  return customerColumns(facts).filter(
    ({ id }) => bound[id] !== undefined && (furtherOurs.includes(id) || ownHeader(id) !== null),
  );
}

/** What was typed, as the column's cell; null where the column cannot hold it. */
function cellFrom(spec: ColumnSpec, text: string, facts: WorkbookFacts): Cell {
  const { value } = readCell(spec, text, facts.dateSystem);
  const style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  return value === null ? null : writeCell(spec, value, style);
}

/**
 * A new row of the customers table, due from the day it is created (F2). Nothing is written yet.
 *
 * @param further - by column id, as typed: see `furtherFields`
 */
export function planNewCustomer(
  facts: WorkbookFacts,
  entered: NewCustomer,
  asOf: Day,
  newId: NewId,
  further: Readonly<Record<string, string>> = {},
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
  const bound = facts.tables.customers?.columns ?? {};
  for (const spec of furtherFields(facts)) {
    const text = (further[spec.id] ?? "").trim();
    if (text === "") continue;
    const cell = cellFrom(spec, text, facts);
    if (cell === null)
      return err({
        code: "field-unreadable",
        column: spec.id,
        header: bound[spec.id]?.header ?? spec.id,
        found: text,
      });
    cells[spec.id] = cell;
  }
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
