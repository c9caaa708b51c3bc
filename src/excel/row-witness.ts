import { TextMap } from "../domain/text-map";
import type { Cell } from "../tables/change";

/** Two rows of one id, read by different messages; numbers in the body of the table. */
export interface Apart {
  readonly id: string;
  readonly first: number;
  readonly second: number;
}

/** So many are looked at again: where rows were moved, one is enough to tell. */
const most = 20;

/**
 * The ids of a table that is read by several messages. A row that somebody moves between two of them, as by sorting, is
 * either read twice or not at all; and as long as there are as many rows as before, one that is left out has another
 * one read twice in its place. So an id that came by two messages tells of both, unless it really stands twice.
 */
export class RowWitness {
  readonly apart: Apart[] = [];
  readonly #rows = new TextMap<number>();

  /**
   * @param row - in the body of the table
   * @param begin - the first row of the message it came by
   */
  see(cell: Cell, row: number, begin: number): void {
    if (cell === null || cell === "") return;
    const id = String(cell);
    const first = this.#rows.get(id);
    if (first === undefined) this.#rows.set(id, row);
    else if (first < begin && this.apart.length < most) this.apart.push({ id, first, second: row });
  }
}
