/** Rows of one column as disjoint intervals: a filled column of 100,000 stale cells is one entry. */
export class RowSet {
  /** Sorted; neighbours do not touch. */
  readonly #tops: number[] = [];
  readonly #bottoms: number[] = [];

  get isEmpty(): boolean {
    return this.#tops.length === 0;
  }

  /** The place of the first interval that ends at or below a row. */
  #find(row: number): number {
    let low = 0;
    let high = this.#bottoms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#bottoms[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(row: number): boolean {
    const top = this.#tops[this.#find(row)];
    return top !== undefined && top <= row;
  }

  /** The first row of the set in top..bottom, or -1. */
  firstWithin(top: number, bottom: number): number {
    const start = this.#tops[this.#find(top)];
    if (start === undefined) return -1;
    const row = Math.max(start, top);
    return row <= bottom ? row : -1;
  }

  /** Adds rows top..bottom and returns the intervals that were not in the set before. */
  add(top: number, bottom: number): [number, number][] {
    const added: [number, number][] = [];
    const first = this.#find(top - 1);
    let last = first;
    let next = top;
    let joinedTop = top;
    let joinedBottom = bottom;
    for (; last < this.#tops.length; last++) {
      const start = this.#tops[last] ?? 0;
      const end = this.#bottoms[last] ?? 0;
      if (start > bottom + 1) break;
      if (start > next) added.push([next, Math.min(start - 1, bottom)]);
      next = Math.max(next, end + 1);
      joinedTop = Math.min(joinedTop, start);
      joinedBottom = Math.max(joinedBottom, end);
    }
    if (next <= bottom) added.push([next, bottom]);
    if (added.length > 0) {
      this.#tops.splice(first, last - first, joinedTop);
      this.#bottoms.splice(first, last - first, joinedBottom);
    }
    return added;
  }

  remove(top: number, bottom: number): void {
    const first = this.#find(top);
    let last = first;
    const tops: number[] = [];
    const bottoms: number[] = [];
    for (; last < this.#tops.length; last++) {
      const start = this.#tops[last] ?? 0;
      const end = this.#bottoms[last] ?? 0;
      if (start > bottom) break;
      if (start < top) {
        tops.push(start);
        bottoms.push(top - 1);
      }
      if (end > bottom) {
        tops.push(bottom + 1);
        bottoms.push(end);
      }
    }
    if (last === first) return;
    // The usual case, the first row of an interval, moves no other entry.
    if (last - first === 1 && tops.length === 1) {
      this.#tops[first] = tops[0] ?? 0;
      this.#bottoms[first] = bottoms[0] ?? 0;
      return;
    }
    this.#tops.splice(first, last - first, ...tops);
    this.#bottoms.splice(first, last - first, ...bottoms);
  }

  *intervals(): Iterable<[number, number]> {
    for (let place = 0; place < this.#tops.length; place++) {
      yield [this.#tops[place] ?? 0, this.#bottoms[place] ?? 0];
    }
  }
}
