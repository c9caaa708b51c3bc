import type { BoundTable } from "../binding";
import { fleeting } from "../run";

/** From this many rows on, one table is read and written in blocks, by row number instead of one search per row. */
export const manyRows = 40;

/** Neighbouring rows of a table's body, zero-based. */
export interface RowBlock {
  readonly first: number;
  readonly count: number;
}

/**
 * Rows as blocks, from the top. Rows that lie apart by at most `gap` others share a block: what lies between is read for
 * nothing, which costs less than a range of its own.
 */
export function blocksOf(rows: readonly number[], gap: number): readonly RowBlock[] {
  const blocks: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = blocks.at(-1);
    if (last === undefined || row - (last.first + last.count) > gap) {
      blocks.push({ first: row, count: 1 });
    } else {
      last.count = Math.max(last.count, row - last.first + 1);
    }
  }
  return blocks;
}

/** A range object of a message weighs about as much as this many rows of a few cells (600 scattered rows: 4.8 MB → 0.6). */
export const usualGap = 40;

/** Neighbouring columns, zero-based in the table. */
export interface ColumnSpan {
  readonly left: number;
  readonly count: number;
}

export function spansOf(columns: readonly number[]): readonly ColumnSpan[] {
  return blocksOf([...new Set(columns)], 0).map(({ first, count }) => ({ left: first, count }));
}

/**
 * The body of a span of columns, from its first to its last wherever these stand by now: columns that come, go or move
 * beside it cannot lead it astray.
 */
export function spanRange(
  context: Excel.RequestContext,
  bound: BoundTable,
  { left, count }: ColumnSpan,
): Excel.Range {
  const { columns } = context.workbook.tables.getItem(bound.live.id);
  const bodyOf = (index: number): Excel.Range =>
    fleeting(columns.getItem(columnIdAt(bound, index)).getDataBodyRange());
  const first = bodyOf(left);
  return count === 1 ? first : fleeting(first.getBoundingRect(bodyOf(left + count - 1)));
}

/** A block of rows of a range that begins with the table's first body row. */
export function blockIn(range: Excel.Range, { first, count }: RowBlock): Excel.Range {
  return fleeting(fleeting(range.getRow(first)).getResizedRange(count - 1, 0));
}

/**
 * Where the first column of a span stands by now.
 *
 * @param order - the ids of the table's columns now, from the left
 */
export function spanStart(
  bound: BoundTable,
  order: readonly number[],
  { left, count }: ColumnSpan,
): number {
  const ends = [left, left + count - 1].map((index) => order.indexOf(columnIdAt(bound, index)));
  return Math.min(...ends);
}

/** The host's id of the column that had this number when the table was looked at. */
export function columnIdAt({ table, live }: BoundTable, index: number): number {
  const column = live.columns[index];
  if (column === undefined) throw new Error(`${table} has no column ${index}`);
  return column.id;
}

/** A row of a table over its whole width; cells that were not asked for are blank. */
export interface BlockRow {
  readonly values: readonly unknown[];
  readonly formulas: readonly unknown[];
  readonly formats: readonly string[];
}

/**
 * Queues the reading of some columns in many rows.
 *
 * @param loads - properties of a range: "values", or with "formulas" and "numberFormat"
 * @param order - the ids of the table's columns at that moment, where they may be others than when it was looked at
 * @returns the row of that number, once the message has come back
 */
export function queueBlocks(
  context: Excel.RequestContext,
  bound: BoundTable,
  rows: readonly number[],
  columns: readonly number[],
  loads: string,
  order: () => readonly number[] = () => bound.live.columns.map(({ id }) => id),
): (row: number) => BlockRow {
  const spans = spansOf(columns).map((span) => ({ span, body: spanRange(context, bound, span) }));
  const reads = blocksOf(rows, usualGap).map((block) => ({
    block,
    ranges: spans.map(({ body }) => blockIn(body, block).load(loads)),
  }));
  const withFormulas = loads.includes("formulas");
  const withFormats = loads.includes("numberFormat");
  let found: { readonly width: number; readonly starts: readonly number[] } | null = null;
  const placed = () => {
    const now = order();
    return { width: now.length, starts: spans.map(({ span }) => spanStart(bound, now, span)) };
  };
  return (row) => {
    const { width, starts } = (found ??= placed());
    const read = reads[lastBefore(reads, row)];
    if (read === undefined) throw new Error(`row ${row} of ${bound.table} was not read`);
    const values = new Array<unknown>(width).fill("");
    const formulas = new Array<unknown>(width).fill("");
    const formats = new Array<string>(width).fill("General");
    const at = row - read.block.first;
    for (const [number, range] of read.ranges.entries()) {
      const start = starts[number] ?? 0;
      const cells: readonly unknown[] = range.values[at] ?? [];
      for (let index = 0; index < cells.length; index += 1) {
        values[start + index] = cells[index];
        if (withFormulas) formulas[start + index] = range.formulas[at]?.[index];
        if (withFormats) formats[start + index] = String(range.numberFormat[at]?.[index]);
      }
    }
    return { values, formulas, formats };
  };
}

function lastBefore(reads: readonly { readonly block: RowBlock }[], row: number): number {
  let low = 0;
  let high = reads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reads[middle]?.block.first ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
