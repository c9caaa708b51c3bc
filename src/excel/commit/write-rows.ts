import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import type { Cell, UpdatedRow, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { formatFor } from "./cell-format";
import { queueWidening, type Widths } from "./day-widths";
import type { RowImage } from "./row-image";
import { rowsBelow, type Room } from "./room";
import { columnIdAt, manyRows } from "./row-blocks";
import { cellsAt, rowAt, type Place } from "./row-place";
import { fleeting } from "../run";
import { queueInPlace } from "../table-place";
import { written, type Written } from "../safe-text";
import { idColumn } from "./table-work";
import { queueRemovals, queueUpdates } from "./write-blocks";

/** Rows of one table to be written, each with the way to reach it. */
export interface TableWrite {
  readonly bound: BoundTable;
  readonly bodyRows: number;
  readonly updates: readonly RowUpdate[];
  readonly removals: readonly { readonly row: WholeRow; readonly place: Place }[];
  readonly additions: readonly WholeRow[];
  /** Needed for additions. */
  readonly room: Room | null;
  /** Columns too narrow for the days they get, which are widened; with their widths before. */
  readonly widths?: Widths;
}

export interface RowUpdate {
  readonly row: UpdatedRow;
  readonly place: Place;
  /** Number formats of the row's cells now, by column. */
  readonly formats: readonly string[];
  /** Cells, by column, that get exactly this back instead of the plain `to`: a formula, and the number format it had. */
  readonly exact?: Readonly<Record<string, Content>>;
}

/** All there is to a cell besides its looks. */
export interface Content {
  readonly value: Cell;
  readonly formula: string | null;
  readonly format: string;
}

/** What the write found at the moment it wrote. Known once the message has come back. */
export interface WriteReceipt {
  readonly write: TableWrite;
  /** The row in which an update was written, just before, by the id it was looked for; null where it had gone. */
  readonly updated: (id: string) => RowImage | null;
  /** The same for a row that was removed. */
  readonly removed: (id: string) => RowImage | null;
  /** The ids of the table's columns, from the left. */
  readonly columns: () => readonly number[];
  /** The id of the column that took what was meant for the one that had this number; undefined where there is none. */
  readonly landed: (index: number) => number | undefined;
  /** What stood where new rows were written. */
  readonly filled: () => Filled;
  /** How many rows the table must still be extended by to hold what was written below it. */
  readonly rowsOutside: () => number;
}

export interface Filled {
  /** The table's one blank row, if that was taken: what had been entered there meanwhile. */
  readonly spare: RowImage | null;
  /** What had come to stand below the table, with the sheet's row and column of its first cell. */
  readonly below: {
    readonly row: number;
    readonly column: number;
    readonly formulas: readonly (readonly unknown[])[];
  } | null;
}

const nothingFilled: Filled = { spare: null, below: null };

/**
 * Queues the writing of tables: only changed cells, and new rows as one array each. Before anything is touched it is read
 * in the same request, which tells afterwards whether somebody was faster.
 *
 * Rows are removed last of all: where a request breaks off, whatever a row was removed for is there, and no row has to
 * be made again that had looks and comments of its own. Columns are widened after that: looks wait for contents.
 */
export function queueWrites(
  context: Excel.RequestContext,
  writes: readonly TableWrite[],
): readonly WriteReceipt[] {
  for (const write of writes) refuseOtherPlaces(context, write);
  const begun = writes.map((write) => {
    const table = context.workbook.tables.getItem(write.bound.live.id);
    const loaded = table.columns.load("items/id");
    let now: readonly number[] | null = null;
    const columns = () => (now ??= loaded.items.map(({ id }) => id));
    const inBlocks =
      write.updates.length >= manyRows && write.updates.every(({ place }) => place.by === "row");
    // Without ids nobody could tell afterwards which rows were written: where theirs are gone, this breaks it off.
    table.columns.getItem(idColumn(write.bound).id).load("id");
    const { updated, landed } = inBlocks
      ? queueBlockUpdates(context, write, columns)
      : queueEachUpdate(context, write);
    const added = write.additions.length === 0 ? null : queueAdditions(context, write);
    return { write, columns, updated, landed, added };
  });
  const receipts = begun.map(({ write, columns, updated, landed, added }): WriteReceipt => {
    const removed = queueRemovalOf(context, write, columns);
    return {
      write,
      updated: (id) => updated.get(id)?.() ?? null,
      removed: (id) => removed.get(id)?.() ?? null,
      columns,
      landed,
      filled: added?.filled ?? (() => nothingFilled),
      rowsOutside: added?.rowsOutside ?? (() => 0),
    };
  });
  for (const { bound, widths } of writes) queueWidening(context, bound, widths?.keys() ?? []);
  return receipts;
}

/** Rows just before the write, by the id they were looked for. */
type Images = ReadonlyTextMap<() => RowImage | null>;

const imageLoads = "values,formulas";

function imageOf(range: Excel.Range): () => RowImage | null {
  const loaded = range.load(imageLoads);
  return () =>
    loaded.isNullObject
      ? null
      : { values: loaded.values[0] ?? [], formulas: loaded.formulas[0] ?? [] };
}

type Updated = { readonly updated: Images } & Pick<WriteReceipt, "landed">;

function queueBlockUpdates(
  context: Excel.RequestContext,
  { bound, updates }: TableWrite,
  order: () => readonly number[],
): Updated {
  const numbered = updates.flatMap(({ place, ...update }) =>
    place.by === "row"
      ? [{ row: update.row, at: place.row, cells: updatedCells(bound, update) }]
      : [],
  );
  const { image, landed } = queueUpdates(context, bound, numbered, imageLoads, order);
  return { updated: new TextMap(numbered.map(({ row, at }) => [row.id, () => image(at)])), landed };
}

function queueEachUpdate(context: Excel.RequestContext, { bound, updates }: TableWrite): Updated {
  const updated: Images = new TextMap(
    updates.map((update) => {
      const { row, place } = update;
      const image = imageOf(rowAt(context, bound, place));
      const cellIn = cellsAt(context, bound, place);
      for (const [index, { value, format }] of updatedCells(bound, update)) {
        const cell = cellIn(index);
        if (format !== null) cell.numberFormat = [[format]];
        cell.values = [[value]];
      }
      return [row.id, image];
    }),
  );
  return { updated, landed: (index) => columnIdAt(bound, index) };
}

function queueRemovalOf(
  context: Excel.RequestContext,
  write: TableWrite,
  order: () => readonly number[],
): Images {
  const { bound, removals, additions } = write;
  // A blank row that was taken by the first addition was there before.
  const bodyRows = write.bodyRows + additions.length - (write.room?.way === "spare" ? 1 : 0);
  const numbered = removals.flatMap(({ row, place }) =>
    place.by === "row" ? [{ row, at: place.row }] : [],
  );
  if (numbered.length >= manyRows && numbered.length === removals.length) {
    const [first] = numbered;
    if (first !== undefined)
      refuseOtherWidth(bound, rowAt(context, bound, { by: "row", row: first.at }));
    const { staying, image } = queueRemovals(context, bound, numbered, bodyRows, imageLoads, order);
    if (staying !== null)
      rowAt(context, bound, { by: "row", row: staying.at }).values = [
        blankedRow(bound, staying.row),
      ];
    return new TextMap(numbered.map(({ row, at }) => [row.id, () => image(at)]));
  }
  // Upwards, so that the numbers of the rows still to be removed stay right.
  const upwards = [...removals].sort((one, other) => rowNumber(other.place) - rowNumber(one.place));
  return new TextMap(
    upwards.map(({ row, place }, index) => {
      const image = imageOf(rowAt(context, bound, place));
      const range = rowAt(context, bound, place);
      refuseOtherWidth(bound, range);
      // A table keeps one body row: the last one is emptied, not removed.
      if (index < bodyRows - 1) range.delete(Excel.DeleteShiftDirection.up);
      else range.values = [blankedRow(bound, row)];
      return [row.id, image];
    }),
  );
}

/**
 * Breaks the message off where somebody has just inserted or deleted a column, before a row goes with something in it
 * that nobody has seen: Excel takes only as many cells as the row is wide, and `null` leaves each of them alone.
 */
function refuseOtherWidth(bound: BoundTable, row: Excel.Range): void {
  row.values = [bound.live.columns.map(() => null)];
}

/**
 * Breaks the message off, before anything is written, where columns have just changed places: new rows are written by the
 * numbers of their columns. Without its id in the column of ids none could be found to be taken back; and a table's one
 * blank row cannot be removed, so that each of its cells has to be in its own column. Of all others the answer tells.
 */
function refuseOtherPlaces(
  context: Excel.RequestContext,
  { bound, additions, room }: TableWrite,
): void {
  if (additions.length === 0) return;
  const filled = room?.way === "spare" ? Object.keys(additions[0]?.cells ?? {}) : [];
  for (const column of new Set(["id", ...filled])) {
    const known = bound.columns[column];
    if (known !== undefined) queueInPlace(context, bound, known);
  }
}

/** A row's cells as they are written, by column index; the format only where it must be another one. */
function updatedCells(
  bound: BoundTable,
  { row, formats, exact }: Omit<RowUpdate, "place">,
): ReadonlyMap<number, { readonly value: Written; readonly format: string | null }> {
  return new Map(
    Object.entries(row.cells).map(([column, { to }]) => {
      const index = bound.columns[column]?.index;
      if (index === undefined) throw new Error(`${bound.table} lacks the column ${column}`);
      const content = exact?.[column];
      if (content !== undefined) {
        const { formula, value, format } = content;
        return [index, { value: formula ?? written(value, format), format }];
      }
      const present = formats[index] ?? "General";
      const format = formatFor(bound, column, to, present);
      return [index, { value: written(to, format), format: format === present ? null : format }];
    }),
  );
}

function queueAdditions(
  context: Excel.RequestContext,
  write: TableWrite,
): Pick<WriteReceipt, "filled" | "rowsOutside"> {
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
    return { filled: () => nothingFilled, rowsOutside: () => 0 };
  }
  const inside = room.way === "spare" ? additions.slice(0, 1) : [];
  const outside = additions.slice(inside.length);
  const spare = inside.length === 0 ? null : imageOf(lastRow());
  if (inside.length > 0) fill(lastRow(), bound, inside, room);
  const below =
    outside.length === 0
      ? null
      : rowsBelow(table, outside.length).load("formulas,rowIndex,columnIndex");
  if (below !== null) fill(below, bound, outside, room);
  const grown = fleeting(table.getRange()).load("rowIndex,rowCount");
  return {
    filled: () => ({
      spare: spare?.() ?? null,
      below:
        below === null
          ? null
          : { row: below.rowIndex, column: below.columnIndex, formulas: below.formulas },
    }),
    rowsOutside: () =>
      below === null ? 0 : below.rowIndex + outside.length - (grown.rowIndex + grown.rowCount),
  };
}

