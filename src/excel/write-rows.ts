import type { Cell, UpdatedRow, WholeRow } from "../tables/change";
import { numberFormat, type ColumnSpec } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import type { BoundTable } from "./binding";
import { rowsBelow, type Room } from "./look-at-rows";
import { manyRows } from "./row-blocks";
import { rowAt, type Place } from "./row-place";
import { fleeting } from "./run";
import { textFormat, written, type Written } from "./safe-text";
import { queueRemovals, queueUpdates } from "./write-blocks";

/** Rows of one table to be written, each with the way to reach it. */
export interface TableWrite {
  readonly bound: BoundTable;
  readonly bodyRows: number;
  readonly updates: readonly {
    readonly row: UpdatedRow;
    readonly place: Place;
    /** Number formats of the row's cells now, by column. */
    readonly formats: readonly string[];
  }[];
  readonly removals: readonly { readonly row: WholeRow; readonly place: Place }[];
  readonly additions: readonly WholeRow[];
  /** Needed for additions. */
  readonly room: Room | null;
}

/** What the write found at the moment it wrote. */
export interface WriteReceipt {
  readonly write: TableWrite;
  /** The rows just before they were written or removed, by id; null where the row had gone. */
  readonly images: () => ReadonlyMap<string, readonly unknown[] | null>;
  /** How many rows the table must still be extended by to hold what was written below it. */
  readonly rowsOutside: () => number;
}

/**
 * Queues the writing of one table: only changed cells, and new rows as one array. Before each row is touched its
 * cells are read in the same request, which tells afterwards whether somebody was faster.
 */
export function queueWrite(context: Excel.RequestContext, write: TableWrite): WriteReceipt {
  const images = [...queueEachUpdate(context, write), ...queueRemovalOf(context, write)];
  const rowsOutside = write.additions.length === 0 ? () => 0 : queueAdditions(context, write);
  return {
    write,
    images: () => new Map(images.map(([id, image]) => [id, image()])),
    rowsOutside,
  };
}

/** A row's cells just before the write, known once the message has come back; null where the row had gone. */
type Image = readonly [id: string, image: () => readonly unknown[] | null];

function imageOf(id: string, range: Excel.Range): Image {
  const loaded = range.load("values");
  return [id, () => (loaded.isNullObject ? null : (loaded.values[0] ?? []))];
}

function queueEachUpdate(context: Excel.RequestContext, write: TableWrite): readonly Image[] {
  const { bound, updates } = write;
  const numbered = updates.flatMap(({ row, place, formats }) =>
    place.by === "row" ? [{ row, at: place.row, cells: updatedCells(bound, row, formats) }] : [],
  );
  if (numbered.length >= manyRows && numbered.length === updates.length) {
    const image = queueUpdates(context, bound, numbered);
    return numbered.map(({ row, at }): Image => [row.id, () => image(at)]);
  }
  return updates.map(({ row, place, formats }) => {
    const image = imageOf(row.id, rowAt(context, bound, place));
    const range = rowAt(context, bound, place);
    for (const [index, { value, format }] of updatedCells(bound, row, formats)) {
      const cell = fleeting(range.getCell(0, index));
      if (format !== null) cell.numberFormat = [[format]];
      cell.values = [[value]];
    }
    return image;
  });
}

function queueRemovalOf(context: Excel.RequestContext, write: TableWrite): readonly Image[] {
  const { bound, removals, bodyRows } = write;
  const numbered = removals.flatMap(({ row, place }) =>
    place.by === "row" ? [{ row, at: place.row }] : [],
  );
  if (numbered.length >= manyRows && numbered.length === removals.length) {
    const staying = queueRemovals(context, bound, numbered, bodyRows);
    if (staying !== null)
      rowAt(context, bound, { by: "row", row: staying.at }).values = [
        blankedRow(bound, staying.row),
      ];
    return [];
  }
  // Upwards, so that the numbers of the rows still to be removed stay right.
  const upwards = [...removals].sort((one, other) => rowNumber(other.place) - rowNumber(one.place));
  return upwards.map(({ row, place }, index) => {
    const image = imageOf(row.id, rowAt(context, bound, place));
    const range = rowAt(context, bound, place);
    // A table keeps one body row: the last one is emptied, not removed.
    if (index < bodyRows - 1) range.delete(Excel.DeleteShiftDirection.up);
    else range.values = [blankedRow(bound, row)];
    return image;
  });
}

