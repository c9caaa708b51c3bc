/** Between two signs of life; the host is busy with other things, too, and half a second is what a person accepts. */
const aimMs = 220;
/** Nobody knows yet how long the host needs for a row: 12 kB of native formulas, or a value. */
const atFirst = 100;
const least = 20;
/** What is read along with so many rows is half a megabyte. */
const most = 2_000;
/** The functions of so many rows answer within one short task of the pane. */
const mostFunctions = 1_000;

/** How many rows the next piece may have: as many as the host deals with in a quarter of a second. */
export class PieceRows {
  rows = atFirst;
  readonly #most: number;

  /** @param calls - whether the rows get cell functions, which the pane's own thread answers */
  constructor(calls: boolean) {
    this.#most = calls ? mostFunctions : most;
  }

  /** @param ms - what a piece of so many rows took */
  took(ms: number, rows: number): void {
    const fitting = ms <= 0 ? rows * 2 : Math.floor((rows * aimMs) / ms);
    // A piece that ended with the table says little; one that was quick by chance, not much more.
    const wanted = rows < this.rows ? Math.max(this.rows, fitting) : fitting;
    this.rows = Math.min(this.#most, Math.max(least, Math.min(wanted, this.rows * 2)));
  }
}
