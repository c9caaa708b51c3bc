import type { Sheet } from "./sheet";

/** Widths and heights as points, from what a sheet stores: characters of the default font, and points. */

/** The width of a digit of the default font (Calibri 11) and the room beside the text, in pixels at 96 dpi. */
const digitPixels = 7;
const paddingPixels = 5;
const pointsPerPixel = 0.75;

/** 48 points for the default 8.43 characters, as Excel shows it (64 pixels); ECMA-376 part 1, 18.3.1.13. */
export function pointsOfCharacters(characters: number): number {
  const pixels =
    characters < 1
      ? characters * (digitPixels + paddingPixels)
      : characters * digitPixels + paddingPixels;
  return Math.round(pixels) * pointsPerPixel;
}

export function charactersOfPoints(points: number): number {
  const pixels = points / pointsPerPixel;
  return pixels < digitPixels + paddingPixels
    ? pixels / (digitPixels + paddingPixels)
    : (pixels - paddingPixels) / digitPixels;
}

/** A column's width in points, whether it is hidden or not. */
export function columnPoints(sheet: Sheet, column: number): number {
  return pointsOfCharacters(sheet.columnWidths.get(column) ?? sheet.standardWidth);
}

export function rowPoints(sheet: Sheet, row: number): number {
  return sheet.rowHeights.get(row) ?? sheet.standardHeight;
}

/** The shown width of columns `first` to `last`, in points; hidden ones count nothing. */
export function shownWidth(sheet: Sheet, first: number, last: number): number {
  let points = 0;
  for (let column = first; column <= last; column++) {
    if (!sheet.hiddenColumns.has(column)) points += columnPoints(sheet, column);
  }
  return points;
}

/** The shown height of rows `first` to `last`, in points; cost follows the rows that differ, not the run. */
export function shownHeight(sheet: Sheet, first: number, last: number): number {
  if (last < first) return 0;
  const within = (row: number): boolean => row >= first && row <= last;
  let points = (last - first + 1) * sheet.standardHeight;
  for (const [row, height] of sheet.rowHeights) {
    if (within(row)) points += height - sheet.standardHeight;
  }
  const hidden = new Set([...sheet.hiddenRows, ...sheet.filteredRows].filter(within));
  for (const row of hidden) points -= rowPoints(sheet, row);
  return points;
}
