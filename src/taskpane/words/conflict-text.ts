import { customerColumns } from "../../app/fields/customer-columns";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import type { Day } from "../../domain/day";
import type { Cell } from "../../tables/change";
import type { ColumnSpec, Language, TableId } from "../../tables/schema";
import { cellText } from "./cell-text";
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

/** A cell as a person reads it, in ours and in their own fields; what looks like a formula as it stands. */
export function conflictCell(
  cell: Cell,
  { table, column }: Pick<Conflict, "table" | "column">,
  facts: WorkbookFacts,
  asOf: Day,
  language: Language,
): string {
  const { dateSystem } = facts;
  return cellText(specIn(facts, table, column), cell, { dateSystem, asOf }, language);
}

function specIn(facts: WorkbookFacts, table: TableId, column: string): ColumnSpec | null {
  if (table !== "customers") return columnSpec(column, table);
  return customerColumns(facts).find(({ id }) => id === column) ?? null;
}
