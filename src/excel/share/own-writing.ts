import { cellOf, formulaOf, sameCell } from "../cell";
import { blocksOf } from "../commit/row-blocks";
import { fleeting, type Session } from "../run";
import { written } from "../safe-text";
import type { CellAt, Memory } from "./own-memory";
import { relativeTo } from "./own-references";

/** A cell of a run where it is now, with what took its formula's place. */
export interface Shown {
  readonly place: CellAt;
  readonly value: unknown;
}

/** The cell from which the others are filled, with its formula. */
export interface Anchor {
  readonly place: CellAt;
  readonly formula: string;
  /** Whether the cell stands where it was, and all it refers to. */
  readonly isAsBefore: boolean;
}

/** What stood in cells in the message that wrote into them, just before. */
interface Receipt {
  readonly first: number;
  readonly was: Excel.Range;
  /** By which Excel follows the run. */
  readonly follower: Excel.Range;
  readonly values: readonly unknown[];
}

/**
 * Writes formulas back into cells of one column that still show what took their place. Between the look and the writing
 * columns or rows may come, go or be sorted: `isRight` tells, and `undo` gives back what was written over.
 */
export class Writing {
  changed = false;
  #isAnchorBack = false;
  readonly #receipts: Receipt[] = [];

  constructor(
    private readonly session: Session,
    private readonly title: string,
    private readonly column: CellAt,
    private readonly memory: Memory,
    private readonly anchor: Anchor,
  ) {}

  /** Looks at cells, and queues their formulas. */
  async rows(cells: readonly Shown[]): Promise<void> {
    const { anchor, memory } = this;
    const values = new Map(cells.map(({ place, value }) => [place.row, value]));
    const blocks = blocksOf([...values.keys()], 0).map((block) => ({
      block,
      standing: this.#part(block.first, block.count).load("formulas,values"),
    }));
    await this.session.sync();
    const same: number[] = [];
    for (const { block, standing } of blocks)
      for (let at = 0; at < block.count; at += 1) {
        const row = block.first + at;
        const value = cellOf(standing.values[at]?.[0]);
        const text: unknown = standing.formulas[at]?.[0];
        const standsThere = formulaOf(text, value);
        // A formula that stands there was never taken away, or is another: a person's, or ours over theirs.
        if (standsThere !== null) {
          this.#isAnchorBack ||= row === anchor.place.row && text === anchor.formula;
          this.changed ||= !this.#isOwn(standsThere, row);
        } else if (sameCell(value, cellOf(values.get(row)))) same.push(row);
        else this.changed = true;
      }
    for (const { first, count } of blocksOf(same, 0)) {
      this.#note(first, count, values);
      if (first === anchor.place.row) {
        this.#part(first, 1).formulas = [[anchor.formula]];
        this.#isAnchorBack = true;
      }
      if (this.#isAnchorBack) {
        if (first !== anchor.place.row || count > 1) this.#fill(anchor.place.row, first, count);
      } else if (anchor.isAsBefore) {
        this.#part(first, 1).formulasR1C1 = [[memory.relative]];
        if (count > 1) this.#fill(first, first, count);
      } else this.changed = true;
    }
  }

  /** Whether everything written came into the cells that were looked at; known once the last message has come back. */
  isRight(): boolean {
    return this.#receipts.every(
      ({ was, follower, values }) =>
        follower.formulas[0]?.[0] === this.memory.follower &&
        values.every((value, at) => {
          const found = cellOf(was.values[at]?.[0]);
          const isFormula = formulaOf(was.formulas[at]?.[0], found) !== null;
          return !isFormula && sameCell(found, cellOf(value));
        }),
    );
  }

  /** Queues what stood in the cells that were written over. */
  undo(): void {
    for (const { first, was } of this.#receipts)
      was.values.forEach(([value], at) => {
        const found = cellOf(value);
        const formula = formulaOf(was.formulas[at]?.[0], found);
        const cell = this.#part(first + at, 1);
        if (formula !== null) cell.formulas = [[formula]];
        else cell.values = [[written(found, String(was.numberFormat[at]?.[0]))]];
      });
  }

  #isOwn(formula: string, row: number): boolean {
    const { place, formula: own } = this.anchor;
    return relativeTo(formula, row, place.column) === relativeTo(own, place.row, place.column);
  }

  #note(first: number, count: number, values: ReadonlyMap<number, unknown>): void {
    const { worksheets } = this.session.context.workbook;
    const memory = worksheets.getItem(this.title).getRangeByIndexes(0, this.memory.column, 1, 1);
    this.#receipts.push({
      first,
      was: this.#part(first, count).load("formulas,values,numberFormat"),
      follower: fleeting(memory).load("formulas"),
      values: Array.from({ length: count }, (_, at) => values.get(first + at)),
    });
  }

  #fill(from: number, first: number, count: number): void {
    this.#part(first, count).copyFrom(this.#part(from, 1), Excel.RangeCopyType.formulas);
  }

  #part(first: number, count: number): Excel.Range {
    const { sheet, column } = this.column;
    const { worksheets } = this.session.context.workbook;
    return fleeting(worksheets.getItem(sheet).getRangeByIndexes(first, column, count, 1));
  }
}
