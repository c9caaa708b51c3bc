import { columnCount, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { moveReferences } from "../calc/moved-references";
import { clearCells, tablesFollow } from "./cells";
import { liftLayers, refuseTornTables } from "./moved-layers";
import { refuseProtected } from "./protection";
import { rewriteAllFormulas } from "./formulas-follow";
import type { Workspace } from "./workspace";

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * Moves cells as cutting and pasting does: values, formulas, formats and what lies over them go to the new place,
 * formulas keep what they read, and formulas everywhere that read the moved cells follow them.
 *
 * @param target - its top-left cell says where; its size does not matter
 */
export function moveCellsTo(workspace: Workspace, source: Place, target: Place): void {
  const { top, left } = target.area;
  const area: Area = {
    top,
    left,
    bottom: top + rowCount(source.area) - 1,
    right: left + columnCount(source.area) - 1,
  };
  refuseProtected(workspace, source.sheet, source.area);
  refuseProtected(workspace, target.sheet, area);
  refuseTornTables(source, { sheet: target.sheet, area });
  workspace.history.grid(source.sheet);
  workspace.history.grid(target.sheet);
  const before = source.sheet.cells.clone();
  const move = {
    from: { sheet: source.sheet.name, area: source.area },
    to: { sheet: target.sheet.name, area },
  };
  const lay = liftLayers(workspace, source, { sheet: target.sheet, area }, move);
  clearCells(workspace, source.sheet, source.area, "All");
  rewriteAllFormulas(workspace, (formula, home) => moveReferences(formula, home, move));
  const down = top - source.area.top;
  const across = left - source.area.left;
  for (let row = source.area.top; row <= source.area.bottom; row++) {
    for (let column = source.area.left; column <= source.area.right; column++) {
      const formula = before.formula(row, column);
      const to = [row + down, column + across] as const;
      target.sheet.cells.setFormula(
        ...to,
        formula && {
          ...formula,
          text: moveReferences(formula.text, source.sheet.name, move, target.sheet.name),
        },
      );
      target.sheet.cells.setValue(...to, before.value(row, column));
      target.sheet.cells.setStyle(...to, before.style(row, column));
    }
  }
  const tables = lay();
  workspace.calculation.structureChanged();
  workspace.calculation.cellsChanged(target.sheet, area);
  // What stood beside a table that was moved with it is no entry beside it.
  if (tables === 0) tablesFollow(workspace, target.sheet, area, true);
  workspace.journal.add({
    kind: "changed",
    sheetId: target.sheet.id,
    area,
    changeType: "RangeEdited",
    detail: null,
  });
}
