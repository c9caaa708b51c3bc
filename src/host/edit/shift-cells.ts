import { columnCount, maxColumns, maxRows, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { refuseProtectedShift } from "./protection";
import type { Shift } from "./shift";
import { applyShift, shiftFor } from "./structure";
import type { Workspace } from "./workspace";

/**
 * Inserts blank cells in place of an area, or deletes it: the cells behind it move along the axis. Clients are told of
 * rows or columns where the area is made of whole ones.
 *
 * @param parts - what of the area is shifted, from its end to its beginning: a person's deletion leaves hidden rows alone
 * @throws HostError AccessDenied where the sheet is protected, InvalidOperation where cells would be lost or a table torn
 */
export function shiftCells(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  kind: Shift["kind"],
  axis: Shift["axis"],
  parts: readonly Area[] = [area],
): void {
  for (const part of parts) {
    const shift = shiftFor(sheet, part, kind, axis);
    refuseProtectedShift(workspace, sheet, shift);
    applyShift(workspace, shift);
  }
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
