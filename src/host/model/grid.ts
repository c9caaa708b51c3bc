import type { Area } from "./address";
import type { Scalar } from "./cell";
import { defaultStyle, type CellStyle } from "./style";

/** A formula as stored: the en-US A1 text with its leading "=". */
export interface CellFormula {
  readonly text: string;
  /** The area a dynamic array fills from this cell; absent while it fills one cell. */
  readonly spill?: Area;
  /** True for a legacy array formula ({=…}). */
  readonly array?: boolean;
}

/**
 * The cells of one sheet, kept by column: a table's column is read and written as one run, and a sheet of
 * 100,000 × 25 plain cells costs one array slot per cell. Nothing here calculates, coerces or raises events.
 */
export class CellGrid {
  readonly #values = new Map<number, Scalar[]>();
  readonly #formulas = new Map<number, Map<number, CellFormula>>();
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
    return this.#formulas.get(column)?.get(row);
  }

  setFormula(row: number, column: number, formula: CellFormula | undefined): void {
    let cells = this.#formulas.get(column);
    if (formula === undefined) {
      cells?.delete(row);
      return;
    }
    if (cells === undefined) {
      cells = new Map();
      this.#formulas.set(column, cells);
    }
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

  /** Visits every formula, column by column; rows within a column in the order they were entered. */
  *formulas(): Iterable<{ row: number; column: number; formula: CellFormula }> {
    for (const [column, cells] of this.#formulas) {
      for (const [row, formula] of cells) yield { row, column, formula };
    }
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
    for (const [column, cells] of this.#formulas) for (const row of cells.keys()) grow(row, column);
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
