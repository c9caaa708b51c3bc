import { maxColumns, type Area } from "../model/address";
import {
  bodyArea,
  type Table as StoredTable,
  type TableColumn as StoredColumn,
} from "../model/table";
import type { Sheet } from "../model/sheet";
import { writeInputs } from "../edit/cells";
import { refuseWhileProtected } from "../edit/protection";
import { freeColumnName } from "../edit/column-names";
import { applyShift } from "../edit/structure";
import { headingStem, resizeTable } from "../edit/tables";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { optionalInteger, optionalText, text } from "./arguments";
import { ListedCollection } from "./collections";
import { cellValueJson, plainInputs, writeCellValues, type CellValueJson } from "./cell-values";
import { inputs, matrix } from "./range-cells";
import { apiValue } from "../edit/cells";
import { Range } from "./range";
import { tableOf, type Session } from "./session";
import { Filter } from "./table-filter";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection */
export class TableColumnCollection extends ListedCollection<TableColumn> {
  readonly className = "TableColumnCollection";
  readonly itemName = "the column";

  constructor(
    readonly session: Session,
    readonly tableId: number,
  ) {
    super();
  }

  override [items](): readonly TableColumn[] {
    const { table } = tableOf(this.session, this.tableId);
    return table.columns.map((column) => new TableColumn(this.session, this.tableId, column.id));
  }

  /** #count */
  get count(): number {
    return tableOf(this.session, this.tableId).table.columns.length;
  }

  /** #add: at the end, or before the column of that index; `values` with or without the heading */
  add(index?: unknown, values?: unknown, name?: unknown): TableColumn {
    const { sheet, table } = tableOf(this.session, this.tableId);
    const { workspace } = this.session;
    const at = optionalInteger(index, "index") ?? -1;
    const position = at < 0 ? table.columns.length : at;
    if (position > table.columns.length) throw invalidArgument("index", "beyond the last column");
    const heading = optionalText(name, "name");
    refuseWhileProtected(workspace, sheet);
    const { area } = table;
    const columnsBefore = table.columns.length;
    const left = area.left + position;
    const place: Area = { ...area, left, right: left };
    if (position < columnsBefore || !isFree(sheet, table, place)) {
      applyShift(workspace, {
        sheetId: sheet.id,
        kind: "insert",
        axis: "columns",
        at: left,
        count: 1,
        band: { first: area.top, last: area.bottom },
      });
    }
    const { table: grown } = tableOf(this.session, this.tableId);
    // Cells opened inside the table are a column of it already; beside its first or last one they are not.
    if (grown.columns.length === columnsBefore) {
      resizeTable(workspace, sheet, grown, {
        ...grown.area,
        left: Math.min(grown.area.left, left),
        right: Math.max(grown.area.right, left),
      });
    }
    const { table: now } = tableOf(this.session, this.tableId);
    const column = now.columns[position];
    if (column === undefined) throw new Error("the new column is not in the table");
    if (heading !== null) {
      writeInputs(workspace, sheet, { ...place, bottom: place.top }, () => `'${heading}`);
    } else if (position === columnsBefore) {
      const others = now.columns.filter((one) => one !== column).map((one) => one.name);
      column.name = freeColumnName(others, headingStem(workspace));
    }
    if (values !== undefined && values !== null) fillColumn(this, column, values);
    workspace.journal.add({
      kind: "changed",
      sheetId: sheet.id,
      area: place,
      changeType: "ColumnInserted",
      detail: null,
    });
    return new TableColumn(this.session, this.tableId, column.id);
  }

  /** #addAsJson: like #add, with values as JSON */
  addAsJson(index?: unknown, values?: unknown, name?: unknown): TableColumn {
    return this.add(index, plainInputs(values, "values"), name);
  }

  /** #getItemOrNullObject: by name or id */
  override getItemOrNullObject(key: unknown): TableColumn | null {
    const { table } = tableOf(this.session, this.tableId);
    const column =
      typeof key === "number"
        ? table.columns.find((one) => one.id === key)
        : (table.columns.find((one) => one.name.toLowerCase() === text(key, "key").toLowerCase()) ??
          table.columns.find((one) => String(one.id) === key));
    return column === undefined ? null : new TableColumn(this.session, this.tableId, column.id);
  }
}

/** Whether the cells beside the table are blank and belong to nothing. */
function isFree(sheet: Sheet, table: StoredTable, place: Area): boolean {
  if (place.left >= maxColumns) return false;
  for (const _ of sheet.cells.filled(place)) return false;
  return sheet.tables.every(
    (other) =>
      other === table ||
      other.area.left > place.right ||
      other.area.right < place.left ||
      other.area.top > place.bottom ||
      other.area.bottom < place.top,
  );
}