/** A row's cells as they are written, by column index; the format only where it must be another one. */
function updatedCells(
  bound: BoundTable,
  row: UpdatedRow,
  formats: readonly string[],
): ReadonlyMap<number, { readonly value: Written; readonly format: string | null }> {
  return new Map(
    Object.entries(row.cells).map(([column, { to }]) => {
      const index = bound.columns[column]?.index;
      if (index === undefined) throw new Error(`${bound.table} lacks the column ${column}`);
      const present = formats[index] ?? "General";
      const format = formatFor(bound, column, to, present);
      return [index, { value: written(to, format), format: format === present ? null : format }];
    }),
  );
}

function queueAdditions(context: Excel.RequestContext, write: TableWrite): () => number {
  const { bound, additions, room } = write;
  if (room === null) throw new Error(`${bound.table} was not asked for room`);
  const table = context.workbook.tables.getItem(bound.live.id);
  const lastRow = (): Excel.Range => fleeting(fleeting(table.getDataBodyRange()).getLastRow());
  if (room.way === "insert") {
    for (const row of additions) {
      // Without values the new row gets the table's formulas; ours follow cell by cell.
      table.rows.add();
      fill(lastRow(), bound, [row], room);
    }
    return () => 0;
  }
  const inside = room.way === "spare" ? additions.slice(0, 1) : [];
  const outside = additions.slice(inside.length);
  if (inside.length > 0) fill(lastRow(), bound, inside, room);
  if (outside.length === 0) return () => 0;
  const below = rowsBelow(table, outside.length).load("rowIndex");
  fill(below, bound, outside, room);
  const grown = fleeting(table.getRange()).load("rowIndex,rowCount");
  return () => below.rowIndex + outside.length - (grown.rowIndex + grown.rowCount);
}

// Formats first: a text cell keeps what looks like a number or a formula only if it is a text cell already (P7).
function fill(range: Excel.Range, bound: BoundTable, rows: readonly WholeRow[], room: Room): void {
  const formats: (string | null)[][] = [];
  const values: (Written | null)[][] = [];
  for (const { cells } of rows) {
    const rowFormats: (string | null)[] = bound.live.columns.map(() => null);
    const rowValues: (Written | null)[] = bound.live.columns.map(() => null);
    for (const [column, cell] of Object.entries(cells)) {
      const index = bound.columns[column]?.index;
      if (index === undefined || cell === null) continue;
      const format = formatFor(bound, column, cell, room.formats[index] ?? "General");
      rowFormats[index] = format;
      rowValues[index] = written(cell, format);
    }
    formats.push(rowFormats);
    values.push(rowValues);
  }
  range.numberFormat = formats;
  range.values = values;
}

/**
 * The number format a cell needs for this value: a day in a cell without a format would show as a number, and any
 * number in a text cell would become text. Formats that people chose stay.
 */
function formatFor(bound: BoundTable, column: string, cell: Cell, present: string): string {
  if (typeof cell !== "number") return present;
  if (present !== textFormat && present !== "General") return present;
  const spec = tableSpecs[bound.table].columns.find(({ id }: ColumnSpec) => id === column);
  const own = spec === undefined ? null : numberFormat(spec);
  return own === null || own === textFormat ? "General" : own;
}

function blankedRow(bound: BoundTable, row: WholeRow): (Written | null)[] {
  const ours = new Set(Object.keys(row.cells).map((column) => bound.columns[column]?.index));
  return bound.live.columns.map((_, index) => (ours.has(index) ? "" : null));
}

function rowNumber(place: Place): number {
  return place.by === "row" ? place.row : -1;
}
