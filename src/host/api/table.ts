import type { Sheet } from "../model/sheet";
import { bodyArea, type Table as StoredTable } from "../model/table";
import { canName } from "../edit/allowed-names";
import { clearCells } from "../edit/cells";
import { refuseWhileProtected } from "../edit/protection";
import { applyFilters } from "../edit/filter";
import { enterTotals } from "../edit/table-totals";
import { applyShift, shiftFor } from "../edit/structure";
import { renameTable, resizeTable } from "../edit/tables";
import { ApiObject, identity } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { object, text, truth } from "./arguments";
import { AutoFilter } from "./auto-filter";
import { serveEvents } from "./event-registration";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";
import { placeOf } from "./range-address";
import { Range } from "./range";
import { RangePart, rangePlace } from "./range-part";
import { EventType, tableKey, tableOf, type Session } from "./session";
import { TableColumnCollection } from "./table-columns";
import { TableRowCollection } from "./table-rows";
import { TableSort } from "./table-sort";

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
export class Table extends ApiObject {
  readonly className = "Table";

  constructor(
    readonly session: Session,
    readonly tableId: number,
  ) {
    super();
  }

  override [identity](): string {
    return tableKey(tableOf(this.session, this.tableId).table);
  }

  /** #id */
  get id(): string {
    return tableKey(tableOf(this.session, this.tableId).table);
  }

  /** #name */
  get name(): string {
    return tableOf(this.session, this.tableId).table.name;
  }

  /** #name: unique among tables and names, without blanks */
  set name(value: unknown) {
    const name = text(value, "name");
    const { workspace } = this.session;
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (!canName(name) || name.includes("?"))
      throw invalidArgument("name", `'${name}' cannot name a table`);
    const other = workspace.workbook.tableByName(name);
    const taken =
      (other !== undefined && other.table.id !== table.id) ||
      workspace.workbook.names.some((one) => one.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new HostError("ItemAlreadyExists", `'${name}' is taken.`, 409);
    refuseWhileProtected(workspace, sheet);
    renameTable(workspace, sheet, table, name);
  }

  /** #showHeaders */
  get showHeaders(): boolean {
    return tableOf(this.session, this.tableId).table.showHeaders;
  }

  /** #showHeaders: the row of headings goes or comes back in place */
  set showHeaders(value: unknown) {
    const shown = truth(value, "showHeaders");
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (shown === table.showHeaders) return;
    const { workspace } = this.session;
    workspace.history.layers(sheet);
    if (!shown) {
      clearCells(workspace, sheet, { ...table.area, bottom: table.area.top }, "Contents");
      table.showHeaders = false;
      table.area = { ...table.area, top: table.area.top + 1 };
      return;
    }
    const above = { ...table.area, top: table.area.top - 1, bottom: table.area.top - 1 };
    const free = above.top >= 0 && [...sheet.cells.filled(above)].length === 0;
    if (!free)
      applyShift(
        workspace,
        shiftFor(
          sheet,
          { ...above, top: table.area.top, bottom: table.area.top },
          "insert",
          "rows",
        ),
      );
    table.area = { ...table.area, top: table.area.top - 1 };
    table.showHeaders = true;
    workspace.history.cells(sheet, { ...table.area, bottom: table.area.top });
    table.columns.forEach((column, index) =>
      sheet.cells.setValue(table.area.top, table.area.left + index, column.name),
    );
  }

  /** #showTotals */
  get showTotals(): boolean {
    return tableOf(this.session, this.tableId).table.showTotals;
  }

  /** #showTotals: the row is opened below the body, or taken away */
  set showTotals(value: unknown) {
    const shown = truth(value, "showTotals");
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (shown === table.showTotals) return;
    const { workspace } = this.session;
    workspace.history.layers(sheet);
    const at = shown ? table.area.bottom + 1 : table.area.bottom;
    const row = { ...table.area, top: at, bottom: at };
    if (!shown) {
      clearCells(workspace, sheet, row, "All");
      table.area = { ...table.area, bottom: at - 1 };
      table.showTotals = false;
      return;
    }
    if ([...sheet.cells.filled(row)].length > 0) {
      applyShift(workspace, shiftFor(sheet, row, "insert", "rows"));
    }
    const now = tableOf(this.session, this.tableId).table;
    now.area = { ...now.area, bottom: at };
    now.showTotals = true;
    workspace.history.cells(sheet, row);
    enterTotals(workspace, sheet, now);
  }

  /** #columns */
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.session, this.tableId);
  }

  /** #rows */
  get rows(): TableRowCollection {
    return new TableRowCollection(this.session, this.tableId);
  }

  /** #clearFilters */
  clearFilters(): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    this.session.workspace.history.layers(sheet);
    table.filters = [];
    applyFilters(this.session.workspace, sheet, table);
  }

  /** #reapplyFilters */
  reapplyFilters(): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    applyFilters(this.session.workspace, sheet, table);
  }

  /** #convertToRange: cells and formats stay */
  convertToRange(): Range {
    const { sheet, table } = tableOf(this.session, this.tableId);
    const { area } = table;
    remove(this, sheet, table);
    return new Range(this.session, sheet.id, area);
  }

  /** #delete: the table with its cells; what is below does not move up */
  delete(): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    refuseWhileProtected(this.session.workspace, sheet);
    const { area } = table;
    remove(this, sheet, table);
    clearCells(this.session.workspace, sheet, area, "All");
  }

  /** #getDataBodyRange */
  getDataBodyRange(): Range {
    const { sheet, table } = tableOf(this.session, this.tableId);
    return new Range(this.session, sheet.id, bodyArea(table));
  }

  /** #getHeaderRowRange */
  getHeaderRowRange(): Range {
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (!table.showHeaders) throw itemNotFound("the table shows no header row");
    return new Range(this.session, sheet.id, { ...table.area, bottom: table.area.top });
  }

  /** #getRange */
  getRange(): Range {
    const { sheet, table } = tableOf(this.session, this.tableId);
    return new Range(this.session, sheet.id, table.area);
  }

  /** #getTotalRowRange */
  getTotalRowRange(): Range {
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (!table.showTotals) throw itemNotFound("the table shows no totals row");
    return new Range(this.session, sheet.id, { ...table.area, top: table.area.bottom });
  }

  /** #resize: an address or a range */
  resize(newRange: unknown): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    const place =
      typeof newRange === "string"
        ? placeOf(this.session, sheet, newRange, "newRange")
        : rangePlace(object(newRange, "newRange", RangePart));
    if (place.sheet !== sheet) throw invalidArgument("newRange", "it lies on another worksheet");
    refuseWhileProtected(this.session.workspace, sheet);
    resizeTable(this.session.workspace, sheet, table, place.area);
  }
}

