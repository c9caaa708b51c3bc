import type { Outcome } from "../../host/edit/editor";
import type { Criteria } from "../../host/edit/filter-test";
import { clearCellFilter, filterCells, sortCells } from "../../host/edit/person-filters";
import { contains, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";
import { bodyArea, type ColumnFilter } from "../../host/model/table";
import { currentRegion, type Place } from "../grid/selection";
import type { Desk } from "./desk";

/** Rows under headings that are sorted and filtered together; columns count from their left. */
export interface FilteredCells {
  /** Without the row of headings. */
  readonly body: Area;
  readonly filters: readonly ColumnFilter[];
  sort(column: number, ascending: boolean): Outcome;
  filter(column: number, criteria: Criteria): Outcome;
  /** Shows all rows again, or those one column hides. */
  clear(column?: number): Outcome;
}

/** The table at a place, or the cells the sheet's own filter lies over; null where there is neither. */
export function filteredAt(desk: Desk, { row, column }: Place): FilteredCells | null {
  const { sheet, editor } = desk;
  const table = sheet.tables.find(({ area }) => contains(area, row, column));
  if (table !== undefined) {
    return {
      body: bodyArea(table),
      filters: table.filters,
      sort: (at, ascending) => editor.sortTable(table.id, at, ascending),
      filter: (at, criteria) => editor.filterTable(table.id, at, criteria),
      clear: (at) => editor.clearFilter(table.id, at),
    };
  }
  const { autoFilter, id } = sheet;
  if (autoFilter === null || !contains(autoFilter.area, row, column)) return null;
  const body = { ...autoFilter.area, top: autoFilter.area.top + 1 };
  return {
    body,
    filters: autoFilter.filters,
    sort: (at, ascending) => sortCells(editor, { sheetId: id, area: body }, at, ascending),
    filter: (at, criteria) => filterCells(editor, id, at, criteria),
    clear: (at) => clearCellFilter(editor, id, at),
  };
}

/** The rows to sort where there is neither a table nor a filter: those chosen, or all around a single cell. */
export function plainRows(desk: Desk): Area {
  const { sheet, selection } = desk;
  const [chosen] = desk.usedAreas();
  const several = chosen !== undefined && chosen.left < chosen.right && chosen.top < chosen.bottom;
  const area = several ? chosen : currentRegion(sheet, selection.active);
  return hasHeadings(sheet, area) ? { ...area, top: area.top + 1 } : area;
}

/**
 * Whether the first row of an area reads as headings: texts in every column, above something that is of another kind or
 * is drawn otherwise.
 */
function hasHeadings({ cells }: Sheet, area: Area): boolean {
  if (area.top === area.bottom) return false;
  let differs = false;
  for (let column = area.left; column <= area.right; column++) {
    const heading = cells.value(area.top, column);
    if (typeof heading !== "string" || heading === "") return false;
    const below = cells.value(area.top + 1, column);
    const look = cells.style(area.top, column);
    const lookBelow = cells.style(area.top + 1, column);
    differs ||=
      (below !== null && typeof below !== "string") ||
      look.bold !== lookBelow.bold ||
      look.fill !== lookBelow.fill;
  }
  return differs;
}
