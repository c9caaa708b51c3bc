import type { WorkbookFailure } from "../app/workbook/failures";
import type { CountRequest, FilledCount } from "../app/workbook/reading";
import { err, ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import type { BoundTables } from "./binding";
import { fleeting, type Session } from "./run";

/** How many cells of columns are filled; Excel counts, so that no cell crosses the wire. One round trip. */
export async function countFilled(
  session: Session,
  bound: BoundTables,
  requests: readonly { readonly table: TableId; readonly column: string }[],
): Promise<Result<readonly FilledCount[], WorkbookFailure>> {
  const { tables, functions } = session.context.workbook;
  const counts: (() => FilledCount)[] = [];
  for (const { table, column } of requests) {
    const found = bound[table];
    if (found === undefined) return err({ code: "table-missing", table });
    const at = found.columns[column];
    if (at === undefined) return err({ code: "column-missing", table, column });
    const body = () =>
      fleeting(tables.getItem(found.live.id).columns.getItem(at.id).getDataBodyRange());
    const filled = functions.countA(body()).load("value");
    const size = body().load("rowCount");
    counts.push(() => ({ filled: filled.value, rows: size.rowCount }));
  }
  if (counts.length > 0) await session.sync();
  return ok(counts.map((read) => read()));
}

/** How many rows hold numbers that meet all conditions; Excel counts. One round trip. */
export async function countRows(
  session: Session,
  bound: BoundTables,
  requests: readonly CountRequest[],
): Promise<Result<readonly number[], WorkbookFailure>> {
  const { tables, functions } = session.context.workbook;
  const counts: Excel.FunctionResult<number>[] = [];
  for (const { table, where } of requests) {
    const found = bound[table];
    if (found === undefined) return err({ code: "table-missing", table });
    const pairs: (Excel.Range | string)[] = [];
    for (const { column, is, number } of where) {
      const at = found.columns[column];
      if (at === undefined) return err({ code: "column-missing", table, column });
      const body = fleeting(
        tables.getItem(found.live.id).columns.getItem(at.id).getDataBodyRange(),
      );
      pairs.push(body, `${is === "above" ? ">" : "="}${number}`);
    }
    counts.push(functions.countIfs(...pairs).load("value"));
  }
  if (counts.length > 0) await session.sync();
  return ok(counts.map(({ value }) => value));
}