function fillColumn(columns: TableColumnCollection, column: StoredColumn, values: unknown): void {
  const { sheet, table } = tableOf(columns.session, columns.tableId);
  const at = table.area.left + table.columns.indexOf(column);
  const body = { ...bodyArea(table), left: at, right: at };
  const count = Array.isArray(values) ? values.length : 1;
  const whole = { ...body, top: body.top - (table.showHeaders ? 1 : 0) };
  const area = count === whole.bottom - whole.top + 1 && table.showHeaders ? whole : body;
  writeInputs(columns.session.workspace, sheet, area, inputs(area, values, "values"));
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
export class TableColumn extends ApiObject {
  readonly className = "TableColumn";

  constructor(
    readonly session: Session,
    readonly tableId: number,
    readonly columnId: number,
  ) {
    super();
  }

  override [identity](): number {
    return this.columnId;
  }

  /** #id */
  get id(): number {
    return stored(this).column.id;
  }

  /** #index */
  get index(): number {
    return stored(this).index;
  }

  /** #name */
  get name(): string {
    return stored(this).column.name;
  }

  set name(value: unknown) {
    const { sheet, table, index, column } = stored(this);
    const heading = text(value, "name");
    if (!table.showHeaders) {
      this.session.workspace.history.layers(sheet);
      column.name = heading;
      return;
    }
    const at = table.area.left + index;
    const cell = { top: table.area.top, bottom: table.area.top, left: at, right: at };
    writeInputs(this.session.workspace, sheet, cell, () => `'${heading}`);
  }

  /** #values: heading, body and totals */
  get values(): unknown {
    const { sheet } = stored(this);
    return matrix(columnArea(this), (row, at) => apiValue(sheet.cells.value(row, at)));
  }

  set values(value: unknown) {
    const { sheet } = stored(this);
    const area = columnArea(this);
    writeInputs(this.session.workspace, sheet, area, inputs(area, value, "values"));
  }

  /** #filter */
  get filter(): Filter {
    return new Filter(this.session, this.tableId, this.columnId);
  }

  /** #valuesAsJson */
  get valuesAsJson(): CellValueJson[][] | null {
    const { sheet } = tableOf(this.session, this.tableId);
    return matrix(columnArea(this), (row, column) => cellValueJson(sheet.cells.value(row, column)));
  }

  set valuesAsJson(value: unknown) {
    const { sheet } = tableOf(this.session, this.tableId);
    writeCellValues(this.session, sheet, columnArea(this), value, "valuesAsJson");
  }

  /** #valuesAsJsonLocal: plain values are the same in all languages */
  get valuesAsJsonLocal(): CellValueJson[][] | null {
    return this.valuesAsJson;
  }

  set valuesAsJsonLocal(value: unknown) {
    this.valuesAsJson = value;
  }

  /** #delete; a table keeps at least one column */
  delete(): void {
    const { sheet, table } = stored(this);
    if (table.columns.length === 1) {
      throw new HostError("InvalidOperation", "The only column of a table cannot be deleted.");
    }
    const area = columnArea(this);
    refuseWhileProtected(this.session.workspace, sheet);
    applyShift(this.session.workspace, {
      sheetId: sheet.id,
      kind: "delete",
      axis: "columns",
      at: area.left,
      count: 1,
      band: { first: area.top, last: area.bottom },
    });
    this.session.workspace.journal.add({
      kind: "changed",
      sheetId: sheet.id,
      area,
      changeType: "ColumnDeleted",
      detail: null,
    });
  }

  /** #getDataBodyRange */
  getDataBodyRange(): Range {
    const { sheet, table } = stored(this);
    const { left, right } = columnArea(this);
    return new Range(this.session, sheet.id, { ...bodyArea(table), left, right });
  }

  /** #getHeaderRowRange */
  getHeaderRowRange(): Range {
    const { sheet, table } = stored(this);
    if (!table.showHeaders) throw itemNotFound("the table shows no header row");
    const area = columnArea(this);
    return new Range(this.session, sheet.id, { ...area, bottom: area.top });
  }

  /** #getRange */
  getRange(): Range {
    return new Range(this.session, stored(this).sheet.id, columnArea(this));
  }

  /** #getTotalRowRange */
  getTotalRowRange(): Range {
    const { sheet, table } = stored(this);
    if (!table.showTotals) throw itemNotFound("the table shows no totals row");
    const area = columnArea(this);
    return new Range(this.session, sheet.id, { ...area, top: area.bottom });
  }
}

function stored(of: TableColumn): {
  sheet: Sheet;
  table: StoredTable;
  column: StoredColumn;
  index: number;
} {
  const { sheet, table } = tableOf(of.session, of.tableId);
  const index = table.columns.findIndex((column) => column.id === of.columnId);
  const column = table.columns[index];
  if (column === undefined) throw itemNotFound("the table column has been deleted");
  return { sheet, table, column, index };
}

function columnArea(of: TableColumn): Area {
  const { table, index } = stored(of);
  const at = table.area.left + index;
  return { ...table.area, left: at, right: at };
}
