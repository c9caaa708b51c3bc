import { filterTableColumn } from "../edit/filter";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import type { JsonObject } from "../protocol/json";
import { color, integer, optionalText, optionalWord, text } from "./arguments";
import { filterCriteria } from "./filter-criteria";
import { tableOf, type Session } from "./session";

/** A table column's filter. https://learn.microsoft.com/javascript/api/excel/excel.filter */
export class Filter extends ApiObject {
  readonly className = "Filter";

  constructor(
    readonly session: Session,
    readonly tableId: number,
    readonly columnId: number,
  ) {
    super();
  }

  /** #criteria */
  get criteria(): unknown {
    const { table } = tableOf(this.session, this.tableId);
    const index = table.columns.findIndex((column) => column.id === this.columnId);
    return table.filters.find((filter) => filter.column === index)?.criteria ?? null;
  }

  /** #apply */
  apply(criteria: unknown): void {
    setFilter(this, filterCriteria(criteria));
  }

  /** #applyValuesFilter */
  applyValuesFilter(values: unknown): void {
    if (!Array.isArray(values)) throw invalidArgument("values", "a list is needed");
    setFilter(this, { filterOn: "Values", values });
  }

  /** #applyCustomFilter */
  applyCustomFilter(criteria1: unknown, criteria2?: unknown, operator?: unknown): void {
    const second = optionalText(criteria2, "criteria2");
    setFilter(this, {
      filterOn: "Custom",
      criterion1: text(criteria1, "criteria1"),
      ...(second === null ? {} : { criterion2: second }),
      operator: optionalWord(operator, "oper", ["And", "Or"]) ?? "And",
    });
  }

  /** #applyTopItemsFilter */
  applyTopItemsFilter(count: unknown): void {
    setFilter(this, { filterOn: "TopItems", criterion1: String(integer(count, "count")) });
  }

  /** #applyBottomItemsFilter */
  applyBottomItemsFilter(count: unknown): void {
    setFilter(this, { filterOn: "BottomItems", criterion1: String(integer(count, "count")) });
  }

  /** #applyTopPercentFilter */
  applyTopPercentFilter(percent: unknown): void {
    setFilter(this, { filterOn: "TopPercent", criterion1: String(integer(percent, "percent")) });
  }

  /** #applyBottomPercentFilter */
  applyBottomPercentFilter(percent: unknown): void {
    setFilter(this, { filterOn: "BottomPercent", criterion1: String(integer(percent, "percent")) });
  }

  /** #applyCellColorFilter */
  applyCellColorFilter(value: unknown): void {
    setFilter(this, { filterOn: "CellColor", color: color(value, "color") });
  }

  /** #applyFontColorFilter */
  applyFontColorFilter(value: unknown): void {
    setFilter(this, { filterOn: "FontColor", color: color(value, "color") });
  }

  /** #applyDynamicFilter */
  applyDynamicFilter(criteria: unknown): void {
    setFilter(this, { filterOn: "Dynamic", dynamicCriteria: text(criteria, "criteria") });
  }

  /** #clear */
  clear(): void {
    setFilter(this, null);
  }
}

function setFilter(filter: Filter, criteria: JsonObject | null): void {
  filter.session.upToDate();
  const { sheet, table } = tableOf(filter.session, filter.tableId);
  const index = table.columns.findIndex((column) => column.id === filter.columnId);
  if (index < 0) throw itemNotFound("the table column has been deleted");
  filterTableColumn(filter.session.workspace, sheet, table, index, criteria);
}
