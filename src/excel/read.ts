import type { WorkbookFailure } from "../app/workbook/failures";
import type { ColumnsAnswer, ColumnsRequest } from "../app/workbook/reading";
import { err, ok, type Result } from "../domain/result";
import type { Cell } from "../tables/change";
import type { ColumnSpec } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import type { BoundTable, BoundTables, LiveTable } from "./binding";
import { cellOf, type HostGrid } from "./cell";
import { lookAtTables } from "./live-tables";
import { averageRowBytes, expectedBytes, messageCells } from "./message-size";
import { ReadingSize, type Cutting } from "./reading-size";
import { fleeting, type Session } from "./run";
import { toldMeanwhile } from "./told-meanwhile";
import { rowsPerTurn, turn } from "./turn";

/** Bytes per row as seen in earlier reads, by table and columns: makes the next read's messages the right size. */
export type RowWeights = Map<string, number>;

export const changedWhileReading: WorkbookFailure = {
  code: "host",
  hostCode: "ChangedWhileReading",
  message: "The table kept changing while it was read.",
};

/** Neighbouring columns, read as one range: a row of several cells costs less than each cell in brackets of its own. */
interface Block {
  readonly left: number;
  readonly columns: readonly string[];
}

interface Reading {
  readonly bound: BoundTable;
  readonly key: string;
  readonly blocks: readonly Block[];
  readonly width: number;
  /** The rows from `first` up to, not including, `rows`. */
  readonly first: number;
  readonly rows: number;
  /** By column id, from the row `first` on. */
  readonly cells: Readonly<Record<string, Cell[]>>;
  done: number;
  weight: number;
}

interface Slice {
  readonly reading: Reading;
  readonly count: number;
  readonly ranges: readonly Excel.Range[];
  /** The last row read before, read again: tells whether rows moved between the messages. */
  readonly seam: Excel.Range | null;
}

/**
 * Reads whole columns, in messages of a bounded size; small tables share the first one. Every message also looks at the
 * tables again: where rows or columns moved meanwhile, the reading starts over.
 *
 * @param onProgress - hears the share of the rows read, also while the host is busy with a message
 * @param cutting - "few" messages for what is bounded by round trips
 * @returns the cells by column id; columns the table lacks are left out. `too-large` when a single row does not fit
 */
export async function readColumns(
  session: Session,
  bound: BoundTables,
  requests: readonly ColumnsRequest[],
  weights: RowWeights,
  onProgress: (share: number) => void = () => undefined,
  cutting: Cutting = "steady",
): Promise<Result<readonly ColumnsAnswer[], WorkbookFailure>> {
  let tables = bound;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const missing = requests.find(({ table }) => tables[table] === undefined);
    if (missing !== undefined) return err({ code: "table-missing", table: missing.table });
    const readings = requests.map((request) => reading(request, tables, weights));
    const outcome = await readAll(session, readings, weights, onProgress, cutting);
    if (!outcome.ok) return outcome;
    if (outcome.value === "read") {
      return ok(readings.map(({ bound: { table }, cells }) => ({ table, columns: cells })));
    }
    tables = rebound(tables, outcome.value);
  }
  return err(changedWhileReading);
}

function reading(
  { table, columns, rows: asked }: ColumnsRequest,
  tables: BoundTables,
  weights: RowWeights,
): Reading {
  const bound = tables[table];
  if (bound === undefined) throw new Error(`${table} is not bound`);
  const present = columns.filter((column) => bound.columns[column] !== undefined);
  const key = `${table}:${present.join()}`;
  const kinds = new Map(
    tableSpecs[table].columns.map((column: ColumnSpec) => [column.id, column.kind]),
  );
  const { rowCount } = bound.live;
  const first = Math.min(Math.max(asked?.first ?? 0, 0), rowCount);
  const end = asked === undefined ? rowCount : Math.min(asked.first + asked.count, rowCount);
  const expected = present.reduce((sum, column) => sum + expectedBytes(kinds.get(column)), 2);
  return {
    bound,
    key,
    blocks: blocksOf(bound, present),
    width: present.length,
    first,
    rows: present.length === 0 ? first : end,
    cells: Object.fromEntries(present.map((column) => [column, []])),
    done: first,
    weight: weights.get(key) ?? expected,
  };
}

function blocksOf(bound: BoundTable, columns: readonly string[]): readonly Block[] {
  const placed = columns
    .map((column) => ({ column, index: bound.columns[column]?.index ?? -1 }))
    .sort((one, other) => one.index - other.index);
  const blocks: { left: number; columns: string[] }[] = [];
  for (const { column, index } of placed) {
    const last = blocks.at(-1);
    if (last !== undefined && last.left + last.columns.length === index) last.columns.push(column);
    else blocks.push({ left: index, columns: [column] });
  }
  return blocks;
}

