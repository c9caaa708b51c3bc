import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { Row, UpdatedRow } from "../../tables/change";
import type { ColumnSpec, TableId, TableSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { RowsRequest } from "../workbook/reading";

/** A row of another table that belongs to a customer, by the column that says so. */
export interface Belonging {
  readonly table: TableId;
  readonly column: string;
  readonly row: Row;
}

/** Where a customer's id stands in other tables. */
interface Reference {
  readonly table: TableId;
  readonly column: string;
}

const specs: readonly TableSpec[] = Object.values(tableSpecs);

/** Every column of the schema that names a customer; what only tells of the past, as the audit table, stays as it is. */
const references: readonly Reference[] = specs
  .filter(({ appendOnly }) => appendOnly !== true)
  .flatMap(({ id: table, columns }) =>
    columns
      .filter((column: ColumnSpec) => column.references === "customers")
      .map(({ id: column }) => ({ table, column })),
  );

/** The requests for all that belongs to a customer: follow-ups, contacts, contracts, receipts and the like. */
export function belongingsOf({ tables }: WorkbookFacts, id: string): readonly RowsRequest[] {
  return references.flatMap(({ table, column }) => {
    const found = tables[table];
    if (found?.columns[column] === undefined || found.columns["id"] === undefined) return [];
    // Some may have been added since the table was counted.
    return [{ table, column, value: id, limit: found.rowCount + 1000 }];
  });
}

/** The rows that came in answer to those requests. */
export function belongingsIn(
  requests: readonly RowsRequest[],
  answers: readonly (readonly Row[])[],
): readonly Belonging[] {
  return requests.flatMap(({ table, column }, index) =>
    (answers[index] ?? []).map((row) => ({ table, column, row })),
  );
}

/** Reads all that belongs to a customer, in two round trips whatever there is. */
export async function readBelongings(
  workbook: Workbook,
  facts: WorkbookFacts,
  id: string,
): Promise<Result<readonly Belonging[], WorkbookFailure>> {
  const requests = belongingsOf(facts, id);
  if (requests.length === 0) return ok([]);
  const answers = await workbook.readRows(requests);
  return answers.ok ? ok(belongingsIn(requests, answers.value)) : answers;
}

/** The updates that give rows to another customer. A row that names its customer twice is one update. */
export function handedOver(belongings: readonly Belonging[], to: string): readonly UpdatedRow[] {
  const rows = new Map<string, UpdatedRow>();
  for (const { table, column, row } of belongings) {
    const id = idOf(row);
    const key = `${table} ${id}`;
    const cells = { ...rows.get(key)?.cells, [column]: { from: row[column] ?? null, to } };
    rows.set(key, { table, id, cells });
  }
  return [...rows.values()];
}

/** How many rows of each table, in the schema's order. */
export function countsOf(
  belongings: readonly Pick<Belonging, "table">[],
): readonly { readonly table: TableId; readonly count: number }[] {
  const counts = new Map<TableId, number>();
  for (const { table } of belongings) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts].map(([table, count]) => ({ table, count }));
}

/** The id in a row; "" where it has none. */
export function idOf(row: Row): string {
  return textOf(row["id"] ?? null).trim();
}
