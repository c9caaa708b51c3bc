/** A cell as `values` gives it; blank is the empty text. */
export type Value = string | number | boolean;

/** Zero-based rows and columns, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The simplest thing that can be right about cells: a plain array of rows, every operation written out as the reference
 * describes it, nothing shared with the host. Random sequences are held against it.
 */
export class ReferenceGrid {
  readonly #rows: Value[][] = [];

  read(row: number, column: number): Value {
    return this.#rows[row]?.[column] ?? "";
  }

  values({ top, left, bottom, right }: Area): Value[][] {
    return span(top, bottom).map((row) =>
      span(left, right).map((column) => this.read(row, column)),
    );
  }

  write(area: Area, values: readonly (readonly Value[])[]): void {
    values.forEach((line, row) =>
      line.forEach((value, column) => this.#set(area.top + row, area.left + column, value)),
    );
  }

  fill(area: Area, value: Value): void {
    this.write(
      area,
      this.values(area).map((line) => line.map(() => value)),
    );
  }

  /** Cells at the area and below it move down by its height. */
  insertDown({ top, left, bottom, right }: Area): void {
    const height = bottom - top + 1;
    for (const column of span(left, right)) {
      for (let row = this.#rows.length - 1; row >= top; row -= 1)
        this.#set(row + height, column, this.read(row, column));
      for (const row of span(top, bottom)) this.#set(row, column, "");
    }
  }

  insertRight({ top, left, bottom, right }: Area): void {
    const width = right - left + 1;
    for (const row of span(top, bottom)) {
      const line = this.#line(row);
      while (line.length < left) line.push("");
      line.splice(left, 0, ...Array.from({ length: width }, (): Value => ""));
    }
  }

  deleteUp({ top, left, bottom, right }: Area): void {
    const height = bottom - top + 1;
    const end = this.#rows.length;
    for (const column of span(left, right))
      for (let row = top; row < end; row += 1)
        this.#set(row, column, this.read(row + height, column));
  }

  deleteLeft({ top, left, bottom, right }: Area): void {
    for (const row of span(top, bottom)) this.#line(row).splice(left, right - left + 1);
  }

  /** The source is read whole before anything is written. */
  copy(source: Area, to: { readonly top: number; readonly left: number }): void {
    this.write(
      { ...to, bottom: to.top, right: to.left },
      this.values(source).map((line) => [...line]),
    );
  }

  /** Numbers before texts before FALSE before TRUE; blanks last in either order; equal rows keep theirs. */
  sort(area: Area, key: number, ascending: boolean): void {
    const sorted = this.values(area)
      .map((line, index) => ({ line, index }))
      .sort((one, other) => {
        const [a, b] = [one.line[key] ?? "", other.line[key] ?? ""];
        if (a === "" || b === "")
          return Number(a === "") - Number(b === "") || one.index - other.index;
        const order = compare(a, b);
        return (ascending ? order : -order) || one.index - other.index;
      });
    this.write(
      area,
      sorted.map(({ line }) => line),
    );
  }

  /** The smallest area with all filled cells; null when there are none. */
  used(): Area | null {
    const filled = this.#rows.flatMap((line, row) =>
      line.flatMap((value, column) => (value === "" ? [] : [{ row, column }])),
    );
    if (filled.length === 0) return null;
    const rows = filled.map(({ row }) => row);
    const columns = filled.map(({ column }) => column);
    return {
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    };
  }

  #line(row: number): Value[] {
    while (this.#rows.length <= row) this.#rows.push([]);
    const line = this.#rows[row];
    if (line === undefined) throw new Error(`no row ${row}`);
    return line;
  }

  #set(row: number, column: number, value: Value): void {
    const line = this.#line(row);
    while (line.length <= column) line.push("");
    line[column] = value;
  }
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const ranks = { number: 0, string: 1, boolean: 2 } as const;

function compare(one: Value, other: Value): number {
  const rank = (value: Value): number => ranks[typeof value as keyof typeof ranks];
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  const [a, b] = [folded(one), folded(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Case does not count. */
function folded(value: Value): Value {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** "B2:D5", as the reference writes addresses; a single cell is "B2". */
export function addressOf({ top, left, bottom, right }: Area): string {
  const cell = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
  const first = cell(top, left);
  const last = cell(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
