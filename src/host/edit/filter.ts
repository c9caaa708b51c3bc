import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea, type ColumnFilter, type Table } from "../model/table";
import { filterTest, type Criteria } from "./filter-test";
import { refuseUnlessAllowed, refuseWhileProtected } from "./protection";
import type { Workspace } from "./workspace";

/** Hides the rows of a table that one of its filters rejects, and shows the others. */
export function applyFilters(workspace: Workspace, sheet: Sheet, table: Table): void {
  refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  workspace.history.layers(sheet);
  hideRejected(workspace, sheet, bodyArea(table), table.filters);
  workspace.journal.add({
    kind: "filtered",
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
}

/** Gives a table's column criteria, or none; criteria that are not served change nothing. */
export function filterTableColumn(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  column: number,
  criteria: Criteria | null,
): void {
  refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  workspace.history.layers(sheet);
  const before = table.filters;
  const others = before.filter((one) => one.column !== column);
  table.filters = criteria === null ? others : [...others, { column, criteria }];
  try {
    applyFilters(workspace, sheet, table);
  } catch (error) {
    table.filters = before;
    throw error;
  }
}

/** Takes a table's criteria away: those of one column, or all. */
export function clearTableFilters(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  column?: number,
): void {
  refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  workspace.history.layers(sheet);
  table.filters = column === undefined ? [] : table.filters.filter((one) => one.column !== column);
  applyFilters(workspace, sheet, table);
}

/**
 * Lays a filter over cells that are no table: their first row is the header. The same area keeps the criteria of its
 * other columns; another area takes the place of the old one.
 */
export function filterSheet(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  column: number | null,
  criteria: Criteria | null,
): void {
  const before = sheet.autoFilter;
  const same = before !== null && sameArea(before.area, area);
  // A filter that is there may be used; to lay one over cells, or to take it away, no option allows.
  if (same) refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  else refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  const kept = same ? before.filters : [];
  if (before !== null && kept.length === 0) showAll(workspace, sheet, before.area);
  const others = kept.filter((one) => one.column !== column);
  const filters = column === null || criteria === null ? others : [...others, { column, criteria }];
  sheet.autoFilter = { ...(same ? before : {}), area, filters };
  try {
    reapplySheetFilter(workspace, sheet);
  } catch (error) {
    sheet.autoFilter = before;
    throw error;
  }
}

export function reapplySheetFilter(workspace: Workspace, sheet: Sheet): void {
  if (sheet.autoFilter === null) return;
  refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  const { area, filters } = sheet.autoFilter;
  workspace.history.layers(sheet);
  hideRejected(workspace, sheet, { ...area, top: area.top + 1 }, filters);
}

/** All rows are shown; the filter stays. */
export function clearSheetFilter(workspace: Workspace, sheet: Sheet): void {
  if (sheet.autoFilter === null) return;
  refuseUnlessAllowed(workspace, sheet, "allowAutoFilter");
  workspace.history.layers(sheet);
  sheet.autoFilter = { ...sheet.autoFilter, filters: [] };
  reapplySheetFilter(workspace, sheet);
}

export function removeSheetFilter(workspace: Workspace, sheet: Sheet): void {
  if (sheet.autoFilter === null) return;
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  showAll(workspace, sheet, sheet.autoFilter.area);
  sheet.autoFilter = null;
}

function showAll(workspace: Workspace, sheet: Sheet, area: Area): void {
  hideRejected(workspace, sheet, area, []);
}

function hideRejected(
  workspace: Workspace,
  sheet: Sheet,
  body: Area,
  filters: readonly ColumnFilter[],
): void {
  const tests = filters.map(({ column, criteria }) =>
    filterTest(workspace, sheet, body, body.left + column, criteria),
  );
  for (let row = body.top; row <= body.bottom; row++) {
    if (tests.every((keeps) => keeps(row))) sheet.filteredRows.delete(row);
    else sheet.filteredRows.add(row);
  }
  // SUBTOTAL and AGGREGATE leave hidden rows out.
  workspace.calculation.cellsChanged(sheet, body);
}

function sameArea(one: Area, other: Area): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}
