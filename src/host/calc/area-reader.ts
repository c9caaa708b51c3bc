import { maxColumns, maxRows, type Area } from "../model/address";
import type { Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { SheetState } from "./sheet-state";
import { Matrix } from "./values";

/** Cells of an area read with its blank edges. */
const mostCells = 4_000_000;
/** Areas kept as they were read. */
const mostAreas = 200;

interface ReadRange {
  readonly stamp: number;
  readonly matrix: Matrix;
}

/** Reads areas of cells, and remembers them while nothing in their columns is written. */
export class AreaReader {
  readonly #ranges = new Map<string, ReadRange>();

  constructor(private readonly workbook: Workbook) {}

  /** Forgets what was read: cells have moved. */
  clear(): void {
    this.#ranges.clear();
  }

  /** The values of an area; whole columns and rows as far as anything stands in the workbook. */
  read(state: SheetState, area: Area): Matrix {
    const clipped = this.#clip(area);
    // Column versions only grow, so their sum tells whether any of them did.
    let stamp = 0;
    for (let column = clipped.left; column <= clipped.right; column++) {
      stamp += state.versions.get(column) ?? 0;
    }
    const key = `${state.serial}:${clipped.top}:${clipped.left}:${clipped.bottom}:${clipped.right}`;
    const known = this.#ranges.get(key);
    if (known !== undefined && known.stamp === stamp) return known.matrix;
    const matrix = this.#copy(state.sheet, clipped);
    if (this.#ranges.size > mostAreas) this.#ranges.clear();
    this.#ranges.set(key, { stamp, matrix });
    return matrix;
  }

  /** Whole columns and rows, and other vast areas, are read as far as anything stands in the workbook. */
  #clip(area: Area): Area {
    const vast = (area.bottom - area.top + 1) * (area.right - area.left + 1) > mostCells;
    const wholeColumns = vast || area.bottom === maxRows - 1;
    const wholeRows = vast || area.right === maxColumns - 1;
    if (!wholeColumns && !wholeRows) return area;
    let rows = 1;
    let columns = 1;
    for (const sheet of this.workbook.sheets) {
      const extent = sheet.cells.valueExtent();
      rows = Math.max(rows, extent.rows);
      columns = Math.max(columns, extent.columns);
    }
    return {
      ...area,
      bottom: wholeColumns ? Math.max(area.top, Math.min(area.bottom, rows - 1)) : area.bottom,
      right: wholeRows ? Math.max(area.left, Math.min(area.right, columns - 1)) : area.right,
    };
  }

  #copy(sheet: Sheet, area: Area): Matrix {
    const rows: Scalar[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: Scalar[] = [];
      for (let column = area.left; column <= area.right; column++) {
        line.push(sheet.cells.value(row, column));
      }
      rows.push(line);
    }
    return new Matrix(rows);
  }
}
