import { usualRowPixels } from "./axis";
import { fontOf } from "./cell-element";
import { cellLook } from "./cell-look";
import type { PaneScene } from "./pane";
import { textWidth } from "./text-width";

const linePixels = 18;
const cellPadding = 12;

/** Pixels that show all lines of a row's wrapped cells; null where one line is enough. */
export function fittingHeight(scene: PaneScene, row: number): number | null {
  const used = scene.sheet.cells.usedArea(true);
  let most = 1;
  for (let column = 0; column <= (used?.right ?? -1); column++) {
    const width = scene.columns.size(column) - cellPadding;
    if (width <= 0 || scene.sheet.cells.style(row, column).wrapText !== true) continue;
    const look = cellLook(scene, row, column);
    const font = fontOf(look);
    const lines = look.text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, font) / width)), 0);
    most = Math.max(most, lines);
  }
  return most === 1 ? null : Math.max(usualRowPixels, most * linePixels + 4);
}
