import type { Area } from "../model/address";
import { HostError, itemNotFound } from "../protocol/host-error";
import { activateSheet } from "./sheets";
import type { Workspace } from "./workspace";

/** Selects areas and brings their sheet to the front. @throws HostError InvalidOperation for a hidden sheet */
export function selectAreas(workspace: Workspace, sheetId: string, areas: readonly Area[]): void {
  const { workbook, journal, window } = workspace;
  const sheet = workbook.sheetById(sheetId);
  const [first] = areas;
  if (sheet === undefined || first === undefined) throw itemNotFound("nothing is left to select");
  if (sheet.visibility !== "Visible") {
    throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is hidden.`);
  }
  activateSheet(workspace, sheetId);
  const active = { row: first.top, column: first.left };
  window.selection = { sheetId, areas: [...areas], active };
  journal.add({ kind: "selected", sheetId, areas, window });
}
