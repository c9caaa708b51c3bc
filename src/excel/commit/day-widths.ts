import type { ReadonlyTextMap } from "../../domain/text-map";
import type { Cell } from "../../tables/change";
import type { ColumnSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { BoundTable, LiveTable } from "../binding";
import { fleeting } from "../run";
import { formatFor } from "./cell-format";
import type { Room } from "./room";
import type { TableWork } from "./table-work";

/**
 * Widths in points of columns, by the host's id of the column. Excel shows ######## for a day its column is too narrow
 * for, which a column of texts often is: what does not fit runs over the blank cell beside it.
 */
export type Widths = ReadonlyMap<number, number>;

/** Enough for a day written as 2026-03-02, at the usual size and the next two. */
export const dayWidth = 75;

/** Excel keeps widths as whole pixels. */
export const widthTolerance = 1;

/**
 * Queues a look at the widths of the columns in which the work writes days.
 *
 * @returns those too narrow for a day, once the message has come back; hidden ones are left out, and stay hidden
 */
export function queueWidths(context: Excel.RequestContext, work: TableWork): () => Widths {
  const { bound } = work;
  const loads = [...dayColumnsIn(work)].flatMap((column) => {
    const id = bound.columns[column]?.id;
    return id === undefined ? [] : [{ id, range: queueWidth(context, bound.live, id) }];
  });
  return () =>
    new Map(
      loads.flatMap(({ id, range }) => {
        const width = widthOf(range);
        return width !== null && width > 0 && width < dayWidth ? [[id, width] as const] : [];
      }),
    );
}

/** The columns too narrow for the days they get: those whose cells did not show days before. With their widths now. */
export function widthsBefore({
  bound,
  work,
  rows,
  room,
  narrow,
}: {
  readonly bound: BoundTable;
  readonly work: TableWork;
  readonly rows: ReadonlyTextMap<{ readonly formats: readonly string[] }>;
  readonly room: Room | null;
  readonly narrow: Widths;
}): Widths {
  if (narrow.size === 0) return narrow;
  const becomesDay = (column: string, cell: Cell, present: string) =>
    typeof cell === "number" && formatFor(bound, column, cell, present) !== present;
  const widened = new Set(
    [...dayColumnsIn(work)].filter((column) => {
      const index = bound.columns[column]?.index ?? -1;
      const updated = work.updated.some(({ id, cells }) => {
        const to = cells[column]?.to ?? null;
        return becomesDay(column, to, rows.get(id)?.formats[index] ?? "General");
      });
      const present = room?.formats[index] ?? "General";
      return (
        updated ||
        work.added.some(({ cells }) => becomesDay(column, cells[column] ?? null, present))
      );
    }),
  );
  const ids = new Set([...widened].map((column) => bound.columns[column]?.id));
  return new Map([...narrow].filter(([id]) => ids.has(id)));
}

/** Queues the widening of columns, the last thing a write does: what is wide has been written wholly. */
export function queueWidening(
  context: Excel.RequestContext,
  bound: BoundTable,
  columns: Iterable<number>,
): void {
  for (const id of columns) setWidth(context, bound.live, id, dayWidth);
}

/**
 * Queues a look at columns that a write widened or was to widen.
 *
 * @returns how to bring their widths back, or widen what is still narrow, once the message has come back; a width that
 * somebody has chosen meanwhile stays
 */
export function queueWidthsNow(
  context: Excel.RequestContext,
  bound: BoundTable,
  before: Widths,
): { readonly widen: () => void; readonly putBack: () => void } {
  const looks = [...before].map(([id, was]) => ({
    id,
    was,
    range: queueWidth(context, bound.live, id),
  }));
  const isNow = (range: Excel.Range, width: number) =>
    Math.abs((widthOf(range) ?? NaN) - width) <= widthTolerance;
  return {
    widen() {
      const still = looks.filter(({ range, was }) => isNow(range, was));
      queueWidening(
        context,
        bound,
        still.map(({ id }) => id),
      );
    },
    putBack() {
      for (const { id, was, range } of looks)
        if (isNow(range, dayWidth)) setWidth(context, bound.live, id, was);
    },
  };
}

function dayColumnsIn({ bound, updated, added }: TableWork): ReadonlySet<string> {
  const specs: readonly ColumnSpec[] = tableSpecs[bound.table].columns;
  const days = specs.filter(({ kind }) => kind === "day").map(({ id }) => id);
  return new Set(
    days.filter(
      (column) =>
        updated.some(({ cells }) => typeof cells[column]?.to === "number") ||
        added.some(({ cells }) => typeof cells[column] === "number"),
    ),
  );
}

/** Queues a look at a column: `columnHidden` and `format.columnWidth`, in points; a null object where it has gone. */
export function queueWidth(
  context: Excel.RequestContext,
  table: Pick<LiveTable, "id">,
  id: number,
): Excel.Range {
  const columns = context.workbook.tables.getItem(table.id).columns;
  const column = fleeting(columns.getItemOrNullObject(id).getDataBodyRange());
  return column.load("columnHidden,format/columnWidth");
}

/** null for a column that has gone or is hidden. */
function widthOf(range: Excel.Range): number | null {
  return range.isNullObject || range.columnHidden ? null : range.format.columnWidth;
}

/** Queues the width of a column, in points. */
export function setWidth(
  context: Excel.RequestContext,
  table: Pick<LiveTable, "id">,
  id: number,
  points: number,
): void {
  const columns = context.workbook.tables.getItem(table.id).columns;
  const column = fleeting(columns.getItem(id).getDataBodyRange());
  column.format.columnWidth = points;
}
