import { contains, maxRows, type Area } from "../model/address";
import type { CellRef } from "./calculation";
import type { CalculationPath } from "./calculation-path";
import { Evaluator, type Surroundings } from "./evaluator";
import type { Results } from "./results";
import { keyOf, type Place, type SheetState, type SheetStates } from "./sheet-state";
import type { Staleness } from "./staleness";
import type { Result } from "./values";

/** Evaluations within evaluations before the rest is put on a list: a chain of 100,000 cells must not overflow the stack. */
const deepest = 60;
/** Times a cell is evaluated anew, because arrays moved under what it had read, before it is taken for a circle. */
const mostRepeats = 5;

/** Signals that a cell deep in a chain must be calculated first. */
class Postponed extends Error {}

/** Cells that were written, of which those with formulas are calculated even in manual mode. */
export interface EnteredArea {
  readonly state: SheetState;
  readonly area: Area;
}

/** Calculates stale cells on demand, each after the cells it reads, and sees circles. */
export class Evaluation {
  /** Members of circular references, by their key. */
  readonly circular = new Map<number, CellRef>();
  /** False while a formula outside the cells is evaluated in manual mode. */
  onDemand = true;
  #depth = 0;
  /** The cells to which a calculation keeps while it answers what was entered in manual mode. */
  #only: readonly EnteredArea[] | null = null;

  constructor(
    private readonly states: SheetStates,
    private readonly staleness: Staleness,
    private readonly results: Results,
    private readonly path: CalculationPath<Place>,
    private readonly surroundings: Surroundings,
  ) {}

  /** Calculates every stale cell of the workbook. */
  calculateStale(): void {
    for (let again = true; again;) {
      again = false;
      for (const state of this.states.all()) {
        if (!state.sheet.enableCalculation) continue;
        for (const [column, rows] of state.stale) {
          for (
            let row = rows.firstWithin(0, maxRows);
            row >= 0;
            row = rows.firstWithin(0, maxRows)
          ) {
            this.evaluateDeep(() => this.ensure(state, row, column));
            again = true;
          }
        }
      }
    }
    for (const state of this.states.all()) if (state.sheet.enableCalculation) state.stale.clear();
    this.staleness.again.clear();
  }

  /** Calculates the formulas that were entered, which read one another's results and all other cells as they stand. */
  calculateEntered(entered: readonly EnteredArea[]): void {
    this.#only = entered;
    try {
      for (const { state, area } of entered) this.evaluateDeep(() => this.ensureArea(state, area));
    } finally {
      this.#only = null;
    }
  }

  #mayCalculate(state: SheetState, row: number, column: number): boolean {
    if (!state.sheet.enableCalculation) return false;
    if (this.#only === null) return this.onDemand;
    return this.#only.some((one) => one.state === state && contains(one.area, row, column));
  }

  /** Runs an evaluation; where it reads through too long a chain, the end of the chain is calculated first. */
  evaluateDeep<T>(evaluate: () => T): T {
    const base = this.path.length;
    for (;;) {
      this.#depth = 0;
      try {
        return evaluate();
      } catch (failure) {
        if (!(failure instanceof Postponed)) {
          this.path.cut(base);
          throw failure;
        }
      }
      // The whole chain stays on the path, so that a circle through it is seen.
      while (this.path.length > base) {
        this.#depth = 0;
        try {
          this.#evaluateTop();
        } catch (failure) {
          if (!(failure instanceof Postponed)) {
            this.path.cut(base);
            throw failure;
          }
        }
      }
    }
  }

  /** A cell found to be in a circle holds 0 from then on, for the others to read. */
  readonly inCircle = ({ state, row, column }: Place): void => {
    this.states.store(state, row, column, 0);
  };

  /** Calculates a cell now if it is stale; a cell that is being calculated closes a circle. */
  ensure(state: SheetState, row: number, column: number): void {
    if (state.stale.get(column)?.has(row) !== true || !this.#mayCalculate(state, row, column))
      return;
    const key = keyOf(state, row, column);
    if (this.path.closes(key, this.inCircle)) return;
    this.path.enter({ state, row, column, key });
    if (++this.#depth > deepest) throw new Postponed();
    this.#evaluateTop();
    this.#depth--;
  }

  /** Calculates the innermost cell of the path and takes it off. */
  #evaluateTop(): void {
    const place = this.path.last;
    if (place === undefined) return;
    const { state, row, column, key } = place;
    const run = state.formulas.runAt(row, column);
    let result: Result = null;
    let restless = false;
    if (run !== null) {
      const evaluator = new Evaluator(this.surroundings, { sheet: state.sheet, row, column });
      for (let repeats = 0; ; repeats++) {
        this.staleness.again.delete(key);
        result = run.shared.operand.result(evaluator);
        if (!this.staleness.again.has(key)) break;
        // An array that keeps moving what it is made from never comes to rest.
        restless = repeats >= mostRepeats;
        if (restless) break;
      }
    }
    const circular = this.path.leave() || restless;
    if (circular) this.circular.set(key, { sheetId: state.sheet.id, row, column });
    else this.circular.delete(key);
    if (run !== null) this.results.write(state, row, column, circular ? 0 : result);
    state.stale.get(column)?.remove(row, row);
  }

  /** Calculates what is stale in an area, and the arrays that reach into it. */
  ensureArea(state: SheetState, area: Area): void {
    if (!state.spills.isEmpty) {
      for (const spill of [...state.spills.meeting(area)]) this.ensureSpill(state, spill);
    }
    for (const [column, rows] of state.stale) {
      if (column < area.left || column > area.right) continue;
      let from = area.top;
      for (;;) {
        const row = rows.firstWithin(from, area.bottom);
        if (row < 0) break;
        this.ensure(state, row, column);
        // A cell that reads itself stays stale until it is done.
        from = row + 1;
      }
    }
    if (!this.path.hasOpenMembers) return;
    for (const member of this.path.openMembers) {
      if (member.state === state && contains(area, member.row, member.column)) {
        this.path.reads(member.key, this.inCircle);
      }
    }
  }

  /** Calculates the formula an array comes from, if it is stale. */
  ensureSpill(state: SheetState, spill: Area | null): void {
    if (spill === null || state.stale.get(spill.left)?.has(spill.top) !== true) return;
    this.ensure(state, spill.top, spill.left);
  }
}
