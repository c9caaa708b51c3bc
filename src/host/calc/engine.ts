import { maxColumns, maxRows, type Area } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { AreaReader } from "./area-reader";
import type {
  Calculation,
  CellRef,
  CustomFunctionPort,
  FilledFormula,
  SheetArea,
} from "./calculation";
import { CalculationPath } from "./calculation-path";
import { CalculationClock } from "./clock";
import { CustomCalls } from "./custom-calls";
import { Evaluation, type EnteredArea } from "./evaluation";
import { Evaluator, type Home, type Operand, type Surroundings } from "./evaluator";
import type { ColumnChange } from "./formula-cells";
import { readersWithin } from "./precedents";
import { Results } from "./results";
import type { RowSet } from "./row-set";
import { isSameAcrossRow } from "./same-across-row";
import {
  callerAddress,
  isWorksheetFunction,
  SharedFormulas,
  type FormulaRun,
  type SharedFormula,
} from "./shared-formula";
import { keyOf, rowsOf, SheetStates, type Place, type SheetState } from "./sheet-state";
import { Staleness } from "./staleness";
import { errorOf, Matrix, type Result } from "./values";

/**
 * Calculates a workbook in place: results are stored as the cells' values.
 *
 * Formulas filled down a column are one run, read once; what a run reads is listed by area, so that a change makes stale
 * exactly the rows that read it, and a whole column is one entry. Stale cells are calculated on demand, each after the
 * cells it reads. A circular reference answers 0, as Excel does after its warning; `circularCells` names its members.
 */
export function createCalculation(
  workbook: Workbook,
  locale: "zh-CN" | "en-US" = "en-US",
): Calculation {
  return new WorkbookCalculation(workbook, locale);
}

class WorkbookCalculation implements Calculation, Surroundings {
  readonly #clock: CalculationClock;
  readonly #areas: AreaReader;
  readonly #shared: SharedFormulas;
  readonly #states: SheetStates;
  readonly #path = new CalculationPath<Place>();
  readonly #staleness: Staleness;
  readonly #results: Results;
  readonly #evaluation: Evaluation;
  readonly #custom = new CustomCalls((cells) => this.#answered(cells));
  #late: (readonly CellRef[])[] = [];
  readonly #listeners: ((changed: readonly CellRef[]) => void)[] = [];
  #lastDay = Number.NaN;
  /** Something was written since the last calculation. */
  #isEdited = false;
  /** What was written in manual mode since the last calculation. */
  #entered: EnteredArea[] = [];
  /** Counted up when names, tables or sheets change. */
  #shape = 0;

