import { maxRows, type Area } from "../model/address";
import { isFilledBelow } from "../model/filled-formula";
import type { Sheet } from "../model/sheet";
import { unwatch, watch, type Readers } from "./precedents";
import { FilledText, type FormulaRun, type SharedFormulas } from "./shared-formula";

type ReadersOf = (sheet: Sheet) => Readers;

/** What of a column's formulas is new. */
export interface ColumnChange {
  readonly column: number;
  readonly changed: readonly (readonly [number, number])[];
  readonly unreadable: readonly number[];
}

/** The formulas of one sheet as runs: cells of a column that hold one formula filled down. */
export class FormulaCells {
  /** What of each column was read: the version of its formulas. */
  readonly #read = new Map<number, number>();
  /** Runs of each column, from top to bottom. */
  readonly #columns = new Map<number, FormulaRun[]>();

  constructor(
    readonly sheet: Sheet,
    private readonly shared: SharedFormulas,
    private readonly readersOf: ReadersOf,
  ) {}

  columns(): Iterable<number> {
    return this.#columns.keys();
  }

  runsIn(column: number): readonly FormulaRun[] {
    return this.#columns.get(column) ?? [];
  }

  /** Runs that have a cell in rows top..bottom of a column. */
  runsWithin(column: number, top: number, bottom: number): readonly FormulaRun[] {
    const runs = this.#columns.get(column);
    if (runs === undefined) return [];
    const first = firstEndingAt(runs, top);
    let last = first;
    while (last < runs.length && (runs[last]?.top ?? maxRows) <= bottom) last++;
    return runs.slice(first, last);
  }

  runAt(row: number, column: number): FormulaRun | null {
    const runs = this.#columns.get(column);
    if (runs === undefined) return null;
    const run = runs[firstEndingAt(runs, row)];
    return run !== undefined && run.top <= row ? run : null;
  }

