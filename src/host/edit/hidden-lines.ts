import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { refuseUnlessAllowed } from "./protection";
import type { Workspace } from "./workspace";

/** Hides or shows the rows or columns of an area; rows a filter hid are shown, too. */
export function hideLines(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  axis: "rows" | "columns",
  hidden: boolean,
): void {
  const rows = axis === "rows";
  refuseUnlessAllowed(workspace, sheet, rows ? "allowFormatRows" : "allowFormatColumns");
  workspace.history.layers(sheet);
  const set = rows ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  for (let index = first; index <= last; index++) {
    if (hidden) set.add(index);
    else set.delete(index);
    if (rows && !hidden) sheet.filteredRows.delete(index);
  }
  if (!rows) return;
  workspace.calculation.cellsChanged(sheet, area);
  workspace.journal.add({ kind: "rows-hidden", sheetId: sheet.id, area, hidden });
}
