import { maxColumns, maxRows } from "./address";
import type { Chart, ChartCorner } from "./charts";
import type { Sheet } from "./sheet";
import { columnPoints, rowPoints, shownHeight, shownWidth } from "./sizes";

/** A chart's box in points from the sheet's top left corner, as the API speaks of it. */
export interface ChartBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a chart stands, as rows and columns are sized and shown now. */
export function chartBox(sheet: Sheet, { from, to }: Pick<Chart, "from" | "to">): ChartBox {
  const [left, right] = [from, to].map((corner) => across(sheet, corner)) as [number, number];
  const [top, bottom] = [from, to].map((corner) => downTo(sheet, corner)) as [number, number];
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function across(sheet: Sheet, { column, right }: ChartCorner): number {
  const inside = sheet.hiddenColumns.has(column) ? 0 : Math.min(right, columnPoints(sheet, column));
  return shownWidth(sheet, 0, column - 1) + inside;
}

function downTo(sheet: Sheet, { row, down }: ChartCorner): number {
  const hidden = sheet.hiddenRows.has(row) || sheet.filteredRows.has(row);
  return shownHeight(sheet, 0, row - 1) + (hidden ? 0 : Math.min(down, rowPoints(sheet, row)));
}

/** The corners that give a chart this box. */
export function cornersOf(sheet: Sheet, box: ChartBox): { from: ChartCorner; to: ChartCorner } {
  return {
    from: cornerAt(sheet, box.left, box.top),
    to: cornerAt(sheet, box.left + box.width, box.top + box.height),
  };
}

function cornerAt(sheet: Sheet, x: number, y: number): ChartCorner {
  const width = (column: number): number =>
    sheet.hiddenColumns.has(column) ? 0 : columnPoints(sheet, column);
  const height = (row: number): number =>
    sheet.hiddenRows.has(row) || sheet.filteredRows.has(row) ? 0 : rowPoints(sheet, row);
  const [column, right] = step(x, width, maxColumns);
  const [row, down] = step(y, height, maxRows);
  return { row, column, down, right };
}

/** The first row or column that reaches beyond `points`, and how far into it they come. */
function step(points: number, size: (index: number) => number, count: number): [number, number] {
  let rest = Math.max(0, points);
  for (let index = 0; index < count - 1; index++) {
    const own = size(index);
    if (rest < own) return [index, rest];
    rest -= own;
  }
  return [count - 1, 0];
}
