import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea } from "../model/table";
import { HostError } from "../protocol/host-error";
import { fillCalculated } from "./calculated-columns";
import { readersBehind, rewriteFormulas } from "./formulas-follow";
import { moveLayers } from "./layers-follow";
import type { Shift } from "./shift";
import { loseColumn } from "./structured-references";
import { moveSelections } from "./windows";
import type { Workspace } from "./workspace";

/** The shift by which whole rows or columns, or the cells of an area, are inserted or deleted. */
export function shiftFor(
  sheet: Sheet,
  area: Area,
  kind: Shift["kind"],
  axis: Shift["axis"],
): Shift {
  const rows = axis === "rows";
  return {
    sheetId: sheet.id,
    kind,
    axis,
    at: rows ? area.top : area.left,
    count: rows ? area.bottom - area.top + 1 : area.right - area.left + 1,
    band: rows ? { first: area.left, last: area.right } : { first: area.top, last: area.bottom },
  };
}

/**
 * Moves cells and everything that refers to them: values, formulas, formats, tables, names, rules, merges, sizes,
 * freeze panes and the references clients hold.
 *
 * @throws HostError InvalidOperation where cells with content would be pushed off the sheet, or a table would be torn
 */
export function applyShift(workspace: Workspace, shift: Shift): void {
  const { workbook, history } = workspace;
  const sheet = workbook.sheetById(shift.sheetId);
  if (sheet === undefined) throw new Error(`no sheet ${shift.sheetId}`);
  refuseTornTables(sheet, shift);
  refuseLostCells(sheet, shift);
  if (shift.axis === "rows" && shift.kind === "delete") {
    const { first: left, last: right } = shift.band;
    history.moving(sheet, { top: shift.at, bottom: maxRows - 1, left, right });
  } else history.grid(sheet);
  history.layers(sheet);
  history.book();
  workspace.calculation.cellsWillMove(sheet);
  const readers = readersBehind(workspace, sheet, shift);
  const tables = sheet.tables.map((table) => ({ table, columns: table.columns }));
  moveCells(sheet, shift);
  moveLayers(sheet, shift);
  rewriteFormulas(workspace, sheet, shift, readers);
  for (const { table, columns } of tables) {
    if (!sheet.tables.includes(table) || table.columns === columns) continue;
    for (const column of columns) {
      if (!table.columns.includes(column)) loseColumn(workspace, table, column.name);
    }
  }
  moveSelections(workspace, shift);
  history.shifted(shift);
  for (const listener of workspace.shiftListeners) listener(shift);
  workspace.calculation.structureChanged();
  if (shift.kind === "insert" && shift.axis === "rows") fillOpenedRows(workspace, sheet, shift);
}

/** Rows opened inside tables get their calculated columns' formulas. */
function fillOpenedRows(workspace: Workspace, sheet: Sheet, { at, count }: Shift): void {
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    if (at <= body.top || at + count - 1 > body.bottom) continue;
    fillCalculated(workspace, sheet, table, { top: at, bottom: at + count - 1 });
  }
}

function refuseTornTables(sheet: Sheet, shift: Shift): void {
  for (const table of sheet.tables) {
    const { area } = table;
    const [first, last, from, to] =
      shift.axis === "rows"
        ? [area.left, area.right, area.top, area.bottom]
        : [area.top, area.bottom, area.left, area.right];
    const behind = to >= shift.at;
    const touches = first <= shift.band.last && last >= shift.band.first;
    const inside = first >= shift.band.first && last <= shift.band.last;
    if (behind && touches && !inside) {
      throw new HostError(
        "InsertDeleteConflict",
        `The cells cannot move: they would tear the table ${table.name} apart.`,
      );
    }
    const deletesHeader =
      shift.kind === "delete" &&
      shift.axis === "rows" &&
      inside &&
      table.showHeaders &&
      shift.at <= from &&
      shift.at + shift.count > from &&
      shift.at + shift.count <= to;
    if (deletesHeader) {
      throw new HostError(
        "InvalidOperation",
        `The header row of the table ${table.name} cannot be deleted without the table.`,
      );
    }
  }
}

function refuseLostCells(sheet: Sheet, shift: Shift): void {
  if (shift.kind !== "insert") return;
  const used = sheet.cells.usedArea(true);
  if (used === null) return;
  const edge: Area =
    shift.axis === "rows"
      ? {
          top: maxRows - shift.count,
          bottom: maxRows - 1,
          left: shift.band.first,
          right: shift.band.last,
        }
      : {
          left: maxColumns - shift.count,
          right: maxColumns - 1,
          top: shift.band.first,
          bottom: shift.band.last,
        };
  const lost = intersection(edge, used);
  if (lost === null) return;
  for (const _ of sheet.cells.filled(lost)) {
    throw new HostError(
      "InvalidOperation",
      "Cells with content would be pushed off the worksheet.",
    );
  }
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const { at, count, band } = shift;
  if (shift.axis === "rows") {
    if (shift.kind === "insert") sheet.cells.insertRows(at, count, band.first, band.last);
    else sheet.cells.deleteRows(at, count, band.first, band.last);
  } else if (shift.kind === "insert") {
    sheet.cells.insertColumns(at, count, band.first, band.last);
  } else sheet.cells.deleteColumns(at, count, band.first, band.last);
}
