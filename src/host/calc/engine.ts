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
import { CustomCells } from "./custom-cells";
import { Evaluation, type EnteredArea } from "./evaluation";
import { Evaluator, type Home, type Operand, type Surroundings } from "./evaluator";
import { FormulaUptake } from "./formula-uptake";
import { LateAnswers } from "./late-answers";
import { readersWithin } from "./precedents";
import { Results } from "./results";
import { isSameAcrossRow } from "./same-across-row";
import {
  isWorksheetFunction,
  SharedFormulas,
  type FormulaRun,
  type SharedFormula,
} from "./shared-formula";
import { keyOf, SheetStates, type Place } from "./sheet-state";
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
  readonly #calls = new CustomCalls((cells) => this.#late.add(cells));
  readonly #custom: CustomCells;
  readonly #uptake: FormulaUptake;
  readonly #late: LateAnswers;
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
    this.#states = new SheetStates(workbook, this.#shared, (state) => this.#uptake.takeNew(state));
    this.#staleness = new Staleness(this.#states, this.#path);
    this.#results = new Results(this.#states, this.#staleness);
    this.#evaluation = new Evaluation(
      this.#states,
      this.#staleness,
      this.#results,
      this.#path,
      this,
    );
    this.#custom = new CustomCells(
      this.#calls,
      this.#shared,
      this.#states,
      this.#staleness,
      this.#path,
    );
    this.#uptake = new FormulaUptake(
      this.#states,
      this.#staleness,
      this.#results,
      this.#evaluation,
      this.#calls,
    );
    this.#late = new LateAnswers(workbook, this.#states, () => this.#takeLate());
    if (workbook.resultsStand) {
      this.#uptake.takeWithResults(workbook.sheets);
      this.#custom.takeResultsAsTheyStand();
    }
    for (const sheet of workbook.sheets) this.#uptake.adoptArrays(this.#states.of(sheet));
  }

  // What the rooms that edit the model say.

  cellsChanged(sheet: Sheet, area: Area): void {
    this.#isEdited = true;
    const state = this.#states.of(sheet);
    if (this.#isManual) this.#entered.push({ state, area });
    this.#states.generation++;
    this.#states.touch(state, area.left, area.right);
    this.#uptake.disturbArrays(state, area);
    this.#uptake.take(state, state.formulas.reread(area));
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
      if (shared.bound.followsShape && shared.bindAgain()) this.#uptake.rebound(shared);
    }
    if (scope === "names") return;
    for (const state of this.#states.all()) {
      state.spills.clear();
      this.#uptake.adoptArrays(state);
      this.#uptake.take(state, state.formulas.rereadMoved());
      state.versions.clear();
    }
  }

  cellsWillMove(sheet: Sheet): void {
    const whole = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
    this.#uptake.withdrawArrays(sheet, whole);
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
    if (this.#isEdited) this.#custom.markVolatile();
    this.#isEdited = false;
    this.#entered = [];
    this.#evaluation.calculateStale();
    this.#calls.start();
    return this.#states.takeChanged();
  }

  recalculateEntered(): readonly CellRef[] {
    const entered = this.#entered;
    this.#entered = [];
    if (entered.length === 0) return [];
    this.#clock.forgetMoment();
    this.#evaluation.calculateEntered(entered);
    this.#calls.start();
    return this.#states.takeChanged();
  }

  recalculateAll(kind: "Recalculate" | "Full" | "FullRebuild"): readonly CellRef[] {
    this.#isEdited = true;
    if (kind === "Recalculate") return this.recalculate();
    this.#calls.clear();
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

  get state(): Calculation["state"] {
    if (!this.#calls.isIdle) return "Calculating";
    return this.#isManual && this.#staleness.hasStale() ? "Pending" : "Done";
  }

  async settled(): Promise<void> {
    for (;;) {
      this.#takeLate();
      if (!this.#isManual && this.#staleness.hasStale()) this.#announce(this.recalculate());
      this.#calls.start();
      if (this.#calls.isIdle) return;
      await this.#calls.answeredAll();
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
    return isWorksheetFunction(name) || this.#calls.traits(name) !== null;
  }

  onLateResults(listener: (changed: readonly CellRef[]) => void): void {
    this.#listeners.push(listener);
  }

  setCustomFunctions(port: CustomFunctionPort): void {
    this.#custom.setPort(port);
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
    return this.#custom.call(name, args, addresses);
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

  #takeLate(): void {
    const answered = this.#late.take();
    if (answered === null) return;
    for (const { state, area } of answered)
      this.#staleness.markStale(state, area.left, area.top, area.bottom);
    if (this.#isManual) this.#entered.push(...answered);
    this.#announce(this.#isManual ? this.recalculateEntered() : this.recalculate());
  }

  #announce(changed: readonly CellRef[]): void {
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
  }
}
