import { ok, type Result } from "../domain/result";
import { TextMap, type ReadonlyTextMap } from "../domain/text-map";
import { textOf } from "../tables/cells";
import type { Change, Row } from "../tables/change";
import type { TableId } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import { RowMap, type RowOf } from "./row-map";
import { allInSlices, forPart, unwatched, type Onlooker } from "./slices";
import { isComputed, readMany } from "./standing-columns";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";
import type { WorkbookFailure } from "./workbook/failures";
import type { ColumnsAnswer, RowsRequest } from "./workbook/reading";

/** The rows a change is about, as they stand now. */
export interface Standing {
  /** The row's entered cells; null when it is not in the table. */
  row(place: { readonly table: TableId; readonly id: string }): Row | null;
  /** A table with rows that belong to this customer, besides those the change itself brought; null for none. */
  userOf(customerId: string): TableId | null;
}

/** Up to this many rows are searched for by their id; for more, the columns are read whole. */
const fewRows = 30;

/** Reads the rows of a change that was made some time ago: a few by their id, many by whole columns. */
export async function readStanding(
  workbook: Workbook,
  facts: WorkbookFacts,
  change: Change,
  onlooker: Onlooker = unwatched,
): Promise<Result<Standing, WorkbookFailure>> {
  const places = [...change.added, ...change.updated, ...change.removed].filter(
    ({ table }) => facts.tables[table]?.columns["id"] !== undefined,
  );
  const rows =
    places.length <= fewRows
      ? await readFew(workbook, places)
      : await readMany(workbook, facts, change, forPart(onlooker, 0, 0.9));
  if (!rows.ok) return rows;
  const users = await readUsers(workbook, facts, change, forPart(onlooker, 0.9, 1));
  if (!users.ok) return users;
  return ok({
    row: (place) => rows.value.get(place) ?? null,
    userOf: (customerId) => users.value.get(customerId) ?? null,
  });
}

/** The columns of a row in which something was entered, not computed. */
export function columnsInUse(table: TableId, row: Row): readonly string[] {
  return Object.keys(row).filter((column) => !isComputed(table, column));
}

type Found = Result<RowMap<Row>, WorkbookFailure>;

async function readFew(workbook: Workbook, places: readonly RowOf[]): Promise<Found> {
  if (places.length === 0) return ok(new RowMap());
  const requests = places.map(({ table, id }): RowsRequest => ({
    table,
    column: "id",
    value: id,
    limit: 1,
  }));
  const answer = await workbook.readRows(requests);
  if (!answer.ok) return answer;
  const rows = new RowMap<Row>();
  answer.value.forEach(([row], index) => {
    const place = places[index];
    if (row !== undefined && place !== undefined) rows.set(place, entered(place.table, row));
  });
  return ok(rows);
}

async function readUsers(
  workbook: Workbook,
  { tables }: WorkbookFacts,
  { added, updated }: Change,
  { pace, onProgress }: Onlooker,
): Promise<Result<ReadonlyMap<string, TableId>, WorkbookFailure>> {
  const using = (Object.keys(tables) as TableId[]).filter(
    (table) =>
      table !== "customers" &&
      tableSpecs[table].appendOnly !== true &&
      tables[table]?.columns["customerId"] !== undefined,
  );
  if (using.length === 0) return ok(new Map());
  const quiet = { pace, onProgress: () => undefined };
  const customers = await allInSlices(customersAmong(added), quiet);
  if (customers.size === 0) return ok(new Map());
  const answers = await workbook.readColumns(
    using.map((table) => ({ table, columns: ["id", "customerId"] })),
    onProgress,
  );
  if (!answers.ok) return answers;
  // Follow-ups that were given back to their customer are taken from it again by the same change.
  const brought = [...added, ...updated].filter(({ table }) => table !== "customers");
  const work = usersAmong(customers, brought, answers.value);
  return ok(await allInSlices(work, quiet));
}

function* customersAmong(rows: readonly RowOf[]): Generator<number, ReadonlyTextMap<true>> {
  const ids = new TextMap<true>();
  for (const [at, { table, id }] of rows.entries()) {
    if (at % rowsPerStep === 0) yield 0;
    if (table === "customers") ids.set(id, true);
  }
  return ids;
}

/** Rows looked at between two places to pause. */
const rowsPerStep = 500;

function* usersAmong(
  customers: ReadonlyTextMap<true>,
  places: readonly RowOf[],
  answers: readonly ColumnsAnswer[],
): Generator<number, ReadonlyMap<string, TableId>> {
  const brought = new Set(places.map(({ table, id }) => `${table} ${id}`));
  const users = new Map<string, TableId>();
  for (const { table, columns } of answers) {
    for (const [row, cell] of (columns["customerId"] ?? []).entries()) {
      if (row % rowsPerStep === 0) yield 0;
      const customer = textOf(cell).trim();
      const id = textOf(columns["id"]?.[row] ?? null).trim();
      if (customers.has(customer) && !brought.has(`${table} ${id}`)) users.set(customer, table);
    }
  }
  return users;
}

function entered(table: TableId, row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !isComputed(table, column)));
}
