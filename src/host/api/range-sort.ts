import { columnCount, rowCount, type Area } from "../model/address";
import type { SortField } from "../model/table";
import { sortArea } from "../edit/sort";
import { ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument } from "../protocol/host-error";
import { color, integer, optionalTruth, optionalWord, record } from "./arguments";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangesort */
export class RangeSort extends ApiObject {
  readonly className = "RangeSort";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly area: Area,
  ) {
    super();
  }

  /** #apply; "Rows" (the default) puts rows in another order, "Columns" columns */
  apply(fields: unknown, matchCase?: unknown, hasHeaders?: unknown, orientation?: unknown): void {
    this.session.upToDate();
    const moving =
      optionalWord(orientation, "orientation", ["Rows", "Columns"]) === "Columns"
        ? "columns"
        : "rows";
    const headers = optionalTruth(hasHeaders, "hasHeaders", false) ? 1 : 0;
    const rows = moving === "rows";
    const body = rows
      ? { ...this.area, top: this.area.top + headers }
      : { ...this.area, left: this.area.left + headers };
    sortArea(
      this.session.workspace,
      sheetOf(this.session, this.sheetId),
      body,
      sortFields(fields, rows ? columnCount(this.area) : rowCount(this.area)),
      { matchCase: optionalTruth(matchCase, "matchCase", false), moving },
    );
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.sortfield; sorting by icon is not served */
export function sortFields(value: unknown, columns: number): SortField[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalidArgument("fields", "a list of sort fields is needed");
  }
  return value.map((field: unknown) => {
    const given = record(field, "fields");
    const on = optionalWord(given["sortOn"], "sortOn", ["Value", "CellColor", "FontColor", "Icon"]);
    if (on === "Icon") {
      throw new HostError("ApiNotFound", `The host does not serve sorting by ${on}.`);
    }
    const key = integer(given["key"], "key");
    if (key < 0 || key >= columns) throw invalidArgument("key", "no column of the range");
    const ascending = optionalTruth(given["ascending"], "ascending", true);
    return on === null || on === "Value"
      ? { key, ascending }
      : { key, ascending, color: { of: on, color: color(given["color"], "color") } };
  });
}
