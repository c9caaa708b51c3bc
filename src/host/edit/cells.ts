import {
  columnCount,
  contains,
  intersection,
  rowCount,
  maxColumns,
  maxRows,
  type Area,
} from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import {
  defaultStyle,
  internStyle,
  withNumberFormat,
  type CellStyle,
  type LooseStyle,
} from "../model/style";
import { HostError } from "../protocol/host-error";
import { readEntry, type Entry } from "./coercion";
import { enteredFormula, UnreadableFormula } from "./formula-entry";
import { adoptCalculatedColumns } from "./calculated-columns";
import { lookOf } from "./cell-looks";
import { isProtected, refuseProtected, refuseUnlessAllowed } from "./protection";
import { expandTables, followHeadings } from "./table-follow";
import type { Workspace } from "./workspace";

/** What an add-in may put into a cell; `null` leaves the cell alone. */
export type Input = number | string | boolean | null;

/**
 * What entering this input into the cell means, by the cell's format and the locale.
 *
 * @throws UnreadableFormula where the text starts like a formula and is none
 */
export function entryFor(
  workspace: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
  input: Exclude<Input, null>,
): Entry {
  if (typeof input !== "string") return { kind: "value", value: input, numberFormat: null };
  const entry = readEntry(input, {
    locale: workspace.locale,
    date1904: workspace.workbook.date1904,
    numberFormat: lookOf(sheet, row, column).numberFormat ?? "General",
    clock: workspace.clock,
  });
  if (entry.kind !== "formula") return entry;
  return { ...entry, text: enteredFormula(workspace, sheet, row, column, entry.text) };
}

/** The same for pasted text, which stays a text where it starts like a formula and is none. */
export function pastedEntry(
  workspace: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
): Entry {
  try {
    return entryFor(workspace, sheet, row, column, text);
  } catch (error) {
    if (!(error instanceof UnreadableFormula)) throw error;
    return { kind: "value", value: text, numberFormat: null };
  }
}

/** Stores an entry; a cell without a number format takes the one its input shows. */
export function storeEntry(sheet: Sheet, row: number, column: number, entry: Entry): void {
  if (entry.kind === "formula") {
    sheet.cells.setFormula(row, column, { text: entry.text });
    return;
  }
  sheet.cells.setFormula(row, column, undefined);
  sheet.cells.setValue(row, column, entry.value);
  if (entry.numberFormat === null) return;
  const style = lookOf(sheet, row, column);
  if ((style.numberFormat ?? "General") === "General") {
    sheet.cells.setStyle(row, column, withNumberFormat(style, entry.numberFormat));
  }
}

/**
 * Enters a matrix of inputs, as if typed cell by cell, and lets tables follow: headings, expansion, calculated columns.
 * The matrix has the area's size; the caller has checked that.
 */
export function writeInputs(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  input: (row: number, column: number) => Input,
): void {
  refuseProtected(workspace, sheet, area);
  refuseEndless(area);
  const { history, calculation, journal } = workspace;
  history.cells(sheet, area);
  const single = area.top === area.bottom && area.left === area.right;
  const before = single ? sheet.cells.value(area.top, area.left) : null;
  let formulas = false;
  let isEntered = false;
  const changed: { row: number; column: number; before: string }[] = [];
  for (let column = area.left; column <= area.right; column++) {
    for (let row = area.top; row <= area.bottom; row++) {
      const value = input(row - area.top, column - area.left);
      if (value === null) continue;
      isEntered = true;
      const before = sheet.cells.formula(row, column)?.text;
      if (typeof value !== "string") {
        if (before !== undefined) {
          changed.push({ row, column, before });
          sheet.cells.setFormula(row, column, undefined);
        }
        sheet.cells.setValue(row, column, value);
        continue;
      }
      const entry = entryFor(workspace, sheet, row, column, value);
      const now = entry.kind === "formula" ? entry.text : undefined;
      if (now !== before) changed.push({ row, column, before: before ?? "" });
      formulas ||= entry.kind === "formula";
      storeEntry(sheet, row, column, entry);
    }
  }
  // Nothing but `null` leaves the sheet alone: nothing is calculated, and nobody hears of it.
  if (!isEntered) return;
  calculation.cellsChanged(sheet, area);
  tablesFollow(workspace, sheet, area, formulas);
  journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area,
    changeType: "RangeEdited",
    detail: single ? { before, after: sheet.cells.value(area.top, area.left) } : null,
  });
  if (changed.length > 0) journal.add({ kind: "formulas", sheetId: sheet.id, cells: changed });
}

/** Excel on the web gives up at 5 million cells. https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization */
export const cellLimit = 5_000_000;

/** @throws HostError RangeExceedsLimit for more cells than one request may write */
function refuseEndless(area: Area): void {
  const cells = rowCount(area) * columnCount(area);
  if (cells > cellLimit) {
    throw new HostError(
      "RangeExceedsLimit",
      `The range has ${cells} cells; the limit is ${cellLimit}.`,
    );
  }
}

