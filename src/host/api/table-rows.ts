import { rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea, type Table as StoredTable } from "../model/table";
import { apiValue, writeInputs } from "../edit/cells";
import { refuseWhileProtected } from "../edit/protection";
import { applyShift, shiftFor } from "../edit/structure";
import { insertTableRows } from "../edit/tables";
import { ApiObject, items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { cellValueJson, plainInputs, writeCellValues, type CellValueJson } from "./cell-values";
import { integer, optionalInteger, optionalTruth } from "./arguments";
import { OrderedCollection } from "./collections";
import { inputs, matrix } from "./range-cells";
import { Range } from "./range";
import { tableOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection */
export class TableRowCollection extends OrderedCollection<TableRow> {
  readonly className = "TableRowCollection";
  readonly itemName = "the row";

  constructor(
    readonly session: Session,
    readonly tableId: number,
  ) {
    super();
  }

  override [items](): readonly TableRow[] {
    return Array.from(
      { length: this.count },
      (_, index) => new TableRow(this.session, this.tableId, index),
    );
  }

  /** #count */
  get count(): number {
    return rowCount(bodyArea(tableOf(this.session, this.tableId).table));
  }

  /** #add: at the end (into the blank row of an empty table), or before the row of that index; `values` may hold several rows */
  add(index?: unknown, values?: unknown, alwaysInsert?: unknown): TableRow {
    optionalTruth(alwaysInsert, "alwaysInsert", true);
    const { sheet, table } = tableOf(this.session, this.tableId);
    const { workspace } = this.session;
    const given = optionalInteger(index, "index") ?? -1;
    const blank = given <= 0 && isInsertRow(sheet, table);
    const position = blank ? 0 : given < 0 ? this.count : given;
    if (position > this.count) throw invalidArgument("index", "beyond the last row");
    const count = Array.isArray(values) ? Math.max(values.length, 1) : 1;
    refuseWhileProtected(workspace, sheet);
    const body = bodyArea(table);
    const fresh: Area = {
      ...body,
      top: body.top + position,
      bottom: body.top + position + count - 1,
    };
    const input = values === undefined || values === null ? null : inputs(fresh, values, "values");
    // The blank row of an empty table is the first of the new ones.
    if (blank && count > 1) insertTableRows(workspace, sheet, table, 1, count - 1);
    else if (!blank) insertTableRows(workspace, sheet, table, position, count);
    if (input !== null) writeInputs(workspace, sheet, fresh, input);
    workspace.journal.add({
      kind: "changed",
      sheetId: sheet.id,
      area: fresh,
      changeType: "RowInserted",
      detail: null,
    });
    return new TableRow(this.session, this.tableId, position);
  }

  /** #addAsJson: like #add, with values as JSON */
  addAsJson(index?: unknown, values?: unknown, alwaysInsert?: unknown): TableRow {
    return this.add(index, plainInputs(values, "values"), alwaysInsert);
  }

  /**
   * #deleteRows: by number or as objects, in any order; InvalidArgument for one there is none of, InsertDeleteConflict
   * while the table is filtered
   */
  deleteRows(rows: unknown): void {
    const { table } = tableOf(this.session, this.tableId);
    if (!Array.isArray(rows)) throw invalidArgument("rows", "a list of rows is needed");
    const wanted = rows.map((row: unknown) =>
      row instanceof TableRow ? row.rowIndex : integer(row, "rows"),
    );
    const places = [...new Set(wanted)].sort((one, other) => other - one);
    if (places.some((at) => at < 0 || at >= this.count)) {
      throw invalidArgument("rows", "a row of the table is needed");
    }
    if (table.filters.length > 0) {
      throw new HostError("InsertDeleteConflict", `The table ${table.name} is filtered.`);
    }
    for (const at of places) deleteRows(this, at, 1);
  }

  /** #getCount */
  override getCount(): number {
    return this.count;
  }

  /** #getItemAt */
  override getItemAt(index: unknown): TableRow {
    const at = integer(index, "index");
    if (at < 0 || at >= this.count) throw itemNotFound(`no row at ${at}`);
    return new TableRow(this.session, this.tableId, at);
  }

  /** #deleteRowsAt */
  deleteRowsAt(index: unknown, count?: unknown): void {
    deleteRows(this, integer(index, "index"), optionalInteger(count, "count") ?? 1);
  }
}

/** An empty table shows one blank row that is none of its data yet: what is added first goes there. */
function isInsertRow(sheet: Sheet, table: StoredTable): boolean {
  const body = bodyArea(table);
  if (rowCount(body) !== 1) return false;
  return table.columns.every((column, index) => {
    const at = body.left + index;
    return column.calculatedFormula !== undefined || sheet.cells.value(body.top, at) === null;
  });
}

/** Deletes body rows; a table keeps one blank row, as in Excel. */
function deleteRows(rows: TableRowCollection, index: number, count: number): void {
  const { sheet, table } = tableOf(rows.session, rows.tableId);
  const body = bodyArea(table);
  if (index < 0 || count < 1 || body.top + index + count - 1 > body.bottom) {
    throw invalidArgument("index", "no such rows");
  }
  const { workspace } = rows.session;
  refuseWhileProtected(workspace, sheet);
  const all = count === rowCount(body);
  const area: Area = {
    ...body,
    top: body.top + index + (all ? 1 : 0),
    bottom: body.top + index + count - 1,
  };
  if (all) {
    const first = { ...body, bottom: body.top };
    workspace.history.cells(sheet, first);
    for (let column = first.left; column <= first.right; column++) {
      sheet.cells.setFormula(first.top, column, undefined);
      sheet.cells.setValue(first.top, column, null);
    }
    workspace.calculation.cellsChanged(sheet, first);
  }
  if (area.top <= area.bottom) applyShift(workspace, shiftFor(sheet, area, "delete", "rows"));
  workspace.journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area: { ...area, top: body.top + index },
    changeType: "RowDeleted",
    detail: null,
  });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
export class TableRow extends ApiObject {
  readonly className = "TableRow";

  constructor(
    readonly session: Session,
    readonly tableId: number,
    readonly rowIndex: number,
  ) {
    super();
  }

  /** #index */
  get index(): number {
    return this.rowIndex;
  }

  /** #values */
  get values(): unknown {
    const { sheet } = tableOf(this.session, this.tableId);
    return matrix(rowArea(this), (row, column) => apiValue(sheet.cells.value(row, column)));
  }

  set values(value: unknown) {
    const { sheet } = tableOf(this.session, this.tableId);
    const area = rowArea(this);
    writeInputs(this.session.workspace, sheet, area, inputs(area, value, "values"));
  }

  /** #valuesAsJson */
  get valuesAsJson(): CellValueJson[][] | null {
    const { sheet } = tableOf(this.session, this.tableId);
    return matrix(rowArea(this), (row, column) => cellValueJson(sheet.cells.value(row, column)));
  }

  set valuesAsJson(value: unknown) {
    const { sheet } = tableOf(this.session, this.tableId);
    writeCellValues(this.session, sheet, rowArea(this), value, "valuesAsJson");
  }

  /** #valuesAsJsonLocal: plain values are the same in all languages */
  get valuesAsJsonLocal(): CellValueJson[][] | null {
    return this.valuesAsJson;
  }

  set valuesAsJsonLocal(value: unknown) {
    this.valuesAsJson = value;
  }

  /** #delete */
  delete(): void {
    deleteRows(new TableRowCollection(this.session, this.tableId), this.rowIndex, 1);
  }

  /** #getRange */
  getRange(): Range {
    const { sheet } = tableOf(this.session, this.tableId);
    return new Range(this.session, sheet.id, rowArea(this));
  }
}

function rowArea(row: TableRow): Area {
  const { table } = tableOf(row.session, row.tableId);
  const body = bodyArea(table);
  const top = body.top + row.rowIndex;
  if (top > body.bottom) throw new HostError("ItemNotFound", "The table row is gone.", 404);
  return { ...body, top, bottom: top };
}
