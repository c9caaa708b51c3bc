import { columnCount, type Area } from "../model/address";
import type { ColumnFilter } from "../model/table";
import {
  clearSheetFilter,
  clearTableFilters,
  applyFilters,
  filterSheet,
  filterTableColumn,
  reapplySheetFilter,
  removeSheetFilter,
} from "../edit/filter";
import { ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, optionalInteger } from "./arguments";
import { filterCriteria } from "./filter-criteria";
import { placeGiven } from "./range-part";
import { sheetOf, tableOf, type Session } from "./session";

/** Whose filter it is: a table's, or that of a worksheet's other cells. */
export type FilterOwner = { readonly tableId: number } | { readonly sheetId: string };

/** https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
export class AutoFilter extends ApiObject {
  readonly className = "AutoFilter";

  constructor(
    readonly session: Session,
    readonly owner: FilterOwner,
  ) {
    super();
  }

  /** #criteria: one for each column of the filtered range; null where it has none */
  get criteria(): unknown {
    const found = filtered(this);
    if (found === null) return null;
    return Array.from(
      { length: columnCount(found.area) },
      (_, index) => found.filters.find((filter) => filter.column === index)?.criteria ?? null,
    );
  }

  /** #enabled */
  get enabled(): boolean {
    const { owner, session } = this;
    if ("sheetId" in owner) return sheetOf(session, owner.sheetId).autoFilter !== null;
    return tableOf(session, owner.tableId).table.showFilterButton;
  }

  /** #isDataFiltered */
  get isDataFiltered(): boolean {
    return (filtered(this)?.filters.length ?? 0) > 0;
  }

  /** #apply: the column counts from the range's left */
  apply(range: unknown, columnIndex?: unknown, criteria?: unknown): void {
    const { owner, session } = this;
    session.upToDate();
    const column = optionalInteger(columnIndex, "columnIndex");
    const wanted = criteria === undefined || criteria === null ? null : filterCriteria(criteria);
    const home = sheetIdOf(this);
    const place = placeGiven(session, sheetOf(session, home), range, "range");
    if (place.sheet.id !== home) throw invalidArgument("range", "it lies on another worksheet");
    if (column !== null && (column < 0 || column >= columnCount(place.area))) {
      throw invalidArgument("columnIndex", "no column of the range");
    }
    if ("sheetId" in owner) {
      const used = place.sheet.cells.usedArea(true);
      const bottom = Math.min(place.area.bottom, Math.max(used?.bottom ?? 0, place.area.top));
      filterSheet(session.workspace, place.sheet, { ...place.area, bottom }, column, wanted);
    } else if (column !== null) {
      const { sheet, table } = tableOf(session, owner.tableId);
      filterTableColumn(session.workspace, sheet, table, column, wanted);
    }
  }

  /** #clearCriteria: all rows are shown, the filter stays */
  clearCriteria(): void {
    const { owner, session } = this;
    if ("sheetId" in owner) {
      const sheet = sheetOf(session, owner.sheetId);
      if (sheet.autoFilter === null) return;
      clearSheetFilter(session.workspace, sheet);
    } else {
      const { sheet, table } = tableOf(session, owner.tableId);
      clearTableFilters(session.workspace, sheet, table);
    }
  }

  /** #clearColumnCriteria */
  clearColumnCriteria(columnIndex: unknown): void {
    const { owner, session } = this;
    const column = integer(columnIndex, "columnIndex");
    if ("sheetId" in owner) {
      const sheet = sheetOf(session, owner.sheetId);
      if (sheet.autoFilter === null) return;
      filterSheet(session.workspace, sheet, sheet.autoFilter.area, column, null);
    } else {
      const { sheet, table } = tableOf(session, owner.tableId);
      filterTableColumn(session.workspace, sheet, table, column, null);
    }
  }

  /** #getRange */
  getRange(): ApiObject {
    const range = this.getRangeOrNullObject();
    if (range === null) throw itemNotFound("the worksheet has no filter");
    return range;
  }

  /** #getRangeOrNullObject */
  getRangeOrNullObject(): ApiObject | null {
    const found = filtered(this);
    return found === null ? null : this.session.objects.range(sheetIdOf(this), found.area);
  }

  /** #reapply */
  reapply(): void {
    const { owner, session } = this;
    session.upToDate();
    if ("sheetId" in owner) {
      reapplySheetFilter(session.workspace, sheetOf(session, owner.sheetId));
      return;
    }
    const { sheet, table } = tableOf(session, owner.tableId);
    applyFilters(session.workspace, sheet, table);
  }

  /** #remove; a table's filter goes with its table only */
  remove(): void {
    const { owner, session } = this;
    if (!("sheetId" in owner)) {
      throw new HostError(
        "InvalidOperation",
        "A table keeps its filter; hide its buttons instead.",
      );
    }
    removeSheetFilter(session.workspace, sheetOf(session, owner.sheetId));
  }
}

function sheetIdOf({ owner, session }: AutoFilter): string {
  return "sheetId" in owner ? owner.sheetId : tableOf(session, owner.tableId).sheet.id;
}

function filtered({ owner, session }: AutoFilter): {
  readonly area: Area;
  readonly filters: readonly ColumnFilter[];
} | null {
  if ("sheetId" in owner) return sheetOf(session, owner.sheetId).autoFilter;
  const { table } = tableOf(session, owner.tableId);
  return { area: table.area, filters: table.filters };
}
