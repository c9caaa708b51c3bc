import { customersTable } from "../../tables/specs/customers";
import { fieldSpec } from "../../tables/fields";
import type { ColumnSpec } from "../../tables/schema";
import type { WorkbookFacts } from "../workbook/facts";

const ours: readonly ColumnSpec[] = customersTable.columns;

const known = new WeakMap<WorkbookFacts, readonly ColumnSpec[]>();

/**
 * The columns of the customers table that mean something: ours, and behind them the fields a person has defined in
 * this workbook and not deleted since. What the workbook lacks of ours is among them, too.
 */
export function customerColumns(facts: WorkbookFacts): readonly ColumnSpec[] {
  let columns = known.get(facts);
  if (columns === undefined) {
    const bound = facts.tables.customers?.columns ?? {};
    const fields = facts.fields.flatMap((field) => {
      const found = bound[field.column];
      return found === undefined ? [] : [fieldSpec(field, found.header)];
    });
    columns = [...ours, ...fields];
    known.set(facts, columns);
  }
  return columns;
}
