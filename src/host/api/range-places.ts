import {
  columnCount,
  contains,
  intersection,
  maxColumns,
  maxRows,
  rowCount,
  type CellPlace,
} from "../model/address";
import { shownHeight, shownWidth } from "../model/sizes";
import { directions, edgeFrom, extendedTo } from "../edit/edges";
import type { ApiObject } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, word } from "./arguments";
import { fullAddress } from "./range-address";
import { areaOf, otherPlace, RangePart, sheetOfRange, sibling } from "./range-part";

/** Where a range lies, and the ranges around it. https://learn.microsoft.com/javascript/api/excel/excel.range */
export abstract class RangePlaces extends RangePart {
  /** #address */
  get address(): string {
    return fullAddress(sheetOfRange(this), areaOf(this));
  }

  /** #addressLocal */
  get addressLocal(): string {
    return fullAddress(sheetOfRange(this), areaOf(this));
  }

  /** #cellCount: -1 where it exceeds 2^31-1 */
  get cellCount(): number {
    const count = rowCount(areaOf(this)) * columnCount(areaOf(this));
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  /** #rowCount */
  get rowCount(): number {
    return rowCount(areaOf(this));
  }

  /** #columnCount */
  get columnCount(): number {
    return columnCount(areaOf(this));
  }

  /** #rowIndex */
  get rowIndex(): number {
    return areaOf(this).top;
  }

  /** #columnIndex */
  get columnIndex(): number {
    return areaOf(this).left;
  }

  /** #isEntireRow */
  get isEntireRow(): boolean {
    return columnCount(areaOf(this)) === maxColumns;
  }

  /** #isEntireColumn */
  get isEntireColumn(): boolean {
    return rowCount(areaOf(this)) === maxRows;
  }

  /** #worksheet */
  get worksheet(): ApiObject {
    return this.session.objects.worksheet(this.sheetId);
  }

  /** #getAbsoluteResizedRange */
  getAbsoluteResizedRange(rows: unknown, columns: unknown): ApiObject {
    const { top, left } = areaOf(this);
    return sibling(this, {
      top,
      left,
      bottom: top + integer(rows, "numRows") - 1,
      right: left + integer(columns, "numColumns") - 1,
    });
  }

  /** #getBoundingRect: the smallest range that holds both */
  getBoundingRect(other: unknown): ApiObject {
    const mine = areaOf(this);
    const theirs = otherPlace(this, other, "anotherRange").area;
    return sibling(this, {
      top: Math.min(mine.top, theirs.top),
      left: Math.min(mine.left, theirs.left),
      bottom: Math.max(mine.bottom, theirs.bottom),
      right: Math.max(mine.right, theirs.right),
    });
  }

  /** #getCell: may lie outside the range, as long as it stays on the sheet */
  getCell(row: unknown, column: unknown): ApiObject {
    const { top, left } = areaOf(this);
    const at = { row: top + integer(row, "row"), column: left + integer(column, "column") };
    return sibling(this, { top: at.row, bottom: at.row, left: at.column, right: at.column });
  }

  /** #getColumn */
  getColumn(column: unknown): ApiObject {
    const area = areaOf(this);
    const at = area.left + integer(column, "column");
    if (at < area.left || at > area.right) throw invalidArgument("column", "not in the range");
    return sibling(this, { ...area, left: at, right: at });
  }

  /** #getRow */
  getRow(row: unknown): ApiObject {
    const area = areaOf(this);
    const at = area.top + integer(row, "row");
    if (at < area.top || at > area.bottom) throw invalidArgument("row", "not in the range");
    return sibling(this, { ...area, top: at, bottom: at });
  }

  /** #getColumnsAfter */
  getColumnsAfter(count?: unknown): ApiObject {
    return beside(this, "columns", integer(count ?? 1, "count"));
  }

  /** #getColumnsBefore */
  getColumnsBefore(count?: unknown): ApiObject {
    return beside(this, "columns", -integer(count ?? 1, "count"));
  }

  /** #getRowsAbove */
  getRowsAbove(count?: unknown): ApiObject {
    return beside(this, "rows", -integer(count ?? 1, "count"));
  }

  /** #getRowsBelow */
  getRowsBelow(count?: unknown): ApiObject {
    return beside(this, "rows", integer(count ?? 1, "count"));
  }

  /** #getEntireColumn */
  getEntireColumn(): ApiObject {
    return sibling(this, { ...areaOf(this), top: 0, bottom: maxRows - 1 });
  }

  /** #getEntireRow */
  getEntireRow(): ApiObject {
    return sibling(this, { ...areaOf(this), left: 0, right: maxColumns - 1 });
  }

  /** #getIntersection; ItemNotFound where the ranges do not meet */
  getIntersection(other: unknown): ApiObject {
    const shared = this.getIntersectionOrNullObject(other);
    if (shared === null) throw itemNotFound("the ranges do not intersect");
    return shared;
  }

  /** #getIntersectionOrNullObject */
  getIntersectionOrNullObject(other: unknown): ApiObject | null {
    const theirs = otherPlace(this, other, "anotherRange");
    if (theirs.sheet.id !== this.sheetId) return null;
    const area = intersection(areaOf(this), theirs.area);
    return area === null ? null : sibling(this, area);
  }

  /** #getLastCell */
  getLastCell(): ApiObject {
    const { bottom, right } = areaOf(this);
    return sibling(this, { top: bottom, bottom, left: right, right });
  }

  /** #getLastColumn */
  getLastColumn(): ApiObject {
    const area = areaOf(this);
    return sibling(this, { ...area, left: area.right });
  }

  /** #getLastRow */
  getLastRow(): ApiObject {
    const area = areaOf(this);
    return sibling(this, { ...area, top: area.bottom });
  }

  /** #getOffsetRange */
  getOffsetRange(rows: unknown, columns: unknown): ApiObject {
    const area = areaOf(this);
    const down = integer(rows, "rowOffset");
    const across = integer(columns, "columnOffset");
    return sibling(this, {
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + across,
      right: area.right + across,
    });
  }

  /** #getResizedRange: the last corner moves; beyond the first one the range lies on its other side */
  getResizedRange(rows: unknown, columns: unknown): ApiObject {
    const area = areaOf(this);
    const bottom = area.bottom + integer(rows, "deltaRows");
    const right = area.right + integer(columns, "deltaColumns");
    return sibling(this, {
      top: Math.min(area.top, bottom),
      bottom: Math.max(area.top, bottom),
      left: Math.min(area.left, right),
      right: Math.max(area.left, right),
    });
  }

  /** #getRangeEdge: where Ctrl + an arrow key leads from the active cell */
  getRangeEdge(direction: unknown, activeCell?: unknown): ApiObject {
    const from = activeCellOf(this, activeCell);
    const to = edgeFrom(sheetOfRange(this), from, word(direction, "direction", directions));
    return sibling(this, { top: to.row, bottom: to.row, left: to.column, right: to.column });
  }

  /** #getExtendedRange: what Ctrl + Shift + an arrow key adds to the selection */
  getExtendedRange(direction: unknown, activeCell?: unknown): ApiObject {
    const area = areaOf(this);
    const from = activeCellOf(this, activeCell);
    const towards = word(direction, "direction", directions);
    return sibling(this, extendedTo(sheetOfRange(this), area, from, towards));
  }

  /** #height, in points; hidden rows count nothing */
  get height(): number {
    const { top, bottom } = areaOf(this);
    return shownHeight(sheetOfRange(this), top, bottom);
  }

  /** #width, in points; hidden columns count nothing */
  get width(): number {
    const { left, right } = areaOf(this);
    return shownWidth(sheetOfRange(this), left, right);
  }

  /** #top: points from the worksheet's top edge */
  get top(): number {
    return shownHeight(sheetOfRange(this), 0, areaOf(this).top - 1);
  }

  /** #left: points from the worksheet's left edge */
  get left(): number {
    return shownWidth(sheetOfRange(this), 0, areaOf(this).left - 1);
  }
}

/** The cell a movement starts from; InvalidArgument where it is not in the range. */
function activeCellOf(range: RangePlaces, given: unknown): CellPlace {
  const area = areaOf(range);
  if (given === undefined || given === null) return { row: area.top, column: area.left };
  const { sheet, area: cell } = otherPlace(range, given, "activeCell");
  if (sheet.id !== range.sheetId || !contains(area, cell.top, cell.left)) {
    throw invalidArgument("activeCell", "a cell of the range is needed");
  }
  return { row: cell.top, column: cell.left };
}

/** Positive counts lie behind the range, negative ones before it. */
function beside(range: RangePlaces, axis: "rows" | "columns", count: number): ApiObject {
  const area = areaOf(range);
  if (count === 0) throw invalidArgument("count", "0 rows or columns are no range");
  const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  const from = count > 0 ? last + 1 : first + count;
  const to = count > 0 ? last + count : first - 1;
  return sibling(
    range,
    axis === "rows" ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to },
  );
}
