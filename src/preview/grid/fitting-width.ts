import { usualColumnPixels } from "./axis";
import { fontOf } from "./cell-element";
import { cellLook } from "./cell-look";
import { filterState } from "./filter-buttons";
import type { PaneScene } from "./pane";
import { textWidth } from "./text-width";

const widestColumn = 600;

/** Pixels that show the longest text among a column's cells of these rows. */
export function fittingWidth(
  scene: PaneScene,
  column: number,
  first: number,
  lastWanted: number,
): number {
  const used = scene.sheet.cells.usedArea(true);
  const last = Math.min(used?.bottom ?? 0, lastWanted);
  let widest = 0;
  for (let row = first; row <= last; row++) {
    if (scene.rows.size(row) === 0) continue;
    const look = cellLook(scene, row, column);
    if (look.text === "") continue;
    const button = filterState(scene.sheet, row, column) === "none" ? 0 : 20;
    widest = Math.max(widest, textWidth(look.text, fontOf(look)) + button);
  }
  return widest === 0 ? usualColumnPixels : Math.min(widestColumn, Math.ceil(widest) + 12);
}
