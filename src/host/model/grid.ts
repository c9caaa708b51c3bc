import type { Area } from "./address";
import type { CellFormula, Scalar } from "./cell";
import { FormulaColumn } from "./formula-column";
import { defaultStyle, type CellStyle } from "./style";

export interface ColumnCells {
  readonly values: readonly Scalar[];
  readonly styles: readonly CellStyle[];
  readonly formulas: ReadonlyMap<number, CellFormula>;
}

/** Cells copied out of a grid: values, formulas and formats. */
export interface AreaCells {
  readonly area: Area;
  readonly columns: ReadonlyMap<number, ColumnCells>;
}

/**
 * The cells of one sheet, kept by column: a table's column is read and written as one run, and a sheet of
 * 100,000 × 25 plain cells costs one array slot per cell. Nothing here calculates, coerces or raises events.
 */
export class CellGrid {
  readonly #values = new Map<number, Scalar[]>();
  readonly #formulas = new Map<number, FormulaColumn>();
  #holdsArrays = false;
  readonly #styles = new Map<number, CellStyle[]>();

  value(row: number, column: number): Scalar {
    return this.#values.get(column)?.[row] ?? null;
  }

  /** Stores a value only; a formula in the cell stays and keeps this as its result. */
  setValue(row: number, column: number, value: Scalar): void {
    let cells = this.#values.get(column);
    if (cells === undefined) {
      if (value === null) return;
      cells = [];
      this.#values.set(column, cells);
    }
    if (value === null && row >= cells.length) return;
    // Filling the gap keeps the array dense in the engine's eyes; a sparse array is many times slower.
    while (cells.length < row) cells.push(null);
    cells[row] = value;
  }

  formula(row: number, column: number): CellFormula | undefined {
    return this.#formulas.get(column)?.cells.get(row);
  }

  setFormula(row: number, column: number, formula: CellFormula | undefined): void {
    let cells = this.#formulas.get(column);
    if (cells === undefined) {
      if (formula === undefined) return;
      cells = new FormulaColumn();
      this.#formulas.set(column, cells);
    }
    if (formula?.spill !== undefined) this.#holdsArrays = true;
    cells.set(row, formula);
  }

  style(row: number, column: number): CellStyle {
    return this.#styles.get(column)?.[row] ?? defaultStyle;
  }

  setStyle(row: number, column: number, style: CellStyle): void {
    let cells = this.#styles.get(column);
    if (cells === undefined) {
      if (style === defaultStyle) return;
      cells = [];
      this.#styles.set(column, cells);
    }
    if (style === defaultStyle && row >= cells.length) return;
    while (cells.length < row) cells.push(defaultStyle);
    cells[row] = style;
  }

  /** False where no formula ever filled more than one cell. */
  get holdsArrays(): boolean {
    return this.#holdsArrays;
  }

  /** The formulas of one column; undefined where there never were any. */
  formulasIn(column: number): FormulaColumn | undefined {
    return this.#formulas.get(column);
  }

  formulaColumns(): Iterable<number> {
    return this.#formulas.keys();
  }

  /** Rows and columns up to the last cell that ever held a value; cheap, and never too small for values. */
  valueExtent(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    for (const [column, cells] of this.#values) {
      rows = Math.max(rows, cells.length);
      columns = Math.max(columns, column + 1);
    }
    return { rows, columns };
  }

  /** Visits every formula, column by column; rows within a column in the order they were entered. */
  *formulas(): Iterable<{ row: number; column: number; formula: CellFormula }> {
    for (const [column, cells] of this.#formulas) {
      for (const [row, formula] of cells.cells) yield { row, column, formula };
    }
  }

  /** Cells with a value or a formula inside an area, column by column; cost follows what is stored, not the area. */
  *filled(area: Area): Iterable<{ row: number; column: number }> {
    const columns = new Set([...this.#values.keys(), ...this.#formulas.keys()]);
    for (const column of [...columns].sort((one, other) => one - other)) {
      if (column < area.left || column > area.right) continue;
      const values = this.#values.get(column) ?? [];
      const formulas = this.#formulas.get(column)?.cells;
      const last = Math.min(area.bottom, values.length - 1);
      for (let row = area.top; row <= last; row++) {
        if ((values[row] ?? null) !== null || formulas?.has(row)) yield { row, column };
      }
      if (formulas === undefined) continue;
      const first = Math.max(area.top, last + 1);
      if (area.bottom - first < formulas.size) {
        for (let row = first; row <= area.bottom; row++) {
          if (formulas.has(row)) yield { row, column };
        }
      } else {
        for (const row of formulas.keys()) {
          if (row >= first && row <= area.bottom) yield { row, column };
        }
      }
    }
  }

  /** Opens `count` empty rows before row `at` in the columns named; what stands there moves down. */
  insertRows(at: number, count: number, left: number, right: number): void {
    this.#eachColumn(left, right, (column) => {
      const values = this.#values.get(column);
      if (values !== undefined && values.length > at) {
        const gap = new Array<Scalar>(count).fill(null);
        this.#values.set(column, values.slice(0, at).concat(gap, values.slice(at)));
      }
      const styles = this.#styles.get(column);
      if (styles !== undefined && styles.length > at) {
        const gap = new Array<CellStyle>(count).fill(defaultStyle);
        this.#styles.set(column, styles.slice(0, at).concat(gap, styles.slice(at)));
      }
      this.#formulas.get(column)?.move(at, (row) => row + count);
    });
  }

