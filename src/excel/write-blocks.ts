import type { UpdatedRow, WholeRow } from "../tables/change";
import type { BoundTable } from "./binding";
import { blockRange, blocksOf, queueBlocks, spansOf, usualGap, type RowBlock } from "./row-blocks";
import type { Written } from "./safe-text";
import { idColumn } from "./table-work";

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
 * @returns the row's cells just before they were written, once the message has come back
 */
export function queueUpdates(
  context: Excel.RequestContext,
  bound: BoundTable,
  updates: readonly NumberedUpdate[],
): (at: number) => readonly unknown[] {
  const columns = [...new Set(updates.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = updates.map(({ at }) => at);
  const images = queueBlocks(context, bound, rows, [idColumn(bound).index, ...columns], "values");
  const byRow = new Map(updates.map((update) => [update.at, update]));
  for (const block of blocksOf(rows, usualGap)) writeBlock(context, bound, block, columns, byRow);
  return (at) => images(at).values;
}

function writeBlock(
  context: Excel.RequestContext,
  bound: BoundTable,
  block: RowBlock,
  columns: readonly number[],
  byRow: ReadonlyMap<number, NumberedUpdate>,
): void {
  for (const span of spansOf(columns)) {
    const cellsAt = (row: number) =>
      Array.from(
        { length: span.count },
        (_, index) => byRow.get(block.first + row)?.cells.get(span.left + index) ?? null,
      );
    const cells = Array.from({ length: block.count }, (_, row) => cellsAt(row));
    const range = blockRange(context, bound, block, span);
    // Formats first, as everywhere: they decide what a text becomes.
    if (cells.some((row) => row.some((cell) => cell !== null && cell.format !== null)))
      range.numberFormat = cells.map((row) => row.map((cell) => cell?.format ?? null));
    range.values = cells.map((row) => row.map((cell) => cell?.value ?? null));
  }
}

/**
 * Queues the removal of many rows of known numbers, in blocks from the bottom, so that the numbers of those still to be
 * removed stay right.
 *
 * @returns the row that had to stay because a table keeps one; null when none had to
 */
export function queueRemovals(
  context: Excel.RequestContext,
  bound: BoundTable,
  removals: readonly { readonly row: WholeRow; readonly at: number }[],
  bodyRows: number,
): { readonly row: WholeRow; readonly at: number } | null {
  const upwards = [...removals].sort((one, other) => other.at - one.at);
  const staying = upwards.length < bodyRows ? null : (upwards.pop() ?? null);
  const whole = { left: 0, count: bound.live.columns.length };
  const rows = upwards.map(({ at }) => at);
  for (const block of [...blocksOf(rows, 0)].reverse())
    blockRange(context, bound, block, whole).delete(Excel.DeleteShiftDirection.up);
  return staying;
}
