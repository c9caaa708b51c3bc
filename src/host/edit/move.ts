import { columnCount, intersection, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { moveReferences } from "../calc/moved-references";
import { clearCells, tablesFollow } from "./cells";
import { refuseProtected } from "./protection";
import { rewriteAllFormulas } from "./formulas-follow";
import type { Workspace } from "./workspace";

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * Moves cells as cutting and pasting does: values, formulas and formats go to the new place, formulas keep what they
 * read, and formulas everywhere that read the moved cells follow them.
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
  if (source.sheet.tables.some((table) => cuts(table.area, source.area))) {
    throw new HostError("InvalidOperation", "Part of a table cannot be moved away.");
  }
  workspace.history.grid(source.sheet);
  workspace.history.grid(target.sheet);
  const before = source.sheet.cells.clone();
  clearCells(workspace, source.sheet, source.area, "All");
  const move = {
    from: { sheet: source.sheet.name, area: source.area },
    to: { sheet: target.sheet.name, area },
  };
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
  workspace.calculation.structureChanged();
  workspace.calculation.cellsChanged(target.sheet, area);
  tablesFollow(workspace, target.sheet, area, true);
  workspace.journal.add({
    kind: "changed",
    sheetId: target.sheet.id,
    area,
    changeType: "RangeEdited",
    detail: null,
  });
}

/** Whether the cut takes some cells of a table and leaves others. */
function cuts(table: Area, cut: Area): boolean {
  const shared = intersection(table, cut);
  if (shared === null) return false;
  return rowCount(shared) !== rowCount(table) || columnCount(shared) !== columnCount(table);
}
