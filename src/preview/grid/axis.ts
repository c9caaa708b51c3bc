/**
 * Rows or columns along one axis, in pixels: mostly one size, some exceptions, some hidden (size 0).
 * Finding a place costs the logarithm of the number of exceptions, so 100,000 filtered rows scroll like ten.
 */
export class Axis {
  readonly #exceptions: readonly number[];
  readonly #sizes: readonly number[];
  /** By exception: pixels gained or lost against the usual size, up to and including it. */
  readonly #gained: readonly number[];

  constructor(
    /** How many rows or columns there are. */
    readonly count: number,
    readonly usualSize: number,
    exceptions: ReadonlyMap<number, number>,
  ) {
    this.#exceptions = [...exceptions.keys()].sort((a, b) => a - b);
    this.#sizes = this.#exceptions.map((index) => exceptions.get(index) ?? usualSize);
    const gained: number[] = [];
    let sum = 0;
    for (const size of this.#sizes) gained.push((sum += size - usualSize));
    this.#gained = gained;
  }

  /** How many exceptions come before `index`. */
  #exceptionsBefore(index: number): number {
    let low = 0;
    let high = this.#exceptions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#exceptions[middle] ?? Infinity) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Pixels from the axis' start to the start of `index`. */
  offset(index: number): number {
    const before = this.#exceptionsBefore(index);
    return index * this.usualSize + (before === 0 ? 0 : (this.#gained[before - 1] ?? 0));
  }

  size(index: number): number {
    const at = this.#exceptionsBefore(index);
    return this.#exceptions[at] === index ? (this.#sizes[at] ?? this.usualSize) : this.usualSize;
  }

  /** The visible row or column at that pixel; the first or last one for pixels outside. */
  indexAt(pixel: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offset(middle + 1) <= pixel) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The nearest shown index at or after `index` in that direction; `index` itself when none is shown there. */
  shown(index: number, step: 1 | -1): number {
    for (let at = index; at >= 0 && at < this.count; at += step) if (this.size(at) > 0) return at;
    return index;
  }

  /** `distance` shown places away from `index`, stopping at the ends. */
  away(index: number, distance: number): number {
    const step = distance < 0 ? -1 : 1;
    let at = index;
    for (let left = Math.abs(distance); left > 0; left--) {
      let next = at + step;
      while (next >= 0 && next < this.count && this.size(next) === 0) next += step;
      if (next < 0 || next >= this.count) break;
      at = next;
    }
    return at;
  }
}

const pointsToPixels = 4 / 3;

/** Excel's width unit: characters of the default font, plus a cell's padding. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

export function rowPixels(points: number): number {
  return Math.round(points * pointsToPixels);
}

export function rowPoints(pixels: number): number {
  return Math.round(pixels / pointsToPixels / 0.25) * 0.25;
}

export const usualColumnPixels = 72;
export const usualRowPixels = 22;
