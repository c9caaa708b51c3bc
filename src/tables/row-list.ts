/**
 * Rows one after another, at hand or made when they are asked for: those of a long change are more than a pane should
 * hold. An array is such a list.
 */
export interface RowList<Row> {
  readonly length: number;
  /** undefined behind the end. The same row twice need not be the same object. */
  at(index: number): Row | undefined;
}

/** One after another. */
export function* each<Row>(rows: RowList<Row>): Generator<Row, void, void> {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row !== undefined) yield row;
  }
}

/** Rows made of others, each when it is asked for. */
export function madeOf<From, Row>(rows: readonly From[], made: (row: From) => Row): RowList<Row> {
  return {
    length: rows.length,
    at: (index) => {
      const row = rows[index];
      return row === undefined ? undefined : made(row);
    },
  };
}

/** All of them at hand. */
export function inFull<Row>(rows: RowList<Row>): readonly Row[] {
  return Array.isArray(rows) ? (rows as readonly Row[]) : [...each(rows)];
}

/** Those from `from` up to, not including, `to`, without copying any. */
export function stretch<Row>(rows: RowList<Row>, from: number, to = rows.length): RowList<Row> {
  if (from === 0 && to === rows.length) return rows;
  return rows instanceof Stretch
    ? new Stretch(rows.rows, rows.from + from, to - from)
    : new Stretch(rows, from, to - from);
}

/** A stretch of a stretch is one of what that is of, so that cutting a list a thousand times leaves it as quick. */
class Stretch<Row> implements RowList<Row> {
  constructor(
    readonly rows: RowList<Row>,
    readonly from: number,
    readonly length: number,
  ) {}

  at(index: number): Row | undefined {
    return index < this.length ? this.rows.at(this.from + index) : undefined;
  }
}

/** Lists one behind the other. */
export function joined<Row>(lists: readonly RowList<Row>[]): RowList<Row> {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const starts: number[] = [];
  let length = 0;
  for (const list of lists) {
    starts.push(length);
    length += list.length;
  }
  return {
    length,
    at: (index) => {
      const at = lastAtMost(starts, index);
      return lists[at]?.at(index - (starts[at] ?? 0));
    },
  };
}

/** The place of the last of these ascending numbers that is at most so large. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