  /**
   * Reads the formulas of an area again from the grid.
   *
   * @returns for each column the rows whose formula is new or another than before, as intervals, and those whose text
   *   is no formula: Excel refuses such a text, a file can still hold it
   */
  reread(area: Area): ColumnChange[] {
    const columns = new Set<number>();
    for (const column of this.sheet.cells.formulaColumns()) columns.add(column);
    for (const column of this.#columns.keys()) columns.add(column);
    const result: ColumnChange[] = [];
    for (const column of columns) {
      if (column < area.left || column > area.right) continue;
      const unreadable: number[] = [];
      const changed = this.#rereadColumn(column, area.top, area.bottom, unreadable);
      if (changed.length > 0 || unreadable.length > 0) result.push({ column, changed, unreadable });
    }
    return result;
  }

  /** Reads again what formulas were written or moved since this was last asked, in each column from the first of them. */
  rereadMoved(): ColumnChange[] {
    const columns = new Set([...this.sheet.cells.formulaColumns(), ...this.#columns.keys()]);
    return [...columns].flatMap((column) => {
      const formulas = this.sheet.cells.formulasIn(column);
      const top = formulas?.writtenSince(this.#read.get(column) ?? 0) ?? null;
      if (formulas === undefined || top === null) return [];
      this.#read.set(column, formulas.version);
      return this.reread({ top, bottom: maxRows - 1, left: column, right: column });
    });
  }

  #rereadColumn(
    column: number,
    top: number,
    bottom: number,
    unreadable: number[],
  ): [number, number][] {
    const runs = this.#columns.get(column) ?? [];
    const first = firstEndingAt(runs, top);
    let last = first;
    while (last < runs.length && (runs[last]?.top ?? maxRows) <= bottom) last++;
    const old = runs.slice(first, last);
    const fresh = this.#readRuns(column, top, bottom, old, unreadable);
    if (old.length === 0 && fresh.length === 0) return [];
    const changed = differences(old, fresh, top, bottom);
    if (changed.length === 0) return [];
    const replacement = this.#joined(runs, first, last, fresh, top, bottom);
    for (const run of runs.slice(replacement.first, replacement.last)) unwatch(run, this.readersOf);
    runs.splice(replacement.first, replacement.last - replacement.first, ...replacement.runs);
    for (const run of replacement.runs) watch(run, this.readersOf);
    if (runs.length === 0) this.#columns.delete(column);
    else this.#columns.set(column, runs);
    return changed;
  }

  /** The runs found in the grid within top..bottom. */
  #readRuns(
    column: number,
    top: number,
    bottom: number,
    old: readonly FormulaRun[],
    unreadable: number[],
  ): FormulaRun[] {
    const formulas = this.sheet.cells.formulasIn(column)?.cells;
    const found: FormulaRun[] = [];
    if (formulas === undefined) return found;
    let current: FormulaRun | null = null;
    let hint = 0;
    const read = (row: number): void => {
      const formula = formulas.get(row);
      if (formula === undefined) return;
      const continued = current !== null && current.bottom === row - 1 ? current : null;
      if (continued !== null && isFilledBelow(formula, formulas.get(row - 1))) {
        continued.bottom = row;
        return;
      }
      const { text } = formula;
      if (continued?.text.at(row) === text) {
        continued.bottom = row;
        return;
      }
      while (hint < old.length && (old[hint]?.bottom ?? 0) < row) hint++;
      const before = old[hint];
      if (before !== undefined && before.top <= row && before.text.at(row) === text) {
        current = { ...before, top: row, bottom: row, watches: [] };
      } else {
        const match = this.shared.of(this.sheet, text, row, column);
        if (match === null) {
          unreadable.push(row);
          current = null;
          return;
        }
        current = {
          sheet: this.sheet,
          column,
          top: row,
          bottom: row,
          shared: match.shared,
          text: new FilledText(text, match.tokens, row),
          watches: [],
        };
      }
      found.push(current);
    };
    if (formulas.size < bottom - top + 1) {
      const rows = [...formulas.keys()].filter((row) => row >= top && row <= bottom);
      let sorted = true;
      for (let index = 1; index < rows.length; index++) {
        if ((rows[index - 1] ?? 0) > (rows[index] ?? 0)) sorted = false;
      }
      if (!sorted) rows.sort((one, other) => one - other);
      for (const row of rows) read(row);
    } else {
      for (let row = top; row <= bottom; row++) read(row);
    }
    return found;
  }

  /** Fresh runs together with what is left of the old ones above and below, joined where they continue. */
  #joined(
    runs: readonly FormulaRun[],
    first: number,
    last: number,
    fresh: readonly FormulaRun[],
    top: number,
    bottom: number,
  ): { first: number; last: number; runs: FormulaRun[] } {
    const pieces = [...fresh];
    const begin = runs[first];
    const end = runs[last - 1];
    if (last > first && end !== undefined && end.bottom > bottom) {
      pieces.push({ ...end, top: bottom + 1, watches: [] });
    }
    if (last > first && begin !== undefined && begin.top < top) {
      pieces.unshift({ ...begin, bottom: top - 1, watches: [] });
    }
    let from = first;
    let to = last;
    const above = runs[first - 1];
    const next = pieces[0];
    if (above !== undefined && next !== undefined && continues(above, next)) {
      from--;
      pieces.unshift({ ...above, watches: [] });
    }
    const below = runs[last];
    const previous = pieces.at(-1);
    if (below !== undefined && previous !== undefined && continues(previous, below)) {
      to++;
      pieces.push({ ...below, watches: [] });
    }
    const joined: FormulaRun[] = [];
    for (const piece of pieces) {
      const before = joined.at(-1);
      if (before !== undefined && continues(before, piece)) before.bottom = piece.bottom;
      else joined.push(piece);
    }
    return { first: from, last: to, runs: joined };
  }

  /** Lists a run's references again after its formula was bound anew. */
  watchAgain(run: FormulaRun): void {
    unwatch(run, this.readersOf);
    watch(run, this.readersOf);
  }

  /** Takes every run out of the lists of readers, when the sheet is deleted. */
  forget(): void {
    for (const runs of this.#columns.values()) {
      for (const run of runs) unwatch(run, this.readersOf);
    }
    this.#columns.clear();
    this.#read.clear();
  }
}

function continues(above: FormulaRun, below: FormulaRun): boolean {
  return above.bottom + 1 === below.top && above.shared === below.shared;
}

/** The place of the first run that ends at or below a row. */
function firstEndingAt(runs: readonly FormulaRun[], row: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.bottom ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows in which old and fresh runs hold different formulas, or one of them none. */
function differences(
  old: readonly FormulaRun[],
  fresh: readonly FormulaRun[],
  top: number,
  bottom: number,
): [number, number][] {
  const changed: [number, number][] = [];
  let oldPlace = 0;
  let freshPlace = 0;
  let row = top;
  while (row <= bottom) {
    while (oldPlace < old.length && (old[oldPlace]?.bottom ?? 0) < row) oldPlace++;
    while (freshPlace < fresh.length && (fresh[freshPlace]?.bottom ?? 0) < row) freshPlace++;
    const one = old[oldPlace];
    const other = fresh[freshPlace];
    if (one === undefined && other === undefined) break;
    const oneHere = one !== undefined && one.top <= row;
    const otherHere = other !== undefined && other.top <= row;
    const ends = [bottom];
    if (one !== undefined) ends.push(oneHere ? one.bottom : one.top - 1);
    if (other !== undefined) ends.push(otherHere ? other.bottom : other.top - 1);
    const end = Math.min(...ends);
    const same = oneHere === otherHere && (!oneHere || one.shared === other?.shared);
    if (!same) {
      const before = changed.at(-1);
      if (before !== undefined && before[1] === row - 1) before[1] = end;
      else changed.push([row, end]);
    }
    row = end + 1;
  }
  return changed;
}
