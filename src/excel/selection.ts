/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's, and a count needs no load */
import type { WorkbookFailure } from "../app/workbook/failures";
import type { InspectedRange, RangeRef } from "../app/workbook/places";
import { err, ok, type Result } from "../domain/result";
import type { Cell } from "../tables/change";
import { corners } from "../tables/a1";
import type { TableId } from "../tables/schema";
import { withoutSheet } from "./address";
import type { BoundTable } from "./binding";
import { cellOf, cellsOf, holdsId } from "./cell";
import { positionsOf } from "./commit/look-at-rows";
import { averageRowBytes, expectedBytes, messageCells } from "./message-size";
import type { RowWeights } from "./read";
import { ReadingSize } from "./reading-size";
import { isSearchable, rowAt } from "./commit/row-place";
import { fleeting, type Session } from "./run";
import { idColumn } from "./commit/table-work";
import { toldMeanwhile } from "./told-meanwhile";
import { rowsPerTurn, turn } from "../app/turn";

const sampleRows = 50;

/**
 * What a person has selected, for set-up: the table it touches; or the selected range, without the blank rest of whole
 * columns; or, when one cell is selected, the filled region around it. Where that is no more than one row (a title that
 * stands apart from the list below it), the whole sheet is meant.
 *
 * @returns `no-selection` for several areas, a chart, or nothing but blank cells
 */
export async function inspectSelection(
  session: Session,
): Promise<Result<InspectedRange, WorkbookFailure>> {
  const { context } = session;
  const selected = fleeting(context.workbook.getSelectedRange());
  selected.load("rowCount,columnCount,worksheet/name");
  const tables = selected.getTables(false).load("items/id,items/name");
  await session.sync();
  const table = tables.items[0];
  const oneCell = selected.rowCount === 1 && selected.columnCount === 1;
  const whole = (): Excel.Range => {
    if (table !== undefined) {
      // Header and body: a row of totals is no customer.
      const whole = context.workbook.tables.getItem(table.id);
      const header = fleeting(whole.getHeaderRowRange());
      return fleeting(header.getBoundingRect(fleeting(whole.getDataBodyRange())));
    }
    const range = fleeting(context.workbook.getSelectedRange());
    return oneCell
      ? fleeting(range.getSurroundingRegion())
      : fleeting(range.getUsedRangeOrNullObject(true));
  };
  let range = whole().load("address,rowCount,columnCount");
  const everything = fleeting(
    fleeting(context.workbook.getSelectedRange()).worksheet.getUsedRangeOrNullObject(true),
  ).load("address,rowCount,columnCount");
  const others = context.workbook.getSelectedRange().worksheet.tables.getCount();
  await session.sync();
  const isTitle = oneCell && table === undefined && range.rowCount === 1 && others.value === 0;
  if (isTitle && !everything.isNullObject) range = everything;
  if (range.isNullObject) return err({ code: "no-selection" });
  const address = withoutSheet(range.address);
  const inspected = await inspectRange(session, {
    sheet: selected.worksheet.name,
    address,
    table: table?.name ?? null,
  });
  if (!inspected.ok || !oneCell || table !== undefined || everything.isNullObject) return inspected;
  const rowsBelow = corners(withoutSheet(everything.address)).bottom - corners(address).bottom;
  return rowsBelow > 0 ? ok({ ...inspected.value, rowsBelow }) : inspected;
}

/**
 * What stands in a range: its size and its first rows as values, formulas and formats.
 *
 * @returns `no-selection` for nothing but blank cells
 */
export async function inspectRange(
  session: Session,
  place: Pick<InspectedRange, "sheet" | "address" | "table">,
): Promise<Result<InspectedRange, WorkbookFailure>> {
  const { context } = session;
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const whole = (): Excel.Range => fleeting(sheet.getRange(place.address));
  const range = whole().load("rowCount,columnCount");
  const { top, bottom } = corners(place.address);
  const rows = Math.min(bottom - top + 1, sampleRows);
  const sample = fleeting(fleeting(whole().getRow(0)).getResizedRange(rows - 1, 0)).load(
    "values,formulas,numberFormat",
  );
  const merged = whole().getMergedAreasOrNullObject();
  merged.untrack();
  merged.load("address");
  await session.sync();
  const values = cellsOf(sample.values);
  if (values.length <= 1 && values.every((row) => row.every((cell) => cell === null))) {
    return err({ code: "no-selection" });
  }
  return ok({
    ...place,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
    sample: values,
    formulas: cellsOf(sample.formulas),
    numberFormats: sample.numberFormat.map((row) => row.map(String)),
    merged: merged.isNullObject ? [] : merged.address.split(",").map(withoutSheet),
  });
}

