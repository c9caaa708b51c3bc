import type { LiveTable } from "./binding";

/**
 * Queues a look at all structured tables of the workbook: names, columns and row counts, no cells.
 *
 * @returns a function to call after the sync
 */
export function lookAtTables(context: Excel.RequestContext): () => readonly LiveTable[] {
  const tables = context.workbook.tables;
  tables.load(
    "items/id,items/name,items/worksheet/id,items/worksheet/name," +
      "items/columns/items/id,items/columns/items/name,items/rows/count",
  );
  return () =>
    tables.items.map((table) => ({
      id: table.id,
      name: table.name,
      sheetId: table.worksheet.id,
      sheet: table.worksheet.name,
      rowCount: table.rows.count,
      columns: table.columns.items.map(({ id, name }) => ({ id, name })),
    }));
}