  constructor(
    readonly workbook: Workbook,
    readonly locale: "zh-CN" | "en-US",
  ) {
    this.#clock = new CalculationClock(workbook);
    this.#areas = new AreaReader(workbook);
    this.#shared = new SharedFormulas(workbook);
    this.#states = new SheetStates(workbook, this.#shared, (state) =>
      this.#take(state, state.formulas.rereadMoved()),
    );
    this.#staleness = new Staleness(this.#states, this.#path);
    this.#results = new Results(this.#states, this.#staleness);
    this.#evaluation = new Evaluation(
      this.#states,
      this.#staleness,
      this.#results,
      this.#path,
      this,
    );
    for (const sheet of workbook.sheets) this.#adopt(this.#states.of(sheet));
  }

  // What the rooms that edit the model say.

  cellsChanged(sheet: Sheet, area: Area): void {
    this.#isEdited = true;
    const state = this.#states.of(sheet);
    if (this.#isManual) this.#entered.push({ state, area });
    this.#states.generation++;
    this.#states.touch(state, area.left, area.right);
    this.#disturbSpills(state, area);
    this.#take(state, state.formulas.reread(area));
    // A formula written again is calculated again, even where it says the same.
    for (const column of state.formulas.columns()) {
      if (column >= area.left && column <= area.right)
        this.#staleness.staleWithin(state, column, area.top, area.bottom);
    }
    this.#staleness.spread(state, area);
  }

  structureChanged(scope: "cells" | "names" = "cells"): void {
    this.#states.generation++;
    this.#shape++;
    this.#areas.clear();
    this.#shared.forgetUnused();
    this.#states.followSheets();
    for (const shared of this.#shared.all()) {
      if (shared.bound.followsShape && shared.bindAgain()) this.#rebound(shared);
    }
    if (scope === "names") return;
    for (const state of this.#states.all()) {
      state.spills.clear();
      this.#adopt(state);
      this.#take(state, state.formulas.rereadMoved());
      state.versions.clear();
    }
  }

  cellsWillMove(sheet: Sheet): void {
    const state = this.#states.of(sheet);
    const whole = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
    for (const spill of [...state.spills.meeting(whole)]) {
      if (sheet.cells.formula(spill.top, spill.left)?.array !== true)
        this.#results.clearSpill(state, spill, null);
    }
  }

  readersOf(sheet: Sheet, area: Area): readonly SheetArea[] {
    // A formula may name the same cells a hundred times: each run is told of once.
    const found = new Map<FormulaRun, readonly [number, number]>();
    for (const watch of this.#states.readersOf(sheet).meeting(area)) {
      const rows = readersWithin(watch, area);
      const known = found.get(watch.run) ?? rows;
      if (rows === null || known === null) continue;
      found.set(watch.run, [Math.min(rows[0], known[0]), Math.max(rows[1], known[1])]);
    }
    return Array.from(found, ([{ sheet: of, column }, [top, bottom]]) => ({
      sheet: of,
      area: { top, bottom, left: column, right: column },
    }));
  }

  recalculate(): readonly CellRef[] {
    this.#markVolatile();
    if (this.#isEdited) this.#markVolatileCustom();
    this.#isEdited = false;
    this.#entered = [];
    this.#evaluation.calculateStale();
    this.#custom.start();
    return this.#states.takeChanged();
  }

  recalculateEntered(): readonly CellRef[] {
    const entered = this.#entered;
    this.#entered = [];
    if (entered.length === 0) return [];
    this.#clock.forgetMoment();
    this.#evaluation.calculateEntered(entered);
    this.#custom.start();
    return this.#states.takeChanged();
  }

  recalculateAll(kind: "Recalculate" | "Full" | "FullRebuild"): readonly CellRef[] {
    this.#isEdited = true;
    if (kind === "Recalculate") return this.recalculate();
    this.#custom.clear();
    if (kind === "FullRebuild") {
      for (const state of this.#states.all()) state.formulas.forget();
      this.#shared.clear();
      this.structureChanged();
    }
    for (const state of this.#states.all()) {
      for (const column of state.formulas.columns()) {
        for (const run of state.formulas.runsIn(column)) {
          this.#staleness.markStale(state, column, run.top, run.bottom);
        }
      }
    }
    return this.recalculate();
  }

  async settled(): Promise<void> {
    for (;;) {
      this.#takeLate();
      if (!this.#isManual && this.#staleness.hasStale()) this.#announce(this.recalculate());
      this.#custom.start();
      if (this.#custom.isIdle) return;
      await this.#custom.answeredAll();
    }
  }

  evaluate(formula: string, at: CellRef): Scalar | readonly (readonly Scalar[])[] {
    const sheet = this.workbook.sheetById(at.sheetId);
    if (sheet === undefined) return errorOf("#REF!");
    this.#clock.forgetMoment();
    return this.filled(formula, at).at(at);
  }

  filled(formula: string, from: CellRef): FilledFormula {
    let shared: SharedFormula | null = null;
    let shape = -1;
    const read = (sheet: Sheet): SharedFormula | null => {
      if (shape !== this.#shape || shared === null) {
        shared = this.#shared.of(sheet, formula, from.row, from.column)?.shared ?? null;
        shape = this.#shape;
      }
      return shared;
    };
    const sheetOf = (cell: CellRef): Sheet | undefined => this.workbook.sheetById(cell.sheetId);
    return {
      at: (cell) => {
        const sheet = sheetOf(cell);
        if (sheet === undefined) return errorOf("#REF!");
        const found = read(sheet);
        if (found === null) return errorOf("#NAME?");
        const home = { sheet, row: cell.row, column: cell.column };
        const result = this.#evaluateOutside(found.operand, home);
        if (!(result instanceof Matrix)) return result;
        return result.height === 1 && result.width === 1 ? result.at(0, 0) : result.rows;
      },
      get isSameAcrossRow() {
        const sheet = sheetOf(from);
        const found = sheet === undefined ? null : read(sheet);
        return found !== null && isSameAcrossRow(found.bound);
      },
    };
  }

  reads(formula: string, at: CellRef): boolean {
    const sheet = this.workbook.sheetById(at.sheetId);
    return sheet !== undefined && this.#shared.of(sheet, formula, at.row, at.column) !== null;
  }

  knowsFunction(name: string): boolean {
    return isWorksheetFunction(name) || this.#custom.traits(name) !== null;
  }

  onLateResults(listener: (changed: readonly CellRef[]) => void): void {
    this.#listeners.push(listener);
  }

  setCustomFunctions(port: CustomFunctionPort): void {
    this.#custom.setPort(port);
    for (const shared of this.#shared.all()) {
      if (shared.bound.customNames.size > 0) this.#staleness.staleRuns(shared);
    }
  }

  setClock(now: () => Date): void {
    this.#clock.set(now);
    this.#lastDay = Number.NaN;
  }

  today(): number {
    return this.#clock.today();
  }

  circularCells(): readonly CellRef[] {
    return [...this.#evaluation.circular.values()];
  }

  spillAt(at: CellRef): Area | null {
    const sheet = this.workbook.sheetById(at.sheetId);
    return sheet === undefined ? null : this.#states.of(sheet).spills.holding(at.row, at.column);
  }

  get generation(): number {
    return this.#states.generation;
  }

  // What formulas see while they are evaluated.

  readCell(sheet: Sheet, row: number, column: number): Scalar {
    const state = this.#states.of(sheet);
    if (state.stale.size > 0 && state.stale.get(column)?.has(row) === true) {
      this.#evaluation.ensure(state, row, column);
    } else if (!state.spills.isEmpty) {
      this.#evaluation.ensureSpill(state, state.spills.holding(row, column));
    }
    if (this.#path.hasOpenMembers)
      this.#path.reads(keyOf(state, row, column), this.#evaluation.inCircle);
    const value = sheet.cells.value(row, column);
    // A custom function's message belongs to its own cell, not to those that pass the error on.
    return isCellError(value) && value.message !== undefined ? errorOf(value.error) : value;
  }

  readArea(sheet: Sheet, area: Area): Matrix {
    const state = this.#states.of(sheet);
    this.#evaluation.ensureArea(state, area);
    return this.#areas.read(state, area);
  }

  spillOf(sheet: Sheet, row: number, column: number): Area | null {
    return this.#states.of(sheet).spills.filledFrom(row, column);
  }

  /** One moment per calculation: two cells that say NOW() agree. */
  now(): number {
    return this.#clock.now();
  }

  callCustom(
    name: string,
    args: readonly (Scalar | Matrix)[],
    addresses: () => readonly (string | null)[],
  ): Result {
    const place = this.#path.last;
    if (this.#custom.traits(name) === null) return errorOf("#NAME?");
    // Conditional formats and validation call no custom functions, as in Excel.
    if (place === undefined) return errorOf("#VALUE!");
    const busy = args.find((item) => isCellError(item) && item.error === "#BUSY!");
    if (busy !== undefined) return errorOf("#BUSY!");
    const { state, row, column } = place;
    const at = { sheetId: state.sheet.id, row, column };
    const caller = (): string => callerAddress(state.sheet, row, column);
    return this.#custom.call(at, caller, name, args, addresses);
  }

  bindText(text: string, home: Home): Operand | null {
    const match = this.#shared.of(home.sheet, `=${text}`, home.row, home.column);
    return match === null || text.trim() === "" ? null : match.shared.operand;
  }

  /** Evaluates outside any cell. In manual mode stale cells are read as they are. */
  #evaluateOutside(operand: Operand, home: Home): Result {
    const demand = this.#evaluation.onDemand;
    this.#evaluation.onDemand = !this.#isManual;
    try {
      return this.#evaluation.evaluateDeep(() => operand.result(new Evaluator(this, home))) ?? 0;
    } finally {
      this.#evaluation.onDemand = demand;
    }
  }

  get #isManual(): boolean {
    return this.workbook.calculationMode === "Manual";
  }

  // Formulas taken up.

  /** Arrays a file or an earlier calculation has laid out already. */
  #adopt(state: SheetState): void {
    if (!state.sheet.cells.holdsArrays) return;
    for (const { row, column, formula } of state.sheet.cells.formulas()) {
      const { spill } = formula;
      if (spill !== undefined && spill.top === row && spill.left === column)
        state.spills.fill(spill);
    }
  }

  #take(state: SheetState, changes: readonly ColumnChange[]): void {
    for (const { column, changed, unreadable } of changes) {
      for (const [top, bottom] of changed) this.#formulasChanged(state, column, top, bottom);
      for (const row of unreadable) {
        if (!this.#states.store(state, row, column, errorOf("#NAME?"))) continue;
        this.#staleness.spread(state, { top: row, left: column, bottom: row, right: column });
      }
    }
  }

  #formulasChanged(state: SheetState, column: number, top: number, bottom: number): void {
    state.stale.get(column)?.remove(top, bottom);
    this.#custom.forget(state.sheet.id, column, top, bottom);
    for (const [key, at] of this.#evaluation.circular) {
      const here = at.sheetId === state.sheet.id && at.column === column;
      if (here && at.row >= top && at.row <= bottom) this.#evaluation.circular.delete(key);
    }
    this.#staleness.staleWithin(state, column, top, bottom);
  }

  #rebound(shared: SharedFormula): void {
    for (const run of [...shared.runs]) {
      const state = this.#states.of(run.sheet);
      state.formulas.watchAgain(run);
      this.#staleness.markStale(state, run.column, run.top, run.bottom);
    }
  }

  #markVolatile(): void {
    this.#clock.forgetMoment();
    const day = Math.floor(this.now());
    const newDay = day !== this.#lastDay;
    this.#lastDay = day;
    for (const shared of this.#shared.all()) {
      const { volatility } = shared.bound;
      if (volatility === "always" || (volatility === "day" && newDay))
        this.#staleness.staleRuns(shared);
    }
  }

  /** Volatile custom functions are called again after an edit, not for their own answers. */
  #markVolatileCustom(): void {
    for (const shared of this.#shared.all()) {
      const isVolatile = [...shared.bound.customNames].some(
        (name) => this.#custom.traits(name)?.isVolatile === true,
      );
      if (!isVolatile) continue;
      for (const { sheet, column, top, bottom } of shared.runs)
        this.#custom.forget(sheet.id, column, top, bottom);
      this.#staleness.staleRuns(shared);
    }
  }

  /** Cells written into a dynamic array's area: the array gives way, or finds room again. */
  #disturbSpills(state: SheetState, area: Area): void {
    if (state.spills.isEmpty) return;
    for (const spill of [...state.spills.meeting(area)]) {
      const own = { top: spill.top, left: spill.left, bottom: spill.top, right: spill.left };
      const onlyAnchor =
        area.top === own.top &&
        area.left === own.left &&
        area.bottom === own.bottom &&
        area.right === own.right;
      if (onlyAnchor && state.sheet.cells.formula(own.top, own.left) !== undefined) continue;
      this.#results.clearSpill(state, spill, area);
      if (state.formulas.runAt(spill.top, spill.left) !== null) {
        this.#staleness.markStale(state, spill.left, spill.top, spill.top);
      }
    }
    for (const { row, column } of [...state.spills.waitingFor(area)]) {
      if (state.formulas.runAt(row, column) === null) state.spills.release(row, column);
      else this.#staleness.markStale(state, column, row, row);
    }
  }

  // Late answers.

  /** Answers that arrive together are taken up in one calculation. */
  #answered(cells: readonly CellRef[]): void {
    if (this.#late.length === 0) queueMicrotask(() => this.#takeLate());
    this.#late.push(cells);
  }

  #takeLate(): void {
    if (this.#late.length === 0) return;
    const cells = this.#late.flat();
    this.#late = [];
    const columns = new Map<SheetState, Map<number, RowSet>>();
    for (const { sheetId, row, column } of cells) {
      const sheet = this.workbook.sheetById(sheetId);
      if (sheet === undefined) continue;
      const state = this.#states.of(sheet);
      if (state.formulas.runAt(row, column) === null) continue;
      let ofSheet = columns.get(state);
      if (ofSheet === undefined) {
        ofSheet = new Map();
        columns.set(state, ofSheet);
      }
      rowsOf(ofSheet, column).add(row, row);
    }
    for (const [state, ofSheet] of columns) {
      for (const [column, rows] of ofSheet) {
        for (const [top, bottom] of rows.intervals()) {
          this.#staleness.markStale(state, column, top, bottom);
          if (this.#isManual)
            this.#entered.push({ state, area: { top, left: column, bottom, right: column } });
        }
      }
    }
    this.#announce(this.#isManual ? this.recalculateEntered() : this.recalculate());
  }

  #announce(changed: readonly CellRef[]): void {
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
  }
}
