import { filledDown } from "../calc/rewrite";
import type { CellFormula } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { formulaInFile, shiftFormula } from "./formula-text";

/** A formula and the cells below it that hold it filled down, written once. */
interface Run {
  readonly number: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * What Excel itself shares down a column: plain references and built-in functions. Other sheets, tables, arrays and
 * functions of add-ins it writes cell by cell, and so do we: other readers stumble over them.
 */
function canShare({ text, array, spill }: CellFormula): boolean {
  return array !== true && spill === undefined && !/[![\]#@{]|\bLET\(|\bLAMBDA\(/i.test(text);
}

/** Finds columns filled down, so that a long formula costs its length once and not once a row. */
export class SharedRuns {
  readonly #runs = new Map<number, Run>();
  #next = 0;

  constructor(readonly sheet: Sheet) {}

  /**
   * How a formula stands in the file.
   *
   * @returns null for a cell that is written by itself; else its run, which says `text` in its first cell alone
   */
  at(row: number, column: number, formula: CellFormula, text: string): Run | null {
    const known = this.#runs.get(column);
    if (known !== undefined && row <= known.bottom) return known;
    if (!canShare(formula) || /_xl/.test(text)) return null;
    const bottom = this.#bottomOf(row, column, formula, text);
    if (bottom === row) return null;
    const run = { number: this.#next++, top: row, bottom };
    this.#runs.set(column, run);
    return run;
  }

  #bottomOf(row: number, column: number, formula: CellFormula, text: string): number {
    const { cells } = this.sheet;
    const below = cells.formula(row + 1, column);
    if (below === undefined || !canShare(below)) return row;
    const filled = filledDown(formula.text);
    let bottom = row;
    for (let next = below; ;) {
      if (!canShare(next) || next.text !== filled(bottom + 1 - row)) break;
      bottom++;
      const following = cells.formula(bottom + 1, column);
      if (following === undefined) break;
      next = following;
    }
    // A reader moves the text by rules of its own (it wraps at the sheet's edge): where they differ nothing is shared.
    const last = cells.formula(bottom, column)?.text ?? "";
    const moved = shiftFormula(text, bottom - row, 0);
    return moved === formulaInFile(last, null) ? bottom : row;
  }
}
