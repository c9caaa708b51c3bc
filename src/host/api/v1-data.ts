import { contains, columnCount, maxColumns, maxRows, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea, type Table as StoredTable } from "../model/table";
import { cellLimit } from "../edit/cells";
import { invalidArgument } from "../protocol/host-error";
import { isArray, isObject, type Json, type JsonObject } from "../protocol/json";
import type { Place } from "./range-address";
import { Range } from "./range";
import { RangeView } from "./range-view";
import type { Session } from "./session";
import { TableCollection } from "./table-collection";
import { DocumentFailure, Failure } from "../protocol/document-failure";

type CellInput = string | number | boolean | null;

/** Cells as office.js exchanges them with a document: rows, and headings where they are a table's. */
interface DocumentData {
  readonly rows: readonly (readonly CellInput[])[];
  readonly headers: readonly (readonly CellInput[])[] | null;
}

/** How an add-in wants cells: formatted or not, all or the shown ones, with a table's headings apart. */
interface Wanted {
  readonly asTable: boolean;
  readonly formatted: boolean;
  readonly onlyVisible: boolean;
}

/** @throws HostError InvalidArgument for words office.js does not have */
export function wantedOf(input: JsonObject): Wanted {
  return {
    asTable: input["coercionType"] === "table",
    formatted: input["valueFormat"] === "formatted",
    onlyVisible: input["filterType"] === "onlyVisible",
  };
}

/** The cells of a place; of part of a table, with the headings above them where a table is wanted. */
export function dataAt(session: Session, { sheet, area }: Place, wanted: Wanted): DocumentData {
  if (rowCount(area) * columnCount(area) > cellLimit) throw new DocumentFailure(Failure.tooLarge);
  session.upToDate();
  const cellsOf = (part: Area): readonly (readonly CellInput[])[] => {
    const cells = wanted.onlyVisible
      ? new RangeView(session, sheet.id, part)
      : new Range(session, sheet.id, part);
    return (wanted.formatted ? cells.text : cells.values) ?? [];
  };
  if (!wanted.asTable) return { rows: cellsOf(area), headers: null };
  const table = tableAround(sheet, area);
  if (table === null) throw new DocumentFailure(Failure.selectionIsOther);
  const body = bodyArea(table);
  const { left, right } = area;
  const [top, bottom] = [Math.max(area.top, body.top), Math.min(area.bottom, body.bottom)];
  return {
    rows: top > bottom ? [] : cellsOf({ top, bottom, left, right }),
    headers: table.showHeaders
      ? cellsOf({ top: table.area.top, bottom: table.area.top, left, right })
      : null,
  };
}

/** What an add-in gives to be written: a text, a matrix or `Office.TableData`. */
export function readData(value: Json | undefined): DocumentData {
  if (isObject(value)) {
    const { rows, headers } = value;
    return {
      rows: matrixOf(rows),
      headers: headers === undefined || headers === null ? null : matrixOf(headers),
    };
  }
  return { rows: isArray(value) ? matrixOf(value) : [[cellOf(value ?? null)]], headers: null };
}

function matrixOf(value: unknown): CellInput[][] {
  if (!Array.isArray(value)) throw new DocumentFailure(Failure.unsupportedData);
  const rows = (value as readonly unknown[]).map((row) => {
    if (!Array.isArray(row)) throw new DocumentFailure(Failure.unsupportedData);
    return (row as readonly unknown[]).map(cellOf);
  });
  if (rows.some(({ length }) => length !== rows[0]?.length)) {
    throw new DocumentFailure(Failure.dataIsJagged);
  }
  return rows;
}

function cellOf(value: unknown): CellInput {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) {
    return value as CellInput;
  }
  throw new DocumentFailure(Failure.unsupportedData);
}

/**
 * Writes to what is selected. One selected cell is the corner of whatever is written, if nothing else is overwritten by
 * it; several must have the shape of the data. Headings make a table, or are those of the table that is selected.
 */
export function writeSelected(session: Session, { sheet, area }: Place, data: DocumentData): void {
  const all = [...(data.headers ?? []), ...data.rows];
  const [height, width] = [all.length, all[0]?.length ?? 0];
  if (height === 0 || width === 0) return;
  const isOneCell = area.top === area.bottom && area.left === area.right;
  if (!isOneCell && (rowCount(area) !== height || columnCount(area) !== width)) {
    throw new DocumentFailure(Failure.selectionHasOtherShape);
  }
  const target = cornered(area, height, width);
  const others = isOneCell && height * width > 1 ? target : null;
  if (others !== null && hasOtherData(sheet, others, area)) {
    throw new DocumentFailure(Failure.overwritesData);
  }
  new Range(session, sheet.id, target).values = all;
  if (data.headers === null || tableAround(sheet, target) !== null) return;
  new TableCollection(session, sheet.id).add(new Range(session, sheet.id, target), true);
}

/** Writes within a place from one of its cells on; the data must not reach beyond it. */
export function writeWithin(
  session: Session,
  { sheet, area }: Place,
  rows: DocumentData["rows"],
  from: { readonly row: number; readonly column: number },
): void {
  if (rows.length === 0) return;
  const corner = { ...area, top: area.top + from.row, left: area.left + from.column };
  const target = cornered(corner, rows.length, rows[0]?.length ?? 1);
  if (!contains(area, target.top, target.left) || !contains(area, target.bottom, target.right)) {
    throw new DocumentFailure(Failure.bindingHasOtherShape);
  }
  new Range(session, sheet.id, target).values = rows;
}

function cornered({ top, left }: Area, height: number, width: number): Area {
  const [bottom, right] = [top + height - 1, left + width - 1];
  if (bottom >= maxRows || right >= maxColumns) {
    throw invalidArgument("data", "it reaches beyond the worksheet");
  }
  return { top, left, bottom, right };
}

function hasOtherData({ cells }: Sheet, target: Area, own: Area): boolean {
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      if (row === own.top && column === own.left) continue;
      if (cells.value(row, column) !== null || cells.formula(row, column) !== undefined)
        return true;
    }
  }
  return false;
}

function tableAround(sheet: Sheet, area: Area): StoredTable | null {
  const inside = ({ area: whole }: StoredTable): boolean =>
    contains(whole, area.top, area.left) && contains(whole, area.bottom, area.right);
  return sheet.tables.find(inside) ?? null;
}
