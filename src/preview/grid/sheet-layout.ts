import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";
import { Axis, columnPixels, rowPixels, usualColumnPixels, usualRowPixels } from "./axis";
import type { GridSelection } from "./selection";

export interface Frozen {
  readonly rows: number;
  readonly columns: number;
  /** Pixels they take. */
  readonly height: number;
  readonly width: number;
}

/** A row or column whose edge is being dragged. */
export interface Resizing {
  readonly axis: "column" | "row";
  readonly index: number;
  readonly pixels: number;
}

const smallest = { rows: 100, columns: 26 };

/** Where rows and columns of the sheet on show lie, and how far the sheet goes as yet: it grows as it is walked. */
export class SheetLayout {
  #rows = new Axis(1, usualRowPixels, new Map());
  #columns = new Axis(1, usualColumnPixels, new Map());
  #extent = smallest;
  #used: Area | null = null;
  #usedOf = "";
  #usedAt = 0;
  #resizing: Resizing | null = null;

  get rows(): Axis {
    return this.#rows;
  }

  get columns(): Axis {
    return this.#columns;
  }

  /** Another sheet is shown: back to the smallest extent. */
  reset(): void {
    this.#extent = smallest;
  }

  /** More rows or columns at the end; true when there was room for any. */
  grow(rows: number, columns: number): boolean {
    const before = this.#extent;
    this.#extent = {
      rows: Math.min(maxRows, before.rows + rows),
      columns: Math.min(maxColumns, before.columns + columns),
    };
    return this.#extent.rows > before.rows || this.#extent.columns > before.columns;
  }

  /** A column's width or a row's height while its edge is dragged; null when that ended. */
  resize(resizing: Resizing | null): void {
    this.#resizing = resizing;
  }

  /** Takes sizes, hidden rows and columns and the extent from the sheet as it is now. */
  measure(sheet: Sheet, selection: GridSelection): void {
    // Looking for the last used cell visits every formula: not at each repaint of a large sheet.
    if (performance.now() - this.#usedAt > 250 || this.#usedOf !== sheet.id) {
      this.#used = sheet.cells.usedArea(true);
      this.#usedOf = sheet.id;
      this.#usedAt = performance.now();
    }
    const { active, head } = selection;
    const rows = Math.max(
      this.#extent.rows,
      (this.#used?.bottom ?? 0) + 50,
      active.row + 10,
      head.row < maxRows - 1 ? head.row + 10 : 0,
    );
    const columns = Math.max(this.#extent.columns, (this.#used?.right ?? 0) + 4, active.column + 3);
    this.#extent = { rows: Math.min(maxRows, rows), columns: Math.min(maxColumns, columns) };
    const heights = new Map<number, number>();
    for (const [row, points] of sheet.rowHeights) heights.set(row, rowPixels(points));
    for (const row of sheet.hiddenRows) heights.set(row, 0);
    for (const row of sheet.filteredRows) heights.set(row, 0);
    const widths = new Map<number, number>();
    for (const [column, characters] of sheet.columnWidths)
      widths.set(column, columnPixels(characters));
    for (const column of sheet.hiddenColumns) widths.set(column, 0);
    if (this.#resizing !== null) {
      const { axis, index, pixels } = this.#resizing;
      (axis === "column" ? widths : heights).set(index, pixels);
    }
    this.#rows = new Axis(this.#extent.rows, usualRowPixels, heights);
    this.#columns = new Axis(this.#extent.columns, usualColumnPixels, widths);
  }

  frozen(sheet: Sheet): Frozen {
    const rows = sheet.freeze?.rows ?? 0;
    const columns = sheet.freeze?.columns ?? 0;
    return {
      rows,
      columns,
      height: this.#rows.offset(rows),
      width: this.#columns.offset(columns),
    };
  }
}
