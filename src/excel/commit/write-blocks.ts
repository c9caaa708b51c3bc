import type { UpdatedRow, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import type { RowImage } from "./row-image";
import {
  blockIn,
  blocksOf,
  columnIdAt,
  queueBlocks,
  spanRange,
  spansOf,
  spanStart,
  usualGap,
  type ColumnSpan,
  type RowBlock,
} from "./row-blocks";
import { fleeting } from "../run";
import type { Written } from "../safe-text";
import { columnsIn, idColumn } from "./table-work";

/** A row to be updated whose number in the table's body is known. */
export interface NumberedUpdate {
  readonly row: UpdatedRow;
  readonly at: number;
  /** Its cells as they shall be written, by column index. */
  readonly cells: ReadonlyMap<number, { readonly value: Written; readonly format: string | null }>;
}

/**
 * Queues the writing of cells in many rows, in blocks in which `null` leaves every other cell alone. The cells are read
 * in the same message right before they are written.
 *
 * @param order - the ids of the table's columns, from the left, at that moment
 */
export function queueUpdates(
  context: Excel.RequestContext,
  bound: BoundTable,
  updates: readonly NumberedUpdate[],
  loads: string,
  order: () => readonly number[],
): BlockUpdates {
  const columns = [...new Set(updates.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = updates.map(({ at }) => at);
  const image = queueBlocks(
    context,
    bound,
    rows,
    [...columns, idColumn(bound).index],
    loads,
    order,
  );
  const byRow = new Map(updates.map((update) => [update.at, update]));
  const blocks = blocksOf(rows, usualGap);
  const spans = spansOf(columns);
  for (const span of spans) {
    const body = spanRange(context, bound, span);
    for (const block of blocks) writeBlock(blockIn(body, block), block, span, byRow);
  }
  return {
    image,
    landed: (index) => {
      const span = spans.find(({ left, count }) => left <= index && index < left + count);
      if (span === undefined) return columnIdAt(bound, index);
      return order()[spanStart(bound, order(), span) + index - span.left];
    },
  };
}

/** What is known of an update in blocks once the message has come back. */
interface BlockUpdates {
  /** The row's cells just before they were written. */
  readonly image: (at: number) => RowImage;
  /** The id of the column that took the cells meant for the one of that number. */
  readonly landed: (index: number) => number | undefined;
}

function writeBlock(
  range: Excel.Range,
  block: RowBlock,
  span: ColumnSpan,
  byRow: ReadonlyMap<number, NumberedUpdate>,
): void {
  const cellsAt = (row: number) =>
    Array.from(
      { length: span.count },
      (_, index) => byRow.get(block.first + row)?.cells.get(span.left + index) ?? null,
    );
  const cells = Array.from({ length: block.count }, (_, row) => cellsAt(row));
  // Formats first, as everywhere: they decide what a text becomes.
  if (cells.some((row) => row.some((cell) => cell !== null && cell.format !== null)))
    range.numberFormat = cells.map((row) => row.map((cell) => cell?.format ?? null));
  range.values = cells.map((row) => row.map((cell) => cell?.value ?? null));
}

/**
 * Queues the removal of many rows of known numbers, in blocks from the bottom, so that the numbers of those still to be
 * removed stay right. What was entered in them is read in the same message right before they go.
 *
 * @param order - the ids of the table's columns, from the left, at that moment
 * @returns the row that had to stay because a table keeps one (null when none had to), and the rows just before they
 * were removed, once the message has come back
 */
export function queueRemovals(
  context: Excel.RequestContext,
  bound: BoundTable,
  removals: readonly { readonly row: WholeRow; readonly at: number }[],
  bodyRows: number,
  loads: string,
  order: () => readonly number[],
): {
  readonly staying: { readonly row: WholeRow; readonly at: number } | null;
  readonly image: (at: number) => RowImage;
} {
  const entered = columnsIn({ updated: [], removed: removals.map(({ row }) => row) }, bound);
  const numbers = removals.map(({ at }) => at);
  const image = queueBlocks(context, bound, numbers, entered, loads, order);
  const upwards = [...removals].sort((one, other) => other.at - one.at);
  const staying = upwards.length < bodyRows ? null : (upwards.pop() ?? null);
  const rows = upwards.map(({ at }) => at);
  for (const block of [...blocksOf(rows, 0)].reverse()) {
    const body = fleeting(context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
    blockIn(body, block).delete(Excel.DeleteShiftDirection.up);
  }
  return { staying, image };
}
