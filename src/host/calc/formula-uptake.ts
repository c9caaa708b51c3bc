import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { CustomCalls } from "./custom-calls";
import { isWanting } from "./custom-cells";
import type { Evaluation } from "./evaluation";
import type { ColumnChange } from "./formula-cells";
import type { Results } from "./results";
import type { SharedFormula } from "./shared-formula";
import type { SheetState, SheetStates } from "./sheet-state";
import type { Staleness } from "./staleness";
import { errorOf } from "./values";

/** Takes up formulas as they are written, moved or read from a file: what is new is stale, and all that reads it. */
export class FormulaUptake {
  /** What was read of new sheets, while their formulas are to keep their results. */
  #unjudged: Map<SheetState, readonly ColumnChange[]> | null = null;

  constructor(
    private readonly states: SheetStates,
    private readonly staleness: Staleness,
    private readonly results: Results,
    private readonly evaluation: Evaluation,
    private readonly calls: CustomCalls,
  ) {}

  /** Arrays a file or an earlier calculation has laid out already. */
  adoptArrays(state: SheetState): void {
    if (!state.sheet.cells.holdsArrays) return;
    for (const { row, column, formula } of state.sheet.cells.formulas()) {
      const { spill } = formula;
      if (spill !== undefined && spill.top === row && spill.left === column)
        state.spills.fill(spill);
    }
  }

  take(state: SheetState, changes: readonly ColumnChange[]): void {
    for (const { column, changed, unreadable } of changes) {
      for (const [top, bottom] of changed) this.#changed(state, column, top, bottom);
      for (const row of unreadable) {
        // What cannot be read, as a link to another workbook, keeps the result it came with.
        if (!isWanting(state.sheet.cells.value(row, column))) continue;
        if (!this.states.store(state, row, column, errorOf("#NAME?"))) continue;
        this.staleness.spread(state, { top: row, left: column, bottom: row, right: column });
      }
    }
  }

  /** Takes up the formulas of a sheet that is seen for the first time. */
  takeNew(state: SheetState): void {
    const changes = state.formulas.rereadMoved();
    if (this.#unjudged === null) this.take(state, changes);
    else this.#unjudged.set(state, changes);
  }

  /** Takes up sheets that were read from a file with their formulas' results: stale is what has none, and its readers. */
  takeWithResults(sheets: readonly Sheet[]): void {
    const read = new Map<SheetState, readonly ColumnChange[]>();
    // Who reads a cell is known only when all sheets have been read.
    this.#unjudged = read;
    for (const sheet of sheets) this.states.of(sheet);
    this.#unjudged = null;
    for (const [state, changes] of read) {
      const { cells } = state.sheet;
      for (const { column, unreadable } of changes) {
        for (const { top, bottom } of state.formulas.runsIn(column))
          for (let row = top; row <= bottom; row++)
            if (isWanting(cells.value(row, column)))
              this.staleness.markStale(state, column, row, row);
        this.take(state, [{ column, changed: [], unreadable }]);
      }
    }
  }

  #changed(state: SheetState, column: number, top: number, bottom: number): void {
    state.stale.get(column)?.remove(top, bottom);
    this.calls.forget(state.sheet.id, column, top, bottom);
    const { circular } = this.evaluation;
    for (const [key, at] of circular) {
      const here = at.sheetId === state.sheet.id && at.column === column;
      if (here && at.row >= top && at.row <= bottom) circular.delete(key);
    }
    this.staleness.staleWithin(state, column, top, bottom);
  }

  /** A formula whose names, tables or sheets mean something else now. */
  rebound(shared: SharedFormula): void {
    for (const run of [...shared.runs]) {
      const state = this.states.of(run.sheet);
      state.formulas.watchAgain(run);
      this.staleness.markStale(state, run.column, run.top, run.bottom);
    }
  }

  /** Cells written into a dynamic array's area: the array gives way, or finds room again. */
  disturbArrays(state: SheetState, area: Area): void {
    if (state.spills.isEmpty) return;
    for (const spill of [...state.spills.meeting(area)]) {
      const { top, left } = spill;
      const onlyFirst =
        area.top === top && area.left === left && area.bottom === top && area.right === left;
      if (onlyFirst && state.sheet.cells.formula(top, left) !== undefined) continue;
      this.results.clearSpill(state, spill, area);
      if (state.formulas.runAt(top, left) !== null) this.staleness.markStale(state, left, top, top);
    }
    for (const { row, column } of [...state.spills.waitingFor(area)]) {
      if (state.formulas.runAt(row, column) === null) state.spills.release(row, column);
      else this.staleness.markStale(state, column, row, row);
    }
  }

  /** Empties what arrays fill on a sheet, before its cells move. */
  withdrawArrays(sheet: Sheet, whole: Area): void {
    const state = this.states.of(sheet);
    for (const spill of [...state.spills.meeting(whole)]) {
      if (sheet.cells.formula(spill.top, spill.left)?.array !== true)
        this.results.clearSpill(state, spill, null);
    }
  }
}
