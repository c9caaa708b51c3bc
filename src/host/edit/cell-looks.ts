import type { Sheet } from "../model/sheet";
import { defaultStyle, type CellStyle } from "../model/style";

/** A cell's looks; one that has none of its own shows its row's, else its column's. */
export function lookOf(sheet: Sheet, row: number, column: number): CellStyle {
  const own = sheet.cells.style(row, column);
  if (own !== defaultStyle) return own;
  return sheet.rowStyles.get(row) ?? sheet.columnStyles.get(column) ?? own;
}

/** The colour of a cell or of its letters, "" where the cell has none. */
export function colorOf(
  sheet: Sheet,
  of: "CellColor" | "FontColor",
  row: number,
  column: number,
): string {
  const look = lookOf(sheet, row, column);
  return (of === "CellColor" ? look.fill : (look.fontColor ?? "#000000")) ?? "";
}
