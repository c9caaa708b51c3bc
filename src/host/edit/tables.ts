import { growCharts } from "./chart-follow";
import { intersection, rowCount, type Area } from "../model/address";
import { isCellError } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { bodyArea, type Table, type TableColumn } from "../model/table";
import { HostError, invalidArgument } from "../protocol/host-error";
import { renameTableIn } from "../calc/rewrite";
import { adoptCalculatedColumns, fillCalculated } from "./calculated-columns";
import { freeColumnName, nextColumnId } from "./column-names";
import { rewriteAllFormulas } from "./formulas-follow";
import { applyShift, shiftFor } from "./structure";
import type { Workspace } from "./workspace";

/** The column headings Excel invents, by the language it runs in. */
export function headingStem(workspace: Workspace): string {
  return workspace.locale === "zh-CN" ? "列" : "Column";
}

/**
 * Makes an area a table. Without headers a row for them is inserted above. Headings are made texts, unique and not
 * blank, as Excel does.
 *
 * @throws HostError where the area overlaps a table or merged cells
 */
export function addTable(
  workspace: Workspace,
  sheet: Sheet,
  wanted: Area,
  hasHeaders: boolean,
): Table {
  const { workbook, history, calculation, journal } = workspace;
  refuseOverlap(sheet, wanted, null);
  if (sheet.merges.some((merge) => intersection(merge, wanted) !== null)) {
    throw new HostError("InvalidOperation", "A table cannot hold merged cells.");
  }
  let area = wanted;
  if (!hasHeaders) {
    applyShift(workspace, shiftFor(sheet, { ...wanted, bottom: wanted.top }, "insert", "rows"));
    area = { ...wanted, bottom: wanted.bottom + 1 };
  } else if (wanted.top === wanted.bottom) area = { ...wanted, bottom: wanted.bottom + 1 };
  history.layers(sheet);
  history.cells(sheet, { ...area, bottom: area.top });
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const heading = headingText(sheet, area.top, column);
    const name =
      heading === ""
        ? freeColumnName(names, headingStem(workspace))
        : uniqueHeading(heading, names);
    names.push(name);
    sheet.cells.setFormula(area.top, column, undefined);
    sheet.cells.setValue(area.top, column, name);
  }
  const id = workbook.nextTableId();
  const table: Table = {
    id,
    sheetId: sheet.id,
    name: freeTableName(workspace),
    area,
    columns: names.map((name, index) => ({ id: index + 1, name })),
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    sort: [],
    filters: [],
  };
  sheet.tables.push(table);
  adoptCalculatedColumns(sheet, table);
  calculation.structureChanged();
  calculation.cellsChanged(sheet, { ...area, bottom: area.top });
  journal.add({ kind: "table-added", sheetId: sheet.id, tableId: id, tableName: table.name });
  return table;
}

export function headingText(sheet: Sheet, row: number, column: number): string {
  const value = sheet.cells.value(row, column);
  if (value === null) return "";
  return isCellError(value) ? value.error : String(value);
}

/** "Name", "Name2", "Name3"… compared without case. */
export function uniqueHeading(heading: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(heading.toLowerCase())) return heading;
  for (let number = 2; ; number++) {
    if (!used.has(`${heading}${number}`.toLowerCase())) return `${heading}${number}`;
  }
}

function freeTableName(workspace: Workspace): string {
  const stem = workspace.locale === "zh-CN" ? "表" : "Table";
  const taken = new Set(workspace.workbook.names.map((name) => name.name.toLowerCase()));
  for (const { table } of workspace.workbook.tables()) taken.add(table.name.toLowerCase());
  for (let number = 1; ; number++) {
    if (!taken.has(`${stem}${number}`.toLowerCase())) return `${stem}${number}`;
  }
}

function refuseOverlap(sheet: Sheet, area: Area, except: Table | null): void {
  const other = sheet.tables.find(
    (table) => table !== except && intersection(table.area, area) !== null,
  );
  if (other !== undefined) {
    throw new HostError("InvalidOperation", `The area overlaps the table ${other.name}.`);
  }
}

/**
 * Gives a table another area. The header row must stay where it is; new columns get headings, new rows of calculated
 * columns get their formulas.
 */
