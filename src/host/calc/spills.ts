import { contains, intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Matrix } from "./values";

/** Where dynamic arrays lie on one sheet, by their first cell. */
export class Spills {
  readonly #filled = new Map<string, Area>();
  /** Areas that arrays would fill if nothing were in their way. */
  readonly #blocked = new Map<string, Area>();

  constructor(private readonly sheet: Sheet) {}

  get isEmpty(): boolean {
    return this.#filled.size === 0 && this.#blocked.size === 0;
  }

  filledFrom(row: number, column: number): Area | null {
    return this.#filled.get(keyOf(row, column)) ?? null;
  }

  /** The array a cell belongs to, its first cell included; null for other cells. */
  holding(row: number, column: number): Area | null {
    if (this.#filled.size === 0) return null;
    for (const area of this.#filled.values()) if (contains(area, row, column)) return area;
    return null;
  }

  /** Arrays that lie in or reach into an area. */
  *meeting(area: Area): Iterable<Area> {
    for (const spill of this.#filled.values()) if (intersection(spill, area) !== null) yield spill;
  }

  /** First cells of arrays that wait for room in an area. */
  *waitingFor(area: Area): Iterable<{ row: number; column: number }> {
    for (const wanted of this.#blocked.values()) {
      if (intersection(wanted, area) !== null) yield { row: wanted.top, column: wanted.left };
    }
  }

  /** Where an array of that size would lie; null where it leaves the sheet. */
  areaFor(row: number, column: number, matrix: Matrix): Area | null {
    const bottom = row + matrix.height - 1;
    const right = column + matrix.width - 1;
    return bottom < maxRows && right < maxColumns
      ? { top: row, left: column, bottom, right }
      : null;
  }

  /** True where something is in the way: content, a merge, a table, or another array. */
  isObstructed(area: Area): boolean {
    const own = this.filledFrom(area.top, area.left);
    const { cells, merges, tables } = this.sheet;
    if (tables.some((table) => intersection(table.area, area) !== null)) return true;
    if (merges.some((merge) => intersection(merge, area) !== null)) return true;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (row === area.top && column === area.left) continue;
        if (cells.formula(row, column) !== undefined) return true;
        if (own !== null && contains(own, row, column)) continue;
        if (cells.value(row, column) !== null) return true;
      }
    }
    return false;
  }

  block(row: number, column: number, wanted: Area | null): void {
    if (wanted !== null) this.#blocked.set(keyOf(row, column), wanted);
  }

  fill(area: Area): void {
    this.#blocked.delete(keyOf(area.top, area.left));
    this.#filled.set(keyOf(area.top, area.left), area);
  }

  release(row: number, column: number): void {
    this.#filled.delete(keyOf(row, column));
    this.#blocked.delete(keyOf(row, column));
  }

  clear(): void {
    this.#filled.clear();
    this.#blocked.clear();
  }
}

function keyOf(row: number, column: number): string {
  return `${row},${column}`;
}
