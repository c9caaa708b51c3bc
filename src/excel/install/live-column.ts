import type { BoundTable, LiveTable } from "../binding";

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

/** The same columns where they stand among these, from the left; those that are gone are left out. */
export function amongColumns<Table extends BoundTable>(
  bound: Table,
  standing: LiveTable["columns"],
): Table {
  const columns = Object.entries(bound.columns).flatMap(([column, known]) => {
    const index = standing.findIndex(({ id }) => id === known.id);
    return index < 0 ? [] : [[column, { ...known, index }] as const];
  });
  const live = { ...bound.live, columns: standing };
  return { ...bound, live, columns: Object.fromEntries(columns) };
}
