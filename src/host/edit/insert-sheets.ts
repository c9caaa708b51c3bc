import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { itemNotFound } from "../protocol/host-error";
import { renameSheetIn } from "../calc/rewrite";
import { refuseReadOnly } from "./protection";
import { freeCopyName, layOnto } from "./copy-sheet";
import { refuseLockedStructure } from "./sheets";
import type { Workspace } from "./workspace";

/**
 * Copies sheets of another workbook into this one. A name that is taken gets a number, and the formulas of the inserted
 * sheets follow it; the other workbook's names come along where they are free.
 *
 * @param wanted - names of the sheets; none for all
 * @param position - where the first of them stands
 * @throws HostError ItemNotFound where a sheet is not in the other workbook
 */
export function insertSheets(
  workspace: Workspace,
  other: Workbook,
  wanted: readonly string[],
  position: number,
): Sheet[] {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  const { workbook, history, calculation, journal } = workspace;
  const sources =
    wanted.length === 0 ? other.sheets : wanted.map((name) => sheetNamed(other, name));
  history.book();
  const pairs = sources.map((source, index) => {
    const taken = workbook.sheetByName(source.name) !== undefined;
    const name = taken ? freeCopyName(workspace, source.name) : source.name;
    return { source, copy: workbook.addSheet(name, position + index) };
  });
  for (const { source, copy } of pairs) {
    layOnto(workspace, copy, source);
    forgetFile(copy);
    for (const { row, column, formula } of [...copy.cells.formulas()]) {
      const text = pairs.reduce(
        (before, pair) => renameSheetIn(before, pair.source.name, pair.copy.name),
        formula.text,
      );
      if (text !== formula.text) copy.cells.setFormula(row, column, { ...formula, text });
    }
  }
  for (const name of other.names) {
    const home = pairs.find(({ source }) => source.id === name.sheetId);
    if (name.sheetId !== null && home === undefined) continue;
    const sheetId = home?.copy.id ?? null;
    const known = workbook.names.some(
      (one) => one.sheetId === sheetId && one.name.toLowerCase() === name.name.toLowerCase(),
    );
    if (!known) workbook.names.push({ ...name, sheetId });
  }
  calculation.structureChanged();
  for (const { copy } of pairs) journal.add({ kind: "sheet-added", sheetId: copy.id });
  return pairs.map(({ copy }) => copy);
}

/** Takes away from a sheet what the file it came from says by numbers of its own: it is in another workbook now. */
function forgetFile(sheet: Sheet): void {
  for (const table of sheet.tables) {
    delete table.unmodelled;
    for (const column of table.columns) delete column.unmodelled;
    table.sort = table.sort.map(({ unmodelled: _, ...field }) => field);
  }
  for (const format of sheet.conditionalFormats) delete format.asRead;
  if (sheet.autoFilter !== null) {
    delete sheet.autoFilter.unmodelled;
    delete sheet.autoFilter.sort;
  }
}

function sheetNamed(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) throw itemNotFound(`the worksheet '${name}' in the other workbook`);
  return sheet;
}
