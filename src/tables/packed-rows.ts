import type { Cell, CellChange, UpdatedRow, WholeRow } from "./change";
import type { RowList } from "./row-list";
import type { TableId } from "./schema";

/** How a row's cells stand in a text: their columns apart from what they hold. */
interface Packing<Of> {
  readonly columnsOf: (row: Of) => readonly string[];
  readonly valuesOf: (row: Of) => readonly unknown[];
  readonly rowOf: (place: Place, columns: readonly string[], values: readonly unknown[]) => Of;
}

interface Place {
  readonly table: TableId;
  readonly id: string;
}

/** A text: the columns rows may have, and each row by the number of its columns. */
interface Packed {
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly (readonly [
    table: TableId,
    id: string,
    columns: number,
    values: readonly unknown[],
  ])[];
}

/** Rows in one text: a millisecond's work. */
const perText = 100;
/** Texts taken apart a moment ago: a piece of a deed is gone through several times, from its size to its audit rows. */
const mostOpen = 12;

/**
 * Rows of a long change, kept as texts of a hundred rows each, and taken apart when one is asked for. Whenever the
 * browser collects the garbage it goes through every object that is kept, in one go where a script is busy making more:
 * a hundred thousand rows with their cells would be half a million, and these texts are a thousand.
 *
 * Gives back rows equal to those that were put in. Asked in order, upwards or downwards, each text is read once, and a
 * thousand rows that are asked for again at once are there still.
 */
export class PackedRows<Of extends Place> implements RowList<Of> {
  readonly #texts: string[] = [];
  #last: Of[] = [];
  /** By text, the one opened first in front. */
  readonly #open = new Map<number, readonly Of[]>();

  private constructor(private readonly packing: Packing<Of>) {}

  static ofWhole(): PackedRows<WholeRow> {
    return new PackedRows(wholeRows);
  }

  static ofUpdated(): PackedRows<UpdatedRow> {
    return new PackedRows(updatedRows);
  }

  get length(): number {
    return this.#texts.length * perText + this.#last.length;
  }

  push(row: Of): void {
    this.#last.push(row);
    if (this.#last.length < perText) return;
    this.#texts.push(packed(this.#last, this.packing));
    this.#last = [];
  }

  at(index: number): Of | undefined {
    const text = Math.floor(index / perText);
    const rows = text === this.#texts.length ? this.#last : this.#rowsOf(text);
    return rows[index % perText];
  }

  #rowsOf(text: number): readonly Of[] {
    const open = this.#open.get(text);
    if (open !== undefined) return open;
    const found = this.#texts[text];
    if (found === undefined) return [];
    const rows = unpacked(found, this.packing);
    this.#open.set(text, rows);
    const [first] = this.#open.keys();
    if (this.#open.size > mostOpen && first !== undefined) this.#open.delete(first);
    return rows;
  }
}

const wholeRows: Packing<WholeRow> = {
  columnsOf: ({ cells }) => Object.keys(cells),
  valuesOf: ({ cells, formats }) =>
    formats === undefined ? Object.values(cells) : [...Object.values(cells), formats],
  rowOf: ({ table, id }, columns, values) => {
    const cells = Object.fromEntries(columns.map((column, at) => [column, values[at] as Cell]));
    const formats = values[columns.length] as WholeRow["formats"];
    return formats === undefined ? { table, id, cells } : { table, id, cells, formats };
  },
};

const updatedRows: Packing<UpdatedRow> = {
  columnsOf: ({ cells }) => Object.keys(cells),
  valuesOf: ({ cells }) => Object.values(cells).flatMap(({ from, to }) => [from, to]),
  rowOf: ({ table, id }, columns, values) => {
    const cells = columns.map((column, at): readonly [string, CellChange] => [
      column,
      { from: values[2 * at] as Cell, to: values[2 * at + 1] as Cell },
    ]);
    return { table, id, cells: Object.fromEntries(cells) };
  },
};

function packed<Of extends Place>(
  rows: readonly Of[],
  { columnsOf, valuesOf }: Packing<Of>,
): string {
  const numbers = new Map<string, number>();
  const columns: (readonly string[])[] = [];
  const text: Packed = {
    columns,
    rows: rows.map((row) => {
      const own = columnsOf(row);
      const key = JSON.stringify(own);
      const number = numbers.get(key) ?? columns.push(own) - 1;
      numbers.set(key, number);
      return [row.table, row.id, number, valuesOf(row)];
    }),
  };
  return JSON.stringify(text);
}

function unpacked<Of extends Place>(text: string, { rowOf }: Packing<Of>): readonly Of[] {
  const { columns, rows } = JSON.parse(text) as Packed;
  return rows.map(([table, id, number, values]) =>
    rowOf({ table, id }, columns[number] ?? [], values),
  );
}
