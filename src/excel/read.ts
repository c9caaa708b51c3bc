import type { WorkbookFailure } from "../app/workbook/failures";
import type { ColumnsAnswer, ColumnsRequest } from "../app/workbook/reading";
import { err, ok, type Result } from "../domain/result";
import type { BoundTable, BoundTables, LiveTable } from "./binding";
import {
  answerOf,
  bytesLeft,
  lacksIds,
  reading,
  withIds,
  type Block,
  type Reading,
} from "./column-reading";
import { cellOf, holdsId, type HostGrid } from "./cell";
import { lookAtTables } from "./live-tables";
import { averageRowBytes, messageCells } from "./message-size";
import { ReadingSize, type Cutting } from "./reading-size";
import type { Apart } from "./row-witness";
import { fleeting, type Session } from "./run";
import { toldMeanwhile } from "./told-meanwhile";
import { turn } from "../app/turn";

/** Bytes per row as seen in earlier reads, by table and columns: makes the next read's messages the right size. */
export type RowWeights = Map<string, number>;

export const changedWhileReading: WorkbookFailure = {
  code: "host",
  hostCode: "ChangedWhileReading",
  message: "The table kept changing while it was read.",
};

/** Bytes of an answer after which what is done with it is a task of its own: office.js has just been busy with it. */
const largeAnswer = 100_000;
/** Cells after which work on an answer gives others their turn: a few milliseconds' work. */
const cellsPerTurn = 20_000;

interface Slice {
  readonly reading: Reading;
  readonly count: number;
  readonly ranges: readonly Excel.Range[];
  /** The last row read before, read again: tells whether rows moved between the messages. */
  readonly seam: readonly Excel.Range[];
}

/**
 * Reads whole columns, in messages of a bounded size; small tables share the first one. Every message also looks at the
 * tables again: where rows or columns moved meanwhile, the reading starts over. What takes several messages is read with
 * its ids, by which a row is noticed that moved from one message's part to another's.
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
  let isLong = false;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const missing = requests.find(({ table }) => tables[table] === undefined);
    if (missing !== undefined) return err({ code: "table-missing", table: missing.table });
    const size = new ReadingSize(cutting);
    const plain = requests.map((request) => reading(request, tables, weights));
    isLong ||= bytesLeft(plain) > size.bytes;
    const readings = isLong ? plain.map((each) => withIds(each, weights)) : plain;
    const outcome = await readAll(session, readings, weights, onProgress, size);
    if (!outcome.ok) return outcome;
    if (outcome.value === "read") return ok(readings.map(answerOf));
    if (outcome.value === "lacks ids") isLong = true;
    else tables = rebound(tables, outcome.value);
  }
  return err(changedWhileReading);
}

/**
 * @returns "read"; "lacks ids" where it takes several messages after all; or the tables as they stand now when they moved
 * and all must be read again
 */
async function readAll(
  session: Session,
  readings: readonly Reading[],
  weights: RowWeights,
  onProgress: (share: number) => void,
  size: ReadingSize,
): Promise<Result<"read" | "lacks ids" | readonly LiveTable[], WorkbookFailure>> {
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
    wasLarge ||= bytes > largeAnswer;
    if (wasLarge) await turn();
    for (const slice of slices) await take(slice, weights);
    onProgress(after);
    // Whoever asked goes on in a task of its own.
    if (wasLarge) await turn();
    if (bytesLeft(readings) > 0 && readings.some(lacksIds)) return ok("lacks ids");
  }
  return readings.some(({ witness }) => witness.apart.length > 0)
    ? standApart(session, readings)
    : ok("read");
}

/** Looks again at ids that came by two messages: whether each stands twice, or its row was moved between them. */
async function standApart(
  session: Session,
  readings: readonly Reading[],
): Promise<Result<"read" | readonly LiveTable[], WorkbookFailure>> {
  const tables = lookAtTables(session.context);
  const looks = readings.flatMap(({ bound, witness }) =>
    witness.apart.flatMap(({ id, first, second }: Apart) =>
      [first, second].map((row) => ({ id, range: idAt(session.context, bound, row) })),
    ),
  );
  const sent = await session.attempt();
  if (!sent.ok) return sent;
  const isDoubled = looks.every(({ id, range }) => holdsId(cellOf(range.values[0]?.[0]), id));
  return ok(isDoubled ? "read" : tables());
}

function idAt(context: Excel.RequestContext, bound: BoundTable, row: number): Excel.Range {
  const body = fleeting(context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
  return fleeting(body.getCell(row, bound.columns.id?.index ?? 0)).load("values");
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
    slices.push({
      reading: each,
      count,
      ranges: each.blocks.map((one) => block(each.done, count, one)),
      seam: each.done === each.first ? [] : each.blocks.map((one) => block(each.done - 1, 1, one)),
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
  return seam.every(({ values: [row = []] }, at) =>
    (blocks[at]?.columns ?? []).every(
      (column, index) => cellOf(row[index]) === cells[column]?.[done - first - 1],
    ),
  );
}

async function take({ reading: into, count, ranges }: Slice, weights: RowWeights): Promise<void> {
  let isFirst = true;
  for (const [block, { columns }] of into.blocks.entries()) {
    const grid: HostGrid = ranges[block]?.values ?? [];
    const step = Math.ceil(cellsPerTurn / columns.length);
    for (let first = 0; first < grid.length; first += step) {
      if (!isFirst) await turn();
      isFirst = grid.length < step;
      const rows = grid.slice(first, first + step);
      columns.forEach((column, index) => {
        const cells = into.cells[column];
        const words = into.words[column];
        for (const row of rows) {
          const cell = cellOf(row[index]);
          cells?.push(words?.one(cell) ?? cell);
        }
        // What comes by one message is of one moment.
        if (column === "id" && count < into.rows - into.first)
          rows.forEach((row, at) =>
            into.witness.see(cellOf(row[index]), into.done + first + at, into.done),
          );
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
