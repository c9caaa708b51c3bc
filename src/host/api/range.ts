import {
  columnCount,
  intersection,
  maxColumns,
  maxRows,
  rowCount,
  type Area,
} from "../model/address";
import type { Sheet } from "../model/sheet";
import {
  apiValue,
  clearCells,
  lookOf,
  refuseProtected,
  setNumberFormats,
  writeInputs,
} from "../edit/cells";
import { copyCells } from "../edit/copy";
import { removeDuplicateRows } from "../edit/duplicates";
import { fixedReference } from "../calc/reference-text";
import { clearConditionalFormats, clearValidations } from "../edit/rules";
import { applyShift, shiftFor } from "../edit/structure";
import { ApiObject, asFormula, referable } from "../protocol/api-object";
import { HostError, invalidArgument, invalidReference, itemNotFound } from "../protocol/host-error";
import { integer, object, optionalTruth, optionalWord, text, word } from "./arguments";
import { DataValidation } from "./data-validation";
import { fullAddress, insideSheet, placeOf } from "./range-address";
import { inputs, isUnbounded, matrix, textOf, valueType } from "./range-cells";
import { RangeFormat } from "./range-format";
import { RangeSort } from "./range-sort";
import { RemoveDuplicatesResult } from "./remove-duplicates-result";
import { findCells, replaceCells, searchCriteria, surroundingRegion } from "./range-search";
import { sheetOf, type Session } from "./session";

/** Cells of one worksheet. https://learn.microsoft.com/javascript/api/excel/excel.range */
export class Range extends ApiObject {
  readonly className = "Range";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    /** Moves with inserted and deleted cells while a client holds a reference; null once all its cells are gone. */
    public place: Area | null,
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  override [asFormula](): string {
    return fixedReference(sheetOfRange(this).name, areaOf(this));
  }

  /** #address */
  get address(): string {
    return fullAddress(sheetOfRange(this), areaOf(this));
  }

  /** #addressLocal */
  get addressLocal(): string {
    return fullAddress(sheetOfRange(this), areaOf(this));
  }

  /** #cellCount: -1 where it exceeds 2^31-1 */
  get cellCount(): number {
    const count = rowCount(areaOf(this)) * columnCount(areaOf(this));
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get rowCount(): number {
    return rowCount(areaOf(this));
  }

  get columnCount(): number {
    return columnCount(areaOf(this));
  }

  get rowIndex(): number {
    return areaOf(this).top;
  }

  get columnIndex(): number {
    return areaOf(this).left;
  }

  get isEntireRow(): boolean {
    return columnCount(areaOf(this)) === maxColumns;
  }

  get isEntireColumn(): boolean {
    return rowCount(areaOf(this)) === maxRows;
  }

  /** #hidden: true where all its rows or all its columns are hidden */
  get hidden(): boolean | null {
    const rows = this.rowHidden;
    const columns = this.columnHidden;
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }

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

  /** #values */
  get values(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => apiValue(cells.value(row, column)));
  }

  set values(value: unknown) {
    const area = areaOf(this);
    writeInputs(this.session.workspace, sheetOfRange(this), area, inputs(area, value, "values"));
  }

