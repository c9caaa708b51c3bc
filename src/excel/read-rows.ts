import type { WorkbookFailure } from "../app/workbook/failures";
import type { RowsRequest } from "../app/workbook/reading";
import { err, ok, type Result } from "../domain/result";
import type { Cell, Row } from "../tables/change";
import { ownHeader } from "../tables/schema";
import type { BoundTable, BoundTables } from "./binding";
import { cellOf, formulaOf, holdsId } from "./cell";
import { hasMoved, isGone } from "./failure";
import { changedWhileReading, readColumns, type RowWeights } from "./read";
import { isSearchable, rowAt } from "./commit/row-place";
import { amongColumns } from "./install/live-column";
import { tried, type Session } from "./run";

/**
 * The rows in which a column holds a value. A row asked for by its id is found by Excel's search; for any other
 * column, and where the search does not see the row (hidden, filtered out), the column is read whole.
 */
export async function readRows(
  session: Session,
  tables: BoundTables,
  requests: readonly RowsRequest[],
  weights: RowWeights,
): Promise<Result<readonly (readonly Row[])[], WorkbookFailure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const read = await tried(() => readOnce(session, tables, requests, weights));
    const again = read.ok ? read.value === "moved" : hasMoved(read.error) && !isGone(read.error);
    if (again) continue;
    if (!read.ok) return read;
    if (read.value !== "moved") return ok(read.value);
  }
  return err(changedWhileReading);
}

/** How often reading begins again because rows moved between its messages. */
const attempts = 3;

async function readOnce(
  session: Session,
  tables: BoundTables,
  requests: readonly RowsRequest[],
  weights: RowWeights,
): Promise<Result<readonly (readonly Row[])[] | "moved", WorkbookFailure>> {
  const missing = requests.find(({ table }) => tables[table] === undefined);
  if (missing !== undefined) return err({ code: "table-missing", table: missing.table });
  const searched = queueOrder(session, tables, requests.filter(isSearched));
  const found = requests.map((request) => searchFor(session, tables, request, searched));
  // The searches travel with the first message of the columns.
  const columns = requests.filter((request) => !isSearched(request));
  const searching = found.some((each) => each !== null);
  if (columns.length === 0 && searching) await session.sync();
  const first = await positions(session, tables, columns, weights);
  if (!first.ok) return first;
  const answers = new Map<RowsRequest, readonly Row[]>();
  requests.forEach((request, index) => {
    const row = found[index]?.() ?? null;
    if (row !== null) answers.set(request, [row]);
  });

  const unseen = requests.filter((each) => !answers.has(each) && !columns.includes(each));
  const second = await positions(session, tables, unseen, weights);
  if (!second.ok) return second;
  const numbered = [...first.value, ...second.value].filter(({ rows }) => rows.length > 0);
  const order = queueOrder(
    session,
    tables,
    numbered.map(({ request }) => request),
  );
  const loads = [...first.value, ...second.value].map(({ request, rows }) => ({
    request,
    reads: rows.map((row) => queueRow(session, boundOf(tables, request), row, order)),
  }));
  if (loads.some(({ reads }) => reads.length > 0)) await session.sync();
  for (const { request, reads } of loads) {
    const rows = reads.map((read) => read());
    if (!rows.every((row) => holdsId(row[request.column] ?? null, request.value)))
      return ok("moved");
    answers.set(request, rows);
  }
  return ok(requests.map((request) => answers.get(request) ?? []));
}

/** Whether the row is looked for by Excel's search. */
function isSearched({ column, value }: RowsRequest): boolean {
  return column === "id" && isSearchable(value);
}

/** A table with its columns where they stood when its rows were read. Known once the message has come back. */
type InOrder = (bound: BoundTable) => BoundTable;

/**
 * Queues the question where columns stand: somebody may have moved, inserted or deleted some since the tables were looked
 * at, which is as long ago as the pane likes, and rows come as wide as their table.
 */
function queueOrder(
  { context }: Session,
  tables: BoundTables,
  requests: readonly RowsRequest[],
): InOrder {
  const loaded = [...new Set(requests.map(({ table }) => table))].map((table) => {
    const bound = boundOf(tables, { table });
    const { columns } = context.workbook.tables.getItem(bound.live.id);
    return [table, columns.load("items/id,items/name")] as const;
  });
  const orders = new Map(loaded);
  const found = new Map<BoundTable, BoundTable>();
  return (bound) => {
    const columns = orders.get(bound.table)?.items.map(({ id, name }) => ({ id, name }));
    const now = found.get(bound) ?? (columns === undefined ? bound : amongColumns(bound, columns));
    found.set(bound, now);
    return now;
  };
}

function searchFor(
  session: Session,
  tables: BoundTables,
  request: RowsRequest,
  order: InOrder,
): (() => Row | null) | null {
  const { table, value } = request;
  const bound = tables[table];
  if (!isSearched(request) || bound?.columns.id === undefined) return null;
  const range = rowAt(session.context, bound, { by: "id", id: value }).load("values,formulas");
  return () => {
    if (range.isNullObject) return null;
    const row = rowOf(order(bound), range);
    return holdsId(row["id"] ?? null, value) ? row : null;
  };
}

async function positions(
  session: Session,
  tables: BoundTables,
  requests: readonly RowsRequest[],
  weights: RowWeights,
): Promise<
  Result<
    readonly { readonly request: RowsRequest; readonly rows: readonly number[] }[],
    WorkbookFailure
  >
> {
  if (requests.length === 0) return ok([]);
  const read = await readColumns(
    session,
    tables,
    requests.map(({ table, column }) => ({ table, columns: [column] })),
    weights,
  );
  if (!read.ok) return read;
  return ok(
    requests.map((request, index) => {
      const rows: number[] = [];
      (read.value[index]?.columns[request.column] ?? []).forEach((cell, row) => {
        if (holdsId(cell, request.value)) rows.push(row);
      });
      return { request, rows: rows.slice(-request.limit) };
    }),
  );
}

function queueRow(session: Session, bound: BoundTable, row: number, order: InOrder): () => Row {
  const range = rowAt(session.context, bound, { by: "row", row }).load("values,formulas");
  return () => rowOf(order(bound), range);
}

/** A person's own formula is no cell of the row: the table fills it in again by itself, a value would replace it. */
function rowOf(bound: BoundTable, { values, formulas }: Excel.Range): Row {
  const cells: Record<string, Cell> = {};
  for (const [column, { index }] of Object.entries(bound.columns)) {
    const value = cellOf(values[0]?.[index]);
    const isFormula = formulaOf(formulas[0]?.[index], value) !== null;
    if (ownHeader(column) === null || !isFormula) cells[column] = value;
  }
  return cells;
}

function boundOf(tables: BoundTables, { table }: Pick<RowsRequest, "table">): BoundTable {
  const bound = tables[table];
  if (bound === undefined) throw new Error(`${table} is not bound`);
  return bound;
}
