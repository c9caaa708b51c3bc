import { TextMap } from "../../domain/text-map";
import type { Cell } from "../../tables/change";
import { rowsPerTurn, turn } from "../../app/turn";

/** What a deed of several commits knows about where rows stand, by the host's id of their table. */
export type KnownPlaces = Map<string, RowPlaces>;

/** A row's number, zero-based in the body of its table. */
export interface NumberedRow {
  readonly id: string;
  readonly row: number;
}

/** How a commit that was confirmed has moved the rows of a table; numbers are those before it. */
export interface Moved {
  readonly bodyRows: number;
  readonly removed: readonly NumberedRow[];
  /** New rows stand at the end, from the row `firstAdded` on. */
  readonly added: readonly string[];
  readonly firstAdded: number;
}

/** The end of a table, as it was seen just now. */
export interface TableEnd {
  readonly bodyRows: number;
  readonly lastId: string | null;
}

/**
 * Where the rows of one table stand, as far as a deed has found out: looked up at most once, then followed through what
 * the deed itself writes. What others do meanwhile is not in it: whoever goes by it compares the ids at the places told,
 * and looks the rows up afresh where they are others.
 */
export class RowPlaces {
  /** By id: the row's number as if none had been removed. */
  readonly #numbers = new TextMap<number>();
  /** Such numbers of the rows that were removed, ascending. */
  #removed: readonly number[] = [];
  /** Ids that stood in more than one row. */
  readonly #doubled = new TextMap<true>();
  /** How many rows the table has unless somebody else adds or removes some; null where not all of them are known. */
  #rowCount: number | null = null;

  /** How many rows the table should have; null where that is not known. */
  get rowCount(): number | null {
    return this.#rowCount;
  }

  /** Takes over the whole id column of a table. */
  async learn(ids: readonly Cell[]): Promise<void> {
    this.#forget();
    for (const [row, cell] of ids.entries()) {
      if (row % rowsPerTurn === rowsPerTurn - 1) await turn();
      if (cell === null) continue;
      const id = String(cell);
      if (this.#numbers.has(id)) this.#doubled.set(id, true);
      else this.#numbers.set(id, row);
    }
    this.#rowCount = ids.length;
  }

  /** The body row in which that id should stand; null where that is not known, or where it stood in several. */
  rowOf(id: string): number | null {
    const number = this.#numbers.get(id);
    if (number === undefined || this.#doubled.has(id)) return null;
    return number - countBelow(this.#removed, number);
  }

  /**
   * Whether the id stands in the table; null where that is not known, as somebody else may have brought rows: then the
   * table has another number of them, or another one is the last.
   */
  has(id: string, { bodyRows, lastId }: TableEnd): boolean | null {
    if (this.#numbers.has(id)) return true;
    const stands =
      this.#rowCount === bodyRows && (lastId === null || this.rowOf(lastId) === bodyRows - 1);
    return stands ? false : null;
  }

  /** Follows what the deed has just written. */
  follow({ bodyRows, removed, added, firstAdded }: Moved): void {
    const left = firstAdded + added.length - removed.length;
    // Of a table that loses all its rows one stays, blanked.
    if (left < 1 || removed.some(({ id, row }) => this.rowOf(id) !== row)) {
      this.#forget();
      return;
    }
    const first = firstAdded + this.#removed.length;
    added.forEach((id, index) => this.#numbers.set(id, first + index));
    this.#rowCount = this.#rowCount === bodyRows ? left : null;
    if (removed.length === 0) return;
    const gone = removed.map(({ id }) => this.#numbers.get(id) ?? first);
    this.#removed = [...this.#removed, ...gone].sort((one, other) => one - other);
    for (const { id } of removed) this.#numbers.delete(id);
  }

  #forget(): void {
    this.#numbers.clear();
    this.#doubled.clear();
    this.#removed = [];
    this.#rowCount = null;
  }
}

/** How many of the ascending numbers are smaller. */
function countBelow(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
