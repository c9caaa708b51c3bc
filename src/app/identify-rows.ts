import { ok, type Result } from "../domain/result";
import { isBlankCell } from "../tables/cells";
import type { Cell } from "../tables/change";
import type { NewId } from "../tables/ids";
import { schemaVersion, type ColumnSpec, type TableId } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import { mostAtOnce, newcomerKey } from "./identify-customers";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";
import type { WorkbookFailure } from "./workbook/failures";
import type { ColumnsRequest, RowWindow } from "./workbook/reading";
import type { Newcomer } from "./workbook/rows";

/** Places in a table in which rows were pasted; what is strewn over more follows at the next reading. */
const mostWindows = 40;
const smallTable = 50;

/**
 * Rows a person wrote or pasted into our other tables (contacts, contracts, receipts, visits, …) that have no id yet,
 * each with a new one. Without an id a row can neither be changed through the add-in nor referred to.
 *
 * One round trip where there are none, whatever the number of rows: Excel counts. The customers come with Today; see
 * `newcomers`.
 *
 * @param met - keys of newcomers that were offered before and are left alone
 */
export async function findNewcomers(
  workbook: Workbook,
  facts: WorkbookFacts,
  newId: NewId,
  met: ReadonlySet<string>,
): Promise<Result<readonly Newcomer[], WorkbookFailure>> {
  if (facts.readOnly || facts.schemaVersion === null || facts.schemaVersion > schemaVersion)
    return ok([]);
  const tables = (Object.keys(facts.tables) as TableId[]).filter(
    (table) =>
      table !== "customers" &&
      tableSpecs[table].idPrefix !== undefined &&
      facts.tables[table]?.columns["id"] !== undefined,
  );
  const counted = await workbook.countFilled(tables.map((table) => ({ table, column: "id" })));
  if (!counted.ok) return counted;
  const lacking = tables.filter((_, at) => {
    const count = counted.value[at];
    return count !== undefined && count.filled < count.rows;
  });
  if (lacking.length === 0) return ok([]);
  // A small table is read at once, among them those that show nothing but a blank row.
  const isSmall = (table: TableId) => (facts.tables[table]?.rowCount ?? 0) <= smallTable;
  const large = lacking.filter((table) => !isSmall(table));
  const ids = await workbook.readColumns(large.map((table) => ({ table, columns: ["id"] })));
  if (!ids.ok) return ids;
  const requests: readonly ColumnsRequest[] = [
    ...lacking.filter(isSmall).map((table) => ({ table, columns: enteredColumns(table, facts) })),
    ...ids.value.flatMap(({ table, columns }) =>
      windowsOf(columns["id"] ?? []).map((rows) => ({
        table,
        columns: enteredColumns(table, facts),
        rows,
      })),
    ),
  ];
  if (requests.length === 0) return ok([]);
  const read = await workbook.readColumns(requests);
  if (!read.ok) return read;
  const found = read.value.flatMap(({ table, columns }, at): readonly Omit<Newcomer, "id">[] => {
    const first = requests[at]?.rows?.first ?? 0;
    return (columns["id"] ?? []).flatMap((id, row) => {
      const known = enteredColumns(table, facts).find(
        (column) => column !== "id" && !isBlankCell(columns[column]?.[row] ?? null),
      );
      if (!isBlankCell(id) || known === undefined) return [];
      const cell = columns[known]?.[row] ?? null;
      return [{ table, row: first + row, column: known, found: cell, createdDay: null }];
    });
  });
  return ok(
    found
      .filter((newcomer) => !met.has(newcomerKey(newcomer)))
      .slice(0, mostAtOnce)
      .flatMap((newcomer): readonly Newcomer[] => {
        const prefix = tableSpecs[newcomer.table].idPrefix;
        return prefix === undefined ? [] : [{ ...newcomer, id: newId(prefix) }];
      }),
  );
}

/** Runs of neighbouring rows whose id is blank. */
function windowsOf(ids: readonly Cell[]): readonly RowWindow[] {
  const windows: { first: number; count: number }[] = [];
  ids.forEach((id, row) => {
    if (!isBlankCell(id)) return;
    const last = windows.at(-1);
    if (last !== undefined && last.first + last.count === row) last.count += 1;
    else windows.push({ first: row, count: 1 });
  });
  return windows.slice(0, mostWindows);
}

/** Columns of a table in which people enter something, as far as the workbook has them, the id among them. */
function enteredColumns(table: TableId, { tables }: WorkbookFacts): readonly string[] {
  const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
  return specs
    .filter(({ id, kind }) => kind !== "computed" && tables[table]?.columns[id] !== undefined)
    .map(({ id }) => id);
}
