import { err, ok, type Result } from "../../domain/result";
import type { Cell, Row } from "../../tables/change";
import type { ColumnSpec, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { customerColumns } from "../fields/customer-columns";
import type { Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsRequest } from "../workbook/reading";

/** A table with the cells of all its columns that are ours. */
export interface ReadTable {
  readonly table: TableId;
  readonly specs: readonly ColumnSpec[];
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly rowCount: number;
}

export type ReadTables = ReadonlyMap<TableId, ReadTable>;

/** One row of a table as it was read; an empty text is what a formula answers for "nothing". */
export function rowAt({ columns }: ReadTable, row: number): Row {
  const cells: Record<string, Cell> = {};
  for (const column in columns) {
    const value = columns[column]?.[row] ?? null;
    cells[column] = value === "" ? null : value;
  }
  return cells;
}

/** All rows of a table of a few dozen: Settings and Holidays. */
export function rowsIn(read: ReadTable | undefined): readonly Row[] {
  return read === undefined
    ? []
    : Array.from({ length: read.rowCount }, (_, row) => rowAt(read, row));
}

/** What the add-in keeps for itself: its own record of cells as they were. */
const ownRecords: ReadonlySet<TableId> = new Set(["merges", "audit"]);

/** The tables a health check looks at, as far as the workbook has them. */
export function checkedTables({ tables }: WorkbookFacts): readonly TableId[] {
  return (Object.keys(tableSpecs) as TableId[]).filter(
    (table) => tables[table] !== undefined && !ownRecords.has(table),
  );
}

/** The columns a table has that mean something: ours, and the fields a person has defined. */
export function presentColumns(table: TableId, facts: WorkbookFacts): readonly ColumnSpec[] {
  const bound = facts.tables[table]?.columns ?? {};
  const specs = table === "customers" ? customerColumns(facts) : tableSpecs[table].columns;
  return specs.filter(({ id }: ColumnSpec) => bound[id] !== undefined);
}

/** Cells asked for at a time: about a megabyte, so that progress is seen at least twice a second. */
const cellsAtOnce = 100_000;
/** Rows that move while their columns are read one after another make the reading start over. */
const attempts = 3;

/**
 * Reads all columns of ours of all tables, a few at a time, so that the reading shows its progress and can be stopped.
 * The ids of each large table are read again at the end: where they have moved, everything is read afresh.
 */
export async function readForHealth(
  workbook: Workbook,
  facts: WorkbookFacts,
  { signal, onProgress, pace }: Watcher,
): Promise<Result<ReadTables, WorkbookFailure | { readonly code: "cancelled" }>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const batches = batchesOf(facts);
    const read = new Map<TableId, Record<string, readonly Cell[]>>();
    for (const [done, batch] of batches.entries()) {
      if (signal.aborted) return err({ code: "cancelled" });
      const answer = await workbook.readColumns(batch, (share) =>
        onProgress((done + share) / (batches.length + 1)),
      );
      if (!answer.ok) return answer;
      for (const { table, columns } of answer.value)
        read.set(table, { ...read.get(table), ...columns });
      onProgress((done + 1) / (batches.length + 1));
      await pace.pause();
    }
    const again = await workbook.readColumns(largeTables(facts).map(idsOf), (share) =>
      onProgress((batches.length + share) / (batches.length + 1)),
    );
    if (!again.ok) return again;
    const stood = again.value.every(({ table, columns }) =>
      sameCells(columns["id"], read.get(table)?.["id"]),
    );
    if (stood) return ok(assembled(facts, read));
  }
  return err({
    code: "host",
    hostCode: "ChangedWhileReading",
    message: "The table kept changing while it was read.",
  });
}

function idsOf(table: TableId): ColumnsRequest {
  return { table, columns: ["id"] };
}

/** Tables that do not fit into one reading. */
function largeTables(facts: WorkbookFacts): readonly TableId[] {
  return checkedTables(facts).filter(
    (table) =>
      (facts.tables[table]?.rowCount ?? 0) * presentColumns(table, facts).length > cellsAtOnce &&
      facts.tables[table]?.columns["id"] !== undefined,
  );
}

function batchesOf(facts: WorkbookFacts): readonly (readonly ColumnsRequest[])[] {
  const batches: ColumnsRequest[][] = [];
  let room = 0;
  for (const table of checkedTables(facts)) {
    const rows = Math.max(1, facts.tables[table]?.rowCount ?? 0);
    let left = presentColumns(table, facts)
      .map(({ id }) => id)
      .sort((one, other) => placeOf(one, table, facts) - placeOf(other, table, facts));
    while (left.length > 0) {
      const columns = left.slice(0, Math.max(1, Math.floor(room / rows)));
      if (rows * columns.length > room) {
        batches.push([]);
        room = cellsAtOnce;
        if (rows <= cellsAtOnce) continue;
      }
      batches.at(-1)?.push({ table, columns, comparesIds: true });
      room -= rows * columns.length;
      left = left.slice(columns.length);
    }
  }
  return batches;
}

/** The ids first, as they are compared at the end; then neighbours together, which travel as one range. */
function placeOf(column: string, table: TableId, { tables }: WorkbookFacts): number {
  if (column === "id") return -1;
  return tables[table]?.columns[column]?.index ?? 0;
}

function sameCells(one: readonly Cell[] = [], other: readonly Cell[] = []): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}

function assembled(
  facts: WorkbookFacts,
  read: ReadonlyMap<TableId, Readonly<Record<string, readonly Cell[]>>>,
): ReadTables {
  const tables = new Map<TableId, ReadTable>();
  for (const table of checkedTables(facts)) {
    const columns = read.get(table) ?? {};
    const rowCount = Math.max(0, ...Object.values(columns).map((cells) => cells.length));
    tables.set(table, { table, specs: presentColumns(table, facts), columns, rowCount });
  }
  return tables;
}
