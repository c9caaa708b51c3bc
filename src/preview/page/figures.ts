import type { Sheet } from "../../host/model/sheet";
import type { Desk } from "./desk";

export interface Figures {
  /** Cells that are not empty. */
  readonly count: number;
  /** Cells that hold numbers. */
  readonly numbers: number;
  readonly sum: number;
}

/** Milliseconds of counting before the page gets its turn. */
const slice = 10;
/** Rows between two looks at the clock. */
const batch = 500;

/**
 * Count, and sum of the numbers, over the selection without the rows a filter hides. Large ones are counted in slices.
 *
 * @returns null when it was stopped, because something else has been chosen or changed
 */
export async function figures(desk: Desk, stopped: () => boolean): Promise<Figures | null> {
  const { sheet } = desk;
  const { areas } = desk.selection;
  const [first, second] = areas;
  const single =
    second === undefined && first?.top === first?.bottom && first?.left === first?.right;
  const used = sheet.cells.usedArea(true);
  const found = { count: 0, numbers: 0, sum: 0 };
  if (single || used === null) return found;
  let until = performance.now() + slice;
  for (const area of areas) {
    const bottom = Math.min(area.bottom, used.bottom);
    for (let column = area.left; column <= Math.min(area.right, used.right); column++) {
      for (let top = area.top; top <= bottom; top += batch) {
        if (performance.now() > until) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (stopped()) return null;
          until = performance.now() + slice;
        }
        countColumn(sheet, column, top, Math.min(bottom, top + batch - 1), found);
      }
    }
  }
  return found;
}

function countColumn(
  sheet: Sheet,
  column: number,
  top: number,
  bottom: number,
  into: { count: number; numbers: number; sum: number },
): void {
  for (let row = top; row <= bottom; row++) {
    const value = sheet.cells.value(row, column);
    if (value === null || value === "") continue;
    if (sheet.filteredRows.has(row)) continue;
    into.count++;
    if (typeof value !== "number") continue;
    into.numbers++;
    into.sum += value;
  }
}
