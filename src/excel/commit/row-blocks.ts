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
interface ColumnSpan {
  readonly left: number;
  readonly count: number;
}

export function spansOf(columns: readonly number[]): readonly ColumnSpan[] {
  return blocksOf([...new Set(columns)], 0).map(({ first, count }) => ({ left: first, count }));
}

/** The table's cells in a block of rows and a span of columns. */
export function blockRange(
  context: Excel.RequestContext,
  bound: BoundTable,
  { first, count }: RowBlock,
  span: ColumnSpan,
): Excel.Range {
  const body = fleeting(context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
  const corner = fleeting(body.getCell(first, span.left));
  return fleeting(corner.getResizedRange(count - 1, span.count - 1));
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
 * @returns the row of that number, once the message has come back
 */
export function queueBlocks(
  context: Excel.RequestContext,
  bound: BoundTable,
  rows: readonly number[],
  columns: readonly number[],
  loads: string,
): (row: number) => BlockRow {
  const spans = spansOf(columns);
  const reads = blocksOf(rows, usualGap).map((block) => ({
    block,
    ranges: spans.map((span) => ({
      span,
      range: blockRange(context, bound, block, span).load(loads),
    })),
  }));
  const withFormulas = loads.includes("formulas");
  const withFormats = loads.includes("numberFormat");
  const width = bound.live.columns.length;
  return (row) => {
    const read = reads[lastBefore(reads, row)];
    if (read === undefined) throw new Error(`row ${row} of ${bound.table} was not read`);
    const values = new Array<unknown>(width).fill("");
    const formulas = new Array<unknown>(width).fill("");
    const formats = new Array<string>(width).fill("General");
    for (const { span, range } of read.ranges) {
      const at = row - read.block.first;
      for (let index = 0; index < span.count; index += 1) {
        values[span.left + index] = range.values[at]?.[index];
        if (withFormulas) formulas[span.left + index] = range.formulas[at]?.[index];
        if (withFormats) formats[span.left + index] = String(range.numberFormat[at]?.[index]);
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