/**
 * All cells of a range, in messages of about a quarter of a second each.
 *
 * @param onProgress - hears the share of the rows read, also while the host is busy with a message
 * @returns `too-large` when a single row does not fit
 */
export async function readRange(
  session: Session,
  { sheet, address }: RangeRef,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<readonly (readonly Cell[])[], WorkbookFailure>> {
  const whole = (): Excel.Range =>
    fleeting(session.context.workbook.worksheets.getItem(sheet).getRange(address));
  const size = whole().load("rowCount,columnCount");
  const sample = fleeting(whole().getRow(0)).load("values");
  await session.sync();
  const { rowCount, columnCount } = size;
  const message = new ReadingSize("steady");
  let weight = Math.max(averageRowBytes(sample.values), columnCount * expectedBytes("choice"));
  const cells: Cell[][] = [];
  while (cells.length < rowCount) {
    const fits = Math.floor(Math.min(message.bytes / weight, messageCells / columnCount));
    const count = Math.min(rowCount - cells.length, Math.max(fits, 1));
    const rows = fleeting(
      fleeting(whole().getRow(cells.length)).getResizedRange(count - 1, 0),
    ).load("values");
    const [before, after] = [cells.length / rowCount, (cells.length + count) / rowCount];
    const began = performance.now();
    const sent = await toldMeanwhile(session.attempt(), message.expectedMs, (part) =>
      onProgress(before + part * (after - before)),
    );
    const arrived = sent.ok && Array.isArray(rows.values) && rows.values.length === count;
    if (!arrived) {
      if (!sent.ok && sent.error.code !== "too-large") return sent;
      if (count === 1) return err({ code: "too-large" });
      message.refused(count * weight);
      continue;
    }
    message.took(performance.now() - began, count * weight);
    // What office.js has just taken apart is a task of its own.
    if (count > rowsPerTurn) await turn();
    for (const row of rows.values) cells.push(row.map(cellOf));
    weight = Math.max(averageRowBytes(rows.values) * 1.05, 2);
    onProgress(after);
    if (cells.length < rowCount) await turn();
  }
  return ok(cells);
}

/** Selects the row of that id and brings its sheet to the front. A row that a filter hides is selected all the same. */
export async function selectRow(
  session: Session,
  bound: BoundTable,
  id: string,
  weights: RowWeights,
): Promise<
  Result<
    void,
    WorkbookFailure | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
  >
> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  if (isSearchable(id)) {
    const row = rowAt(context, bound, { by: "id", id }).load("values");
    await session.sync();
    if (!row.isNullObject && holdsId(cellOf(row.values[0]?.[idColumn(bound).index]), id)) {
      table.worksheet.activate();
      rowAt(context, bound, { by: "id", id }).select();
      await session.sync();
      return ok(undefined);
    }
  }
  const positions = await positionsOf(session, bound, [id], weights);
  if (!positions.ok) return positions;
  const position = positions.value.get(id)?.[0];
  if (position === undefined) return err({ code: "row-missing", table: bound.table, id });
  table.worksheet.activate();
  rowAt(context, bound, { by: "row", row: position }).select();
  await session.sync();
  return ok(undefined);
}

/** The id of the row of that table in which the active cell lies, or null. */
export async function selectedRow(
  session: Session,
  bound: BoundTable,
): Promise<Result<string | null, WorkbookFailure>> {
  const { context } = session;
  const cell = fleeting(context.workbook.getActiveCell());
  const tables = cell.getTables(false).load("items/id");
  await session.sync();
  if (!tables.items.some(({ id }) => id === bound.live.id)) return ok(null);
  // Only now is the active cell known to be on the table's sheet, without which the two could not be intersected.
  const row = fleeting(fleeting(context.workbook.getActiveCell()).getEntireRow());
  const ids = fleeting(
    context.workbook.tables
      .getItem(bound.live.id)
      .columns.getItem(idColumn(bound).id)
      .getDataBodyRange(),
  );
  const found = fleeting(ids.getIntersectionOrNullObject(row)).load("values");
  await session.sync();
  const id = found.isNullObject ? null : cellOf(found.values[0]?.[0]);
  return ok(id === null ? null : String(id));
}