export function resizeTable(workspace: Workspace, sheet: Sheet, table: Table, area: Area): void {
  if (table.showHeaders && area.top !== table.area.top) {
    throw invalidArgument("newRange", "the header row must stay in the same row");
  }
  if (rowCount(area) < (table.showHeaders ? 2 : 1)) {
    throw invalidArgument("newRange", "a table needs a header row and a row below it");
  }
  if (intersection(area, table.area) === null) {
    throw invalidArgument("newRange", "it must overlap the table");
  }
  refuseOverlap(sheet, area, table);
  workspace.history.layers(sheet);
  workspace.history.cells(sheet, { ...area, bottom: area.top });
  const before = table.area;
  const kept = table.columns.map((column, index) => ({ column, at: before.left + index }));
  const names: string[] = [];
  const columns: TableColumn[] = [];
  for (let at = area.left; at <= area.right; at++) {
    const known = kept.find((entry) => entry.at === at)?.column;
    if (known !== undefined) {
      names.push(known.name);
      columns.push(known);
      continue;
    }
    const heading = table.showHeaders ? headingText(sheet, area.top, at) : "";
    const taken = [...names, ...kept.map((entry) => entry.column.name)];
    const name =
      heading === ""
        ? freeColumnName(taken, headingStem(workspace))
        : uniqueHeading(heading, taken);
    names.push(name);
    const ids: number[] = [
      ...kept.map((entry) => entry.column.id),
      ...columns.map((column) => column.id),
    ];
    columns.push({ id: nextColumnId(ids), name });
    if (table.showHeaders) sheet.cells.setValue(area.top, at, name);
  }
  table.columns = columns;
  table.area = area;
  renumberFields(table, before.left - area.left);
  followTable(sheet, before, area, table);
  growCharts(workspace, sheet, table, before, area);
  fillNewRows(workspace, sheet, table, before);
  workspace.calculation.cellsChanged(sheet, { ...area, bottom: area.top });
  // No cell moved and what was filled in has been announced: a table that grows with each write must stay cheap.
  workspace.calculation.structureChanged("names");
}

/** Sorting and filtering name columns by their place, which changes with columns at the left. */
function renumberFields(table: Table, by: number): void {
  if (by === 0) return;
  const isInside = (column: number): boolean => column >= 0 && column < table.columns.length;
  table.sort = table.sort
    .map((field) => ({ ...field, key: field.key + by }))
    .filter(({ key }) => isInside(key));
  table.filters = table.filters
    .map((filter) => ({ ...filter, column: filter.column + by }))
    .filter(({ column }) => isInside(column));
}

/** Rules over the whole body grow with it, downwards and to the right. */
function followTable(sheet: Sheet, before: Area, after: Area, table: Table): void {
  if (after.bottom <= before.bottom) return;
  const top = before.top + (table.showHeaders ? 1 : 0);
  const grown = (area: Area): Area =>
    area.top <= top &&
    area.bottom === before.bottom &&
    area.left >= before.left &&
    area.right <= before.right
      ? { ...area, bottom: after.bottom }
      : area;
  for (const format of sheet.conditionalFormats) format.areas = format.areas.map(grown);
  for (const validation of sheet.validations) validation.areas = validation.areas.map(grown);
}

/** Formats and calculated formulas for rows that joined the body below `before`. */
function fillNewRows(workspace: Workspace, sheet: Sheet, table: Table, before: Area): void {
  const body = bodyArea(table);
  const firstNew = before.bottom + 1;
  if (body.bottom < firstNew) return;
  const fresh: Area = { ...body, top: firstNew };
  workspace.history.cells(sheet, fresh);
  const model = Math.max(firstNew - 1, body.top);
  for (let column = fresh.left; column <= fresh.right; column++) {
    const style = sheet.cells.style(model, column);
    for (let row = fresh.top; row <= fresh.bottom; row++) {
      if (Object.keys(sheet.cells.style(row, column)).length === 0) {
        sheet.cells.setStyle(row, column, style);
      }
    }
  }
  fillCalculated(workspace, sheet, table, fresh);
}

/** Gives a table another name; formulas everywhere follow. The caller has checked the name. */
export function renameTable(workspace: Workspace, sheet: Sheet, table: Table, name: string): void {
  workspace.history.layers(sheet);
  const before = table.name;
  rewriteAllFormulas(workspace, (formula) => renameTableIn(formula, before, name));
  table.name = name;
  workspace.calculation.structureChanged();
}

/** Opens rows inside a table's body and fills its calculated columns there. `at` counts body rows. */
export function insertTableRows(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  at: number,
  count: number,
): Area {
  const body = bodyArea(table);
  const top = body.top + at;
  const area: Area = { ...body, top, bottom: top + count - 1 };
  const { bottom } = table.area;
  const id = table.id;
  applyShift(workspace, shiftFor(sheet, area, "insert", "rows"));
  const grown = sheet.tables.find((one) => one.id === id);
  if (grown === undefined) throw new Error("the table was lost while rows were inserted");
  if (top > bottom) {
    const before = grown.area;
    resizeTable(workspace, sheet, grown, { ...grown.area, bottom: grown.area.bottom + count });
    followTable(sheet, before, grown.area, grown);
    return area;
  }
  const model = at > 0 ? top - 1 : top + count;
  for (let column = area.left; column <= area.right; column++) {
    const style = sheet.cells.style(model, column);
    for (let row = area.top; row <= area.bottom; row++) sheet.cells.setStyle(row, column, style);
  }
  fillCalculated(workspace, sheet, grown, area);
  return area;
}
