import type { ExpectedStructure, NarrowDays } from "../../app/repair/structure";
import { dayPoints } from "../../tables/day-width";
import { columnPoints, headerWidth } from "../../tables/header-width";
import type { BoundTables } from "../binding";
import { dayWidth, queueWidth, setWidth, widthTolerance } from "../commit/day-widths";
import { fleeting } from "../run";

/** Enough for its header, too: whoever sees the day asks which. */
const widthFor = (needed: number, header: string): number =>
  Math.max(dayWidth, Math.ceil(needed), columnPoints(headerWidth(header)));
const usualSize = 11;

/**
 * Queues a look at the columns of days: how wide they are, and how their first cell writes days.
 *
 * @returns those too narrow, whatever they hold, once the message has come back; hidden ones are left out
 */
export function queueDayColumns(
  context: Excel.RequestContext,
  bound: BoundTables,
  days: ExpectedStructure["days"],
): () => readonly NarrowDays[] {
  const looks = days.flatMap(({ table, column }) => {
    const live = bound[table]?.live;
    const found = bound[table]?.columns[column];
    if (live === undefined || found === undefined) return [];
    const range = queueWidth(context, live, found.id);
    const first = fleeting(range.getCell(0, 0)).load("numberFormat,format/font/size");
    return [{ table, column, header: found.header, range, first }];
  });
  return () =>
    looks.flatMap(({ table, column, header, range, first }) => {
      if (range.isNullObject || range.columnHidden || range.format.columnWidth <= 0) return [];
      const width = range.format.columnWidth;
      // A cell of several sizes has none.
      const size = first.format.font.size > 0 ? first.format.font.size : usualSize;
      const needed = dayPoints(String(first.numberFormat[0]?.[0] ?? ""), size);
      if (needed === null || width + widthTolerance >= needed) return [];
      return [{ table, column, width, wanted: widthFor(needed, header) }];
    });
}

/**
 * Queues the question which of the columns that may be too narrow hold days: Excel counts them, so that none of their cells
 * travels.
 *
 * @returns those that hold a day, once the message has come back: where none is, nothing is hidden
 */
export function queueDays(
  context: Excel.RequestContext,
  bound: BoundTables,
  narrow: readonly NarrowDays[],
): () => readonly NarrowDays[] {
  const reads = narrow.flatMap((each) => {
    const found = bound[each.table];
    const id = found?.columns[each.column]?.id;
    if (found === undefined || id === undefined) return [];
    const column = context.workbook.tables.getItem(found.live.id).columns.getItem(id);
    const cells = fleeting(column.getDataBodyRange());
    return [{ each, days: context.workbook.functions.count(cells).load("value") }];
  });
  return () => reads.flatMap(({ each, days }) => (days.value > 0 ? [each] : []));
}

/**
 * Queues a look at columns that are to be widened.
 *
 * @returns queues the widening of those that are as narrow as they were found, once the message has come back: a width
 * somebody has chosen meanwhile stays
 */
export function queueWidening(
  context: Excel.RequestContext,
  bound: BoundTables,
  narrow: readonly NarrowDays[],
): () => void {
  const looks = narrow.flatMap((each) => {
    const live = bound[each.table]?.live;
    const id = bound[each.table]?.columns[each.column]?.id;
    return live === undefined || id === undefined
      ? []
      : [{ each, live, id, range: queueWidth(context, live, id) }];
  });
  return () => {
    for (const { each, live, id, range } of looks) {
      if (range.isNullObject || range.columnHidden) continue;
      if (Math.abs(range.format.columnWidth - each.width) > widthTolerance) continue;
      setWidth(context, live, id, each.wanted);
    }
  };
}
