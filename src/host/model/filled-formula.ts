import type { CellFormula } from "./cell";

/** A formula's text by the number of rows it is moved down. */
type TextBelow = (rows: number) => string;

/** Shorter texts are kept as they are: that is quicker, and costs less than this object. */
const longText = 500;

/**
 * A long formula filled down, whose text is written out only where somebody asks for it: a column of 100,000 formulas
 * of eight thousand characters would be gigabytes of text. As data to be sent to a worker it is its text (see
 * `plainFormula`).
 */
class FilledFormula implements CellFormula {
  // Hidden from `{ ...formula, text }`, which must be plain data.
  readonly #below: TextBelow;
  readonly #rows: number;

  constructor(below: TextBelow, rows: number) {
    this.#below = below;
    this.#rows = rows;
  }

  get text(): string {
    return this.#below(this.#rows);
  }

  isBelow(above: CellFormula): boolean {
    if (!(above instanceof FilledFormula)) return false;
    return above.#below === this.#below && above.#rows === this.#rows - 1;
  }
}

/** The formula of each cell below one it is filled down from, by the rows between; made ready once for a whole column. */
export function filling(below: TextBelow): (rows: number) => CellFormula {
  const isLong = below(1).length >= longText;
  return (rows) => (isLong ? new FilledFormula(below, rows) : { text: below(rows) });
}

/** Whether a cell's formula surely is the one right above filled down by one row; false says nothing. */
export function isFilledBelow(formula: CellFormula, above: CellFormula | undefined): boolean {
  return above !== undefined && formula instanceof FilledFormula && formula.isBelow(above);
}

/** The formula as plain data. */
export function plainFormula(formula: CellFormula): CellFormula {
  return formula instanceof FilledFormula ? { text: formula.text } : formula;
}
