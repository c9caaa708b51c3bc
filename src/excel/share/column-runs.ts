import type { FormulaRun } from "../../app/share/formulas";
import { formulaInputs } from "../../tables/schema";
import type { BoundTable } from "../binding";
import { formulaOf } from "../cell";
import { formulaForRow, formulaOfRow } from "../commit/row-formula";
import type { Place } from "../table-place";

type Cells = readonly (readonly unknown[])[];

/** A row of the column whose cell holds one of the expected formulas, to the letter. */
export interface ExpectedRow {
  /** With `{columnId}`. */
  readonly formula: string;
  /** Zero-based in the table's body. */
  readonly row: number;
  /** Characters of its text. */
  readonly length: number;
}

/** What has been read of one column, from its first row on: where one formula ends and another begins. */
export class ColumnRuns {
  readonly runs: { first: number; count: number; formula: string | null; blank: boolean }[] = [];
  /** Cells that are still being worked out. */
  waiting = 0;
  /** Cells with an expected formula that Excel does not understand. */
  unknown = 0;
  #expected: { readonly left: number; readonly formulas: ReadonlyMap<string, RowFormula> } | null =
    null;
  #last: ExpectedRow | null = null;

  constructor(
    readonly index: number,
    private readonly known: readonly string[],
    private readonly bound: BoundTable,
  ) {}

  /** The last row added, where it holds an expected formula to the letter. */
  get last(): ExpectedRow | null {
    const end = this.runs.at(-1);
    const isLast = end !== undefined && this.#last?.row === end.first + end.count - 1;
    return isLast ? this.#last : null;
  }

  /** Adds rows that were read, from a row of the table's body on. */
  read({ top, left }: Place, row: number, formulas: Cells, values: Cells): void {
    const expected = this.#formulas(left);
    formulas.forEach(([cell], at) => {
      const value = values[at]?.[0];
      const text = formulaOf(cell, value);
      const named = text === null ? null : this.#named(text, top + row + at, row + at, left);
      if (value === "#NAME?" && named !== null && expected.has(named)) this.unknown += 1;
      this.#count(value);
      this.#add(row + at, named, named === null && cell === "");
    });
  }

  /** Adds a row that holds the same formula as an earlier one, and shows this. */
  same({ formula, length }: ExpectedRow, row: number, value: unknown): void {
    this.#last = { formula, row, length };
    if (value === "#NAME?") this.unknown += 1;
    this.#count(value);
    this.#add(row, formula, false);
  }

  /** Adds a row without a formula. */
  constant(row: number, value: unknown): void {
    this.#add(row, null, value === "");
  }

  #count(value: unknown): void {
    if (value === "#BUSY!" || value === "#GETTING_DATA") this.waiting += 1;
  }

  #add(row: number, formula: FormulaRun["formula"], blank: boolean): void {
    const last = this.runs.at(-1);
    if (last !== undefined && last.formula === formula && last.blank === blank) last.count += 1;
    else this.runs.push({ first: row, count: 1, formula, blank });
  }

  /** The formula with `{columnId}`: most cells hold the same as the one above, or one that is expected. */
  #named(text: string, sheetRow: number, row: number, left: number): string {
    const expected = this.#formulas(left);
    const above = this.runs.at(-1)?.formula ?? null;
    const likely =
      above !== null && expected.has(above) ? [above, ...expected.keys()] : expected.keys();
    for (const formula of likely) {
      if (expected.get(formula)?.(sheetRow) !== text) continue;
      this.#last = { formula, row, length: text.length };
      return formula;
    }
    return formulaOfRow(text, sheetRow, this.bound, left);
  }

  #formulas(left: number): ReadonlyMap<string, RowFormula> {
    if (this.#expected?.left !== left)
      this.#expected = { left, formulas: inRows(this.known, this.bound, left) };
    return this.#expected.formulas;
  }
}

type RowFormula = (sheetRow: number) => string;

/** The expected formulas, each ready to be written out for any row; those that name a column the table lacks are left out. */
function inRows(
  known: readonly string[],
  bound: BoundTable,
  left: number,
): ReadonlyMap<string, RowFormula> {
  return new Map(
    known.flatMap((formula) => {
      const lacks = formulaInputs(formula).some((column) => bound.columns[column] === undefined);
      if (lacks) return [];
      // Written out once with a row that is found again, then only joined: long formulas are compared very often.
      const mark = 1_234_566;
      const parts = formulaForRow(formula, mark, bound, left).split(String(mark + 1));
      return [[formula, (row: number) => parts.join(String(row + 1))] as const];
    }),
  );
}
