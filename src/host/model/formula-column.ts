import type { CellFormula } from "./cell";

/**
 * The formulas of one column of cells. It remembers from which row down formulas were written since somebody last read
 * them, so that the last rows of a long column can go without the others being looked at.
 */
export class FormulaColumn {
  readonly #cells = new Map<number, CellFormula>();
  /** Below the last row that ever held a formula. */
  #end = 0;
  #version = 0;
  /** The lowest row written after that version. */
  #written = { since: 0, from: Infinity };

  /** By row, in the order they were entered. */
  get cells(): ReadonlyMap<number, CellFormula> {
    return this.#cells;
  }

  /** Grows with each formula written, moved or removed. */
  get version(): number {
    return this.#version;
  }

  /**
   * The first row in which a formula was written, moved or removed since a version; null where none was. It is never too
   * far down, and exact for who asks about the version that was last asked for.
   */
  writtenSince(version: number): number | null {
    if (version === this.#version) return null;
    const from = version >= this.#written.since ? this.#written.from : 0;
    this.#written = { since: this.#version, from: Infinity };
    return from;
  }

  set(row: number, formula: CellFormula | undefined): void {
    if (formula === undefined) {
      if (this.#cells.delete(row)) this.#wrote(row);
      return;
    }
    this.#wrote(row);
    this.#cells.set(row, formula);
    this.#end = Math.max(this.#end, row + 1);
  }

  clear(): void {
    this.#cells.clear();
    this.#end = 0;
    this.#wrote(0);
  }

  /** Moves formulas from a row on to other rows; those that move nowhere go. */
  move(from: number, to: (row: number) => number | null): void {
    const moving = this.#rowsFrom(from).flatMap((row) => {
      const formula = this.#cells.get(row);
      return formula === undefined ? [] : [{ row, formula }];
    });
    if (moving.length === 0) return;
    for (const { row } of moving) this.#cells.delete(row);
    for (const { row, formula } of moving) {
      const place = to(row);
      if (place === null) continue;
      this.#cells.set(place, formula);
      this.#end = Math.max(this.#end, place + 1);
    }
    this.#wrote(from);
  }

  #rowsFrom(from: number): readonly number[] {
    const span = this.#end - from;
    if (span >= this.#cells.size) return [...this.#cells.keys()].filter((row) => row >= from);
    return Array.from({ length: Math.max(0, span) }, (_, offset) => from + offset);
  }

  #wrote(row: number): void {
    this.#version++;
    this.#written.from = Math.min(this.#written.from, row);
  }
}