  /** Takes `count` rows out from row `at` on in the columns named; what stands below moves up. */
  deleteRows(at: number, count: number, left: number, right: number): void {
    this.#eachColumn(left, right, (column) => {
      this.#values.get(column)?.splice(at, count);
      this.#styles.get(column)?.splice(at, count);
      this.#formulas.get(column)?.move(at, (row) => (row < at + count ? null : row - count));
    });
  }

  /** Opens `count` empty columns before column `at` in the rows named; what stands there moves right. */
  insertColumns(at: number, count: number, top: number, bottom: number): void {
    for (const column of this.#columnsFrom(at).reverse()) {
      this.#moveRun(column, column + count, top, bottom);
    }
  }

  /** Takes `count` columns out from column `at` on in the rows named; what stands to the right moves left. */
  deleteColumns(at: number, count: number, top: number, bottom: number): void {
    for (const column of this.#columnsFrom(at)) {
      if (column < at + count) this.#clearRun(column, top, bottom);
      else this.#moveRun(column, column - count, top, bottom);
    }
  }

  /** An independent copy; values, formulas and styles are immutable and shared. */
  clone(): CellGrid {
    const copy = new CellGrid();
    copy.assign(this);
    return copy;
  }

  /** Takes over the content of another grid, as an independent copy. */
  assign(other: CellGrid): void {
    const columns = new Map<number, ColumnCells>();
    for (const column of other.#columnsFrom(0)) {
      columns.set(column, other.#copyColumn(column, 0, Infinity));
    }
    this.#values.clear();
    for (const formulas of this.#formulas.values()) formulas.clear();
    this.#styles.clear();
    for (const [column, cells] of columns) this.#pasteColumn(column, 0, cells);
  }

  /** The cells of an area as they stand, to be put back by `pasteArea`. */
  copyArea(area: Area): AreaCells {
    const columns = new Map<number, ColumnCells>();
    for (let column = area.left; column <= area.right; column++) {
      const stored =
        this.#values.has(column) || this.#styles.has(column) || this.#formulas.has(column);
      if (stored) columns.set(column, this.#copyColumn(column, area.top, area.bottom));
      else if (column > this.#lastColumn()) break;
    }
    return { area, columns };
  }

  /** Puts copied cells back where they were copied; cells that were empty then are emptied. */
  pasteArea(cells: AreaCells): void {
    const { area, columns } = cells;
    for (const column of this.#columnsFrom(area.left)) {
      if (column <= area.right) this.#clearRun(column, area.top, area.bottom);
    }
    for (const [column, run] of columns) this.#pasteColumn(column, area.top, run);
  }

  #copyColumn(column: number, top: number, bottom: number): ColumnCells {
    const formulas = new Map<number, CellFormula>();
    const stored = this.#formulas.get(column)?.cells;
    if (stored !== undefined && bottom - top < stored.size) {
      // A few rows of a long column are looked up one by one.
      for (let row = top; row <= bottom; row++) {
        const formula = stored.get(row);
        if (formula !== undefined) formulas.set(row, formula);
      }
    } else {
      for (const [row, formula] of stored ?? []) {
        if (row >= top && row <= bottom) formulas.set(row, formula);
      }
    }
    return {
      values: this.#values.get(column)?.slice(top, bottom + 1) ?? [],
      styles: this.#styles.get(column)?.slice(top, bottom + 1) ?? [],
      formulas,
    };
  }

  #pasteColumn(column: number, top: number, cells: ColumnCells): void {
    cells.values.forEach((value, index) => this.setValue(top + index, column, value));
    cells.styles.forEach((style, index) => this.setStyle(top + index, column, style));
    for (const [row, formula] of cells.formulas) this.setFormula(row, column, formula);
  }

  #lastColumn(): number {
    return this.#columnsFrom(0).at(-1) ?? -1;
  }

  #columnsFrom(at: number): number[] {
    const columns = new Set([
      ...this.#values.keys(),
      ...this.#formulas.keys(),
      ...this.#styles.keys(),
    ]);
    return [...columns].filter((column) => column >= at).sort((one, other) => one - other);
  }

  #eachColumn(left: number, right: number, change: (column: number) => void): void {
    for (const column of this.#columnsFrom(left)) if (column <= right) change(column);
  }

  #moveRun(from: number, to: number, top: number, bottom: number): void {
    const last = Math.min(bottom, Math.max(this.#length(from), this.#length(to)) - 1);
    for (let row = top; row <= last; row++) {
      this.setValue(row, to, this.value(row, from));
      this.setFormula(row, to, this.formula(row, from));
      this.setStyle(row, to, this.style(row, from));
    }
    this.#clearRun(from, top, bottom);
  }

  #clearRun(column: number, top: number, bottom: number): void {
    const last = Math.min(bottom, this.#length(column) - 1);
    for (let row = top; row <= last; row++) {
      this.setValue(row, column, null);
      this.setFormula(row, column, undefined);
      this.setStyle(row, column, defaultStyle);
    }
  }

  #length(column: number): number {
    let length = Math.max(
      this.#values.get(column)?.length ?? 0,
      this.#styles.get(column)?.length ?? 0,
    );
    for (const row of this.#formulas.get(column)?.cells.keys() ?? [])
      length = Math.max(length, row + 1);
    return length;
  }

  /** The smallest area that holds every value and formula (and every format, unless `valuesOnly`); null for an empty sheet. */
  usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const grow = (row: number, column: number): void => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    for (const [column, cells] of this.#values) {
      const first = cells.findIndex((value) => value !== null);
      if (first < 0) continue;
      grow(first, column);
      grow(
        cells.findLastIndex((value) => value !== null),
        column,
      );
    }
    for (const [column, { cells }] of this.#formulas)
      for (const row of cells.keys()) grow(row, column);
    if (!valuesOnly) {
      for (const [column, cells] of this.#styles) {
        const first = cells.findIndex((style) => style !== defaultStyle);
        if (first < 0) continue;
        grow(first, column);
        grow(
          cells.findLastIndex((style) => style !== defaultStyle),
          column,
        );
      }
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }
}