serve(Table, {
  legacyId: ({ tableId }) => String(tableId),
  sort: ({ session, tableId }) => new TableSort(session, tableId),
  autoFilter: ({ session, tableId }) => new AutoFilter(session, { tableId }),
  worksheet: ({ session, tableId }) =>
    session.objects.worksheet(tableOf(session, tableId).sheet.id),
});

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(Table.prototype, (table) => table.id, {
  DataChangedEvent: EventType.tableChanged,
  SelectionChangedEvent: EventType.tableSelection,
});

/** How the table is drawn. */
const looks: Keeping<Table, StoredTable> = {
  read: ({ session, tableId }) => tableOf(session, tableId).table,
  change: ({ session, tableId }, change) => {
    const { workspace } = session;
    const { sheet, table } = tableOf(session, tableId);
    refuseWhileProtected(workspace, sheet);
    workspace.history.layers(sheet);
    Object.assign(table, change);
  },
};

serveKept(Table, looks, {
  showBandedRows: kind.truth(true),
  showBandedColumns: kind.truth(false),
  showFilterButton: kind.truth(true),
  highlightFirstColumn: kind.truth(false),
  highlightLastColumn: kind.truth(false),
  // "" where it has none.
  style: {
    absent: "",
    read: (value, argument) => text(value, argument) || null,
  },
});

function remove(of: Table, sheet: Sheet, table: StoredTable): void {
  const { workspace } = of.session;
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  sheet.tables = sheet.tables.filter((one) => one !== table);
  const body = bodyArea(table);
  for (let row = body.top; row <= body.bottom; row++) sheet.filteredRows.delete(row);
  workspace.calculation.structureChanged();
  workspace.journal.add({
    kind: "table-deleted",
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
}
