import { ok, type Result } from "../domain/result";
import { textOf } from "../tables/cells";
import { TextMap, type ReadonlyTextMap } from "../domain/text-map";
import type { Cell, Change, Row } from "../tables/change";
import { ownHeader, type ColumnSpec, type TableId } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import { RowMap } from "./row-map";
import { allInSlices, forPart, type Onlooker } from "./slices";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";
import type { WorkbookFailure } from "./workbook/failures";
import type { RowWindow } from "./workbook/reading";

/**
 * Reads the rows of a change by whole columns: of rows that were changed, the columns that were; of rows that came, all
 * that is entered in them. These stand together, as a rule at the end, so that of the other columns only their rows are
 * read.
 */
export async function readMany(
  workbook: Workbook,
  facts: WorkbookFacts,
  change: Change,
  onlooker: Onlooker,
): Promise<Result<RowMap<Row>, WorkbookFailure>> {
  const wanted = await allInSlices(wantedOf(change, facts), forPart(onlooker, 0, 0.05));
  const found = new RowMap<Row>();
  for (const [at, each] of wanted.entries()) {
    const from = 0.05 + (0.95 * at) / wanted.length;
    const part = forPart(onlooker, from, from + 0.95 / wanted.length);
    const read = await readTable(workbook, facts, each, found, part);
    if (!read.ok) return read;
  }
  return ok(found);
}

/** What is wanted of one table. */
interface Wanted {
  readonly table: TableId;
  /** Rows that came: everything entered in them matters. */
  readonly whole: TextMap<true>;
  /** Rows of which only some columns matter, or only whether they are there. */
  readonly partly: TextMap<true>;
  readonly columns: Set<string>;
}

/** Rows looked at between two places to pause. */
const rowsPerStep = 500;

function* wantedOf(
  { added, updated, removed }: Change,
  { tables }: WorkbookFacts,
): Generator<number, readonly Wanted[]> {
  const wanted = new Map<TableId, Wanted>();
  const of = (table: TableId): Wanted => {
    let known = wanted.get(table);
    if (known === undefined) {
      known = { table, whole: new TextMap(), partly: new TextMap(), columns: new Set(["id"]) };
      wanted.set(table, known);
    }
    return known;
  };
  for (const [at, { table, id, cells }] of added.entries()) {
    if (at % rowsPerStep === 0) yield 0;
    const { whole, columns } = of(table);
    whole.set(id, true);
    // What the change brought into a person's own column was no formula, however full the column is.
    for (const column of Object.keys(cells)) if (ownHeader(column) !== null) columns.add(column);
  }
  for (const [at, { table, id }] of removed.entries()) {
    if (at % rowsPerStep === 0) yield 0.3;
    of(table).partly.set(id, true);
  }
  for (const [at, { table, id, cells }] of updated.entries()) {
    if (at % rowsPerStep === 0) yield 0.6;
    const { partly, columns } = of(table);
    partly.set(id, true);
    for (const column of Object.keys(cells)) columns.add(column);
  }
  return [...wanted.values()].filter(({ table }) => tables[table]?.columns["id"] !== undefined);
}

type Columns = Readonly<Record<string, readonly Cell[]>>;

