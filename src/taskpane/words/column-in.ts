import { customerColumns } from "../../app/fields/customer-columns";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { ColumnSpec, Language, TableId } from "../../tables/schema";
import { columnSpec, columnTitle } from "./failure-text";

/** A column as it is called in the sheet. */
export function headerIn(
  { tables }: Pick<WorkbookFacts, "tables">,
  table: TableId,
  column: string,
  language: Language,
): string {
  return tables[table]?.columns[column]?.header ?? columnTitle(column, language, table);
}

/** What a column of this workbook holds, ours or a field of a person's own; null for one without a kind. */
export function specIn(facts: WorkbookFacts, table: TableId, column: string): ColumnSpec | null {
  if (table !== "customers") return columnSpec(column, table);
  return customerColumns(facts).find(({ id }) => id === column) ?? null;
}
