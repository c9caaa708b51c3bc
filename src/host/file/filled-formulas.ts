import { filledDown } from "../calc/rewrite";
import type { CellFormula } from "../model/cell";
import { evaluatesArrays } from "./array-formulas";
import { answersArray, formulaInFile } from "./formula-text";

/** What a file says of a formula. */
export interface WrittenFormula {
  /** The file's text, not yet XML. */
  readonly text: string;
  /** It takes single values out of ranges or arrays: see {@link evaluatesArrays}. */
  readonly evaluatesArrays: boolean;
  /** It answers an array by nature: see {@link answersArray}. */
  readonly answersArray: boolean;
}

/** A column's formula, and what it becomes in the rows below. */
interface Filling {
  readonly top: number;
  readonly table: string | null;
  readonly formula: (rows: number) => string;
  readonly text: (rows: number) => string;
  readonly written: WrittenFormula;
}

/**
 * Reads formulas for a file. One that is the formula above it filled down is not read again: filling moves references
 * and nothing else, so what was found out of the first holds for it. A long formula in every row costs minutes otherwise.
 */
export class FilledFormulas {
  readonly #fillings = new Map<number, Filling>();
  /** The formula met last in a column: only what comes twice is worth being prepared for more. */
  readonly #last = new Map<number, { row: number; text: string; table: string | null }>();

  /**
   * Cells are asked row by row, from the top.
   *
   * @param table - name of the table the cell belongs to
   */
  read({ text }: CellFormula, row: number, column: number, table: string | null): WrittenFormula {
    const known = this.#fillings.get(column);
    if (known?.table === table && isFilled(text, known.formula(row - known.top)))
      return { ...known.written, text: known.text(row - known.top) };
    const written = {
      text: formulaInFile(text, table),
      evaluatesArrays: evaluatesArrays(text),
      answersArray: answersArray(text),
    };
    this.#prepare(text, row, column, table, written);
    return written;
  }

  #prepare(
    text: string,
    row: number,
    column: number,
    table: string | null,
    written: WrittenFormula,
  ): void {
    const above = this.#last.get(column);
    this.#last.set(column, { row, text, table });
    this.#fillings.delete(column);
    if (above?.row !== row - 1 || above.table !== table) return;
    // Rows are digits: where more differs, nothing need be taken apart to know.
    if (above.text.replaceAll(/\d+/g, "") !== text.replaceAll(/\d+/g, "")) return;
    const formula = filledDown(above.text);
    if (!isFilled(text, formula(1))) return;
    const filled = filledDown(formulaInFile(above.text, table));
    if (filled(1) !== written.text) return;
    this.#fillings.set(column, { top: row - 1, table, formula, text: filled, written });
  }
}

/** Where a reference has left the sheet, more than its row is another. */
function isFilled(text: string, filled: string): boolean {
  return text === filled && !text.includes("#REF!");
}