/** Everything tables do by themselves after cells were written. */
export function tablesFollow(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  formulas: boolean,
): void {
  if (sheet.tables.length === 0) return;
  followHeadings(workspace, sheet, area);
  // A protected sheet's tables keep their shape.
  if (!isProtected(workspace, sheet)) expandTables(workspace, sheet, area);
  for (const table of sheet.tables) {
    const touched = intersection(area, table.area);
    const hasCalculated = table.columns.some((column) => column.calculatedFormula !== undefined);
    if (touched === null || !(formulas || hasCalculated)) continue;
    // The last rows of a large write complete the column; comparing earlier would be wasted.
    if (touched.bottom < table.area.bottom - (table.showTotals ? 1 : 0)) continue;
    workspace.history.layers(sheet);
    adoptCalculatedColumns(sheet, table, touched);
  }
}

export type ClearWhat = "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks";

/** https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto */
export function clearCells(workspace: Workspace, sheet: Sheet, area: Area, what: ClearWhat): void {
  const contents = what === "All" || what === "Contents";
  const formats = what === "All" || what === "Formats" || what === "RemoveHyperlinks";
  if (what !== "Formats") refuseProtected(workspace, sheet, area);
  if (formats) refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  if (formats) forgetLineLooks(workspace, sheet, area);
  if (what !== "Contents" && what !== "Formats") {
    workspace.history.layers(sheet);
    sheet.hyperlinks = sheet.hyperlinks.filter((one) => !contains(area, one.row, one.column));
  }
  const used = sheet.cells.usedArea(false);
  const present = used === null ? null : intersection(area, used);
  if (present === null || what === "Hyperlinks") return;
  const { history, calculation, journal } = workspace;
  history.cells(sheet, present);
  for (let column = present.left; column <= present.right; column++) {
    for (let row = present.top; row <= present.bottom; row++) {
      if (contents) {
        sheet.cells.setFormula(row, column, undefined);
        sheet.cells.setValue(row, column, null);
      }
      if (formats) sheet.cells.setStyle(row, column, defaultStyle);
    }
  }
  if (formats) journal.add({ kind: "formatted", sheetId: sheet.id, area });
  if (!contents) return;
  calculation.cellsChanged(sheet, present);
  followHeadings(workspace, sheet, present);
  journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area,
    changeType: "RangeEdited",
    detail: null,
  });
}

/** Changes the looks of all cells of an area; equal styles stay one object, worked out once. */
export function restyle(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  change: (style: CellStyle) => LooseStyle,
): void {
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  giveLooks(workspace, sheet, area, change);
}

/** The same as part of an act that has been allowed as a whole. */
export function giveLooks(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  change: (style: CellStyle) => LooseStyle,
): void {
  const changed = new Map<CellStyle, CellStyle>();
  restyleEach(workspace, sheet, area, (style) => {
    let next = changed.get(style);
    if (next === undefined) changed.set(style, (next = internStyle(change(style))));
    return next;
  });
}

/** Gives each cell of an area its number format; `null` leaves a cell as it is. */
export function setNumberFormats(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  formatAt: (row: number, column: number) => string | null,
): void {
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  restyleEach(workspace, sheet, area, (style, row, column) => {
    const format = formatAt(row, column);
    return format === null ? style : withNumberFormat(style, format);
  });
}

function restyleEach(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  styleFor: (style: CellStyle, row: number, column: number) => CellStyle,
): void {
  const lines = lineLooks(sheet, area);
  if (lines !== null) workspace.history.layers(sheet);
  for (const { looks, at, row, column } of lines ?? []) {
    looks.set(at, styleFor(looks.get(at) ?? defaultStyle, row, column));
  }
  const used = lines === null ? area : sheet.cells.usedArea(false);
  const present = used === null ? null : intersection(area, used);
  workspace.journal.add({ kind: "formatted", sheetId: sheet.id, area });
  if (present === null) return;
  workspace.history.cells(sheet, present);
  for (let column = present.left; column <= present.right; column++) {
    for (let row = present.top; row <= present.bottom; row++) {
      const own = sheet.cells.style(row, column);
      // A cell without looks of its own has just got its line's.
      if (lines !== null && own === defaultStyle) continue;
      const look = lines === null ? lookOf(sheet, row, column) : own;
      sheet.cells.setStyle(row, column, styleFor(look, row, column));
    }
  }
}

interface LineLook {
  readonly looks: Map<number, CellStyle>;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** Whole columns, or whole rows, keep one look for all their cells; null for another area. */
function lineLooks(sheet: Sheet, area: Area): LineLook[] | null {
  const { top, left, bottom, right } = area;
  if (rowCount(area) === maxRows) {
    return Array.from({ length: right - left + 1 }, (_, offset) => {
      const column = left + offset;
      return { looks: sheet.columnStyles, at: column, row: top, column };
    });
  }
  if (columnCount(area) !== maxColumns) return null;
  return Array.from({ length: bottom - top + 1 }, (_, offset) => {
    const row = top + offset;
    return { looks: sheet.rowStyles, at: row, row, column: left };
  });
}

function forgetLineLooks(workspace: Workspace, sheet: Sheet, area: Area): void {
  const lines = lineLooks(sheet, area);
  if (lines === null) return;
  workspace.history.layers(sheet);
  for (const { looks, at } of lines) looks.delete(at);
}

/** A cell's value as the API gives it: errors as their text, an empty cell as "". */
export function apiValue(value: Scalar): number | string | boolean {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}
