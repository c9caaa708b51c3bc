import type { Sheet } from "../model/sheet";
import { refuseReadOnly } from "./protection";
import type { Workspace } from "./workspace";

/** Changes what a sheet shows of itself (visibility, tab, gridlines, panes) as one thing to undo. */
export function sheetLook(
  workspace: Workspace,
  sheet: Sheet,
  change: (sheet: Sheet) => void,
): void {
  refuseReadOnly(workspace);
  workspace.history.layers(sheet);
  change(sheet);
}
