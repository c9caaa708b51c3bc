import {
  columnCount,
  intersection,
  maxColumns,
  maxRows,
  rowCount,
  type Area,
} from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { lookOf } from "./cell-looks";
import { subtractArea } from "./areas";
import type { BookWindow } from "./book-window";
import type { Shift } from "./shift";
import type { Workspace } from "./workspace";

/**
 * What a protected sheet may allow beside changing its unlocked cells.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions
 */
export type Allowance =
  | "allowAutoFilter"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowEditObjects"
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertHyperlinks"
  | "allowInsertRows"
  | "allowSort";

/** @throws HostError AccessDenied where the workbook is open for reading only */
export function refuseReadOnly({ workbook }: Workspace): void {
  if (workbook.readOnly) {
    throw new HostError("AccessDenied", "The workbook is open for reading only.", 403);
  }
}

/** Whether the sheet's protection holds for the one who acts: it is on, and not paused for them. */
export function isProtected({ window }: Workspace, sheet: Sheet): boolean {
  return sheet.protection !== null && !window.paused.has(sheet.id);
}

/** @throws HostError AccessDenied where the workbook is read-only or a locked cell of a protected sheet is touched */
export function refuseProtected(workspace: Workspace, sheet: Sheet, area: Area): void {
  refuseReadOnly(workspace);
  if (!isProtected(workspace, sheet)) return;
  let rest: readonly Area[] = [area];
  for (const range of sheet.editableRanges) {
    const open = range.password === null || workspace.window.paused.has(pausedRange(sheet, range));
    if (!open) continue;
    for (const free of range.areas) rest = rest.flatMap((one) => subtractArea(one, free));
  }
  if (!rest.every((one) => everyUnlocked(sheet, one))) throw denied(sheet);
}

/** What no option allows: merging, grouping, validations, everything that changes a table's shape. */
export function refuseWhileProtected(workspace: Workspace, sheet: Sheet): void {
  refuseReadOnly(workspace);
  if (isProtected(workspace, sheet)) throw denied(sheet);
}

/** @throws HostError AccessDenied where the workbook is read-only, or the sheet protected without this option */
export function refuseUnlessAllowed(
  workspace: Workspace,
  sheet: Sheet,
  allowance: Allowance,
): void {
  refuseReadOnly(workspace);
  if (isProtected(workspace, sheet) && sheet.protection?.options[allowance] !== true) {
    throw denied(sheet, allowance);
  }
}

/**
 * Inserting and deleting whole rows and columns has options; what is deleted must be unlocked, and no table may grow or
 * shrink. Shifting only some cells has none.
 */
export function refuseProtectedShift(workspace: Workspace, sheet: Sheet, shift: Shift): void {
  refuseReadOnly(workspace);
  if (!isProtected(workspace, sheet)) return;
  const rows = shift.axis === "rows";
  const { first, last } = shift.band;
  const whole = first === 0 && last === (rows ? maxColumns : maxRows) - 1;
  if (!whole) throw denied(sheet);
  const allowance = `allow${shift.kind === "insert" ? "Insert" : "Delete"}${rows ? "Rows" : "Columns"}`;
  refuseUnlessAllowed(workspace, sheet, allowance as Allowance);
  const end = shift.at + shift.count - 1;
  const area: Area = rows
    ? { top: shift.at, bottom: end, left: first, right: last }
    : { left: shift.at, right: end, top: first, bottom: last };
  for (const { area: table } of sheet.tables) {
    const [from, to] = rows ? [table.top, table.bottom] : [table.left, table.right];
    const changes =
      shift.kind === "insert" ? shift.at > from && shift.at <= to : end >= from && shift.at <= to;
    if (changes) throw denied(sheet);
  }
  if (shift.kind === "delete") refuseProtected(workspace, sheet, area);
}

/** Whether a person may go to the cell: protection can keep the selection to unlocked cells, or off the sheet. */
export function isSelectable(
  workspace: Workspace,
  sheet: Sheet,
  place: { readonly row: number; readonly column: number },
): boolean {
  if (!isProtected(workspace, sheet)) return true;
  const mode = sheet.protection?.options["selectionMode"];
  if (mode === "None") return false;
  return mode !== "Unlocked" || lookOf(sheet, place.row, place.column).locked === false;
}

/** How a window remembers that an editable range of a sheet has been opened with its password. */
export function pausedRange(sheet: Sheet, range: { readonly title: string }): string {
  return `${sheet.id} ${range.title}`;
}

/** What was paused on a sheet is forgotten: its protection has been put on or taken off. */
export function forgetPauses(windows: Iterable<BookWindow>, sheet: Sheet): void {
  for (const { paused } of windows) {
    for (const key of paused) if (key.startsWith(sheet.id)) paused.delete(key);
  }
}

/** Cells without a look of their own have their row's, else their column's, else are locked. */
function everyUnlocked(sheet: Sheet, area: Area): boolean {
  const used = sheet.cells.usedArea(false);
  const present = used === null ? null : intersection(area, used);
  const beyond =
    present === null ||
    rowCount(present) * columnCount(present) < rowCount(area) * columnCount(area);
  if (beyond && !linesUnlocked(sheet, area)) return false;
  if (present === null) return true;
  for (let column = present.left; column <= present.right; column++) {
    for (let row = present.top; row <= present.bottom; row++) {
      if (lookOf(sheet, row, column).locked !== false) return false;
    }
  }
  return true;
}

function linesUnlocked(sheet: Sheet, { top, left, bottom, right }: Area): boolean {
  return (
    everyBetween(left, right, (column) => sheet.columnStyles.get(column)?.locked === false) ||
    everyBetween(top, bottom, (row) => sheet.rowStyles.get(row)?.locked === false)
  );
}

function everyBetween(first: number, last: number, holds: (index: number) => boolean): boolean {
  for (let index = first; index <= last; index++) if (!holds(index)) return false;
  return true;
}

function denied(sheet: Sheet, allowance?: Allowance): HostError {
  const without = allowance === undefined ? "" : ` without ${allowance}`;
  return new HostError("AccessDenied", `The worksheet ${sheet.name} is protected${without}.`, 403);
}