// Formats first: a text cell keeps what looks like a number or a formula only if it is a text cell already (P7).
function fill(range: Excel.Range, bound: BoundTable, rows: readonly WholeRow[], room: Room): void {
  const formats: (string | null)[][] = [];
  const values: (Written | null)[][] = [];
  for (const { cells, formats: own } of rows) {
    const rowFormats: (string | null)[] = bound.live.columns.map(() => null);
    const rowValues: (Written | null)[] = bound.live.columns.map(() => null);
    // Of a thousand rows a pair for each cell would be garbage of a megabyte.
    for (const column of Object.keys(cells)) {
      const index = bound.columns[column]?.index;
      const cell = cells[column] ?? null;
      if (index === undefined || cell === null) continue;
      const format =
        own?.[column] ?? formatFor(bound, column, cell, room.formats[index] ?? "General");
      rowFormats[index] = format;
      rowValues[index] = written(cell, format);
    }
    formats.push(rowFormats);
    values.push(rowValues);
  }
  queueFormats(range, formats);
  range.values = values;
}

/** Below so many rows a range for each column weighs more than their formats. */
const manyFormats = 30;

/** Queues the formats of cells, null for those that keep theirs: those of many rows by column, each mostly one for all. */
function queueFormats(range: Excel.Range, formats: readonly (readonly (string | null)[])[]): void {
  if (formats.length < manyFormats) {
    range.numberFormat = formats.map((row) => [...row]);
    return;
  }
  const [first = []] = formats;
  for (const [index, format] of first.entries()) {
    const isOne = formats.every((row) => row[index] === format);
    if (isOne && format === null) continue;
    const column = fleeting(range.getColumn(index));
    column.numberFormat = isOne ? [[format]] : formats.map((row) => [row[index] ?? null]);
  }
}

function blankedRow(bound: BoundTable, row: WholeRow): (Written | null)[] {
  const ours = new Set(Object.keys(row.cells).map((column) => bound.columns[column]?.index));
  return bound.live.columns.map((_, index) => (ours.has(index) ? "" : null));
}

function rowNumber(place: Place): number {
  return place.by === "row" ? place.row : -1;
}
