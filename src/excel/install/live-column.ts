import type { BoundTable } from "../binding";

/**
 * A column of a bound table, by its id.
 *
 * @throws Error when the table lacks it: what asks has looked before
 */
export function liveColumn(
  context: Excel.RequestContext,
  { live, columns, table }: BoundTable,
  column: string,
): Excel.TableColumn {
  const found = columns[column];
  if (found === undefined) throw new Error(`${table} lacks ${column}`);
  return context.workbook.tables.getItem(live.id).columns.getItem(found.id);
}