/** @returns "read", or the tables as they stand now when they moved and all must be read again */
async function readAll(
  session: Session,
  readings: readonly Reading[],
  weights: RowWeights,
  onProgress: (share: number) => void,
  cutting: Cutting,
): Promise<Result<"read" | readonly LiveTable[], WorkbookFailure>> {
  const size = new ReadingSize(cutting);
  let wasLarge = false;
  // The small ones first, so that they travel together with the beginning of the large one.
  const order = [...readings].sort(
    (one, other) => (one.rows - one.first) * one.weight - (other.rows - other.first) * other.weight,
  );
  while (order.some((each) => each.done < each.rows)) {
    const tables = lookAtTables(session.context);
    const slices = queue(session.context, order, size.bytes);
    const bytes = slices.reduce((sum, { reading: { weight }, count }) => sum + weight * count, 0);
    const [before, after] = [shareOf(readings), shareOf(readings, slices)];
    const began = performance.now();
    const sent = await toldMeanwhile(session.attempt(), size.expectedMs, (part) =>
      onProgress(before + part * (after - before)),
    );
    if (!sent.ok && sent.error.code !== "too-large") return sent;
    if (!sent.ok || !slices.every(arrived)) {
      if (slices.length === 1 && slices[0]?.count === 1) return err({ code: "too-large" });
      // Of what was just asked for, which may be far below the size where the table is small.
      size.refused(bytes);
      continue;
    }
    size.took(performance.now() - began, bytes);
    const live = tables();
    if (!slices.every((slice) => stands(slice, live))) return ok(live);
    wasLarge ||= slices.some(({ count }) => count > rowsPerTurn);
    if (wasLarge) await turn();
    for (const slice of slices) await take(slice, weights);
    onProgress(after);
    // Whoever asked goes on in a task of its own.
    if (wasLarge) await turn();
  }
  return ok("read");
}

/** @param slices - counted as if they were read already */
function shareOf(readings: readonly Reading[], slices: readonly Slice[] = []): number {
  const sum = (cells: (each: Reading) => number) =>
    readings.reduce((total, each) => total + cells(each) * each.width, 0);
  const all = sum(({ first, rows }) => rows - first);
  const more = slices.reduce((total, { reading: { width }, count }) => total + count * width, 0);
  return all === 0 ? 1 : (sum(({ first, done }) => done - first) + more) / all;
}

function queue(
  context: Excel.RequestContext,
  readings: readonly Reading[],
  budget: number,
): Slice[] {
  const slices: Slice[] = [];
  let bytes = budget;
  let cells = messageCells;
  for (const each of readings) {
    const left = each.rows - each.done;
    const fits = Math.floor(Math.min(bytes / each.weight, cells / Math.max(each.width, 1)));
    // A message carries at least one row, else nothing would ever be read.
    const count = Math.min(left, slices.length === 0 ? Math.max(fits, 1) : fits);
    if (count <= 0) continue;
    bytes -= count * each.weight;
    cells -= count * each.width;
    const body = fleeting(context.workbook.tables.getItem(each.bound.live.id).getDataBodyRange());
    const block = (row: number, rows: number, { left: column, columns }: Block): Excel.Range =>
      fleeting(
        fleeting(body.getCell(row, column)).getResizedRange(rows - 1, columns.length - 1),
      ).load("values");
    const first = each.blocks[0];
    slices.push({
      reading: each,
      count,
      ranges: each.blocks.map((one) => block(each.done, count, one)),
      seam: each.done === each.first || first === undefined ? null : block(each.done - 1, 1, first),
    });
  }
  return slices;
}

// Beyond the documented five million cells Excel may answer null instead of refusing.
function arrived(slice: Slice): boolean {
  return slice.ranges.every(
    (range) => Array.isArray(range.values) && range.values.length === slice.count,
  );
}

function stands(
  { reading: { bound, blocks, cells, first, done }, seam }: Slice,
  live: readonly LiveTable[],
) {
  const now = live.find((table) => table.id === bound.live.id);
  if (now === undefined || now.rowCount !== bound.live.rowCount) return false;
  const sameColumns =
    now.columns.length === bound.live.columns.length &&
    now.columns.every(({ id }, index) => id === bound.live.columns[index]?.id);
  if (!sameColumns) return false;
  if (seam === null) return true;
  const row = seam.values[0] ?? [];
  return (blocks[0]?.columns ?? []).every(
    (column, index) => cellOf(row[index]) === cells[column]?.[done - first - 1],
  );
}

async function take({ reading: into, count, ranges }: Slice, weights: RowWeights): Promise<void> {
  for (const [block, { columns }] of into.blocks.entries()) {
    const grid: HostGrid = ranges[block]?.values ?? [];
    for (let first = 0; first < grid.length; first += rowsPerTurn) {
      if (first > 0) await turn();
      const rows = grid.slice(first, first + rowsPerTurn);
      columns.forEach((column, index) => {
        const cells = into.cells[column];
        for (const row of rows) cells?.push(cellOf(row[index]));
      });
    }
  }
  const seen = ranges.reduce((sum, range) => sum + averageRowBytes(range.values), 0);
  // A little more than seen: the rows to come may be longer.
  into.weight = seen * 1.05;
  weights.set(into.key, into.weight);
  into.done += count;
}

function rebound(tables: BoundTables, live: readonly LiveTable[]): BoundTables {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, bound]) => {
      const now = live.find(({ id }) => id === bound.live.id);
      if (now === undefined) return [];
      const columns = Object.entries(bound.columns).flatMap(([column, { id }]) => {
        const index = now.columns.findIndex((candidate) => candidate.id === id);
        const found = now.columns[index];
        return found === undefined ? [] : [[column, { id, header: found.name, index }] as const];
      });
      return [[table, { ...bound, live: now, columns: Object.fromEntries(columns) }] as const];
    }),
  );
}
