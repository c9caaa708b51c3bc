import { intersection, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { moveFormula } from "../calc/rewrite";
import { clearCells } from "./cells";
import { refuseProtected } from "./protection";
import type { Workspace } from "./workspace";

/**
 * Takes away each row of the area whose key an earlier row has already; the rows below it move up within the area, with
 * their formulas and formats, and the rows left at its end are empty. Cells beside the area stay where they are.
 *
 * @param keyOf - what makes two rows of the sheet the same
 * @returns how many rows went and how many are left
 */
export function removeDuplicateRows(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  keyOf: (row: number) => string,
): { removed: number; remaining: number } {
  refuseProtected(workspace, sheet, area);
  const used = sheet.cells.usedArea(false);
  const present = used === null ? null : intersection(area, used);
  if (present === null) return { removed: 0, remaining: 0 };
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = present.top; row <= present.bottom; row++) {
    const key = keyOf(row);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  const removed = present.bottom - present.top + 1 - kept.length;
  if (removed === 0) return { removed, remaining: kept.length };
  workspace.history.cells(sheet, present);
  const { cells } = sheet;
  kept.forEach((from, index) => {
    const to = present.top + index;
    if (from === to) return;
    for (let column = present.left; column <= present.right; column++) {
      const formula = cells.formula(from, column);
      cells.setValue(to, column, cells.value(from, column));
      cells.setStyle(to, column, cells.style(from, column));
      cells.setFormula(
        to,
        column,
        formula && { ...formula, text: moveFormula(formula.text, to - from, 0) },
      );
    }
  });
  workspace.calculation.cellsChanged(sheet, present);
  clearCells(workspace, sheet, { ...present, top: present.top + kept.length }, "All");
  workspace.journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area: present,
    changeType: "RangeEdited",
    detail: null,
  });
  return { removed, remaining: kept.length };
}
