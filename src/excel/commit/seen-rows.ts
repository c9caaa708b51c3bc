import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf } from "../cell";
import { manyRows, queueBlocks } from "./row-blocks";
import { rowAt, type Place } from "./row-place";
import type { NumberedRow } from "./row-places";
import { columnsIn, type TableWork } from "./table-work";

/** A row as it stands before a change, over the whole width of its table. */
export interface SeenRow {
  readonly place: Place;
  /** Its zero-based number in the body at that moment. */
  readonly at: number;
  readonly values: readonly Cell[];
  /** Formulas where there are any, else the values. */
  readonly formulas: readonly unknown[];
  readonly formats: readonly string[];
}

const contents = "values,formulas";
const withLooks = `${contents},numberFormat`;

/**
 * Queues the reading of rows of known numbers: many of them in blocks, of which only the columns the work needs hold
 * anything.
 *
 * @returns the rows with the ids they were asked for, in that order, once the message has come back; whether these
 * stand there is not said
 */
export function queueRows(
  context: Excel.RequestContext,
  bound: BoundTable,
  work: Pick<TableWork, "updated" | "removed">,
  rows: readonly NumberedRow[],
): () => readonly { readonly id: string; readonly row: SeenRow }[] {
  // Only what is written over needs to know how it looked.
  const loads = work.updated.length === 0 ? contents : withLooks;
  if (rows.length < manyRows) {
    const ranges = rows.map(({ id, row }) => {
      const place: Place = { by: "row", row };
      return { id, row, place, range: rowAt(context, bound, place).load(withLooks) };
    });
    return () =>
      ranges.map(({ id, row, place, range }) => ({ id, row: seenRow(place, row, range) }));
  }
  const numbers = rows.map(({ row }) => row);
  const read = queueBlocks(context, bound, numbers, columnsIn(work, bound), loads);
  return () =>
    rows.map(({ id, row }) => {
      const { values, ...others } = read(row);
      const place: Place = { by: "row", row };
      return { id, row: { place, at: row, values: values.map(cellOf), ...others } };
    });
}

/** A row from the range that was read over its whole width. */
export function seenRow(place: Place, at: number, range: Excel.Range): SeenRow {
  return {
    place,
    at,
    values: (range.values[0] ?? []).map(cellOf),
    formulas: range.formulas[0] ?? [],
    formats: (range.numberFormat[0] ?? []).map(String),
  };
}

/** Whether a table's columns are still these, in this order. */
export function isSameOrder(
  { live }: BoundTable,
  now: readonly { readonly id: number }[],
): boolean {
  return (
    now.length === live.columns.length &&
    now.every(({ id }, index) => id === live.columns[index]?.id)
  );
}
