import type { Sheet } from "../model/sheet";
import { HostError, invalidArgument } from "../protocol/host-error";
import { refuseReadOnly } from "./protection";
import { deleteSheetIn, renameSheetIn } from "../calc/rewrite";
import { leaveLostSheets, showSheet } from "./windows";
import { rewriteAllFormulas } from "./formulas-follow";
import type { Workspace } from "./workspace";

const longestName = 31;

/** @throws HostError InvalidArgument for a name Excel does not allow, ItemAlreadyExists for one that is taken */
export function checkSheetName(workspace: Workspace, name: string, except: Sheet | null): void {
  if (name === "" || name.length > longestName || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument("name", "1 to 31 characters without \\ / ? * [ ] : or outer apostrophes");
  }
  const known = workspace.workbook.sheetByName(name);
  if (known !== undefined && known !== except) {
    throw new HostError("ItemAlreadyExists", `A worksheet named '${name}' exists already.`, 409);
  }
}

/** @throws HostError AccessDenied where the workbook's structure is protected */
export function refuseLockedStructure(workspace: Workspace): void {
  if (workspace.workbook.protection !== null) {
    throw new HostError("AccessDenied", "The structure of the workbook is protected.", 403);
  }
}

/** @throws HostError InvalidOperation for the only visible sheet */
export function setVisibility(
  workspace: Workspace,
  sheet: Sheet,
  visibility: Sheet["visibility"],
): void {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  const { workbook, journal } = workspace;
  const next = workbook.sheets.find((one) => one !== sheet && one.visibility === "Visible");
  if (visibility !== "Visible" && next === undefined) {
    throw new HostError("InvalidOperation", "The only visible worksheet cannot be hidden.");
  }
  const before = sheet.visibility;
  if (before === visibility) return;
  workspace.history.layers(sheet);
  sheet.visibility = visibility;
  journal.add({ kind: "visibility", sheetId: sheet.id, before, after: visibility });
  leaveLostSheets(workspace);
}

/** Brings a sheet to the front where the one who acts stands. */
export function activateSheet(workspace: Workspace, sheetId: string): void {
  showSheet(workspace, workspace.window, sheetId);
}

function freeSheetName(workspace: Workspace): string {
  for (let number = workspace.workbook.sheets.length + 1; ; number++) {
    const name = `Sheet${number}`;
    if (workspace.workbook.sheetByName(name) === undefined) return name;
  }
}

/** Adds a sheet at the end; without a name it gets the next free "SheetN". */
export function addSheet(workspace: Workspace, name: string | null): Sheet {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  const wanted = name ?? freeSheetName(workspace);
  checkSheetName(workspace, wanted, null);
  workspace.history.book();
  const sheet = workspace.workbook.addSheet(wanted);
  workspace.calculation.structureChanged();
  workspace.journal.add({ kind: "sheet-added", sheetId: sheet.id });
  return sheet;
}

export function renameSheet(workspace: Workspace, sheet: Sheet, name: string): void {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  if (name === sheet.name) return;
  checkSheetName(workspace, name, sheet);
  workspace.history.layers(sheet);
  const before = sheet.name;
  rewriteAllFormulas(workspace, (formula) => renameSheetIn(formula, before, name));
  sheet.name = name;
  workspace.calculation.structureChanged();
  workspace.journal.add({ kind: "renamed", sheetId: sheet.id, before, after: name });
}

/** @throws HostError InvalidOperation for the last visible sheet */
export function deleteSheet(workspace: Workspace, sheet: Sheet): void {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  const { workbook, journal } = workspace;
  const others = workbook.sheets.filter((one) => one !== sheet && one.visibility === "Visible");
  const [next] = others;
  if (next === undefined) {
    throw new HostError("InvalidOperation", "A workbook needs at least one visible worksheet.");
  }
  if (sheet.visibility === "VeryHidden") {
    throw new HostError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
  }
  workspace.history.book();
  const at = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(at, 1);
  for (let index = workbook.names.length - 1; index >= 0; index--) {
    if (workbook.names[index]?.sheetId === sheet.id) workbook.names.splice(index, 1);
  }
  rewriteAllFormulas(workspace, (formula) => deleteSheetIn(formula, sheet.name));
  leaveLostSheets(workspace);
  workspace.calculation.structureChanged();
  journal.add({ kind: "sheet-deleted", sheetId: sheet.id });
}

export function moveSheet(workspace: Workspace, sheet: Sheet, position: number): void {
  refuseReadOnly(workspace);
  const { sheets } = workspace.workbook;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length) {
    throw invalidArgument("position", `0 to ${sheets.length - 1}`);
  }
  refuseLockedStructure(workspace);
  workspace.history.book();
  const before = sheets.indexOf(sheet);
  sheets.splice(before, 1);
  sheets.splice(position, 0, sheet);
  if (before === position) return;
  workspace.journal.add({ kind: "moved", sheetId: sheet.id, before, after: position });
}
