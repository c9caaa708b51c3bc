import { maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Precedent } from "./bound";
import type { FormulaRun, Watch } from "./shared-formula";

const blockRows = 10;
const fewBlocks = 8;
const fewColumns = 16;

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** Everything a run reads through one reference. */
function watchedArea(run: FormulaRun, precedent: Precedent): Area {
  const { from, to } = precedent;
  const rows = [from, to].flatMap((corner) =>
    corner.rowFixed ? [corner.row] : [run.top + corner.row, run.bottom + corner.row],
  );
  const columns = [from, to].map((corner) =>
    corner.columnFixed ? corner.column : run.column + corner.column,
  );
  return {
    top: clamp(Math.min(...rows), maxRows - 1),
    bottom: clamp(Math.max(...rows), maxRows - 1),
    left: clamp(Math.min(...columns), maxColumns - 1),
    right: clamp(Math.max(...columns), maxColumns - 1),
  };
}

/**
 * The rows of a run whose reference meets an area: exact for a reference filled down, so that one changed row of
 * 100,000 makes one formula stale, and a growing range (`A$1:A5`) only those below.
 */
export function readersWithin(watch: Watch, area: Area): readonly [number, number] | null {
  const { run, precedent } = watch;
  const { from, to } = precedent;
  let top = run.top;
  let bottom = run.bottom;
  if (from.rowFixed && to.rowFixed) {
    // The area is the same for all rows and was met.
  } else if (!from.rowFixed && !to.rowFixed) {
    top = Math.max(top, area.top - Math.max(from.row, to.row));
    bottom = Math.min(bottom, area.bottom - Math.min(from.row, to.row));
  } else {
    const edge = from.rowFixed ? from.row : to.row;
    const distance = from.rowFixed ? to.row : from.row;
    if (edge < area.top) top = Math.max(top, area.top - distance);
    else if (edge > area.bottom) bottom = Math.min(bottom, area.bottom - distance);
  }
  return top <= bottom ? [top, bottom] : null;
}

interface Bucket {
  readonly blocks: Map<number, Set<Watch>>;
  readonly tall: Set<Watch>;
}

/** Who reads what on one sheet. Short references are found by column and block of 1,024 rows, long ones by column. */
export class Readers {
  readonly #columns = new Map<number, Bucket>();
  readonly #wide = new Set<Watch>();
  static #queries = 0;

  add(watch: Watch): void {
    this.#each(watch, (set) => set.add(watch));
  }

  delete(watch: Watch): void {
    this.#each(watch, (set) => set.delete(watch));
  }

  #each(watch: Watch, act: (set: Set<Watch>) => void): void {
    const { area } = watch;
    if (area.right - area.left >= fewColumns) {
      act(this.#wide);
      return;
    }
    const first = area.top >> blockRows;
    const last = area.bottom >> blockRows;
    for (let column = area.left; column <= area.right; column++) {
      let bucket = this.#columns.get(column);
      if (bucket === undefined) {
        bucket = { blocks: new Map(), tall: new Set() };
        this.#columns.set(column, bucket);
      }
      if (last - first >= fewBlocks) {
        act(bucket.tall);
        continue;
      }
      for (let block = first; block <= last; block++) {
        let set = bucket.blocks.get(block);
        if (set === undefined) {
          set = new Set();
          bucket.blocks.set(block, set);
        }
        act(set);
        if (set.size === 0) bucket.blocks.delete(block);
      }
    }
  }

  /** References that meet an area, each once. */
  meeting(area: Area): Watch[] {
    const found: Watch[] = [];
    const query = ++Readers.#queries;
    const take = (set: Iterable<Watch>): void => {
      for (const watch of set) {
        if (watch.seenBy === query) continue;
        watch.seenBy = query;
        const other = watch.area;
        const meets =
          other.top <= area.bottom &&
          other.bottom >= area.top &&
          other.left <= area.right &&
          other.right >= area.left;
        if (meets) found.push(watch);
      }
    };
    const inBucket = (bucket: Bucket): void => {
      take(bucket.tall);
      const first = area.top >> blockRows;
      const last = area.bottom >> blockRows;
      if (last - first < bucket.blocks.size) {
        for (let block = first; block <= last; block++) take(bucket.blocks.get(block) ?? []);
      } else {
        for (const [block, set] of bucket.blocks) if (block >= first && block <= last) take(set);
      }
    };
    if (area.right - area.left < this.#columns.size) {
      for (let column = area.left; column <= area.right; column++) {
        const bucket = this.#columns.get(column);
        if (bucket !== undefined) inBucket(bucket);
      }
    } else {
      for (const [column, bucket] of this.#columns) {
        if (column >= area.left && column <= area.right) inBucket(bucket);
      }
    }
    take(this.#wide);
    return found;
  }
}

/** Lists a run as reader of everything its formula refers to. */
export function watch(run: FormulaRun, readersOf: (sheet: Sheet) => Readers): void {
  run.watches = run.shared.bound.precedents.map((precedent) => {
    const entry = { run, precedent, area: watchedArea(run, precedent), seenBy: 0 };
    readersOf(precedent.sheet).add(entry);
    return entry;
  });
  run.shared.runs.add(run);
}

export function unwatch(run: FormulaRun, readersOf: (sheet: Sheet) => Readers): void {
  for (const entry of run.watches) readersOf(entry.precedent.sheet).delete(entry);
  run.watches = [];
  run.shared.runs.delete(run);
}