  /** #formulas: the formula, or the value where there is none */
  get formulas(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => cells.formula(row, column)?.text ?? apiValue(cells.value(row, column)),
    );
  }

  set formulas(value: unknown) {
    const area = areaOf(this);
    writeInputs(this.session.workspace, sheetOfRange(this), area, inputs(area, value, "formulas"));
  }

  /** #formulasLocal: function names are the same in all languages the host speaks */
  get formulasLocal(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => cells.formula(row, column)?.text ?? apiValue(cells.value(row, column)),
    );
  }

  /** #text */
  get text(): string[][] | null {
    const sheet = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => textOf(this.session, sheet, row, column));
  }

  /** #valueTypes */
  get valueTypes(): string[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => valueType(cells.value(row, column)));
  }

  /** #numberFormat */
  get numberFormat(): string[][] | null {
    const sheet = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => lookOf(sheet, row, column).numberFormat ?? "General",
    );
  }

  set numberFormat(value: unknown) {
    const area = areaOf(this);
    const input = inputs(area, value, "numberFormat");
    setNumberFormats(this.session.workspace, sheetOfRange(this), area, (row, column) => {
      const format = input(row - area.top, column - area.left);
      if (format === null || typeof format === "string") return format;
      throw invalidArgument("numberFormat", "texts are needed");
    });
  }

  /** #hasSpill: whether cells of the range are filled by an array formula's result */
  get hasSpill(): boolean | null {
    const { cells } = sheetOfRange(this);
    const flags = new Set<boolean>();
    const area = areaOf(this);
    if (isUnbounded(area)) return null;
    for (const { row, column } of cells.filled(area)) {
      flags.add(cells.formula(row, column)?.spill !== undefined);
    }
    return flags.size > 1 ? null : flags.has(true);
  }

  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheetId, [areaOf(this)]);
  }

  get worksheet(): ApiObject {
    return this.session.objects.worksheet(this.sheetId);
  }

  get conditionalFormats(): ApiObject {
    return this.session.objects.conditionalFormats(this.sheetId, [areaOf(this)]);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheetId, [areaOf(this)]);
  }

  get sort(): RangeSort {
    return new RangeSort(this.session, this.sheetId, areaOf(this));
  }

  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    const { top, left } = areaOf(this);
    return sibling(this, {
      top,
      left,
      bottom: top + integer(rows, "numRows") - 1,
      right: left + integer(columns, "numColumns") - 1,
    });
  }

  /** #getBoundingRect: the smallest range that holds both */
  getBoundingRect(other: unknown): Range {
    const mine = areaOf(this);
    const theirs = areaOf(otherRange(this, other));
    return sibling(this, {
      top: Math.min(mine.top, theirs.top),
      left: Math.min(mine.left, theirs.left),
      bottom: Math.max(mine.bottom, theirs.bottom),
      right: Math.max(mine.right, theirs.right),
    });
  }

  /** #getCell: may lie outside the range, as long as it stays on the sheet */
  getCell(row: unknown, column: unknown): Range {
    const { top, left } = areaOf(this);
    const at = { row: top + integer(row, "row"), column: left + integer(column, "column") };
    return sibling(this, { top: at.row, bottom: at.row, left: at.column, right: at.column });
  }

  getColumn(column: unknown): Range {
    const area = areaOf(this);
    const at = area.left + integer(column, "column");
    if (at < area.left || at > area.right) throw invalidArgument("column", "not in the range");
    return sibling(this, { ...area, left: at, right: at });
  }

  getRow(row: unknown): Range {
    const area = areaOf(this);
    const at = area.top + integer(row, "row");
    if (at < area.top || at > area.bottom) throw invalidArgument("row", "not in the range");
    return sibling(this, { ...area, top: at, bottom: at });
  }

  getColumnsAfter(count?: unknown): Range {
    return beside(this, "columns", integer(count ?? 1, "count"));
  }

  getColumnsBefore(count?: unknown): Range {
    return beside(this, "columns", -integer(count ?? 1, "count"));
  }

  getRowsAbove(count?: unknown): Range {
    return beside(this, "rows", -integer(count ?? 1, "count"));
  }

  getRowsBelow(count?: unknown): Range {
    return beside(this, "rows", integer(count ?? 1, "count"));
  }

  getEntireColumn(): Range {
    return sibling(this, { ...areaOf(this), top: 0, bottom: maxRows - 1 });
  }

  getEntireRow(): Range {
    return sibling(this, { ...areaOf(this), left: 0, right: maxColumns - 1 });
  }

  /** #getIntersection; ItemNotFound where the ranges do not meet */
  getIntersection(other: unknown): Range {
    const shared = this.getIntersectionOrNullObject(other);
    if (shared === null) throw itemNotFound("the ranges do not intersect");
    return shared;
  }

  getIntersectionOrNullObject(other: unknown): Range | null {
    const theirs = otherRange(this, other);
    if (theirs.sheetId !== this.sheetId) return null;
    const area = intersection(areaOf(this), areaOf(theirs));
    return area === null ? null : sibling(this, area);
  }

  getLastCell(): Range {
    const { bottom, right } = areaOf(this);
    return sibling(this, { top: bottom, bottom, left: right, right });
  }

  getLastColumn(): Range {
    const area = areaOf(this);
    return sibling(this, { ...area, left: area.right });
  }

  getLastRow(): Range {
    const area = areaOf(this);
    return sibling(this, { ...area, top: area.bottom });
  }

  getOffsetRange(rows: unknown, columns: unknown): Range {
    const area = areaOf(this);
    const down = integer(rows, "rowOffset");
    const across = integer(columns, "columnOffset");
    return sibling(this, {
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + across,
      right: area.right + across,
    });
  }

  getResizedRange(rows: unknown, columns: unknown): Range {
    const area = areaOf(this);
    return sibling(this, {
      ...area,
      bottom: area.bottom + integer(rows, "deltaRows"),
      right: area.right + integer(columns, "deltaColumns"),
    });
  }

  getSurroundingRegion(): Range {
    return sibling(this, surroundingRegion(sheetOfRange(this), areaOf(this)));
  }

  getTables(fullyContained?: unknown): ApiObject {
    const whole = optionalTruth(fullyContained, "fullyContained", false);
    return this.session.objects.tablesWithin(this.sheetId, areaOf(this), whole);
  }

  /** #getUsedRange: for an empty range its top-left cell */
  getUsedRange(valuesOnly?: unknown): Range {
    const area = areaOf(this);
    const first = { ...area, bottom: area.top, right: area.left };
    return this.getUsedRangeOrNullObject(valuesOnly) ?? sibling(this, first);
  }

  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const used = sheetOfRange(this).cells.usedArea(optionalTruth(valuesOnly, "valuesOnly", false));
    const area = used === null ? null : intersection(used, areaOf(this));
    return area === null ? null : sibling(this, area);
  }

  getMergedAreasOrNullObject(): ApiObject | null {
    const area = areaOf(this);
    const merges = sheetOfRange(this).merges.filter((merge) => intersection(merge, area) !== null);
    return merges.length === 0 ? null : this.session.objects.rangeAreas(this.sheetId, merges);
  }

  /** #find; ItemNotFound where nothing matches */
  find(wanted: unknown, criteria?: unknown): Range {
    const found = this.findOrNullObject(wanted, criteria);
    if (found === null) throw itemNotFound(`'${String(wanted)}' stands nowhere in the range`);
    return found;
  }

  findOrNullObject(wanted: unknown, criteria?: unknown): Range | null {
    const how = searchCriteria(criteria);
    const cells = findCells(
      this.session,
      sheetOfRange(this),
      areaOf(this),
      text(wanted, "text"),
      how,
    );
    const at = how.backwards ? cells.at(-1) : cells[0];
    if (at === undefined) return null;
    return sibling(this, { top: at.row, bottom: at.row, left: at.column, right: at.column });
  }

  /** #clear */
  clear(applyTo?: unknown): void {
    const what =
      optionalWord(applyTo, "applyTo", [
        "All",
        "Contents",
        "Formats",
        "Hyperlinks",
        "RemoveHyperlinks",
      ]) ?? "All";
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    clearCells(this.session.workspace, sheet, area, what);
    if (what === "All") {
      clearConditionalFormats(this.session.workspace, sheet, [area]);
      clearValidations(this.session.workspace, sheet, [area]);
    }
  }

  /** #copyFrom */
  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void {
    const from =
      typeof source === "string"
        ? placeOf(this.session, sheetOfRange(this), source, "sourceRange")
        : rangePlace(object(source, "sourceRange", Range));
    copyCells(
      this.session.workspace,
      from,
      { sheet: sheetOfRange(this), area: areaOf(this) },
      {
        what: optionalWord(copyType, "copyType", ["All", "Formulas", "Values", "Formats"]) ?? "All",
        skipBlanks: optionalTruth(skipBlanks, "skipBlanks", false),
        transpose: optionalTruth(transpose, "transpose", false),
      },
    );
  }

  /** #replaceAll: answers how many cells were changed */
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    return replaceCells(
      this.session,
      sheetOfRange(this),
      areaOf(this),
      text(wanted, "text"),
      text(replacement, "replacement"),
      searchCriteria(criteria),
    );
  }

  /**
   * #removeDuplicates: rows are the same where the columns show the same texts, whatever the case; the first stays.
   * https://support.microsoft.com/office/find-and-remove-duplicates-00e35bea-b46a-4d5d-b28e-66a552dc138d
   */
  removeDuplicates(columns: unknown, includesHeader: unknown): RemoveDuplicatesResult {
    const area = areaOf(this);
    const sheet = sheetOfRange(this);
    const offsets = keyColumns(columns, columnCount(area));
    const headers = optionalTruth(includesHeader, "includesHeader", false) ? 1 : 0;
    const body = { ...area, top: area.top + headers };
    return new RemoveDuplicatesResult(
      removeDuplicateRows(this.session.workspace, sheet, body, (row) =>
        JSON.stringify(
          offsets.map((offset) =>
            textOf(this.session, sheet, row, area.left + offset).toLowerCase(),
          ),
        ),
      ),
    );
  }

  /** #delete */
  delete(shift: unknown): void {
    const rows = word(shift, "shift", ["Up", "Left"]) === "Up";
    moveCells(this, "delete", rows ? "rows" : "columns");
  }

  /** #insert: answers the opened, blank cells */
  insert(shift: unknown): Range {
    const rows = word(shift, "shift", ["Down", "Right"]) === "Down";
    const area = areaOf(this);
    moveCells(this, "insert", rows ? "rows" : "columns");
    return new Range(this.session, this.sheetId, area);
  }

  merge(across?: unknown): void {
    const { workspace } = this.session;
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    refuseProtected(workspace, sheet, area);
    if (sheet.tables.some((table) => intersection(table.area, area) !== null)) {
      throw new HostError("InvalidOperation", "Cells of a table cannot be merged.");
    }
    workspace.history.layers(sheet);
    const merged = optionalTruth(across, "across", false)
      ? Array.from({ length: rowCount(area) }, (_, row) => ({
          ...area,
          top: area.top + row,
          bottom: area.top + row,
        }))
      : [area];
    sheet.merges = [
      ...sheet.merges.filter((merge) => intersection(merge, area) === null),
      ...merged,
    ];
    for (const one of merged) {
      for (const { row, column } of [...sheet.cells.filled(one)]) {
        if (row === one.top && column === one.left) continue;
        clearCells(
          workspace,
          sheet,
          { top: row, bottom: row, left: column, right: column },
          "Contents",
        );
      }
    }
  }

  unmerge(): void {
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    refuseProtected(this.session.workspace, sheet, area);
    this.session.workspace.history.layers(sheet);
    sheet.merges = sheet.merges.filter((merge) => intersection(merge, area) === null);
  }

  /** #select: also brings its sheet to the front */
  select(): void {
    const { workspace } = this.session;
    const { workbook, journal } = workspace;
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    if (sheet.visibility !== "Visible") {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is hidden.`);
    }
    if (workbook.activeSheetId !== this.sheetId) {
      journal.add({ kind: "deactivated", sheetId: workbook.activeSheetId });
      workbook.activeSheetId = this.sheetId;
      journal.add({ kind: "activated", sheetId: this.sheetId });
    }
    const active = { row: area.top, column: area.left };
    workbook.selection = { sheetId: this.sheetId, areas: [area], active };
    journal.add({ kind: "selected", sheetId: this.sheetId, areas: [area] });
  }

  /** What the client asks before it writes a large matrix in chunks. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    const area = areaOf(this);
    const fits =
      integer(rows, "rows") === rowCount(area) && integer(columns, "columns") === columnCount(area);
    if (!fits) {
      throw invalidArgument(
        "values",
        `a matrix of ${rowCount(area)} rows and ${columnCount(area)} columns is needed`,
      );
    }
  }

  calculate(): void {
    const { calculation } = this.session.workspace;
    calculation.cellsChanged(sheetOfRange(this), areaOf(this));
    calculation.recalculate();
  }
}

/** @throws HostError InvalidReference where the range's cells were deleted */
export function areaOf(range: Range): Area {
  if (range.place === null) throw invalidReference("its cells have been deleted");
  return range.place;
}

export function sheetOfRange(range: Range): Sheet {
  return sheetOf(range.session, range.sheetId);
}

export function rangePlace(range: Range): { readonly sheet: Sheet; readonly area: Area } {
  return { sheet: sheetOfRange(range), area: areaOf(range) };
}

function sibling(range: Range, area: Area): Range {
  return new Range(range.session, range.sheetId, insideSheet(area));
}

function otherRange(range: Range, other: unknown): Range {
  if (typeof other !== "string") return object(other, "anotherRange", Range);
  const place = placeOf(range.session, sheetOfRange(range), other, "anotherRange");
  return new Range(range.session, place.sheet.id, place.area);
}

/** Positive counts lie behind the range, negative ones before it. */
function beside(range: Range, axis: "rows" | "columns", count: number): Range {
  const area = areaOf(range);
  if (count === 0) throw invalidArgument("count", "0 rows or columns are no range");
  const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  const run = count > 0 ? [last + 1, last + count] : [first + count, first - 1];
  const [from, to] = run as [number, number];
  return sibling(
    range,
    axis === "rows" ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to },
  );
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

function hide(range: Range, value: unknown, member: "rowHidden" | "columnHidden"): void {
  if (typeof value !== "boolean") throw invalidArgument(member, "true or false is needed");
  const { workspace } = range.session;
  const sheet = sheetOfRange(range);
  const area = areaOf(range);
  refuseProtected(workspace, sheet, area);
  workspace.history.layers(sheet);
  const rows = member === "rowHidden";
  const set = rows ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  for (let index = first; index <= last; index++) {
    if (value) set.add(index);
    else set.delete(index);
    if (rows && !value) sheet.filteredRows.delete(index);
  }
  if (rows) workspace.calculation.cellsChanged(sheet, area);
}

function moveCells(range: Range, kind: "insert" | "delete", axis: "rows" | "columns"): void {
  const { workspace } = range.session;
  const sheet = sheetOfRange(range);
  const area = areaOf(range);
  refuseProtected(workspace, sheet, area);
  applyShift(workspace, shiftFor(sheet, area, kind, axis));
  const whole = axis === "rows" ? columnCount(area) === maxColumns : rowCount(area) === maxRows;
  const what = whole ? (axis === "rows" ? "Row" : "Column") : "Cell";
  workspace.journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area,
    changeType: `${what}${kind === "insert" ? "Inserted" : "Deleted"}`,
    detail: null,
  });
}

/** The columns a comparison of rows looks at, counted from the range's left. */
function keyColumns(value: unknown, columns: number): readonly number[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalidArgument("columns", "at least one column is needed");
  }
  return value.map((column: unknown) => {
    const offset = integer(column, "columns");
    if (offset < 0 || offset >= columns) throw invalidArgument("columns", "no column of the range");
    return offset;
  });
}
