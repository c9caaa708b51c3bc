import { usualColumnPixels } from "./axis";
import { fontOf } from "./cell-element";
import { cellLook } from "./cell-look";
import type { PaneScene } from "./pane";
import { textWidth } from "./text-width";

/** How many rows around the window a column is fitted to: enough to look right, and quick at 100,000 rows. */
const fitRows = 500;
const widestColumn = 600;

/** Pixels that show the longest text among a column's cells in use, at most those near the row at the window's top. */
export function fittingWidth(scene: PaneScene, column: number, topRow: number): number {
  const used = scene.sheet.cells.usedArea(true);
  const first = Math.max(0, topRow - fitRows);
  const last = Math.min(used?.bottom ?? 0, first + 3 * fitRows);
  let widest = 0;
  for (let row = first; row <= last; row++) {
    if (scene.rows.size(row) === 0) continue;
    const look = cellLook(scene, row, column);
    if (look.text === "") continue;
    const button = look.table?.filterColumn === undefined ? 0 : 20;
    widest = Math.max(widest, textWidth(look.text, fontOf(look)) + button);
  }
  return widest === 0 ? usualColumnPixels : Math.min(widestColumn, Math.ceil(widest) + 12);
}
