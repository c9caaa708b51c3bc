import type { UpdatedRow, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf } from "../cell";
import type { RowImage } from "./row-image";
import { blockRange, blocksOf, queueBlocks, spansOf, usualGap, type RowBlock } from "./row-blocks";
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
 * @returns the row's cells just before they were written, once the message has come back
 */
export function queueUpdates(
  context: Excel.RequestContext,
  bound: BoundTable,
  updates: readonly NumberedUpdate[],
  loads: string,
): (at: number) => RowImage {
  const columns = [...new Set(updates.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = updates.map(({ at }) => at);
  const images = queueBlocks(context, bound, rows, columns, loads);
  const byRow = new Map(updates.map((update) => [update.at, update]));
  const blocks = blocksOf(rows, usualGap);
  const ids = blocks.map((block) => idsIn(context, bound, block).load("values"));
  for (const block of blocks) writeBlock(context, bound, block, columns, byRow);
  return (at) => {
    const { values, formulas } = images(at);
    const block = blocks.findLastIndex(({ first }) => first <= at);
    const id = cellOf(ids[block]?.values[at - (blocks[block]?.first ?? 0)]?.[0]);
    return { values, formulas, id };
  };
}

/** The ids of a block of rows, reached through the id column's own id. */
function idsIn(
  context: Excel.RequestContext,
  bound: BoundTable,
  { first, count }: RowBlock,
): Excel.Range {
  const columns = context.workbook.tables.getItem(bound.live.id).columns;
  const body = fleeting(columns.getItem(idColumn(bound).id).getDataBodyRange());
  return fleeting(fleeting(body.getCell(first, 0)).getResizedRange(count - 1, 0));
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
 * removed stay right. The rows are read as a whole in the same message right before they go.
 *
 * @returns the row that had to stay because a table keeps one (null when none had to), and the rows just before they
 * were removed, once the message has come back
 */
export function queueRemovals(
  context: Excel.RequestContext,
  bound: BoundTable,
  removals: readonly { readonly row: WholeRow; readonly at: number }[],
  bodyRows: number,
  loads: string,
): {
  readonly staying: { readonly row: WholeRow; readonly at: number } | null;
  readonly image: (at: number) => RowImage;
} {
  const entered = columnsIn({ updated: [], removed: removals.map(({ row }) => row) }, bound);
  const numbers = removals.map(({ at }) => at);
  const image = queueBlocks(context, bound, numbers, entered, loads);
  const upwards = [...removals].sort((one, other) => other.at - one.at);
  const staying = upwards.length < bodyRows ? null : (upwards.pop() ?? null);
  const whole = { left: 0, count: bound.live.columns.length };
  const rows = upwards.map(({ at }) => at);
  for (const block of [...blocksOf(rows, 0)].reverse())
    blockRange(context, bound, block, whole).delete(Excel.DeleteShiftDirection.up);
  return { staying, image };
}
