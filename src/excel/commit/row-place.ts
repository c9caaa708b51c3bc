import type { BoundTable } from "../binding";
import { columnIdAt } from "./row-blocks";
import { fleeting } from "../run";
import { idColumn } from "./table-work";

/**
 * How a row is reached. By its id it is found afresh whenever the request arrives, so that sorting in between does no
 * harm; by its number (zero-based in the body) only where Excel's search does not see it.
 */
export type Place =
  | { readonly by: "id"; readonly id: string; readonly from?: SearchFrom }
  | { readonly by: "row"; readonly row: number };

export type SearchFrom = "Forward" | "Backwards";

/**
 * Queues the search for an id in the table's id column.
 *
 * The header is searched along: on a single cell, `find` would search the whole sheet instead.
 *
 * @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-findornullobject-member(1)
 */
export function findId(
  context: Excel.RequestContext,
  bound: BoundTable,
  id: string,
  searchDirection: SearchFrom = "Forward",
): Excel.Range {
  const column = fleeting(
    context.workbook.tables.getItem(bound.live.id).columns.getItem(idColumn(bound).id).getRange(),
  );
  return fleeting(
    column.findOrNullObject(id, { completeMatch: true, matchCase: true, searchDirection }),
  );
}

/** The table's cells in that row; a null object when the id is not found. */
export function rowAt(context: Excel.RequestContext, bound: BoundTable, place: Place): Excel.Range {
  const table = context.workbook.tables.getItem(bound.live.id);
  if (place.by === "row") return fleeting(fleeting(table.getDataBodyRange()).getRow(place.row));
  // From the cell found to the table, and not the other way: what follows a null object is a null object, but one
  // handed over as an argument is an error.
  const found = fleeting(findId(context, bound, place.id, place.from).getEntireRow());
  return fleeting(found.getIntersectionOrNullObject(fleeting(table.getRange())));
}

/**
 * Single cells of that row, each reached through its column's own id: a column that was inserted, moved or deleted since
 * the table was looked at cannot lead the write astray. Null objects when the id is not found.
 *
 * @returns the cell by the column's index when the table was looked at
 */
export function cellsAt(
  context: Excel.RequestContext,
  bound: BoundTable,
  place: Place,
): (index: number) => Excel.Range {
  const table = context.workbook.tables.getItem(bound.live.id);
  const columnAt = (index: number): Excel.TableColumn =>
    table.columns.getItem(columnIdAt(bound, index));
  if (place.by === "row") {
    return (index) => fleeting(fleeting(columnAt(index).getDataBodyRange()).getCell(place.row, 0));
  }
  const found = fleeting(findId(context, bound, place.id, place.from).getEntireRow());
  return (index) =>
    fleeting(found.getIntersectionOrNullObject(fleeting(columnAt(index).getRange())));
}

/** Whether `find` may be asked for this id: it would take these characters for wildcards. */
export function isSearchable(id: string): boolean {
  return id !== "" && id.length <= 255 && !/[*?~]/.test(id);
}
