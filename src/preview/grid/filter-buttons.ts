import { contains } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";

/** What the filter button in a header cell shows; "none" where there is no button. */
export type FilterState = "none" | "plain" | "sorted-up" | "sorted-down" | "filtered";

/** The filter button of a cell: in the header of a table, or of cells the sheet's own filter lies over. */
export function filterState(sheet: Sheet, row: number, column: number): FilterState {
  const table = sheet.tables.find(({ area }) => contains(area, row, column));
  if (table !== undefined) {
    if (row !== table.area.top || !table.showHeaders || !table.showFilterButton) return "none";
    const at = column - table.area.left;
    if (table.filters.some((filter) => filter.column === at)) return "filtered";
    return sorted(table.sort.find((field) => field.key === at)?.ascending);
  }
  const filter = sheet.autoFilter;
  if (filter === null || row !== filter.area.top || !contains(filter.area, row, column)) {
    return "none";
  }
  const at = column - filter.area.left;
  if (filter.buttons?.some((button) => button.column === at) === true) return "none";
  if (filter.filters.some((one) => one.column === at)) return "filtered";
  const by = filter.sort?.conditions.find(({ area }) => area.left === column);
  return sorted(by === undefined ? undefined : by.attributes["descending"] !== "1");
}

function sorted(ascending: boolean | undefined): FilterState {
  return ascending === undefined ? "plain" : ascending ? "sorted-up" : "sorted-down";
}
