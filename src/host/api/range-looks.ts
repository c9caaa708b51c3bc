import { hideLines } from "../edit/hidden-lines";
import { applyStyle } from "../edit/named-styles";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { record, text } from "./arguments";
import { eachCell, eachLine, readProperties, writeProperties } from "./cell-properties";
import { DataValidation } from "./data-validation";
import { common, matrix } from "./range-cells";
import { RangeFinds } from "./range-finds";
import { RangeFormat } from "./range-format";
import { areaOf, sheetOfRange, sibling } from "./range-part";
import { RangeSort } from "./range-sort";

/** How a range is shown, and the rules that lie over it. https://learn.microsoft.com/javascript/api/excel/excel.range */
export abstract class RangeLooks extends RangeFinds {
  /** #hidden: true where all its rows or all its columns are hidden */
  get hidden(): boolean | null {
    const rows = this.rowHidden;
    const columns = this.columnHidden;
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }

  /** #rowHidden */
  get rowHidden(): boolean | null {
    const sheet = sheetOfRange(this);
    const { top, bottom } = areaOf(this);
    return agreed(top, bottom, (row) => sheet.hiddenRows.has(row) || sheet.filteredRows.has(row), [
      ...sheet.hiddenRows,
      ...sheet.filteredRows,
    ]);
  }

  set rowHidden(value: unknown) {
    hide(this, value, "rowHidden");
  }

  /** #columnHidden */
  get columnHidden(): boolean | null {
    const sheet = sheetOfRange(this);
    const { left, right } = areaOf(this);
    return agreed(left, right, (column) => sheet.hiddenColumns.has(column), [
      ...sheet.hiddenColumns,
    ]);
  }

  set columnHidden(value: unknown) {
    hide(this, value, "columnHidden");
  }

  /** #format */
  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheetId, [areaOf(this)]);
  }

  /** #conditionalFormats */
  get conditionalFormats(): ApiObject {
    return this.session.objects.conditionalFormats(this.sheetId, [areaOf(this)]);
  }

  /** #dataValidation */
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheetId, [areaOf(this)]);
  }

  /** #sort */
  get sort(): RangeSort {
    return new RangeSort(this.session, this.sheetId, areaOf(this));
  }

  /** #style: the name of the style all cells have; null where they differ */
  get style(): string | null {
    return common(sheetOfRange(this), areaOf(this), (look) => look.styleName ?? "Normal");
  }

  /** #style: all looks become the style's */
  set style(value: unknown) {
    applyStyle(this.session.workspace, sheetOfRange(this), [areaOf(this)], text(value, "style"));
  }

  /** #getCellProperties: the properties named in the options, cell by cell */
  getCellProperties(options: unknown): unknown {
    return matrix(areaOf(this), (row, column) =>
      readProperties(cellOf(this, row, column), record(options, "cellPropertiesLoadOptions")),
    );
  }

  /** #getRowProperties */
  getRowProperties(options: unknown): unknown {
    const wanted = record(options, "rowPropertiesLoadOptions");
    return linesOf(this, "rows").map((line) => readProperties(line, wanted));
  }

  /** #getColumnProperties */
  getColumnProperties(options: unknown): unknown {
    const wanted = record(options, "columnPropertiesLoadOptions");
    return linesOf(this, "columns").map((line) => readProperties(line, wanted));
  }

  /** #setCellProperties: a matrix of the range's size; what is not given stays */
  setCellProperties(value: unknown): void {
    const { top, left } = areaOf(this);
    eachCell(areaOf(this), value, (properties, row, column) =>
      writeProperties(cellOf(this, top + row, left + column), properties),
    );
  }

  /** #setRowProperties */
  setRowProperties(value: unknown): void {
    eachLine(linesOf(this, "rows"), value, "rowPropertiesData");
  }

  /** #setColumnProperties */
  setColumnProperties(value: unknown): void {
    eachLine(linesOf(this, "columns"), value, "columnPropertiesData");
  }
}

function cellOf(range: RangeLooks, row: number, column: number): ApiObject {
  return sibling(range, { top: row, bottom: row, left: column, right: column });
}

/** Each row or column of the range as a range of its own. */
function linesOf(range: RangeLooks, axis: "rows" | "columns"): ApiObject[] {
  const area = areaOf(range);
  const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const at = first + offset;
    return sibling(
      range,
      axis === "rows" ? { ...area, top: at, bottom: at } : { ...area, left: at, right: at },
    );
  });
}

function agreed(
  first: number,
  last: number,
  hidden: (index: number) => boolean,
  all: readonly number[],
): boolean | null {
  const count = new Set(all.filter((index) => index >= first && index <= last && hidden(index)))
    .size;
  if (count === 0) return false;
  return count === last - first + 1 ? true : null;
}

function hide(range: RangeLooks, value: unknown, member: "rowHidden" | "columnHidden"): void {
  if (typeof value !== "boolean") throw invalidArgument(member, "true or false is needed");
  const { workspace } = range.session;
  const sheet = sheetOfRange(range);
  const area = areaOf(range);
  hideLines(workspace, sheet, area, member === "rowHidden" ? "rows" : "columns", value);
}
