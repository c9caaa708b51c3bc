import type { Area } from "../model/address";
import type { CalculationPath } from "./calculation-path";
import { readersWithin } from "./precedents";
import type { SharedFormula } from "./shared-formula";
import { rowsOf, type Place, type SheetState, type SheetStates } from "./sheet-state";

/** Knows which formula cells must be calculated again, and spreads that to all that read them. */
export class Staleness {
  /** Cells on the path that must be calculated once more, since an array moved under what they had read. */
  readonly again = new Set<number>();

  constructor(
    private readonly states: SheetStates,
    private readonly path: CalculationPath<Place>,
  ) {}

  /** Marks the formula cells there are in rows top..bottom, with everything that reads them. */
  staleWithin(state: SheetState, column: number, top: number, bottom: number): void {
    for (const run of state.formulas.runsWithin(column, top, bottom)) {
      this.markStale(state, column, Math.max(run.top, top), Math.min(run.bottom, bottom));
    }
  }

  /** Marks rows top..bottom, all of them formula cells, with everything that reads them. */
  markStale(state: SheetState, column: number, top: number, bottom: number): void {
    for (const [first, last] of this.#addStale(state, column, top, bottom)) {
      this.spread(state, { top: first, bottom: last, left: column, right: column });
    }
  }

  #addStale(state: SheetState, column: number, top: number, bottom: number): [number, number][] {
    return rowsOf(state.stale, column).add(top, bottom);
  }

  /** Makes stale whatever reads an area, directly or not. */
  spread(from: SheetState, area: Area): void {
    const queue: { state: SheetState; area: Area }[] = [{ state: from, area }];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const watch of this.states.readersOf(next.state.sheet).meeting(next.area)) {
        const rows = readersWithin(watch, next.area);
        if (rows === null) continue;
        const { column, sheet } = watch.run;
        const state = this.states.of(sheet);
        this.#markAgain(state, column, rows[0], rows[1]);
        for (const [top, bottom] of this.#addStale(state, column, rows[0], rows[1])) {
          queue.push({ state, area: { top, bottom, left: column, right: column } });
          if (state.spills.isEmpty) continue;
          for (const spill of state.spills.meeting({ top, bottom, left: column, right: column })) {
            const anchored = spill.left === column && spill.top >= top && spill.top <= bottom;
            if (anchored) queue.push({ state, area: spill });
          }
        }
      }
    }
  }

  /** Cells being calculated just now that have read what changed. */
  #markAgain(state: SheetState, column: number, top: number, bottom: number): void {
    for (const place of this.path) {
      if (place.state !== state || place.column !== column) continue;
      if (place.row >= top && place.row <= bottom) this.again.add(place.key);
    }
  }

  /** Marks all cells that hold a formula. */
  staleRuns(shared: SharedFormula): void {
    for (const run of shared.runs) {
      this.markStale(this.states.of(run.sheet), run.column, run.top, run.bottom);
    }
  }

  hasStale(): boolean {
    for (const state of this.states.all()) {
      for (const rows of state.stale.values()) if (!rows.isEmpty) return true;
    }
    return false;
  }
}
