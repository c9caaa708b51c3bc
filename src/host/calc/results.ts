import { contains, type Area } from "../model/address";
import type { SheetState, SheetStates } from "./sheet-state";
import type { Staleness } from "./staleness";
import { errorOf, Matrix, type Result } from "./values";

/** Writes what formulas answer: values, dynamic arrays with the cells they fill, and legacy arrays. */
export class Results {
  constructor(
    private readonly states: SheetStates,
    private readonly staleness: Staleness,
  ) {}

  /** Writes a formula's result into its cell; an array fills the cells around it, or answers #SPILL!. */
  write(state: SheetState, row: number, column: number, result: Result): void {
    const { cells } = state.sheet;
    const formula = cells.formula(row, column);
    const { spills } = state;
    if (formula?.array === true) {
      this.#writeLegacyArray(state, row, column, result);
      return;
    }
    const before = spills.isEmpty ? null : spills.filledFrom(row, column);
    if (result instanceof Matrix && (result.height > 1 || result.width > 1)) {
      const area = spills.areaFor(row, column, result);
      if (area === null || spills.isObstructed(area)) {
        if (before !== null) this.clearSpill(state, before, null);
        spills.block(row, column, area);
        this.states.store(state, row, column, errorOf("#SPILL!"));
        return;
      }
      if (before !== null && !sameArea(before, area)) this.clearSpill(state, before, null);
      spills.fill(area);
      if (formula !== undefined && !sameArea(formula.spill, area)) {
        cells.setFormula(row, column, { text: formula.text, spill: area });
      }
      this.#lay(state, area, result);
      return;
    }
    if (before !== null) this.clearSpill(state, before, null);
    if (!spills.isEmpty) spills.release(row, column);
    const value = result instanceof Matrix ? result.at(0, 0) : result;
    this.states.store(state, row, column, value ?? 0);
  }

  /** {=…}: the array fills the area it was entered in, #N/A where it is too small. */
  #writeLegacyArray(state: SheetState, row: number, column: number, result: Result): void {
    const { cells } = state.sheet;
    const area = cells.formula(row, column)?.spill ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    };
    const matrix = result instanceof Matrix ? result : new Matrix([[result]]);
    const filled = Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
      Array.from({ length: area.right - area.left + 1 }, (_unused, c) => {
        const atRow = matrix.height === 1 ? 0 : r;
        const atColumn = matrix.width === 1 ? 0 : c;
        return atRow < matrix.height && atColumn < matrix.width
          ? matrix.at(atRow, atColumn)
          : errorOf("#N/A");
      }),
    );
    state.spills.fill(area);
    this.#lay(state, area, new Matrix(filled));
  }

  #lay(state: SheetState, area: Area, matrix: Matrix): void {
    let moved = false;
    for (let r = 0; r < matrix.height; r++) {
      for (let c = 0; c < matrix.width; c++) {
        const changed = this.states.store(state, area.top + r, area.left + c, matrix.at(r, c) ?? 0);
        if (changed && (r > 0 || c > 0)) moved = true;
      }
    }
    if (moved) this.staleness.spread(state, area);
  }

  /** Empties the cells an array filled, except its first and those in `keep`, which somebody else has written. */
  clearSpill(state: SheetState, spill: Area, keep: Area | null): void {
    const { cells } = state.sheet;
    state.spills.release(spill.top, spill.left);
    const formula = cells.formula(spill.top, spill.left);
    if (formula?.spill !== undefined && formula.array !== true) {
      const { text } = formula;
      cells.setFormula(spill.top, spill.left, { text });
    }
    for (let row = spill.top; row <= spill.bottom; row++) {
      for (let column = spill.left; column <= spill.right; column++) {
        if (row === spill.top && column === spill.left) continue;
        if (keep !== null && contains(keep, row, column)) continue;
        this.states.store(state, row, column, null);
      }
    }
    this.staleness.spread(state, spill);
  }
}

function sameArea(one: Area | undefined, other: Area): boolean {
  return (
    one !== undefined &&
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}