async function readTable(
  workbook: Workbook,
  facts: WorkbookFacts,
  { table, whole, partly, columns }: Wanted,
  found: RowMap<Row>,
  onlooker: Onlooker,
): Promise<Result<void, WorkbookFailure>> {
  const entered = Object.keys(facts.tables[table]?.columns ?? {}).filter(
    (column) => !isComputed(table, column),
  );
  const read = async (
    names: readonly string[],
    part: Onlooker,
    rows?: RowWindow,
  ): Promise<Result<Columns, WorkbookFailure>> => {
    const request = { table, columns: names, ...(rows === undefined ? {} : { rows }) };
    const answers = await workbook.readColumns([request], part.onProgress);
    return answers.ok ? ok(answers.value[0]?.columns ?? {}) : answers;
  };
  const gather = (rows: ReadonlyTextMap<true>, cells: Columns, part: Onlooker) =>
    allInSlices(gathering(table, rows, typedOf(cells, columns), found), part);

  // Where some rows are wanted whole, a person's own columns are looked at whole: it tells which are computed.
  const isWhole = (column: string): boolean =>
    columns.has(column) || (whole.size > 0 && ownHeader(column) !== null);
  const first = entered.filter(isWhole);
  const looked = await read(first, forPart(onlooker, 0, 0.4));
  if (!looked.ok) return looked;
  await gather(partly, looked.value, forPart(onlooker, 0.4, 0.5));
  const rows = windowOf(whole, looked.value["id"] ?? []);
  if (rows === null) return ok(undefined);

  const others = ["id", ...entered.filter((column) => !isWhole(column))];
  const further = await read(others, forPart(onlooker, 0.5, 0.8), rows);
  if (!further.ok) return further;
  const last = forPart(onlooker, 0.8, 1);
  const known = cutTo(rows, typedOf(looked.value, columns));
  if (isSame(known["id"], further.value["id"])) {
    await allInSlices(gathering(table, whole, { ...known, ...further.value }, found), last);
    return ok(undefined);
  }
  // Somebody has moved rows between the two readings.
  const again = await read(entered, last);
  if (!again.ok) return again;
  await gather(whole, again.value, last);
  return ok(undefined);
}

/** From the first of these rows to the last; null where none is there. */
function windowOf(wanted: ReadonlyTextMap<true>, ids: readonly Cell[]): RowWindow | null {
  const isWanted = (id: Cell): boolean => wanted.has(textOf(id).trim());
  const first = wanted.size === 0 ? -1 : ids.findIndex(isWanted);
  return first < 0 ? null : { first, count: ids.findLastIndex(isWanted) - first + 1 };
}

function cutTo({ first, count }: RowWindow, columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([column, cells]) => [column, cells.slice(first, first + count)]),
  );
}

function isSame(one: readonly Cell[] = [], other: readonly Cell[] = []): boolean {
  return one.length === other.length && one.every((cell, at) => cell === other[at]);
}

/** Takes the rows that are wanted out of columns; of an id that stands twice the upper row. */
function* gathering(
  table: TableId,
  wanted: ReadonlyTextMap<true>,
  columns: Columns,
  found: RowMap<Row>,
): Generator<number, void> {
  const kept = Object.entries(columns);
  const ids = columns["id"] ?? [];
  for (const [row, cell] of ids.entries()) {
    if (row % rowsPerStep === 0) yield row / ids.length;
    const id = textOf(cell).trim();
    if (!wanted.has(id) || found.has({ table, id })) continue;
    const cells: Record<string, Cell> = {};
    for (const [column, values] of kept) cells[column] = values[row] ?? null;
    found.set({ table, id }, cells);
  }
}

/**
 * Whole columns come without their formulas. A person's own column that is filled down to the last row is taken for a
 * formula, which comes back by itself; one that is filled here and there was typed, and is not to be lost.
 *
 * @param changed - columns the change wrote into: no formulas
 */
function typedOf(columns: Columns, changed: ReadonlySet<string>): Columns {
  const isTyped = ([column, cells]: readonly [string, readonly Cell[]]): boolean =>
    changed.has(column) || ownHeader(column) === null || !looksComputed(cells);
  return Object.fromEntries(Object.entries(columns).filter(isTyped));
}

function looksComputed(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell !== null && cell !== "");
}

const computed = new Map<TableId, ReadonlySet<string>>();

/** Whether a column of ours holds formulas. */
export function isComputed(table: TableId, column: string): boolean {
  let known = computed.get(table);
  if (known === undefined) {
    const columns: readonly ColumnSpec[] = tableSpecs[table].columns;
    known = new Set(columns.filter(({ kind }) => kind === "computed").map(({ id }) => id));
    computed.set(table, known);
  }
  return known.has(column);
}
