import { contains, maxColumns, maxRows, type Area } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Bound } from "./binding";
import type { Calculation, CellRef, CustomFunctionPort, FilledFormula } from "./calculation";
import { CalculationPath } from "./calculation-path";
import { CustomCalls } from "./custom-calls";
import { Evaluator, type Home, type Surroundings } from "./evaluator";
import { FormulaCells, type ColumnChange } from "./formula-cells";
import { Readers, readersWithin } from "./precedents";
import { RowSet } from "./row-set";
import { isSameAcrossRow } from "./same-across-row";
import { callerAddress, SharedFormulas, type SharedFormula } from "./shared-formula";
import { specialFunctions } from "./special-functions";
import { Spills } from "./spills";
import { errorOf, Matrix, type Result } from "./values";

/** Evaluations within evaluations before the rest is put on a list: a chain of 100,000 cells must not overflow the stack. */
const deepest = 60;
/** Times a cell is evaluated anew, because arrays moved under what it had read, before it is taken for a circle. */
const mostRepeats = 5;
/** Cells of an area read with its blank edges. */
const mostCells = 4_000_000;
const msPerDay = 86_400_000;

const unknownDay = { serial: Number.NaN, date1904: false, from: Number.NaN, to: Number.NaN };

/** Signals that a cell deep in a chain must be calculated first. */
class Postponed extends Error {}

interface SheetState {
  readonly sheet: Sheet;
  readonly serial: number;
  readonly formulas: FormulaCells;
  readonly spills: Spills;
  /** Stale formula cells by column. */
  readonly stale: Map<number, RowSet>;
  /** Counted up with each written value, by column: ranges read before are valid while it stands. */
  readonly versions: Map<number, number>;
  /** Cells whose value changed since they were last reported, by column. */
  readonly changed: Map<number, RowSet>;
}

interface Place {
  readonly state: SheetState;
  readonly row: number;
  readonly column: number;
  readonly key: number;
}

interface ReadRange {
  readonly stamp: number;
  readonly matrix: Matrix;
}

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
  readonly functions = specialFunctions;
  readonly #states = new Map<Sheet, SheetState>();
  readonly #readers = new Map<Sheet, Readers>();
  readonly #shared: SharedFormulas;
  readonly #custom = new CustomCalls((cells) => this.#answered(cells));
  #late: (readonly CellRef[])[] = [];
  readonly #listeners: ((changed: readonly CellRef[]) => void)[] = [];
  readonly #ranges = new Map<string, ReadRange>();
  #nextSerial = 0;
  readonly #path = new CalculationPath<Place>();
  #depth = 0;
  readonly #circular = new Map<number, CellRef>();
  /** Cells on the path that must be calculated once more, since an array moved under what they had read. */
  readonly #again = new Set<number>();
  #clock: () => Date = () => new Date();
  #moment: number | null = null;
  /** The calendar day last asked for, with the instants it begins and ends at. */
  #day = unknownDay;
  #lastDay = Number.NaN;
  #generation = 0;
  /** Counted up when names, tables or sheets change. */
  #shape = 0;
  /** False while a formula outside the cells is evaluated in manual mode. */
  #onDemand = true;

  constructor(
    readonly workbook: Workbook,
    readonly locale: "zh-CN" | "en-US",
  ) {
    this.#shared = new SharedFormulas(workbook);
    for (const sheet of workbook.sheets) this.#adopt(this.#state(sheet));
  }

  // What the rooms that edit the model say.

  cellsChanged(sheet: Sheet, area: Area): void {
    const state = this.#state(sheet);
    this.#generation++;
    this.#touch(state, area.left, area.right);
    this.#disturbSpills(state, area);
    this.#take(state, state.formulas.reread(area));
    // A formula written again is calculated again, even where it says the same.
    for (const column of state.formulas.columns()) {
      if (column >= area.left && column <= area.right)
        this.#staleWithin(state, column, area.top, area.bottom);
    }
    this.#spread(state, area);
  }

  structureChanged(scope: "cells" | "names" = "cells"): void {
    this.#generation++;
    this.#shape++;
    this.#ranges.clear();
    this.#shared.forgetUnused();
    for (const [sheet, state] of this.#states) {
      if (this.workbook.sheets.includes(sheet)) continue;
      state.formulas.forget();
      this.#states.delete(sheet);
    }
    for (const sheet of this.workbook.sheets) this.#state(sheet);
    for (const shared of this.#shared.all()) {
      if (shared.bound.followsShape && shared.bindAgain()) this.#rebound(shared);
    }
    if (scope === "names") return;
    for (const state of this.#states.values()) {
      state.spills.clear();
      this.#adopt(state);
      this.#take(state, state.formulas.rereadMoved());
      state.versions.clear();
    }
  }

  cellsWillMove(sheet: Sheet): void {
    const state = this.#state(sheet);
    const whole = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
    for (const spill of [...state.spills.meeting(whole)]) {
      if (sheet.cells.formula(spill.top, spill.left)?.array !== true)
        this.#clearSpill(state, spill, null);
    }
  }

  recalculate(): readonly CellRef[] {
    this.#markVolatile();
    this.#calculateStale();
    this.#custom.start();
    return this.#takeChanged();
  }

  recalculateAll(kind: "Recalculate" | "Full" | "FullRebuild"): readonly CellRef[] {
    if (kind === "Recalculate") return this.recalculate();
    this.#custom.clear();
    if (kind === "FullRebuild") {
      for (const state of this.#states.values()) state.formulas.forget();
      this.#shared.clear();
      this.structureChanged();
    }
    for (const state of this.#states.values()) {
      for (const column of state.formulas.columns()) {
        for (const run of state.formulas.runsIn(column)) {
          this.#markStale(state, column, run.top, run.bottom);
        }
      }
    }
    return this.recalculate();
  }

  async settled(): Promise<void> {
    for (;;) {
      this.#takeLate();
      if (this.#hasStale()) this.#announce(this.recalculate());
      this.#custom.start();
      if (this.#custom.isIdle) return;
      await this.#custom.answeredAll();
    }
  }

  evaluate(formula: string, at: CellRef): Scalar | readonly (readonly Scalar[])[] {
    const sheet = this.workbook.sheetById(at.sheetId);
    if (sheet === undefined) return errorOf("#REF!");
    this.#moment = null;
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
        const result = this.#evaluateOutside(found.bound.body, home);
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

  onLateResults(listener: (changed: readonly CellRef[]) => void): void {
    this.#listeners.push(listener);
  }

  setCustomFunctions(port: CustomFunctionPort): void {
    this.#custom.setPort(port);
    for (const shared of this.#shared.all()) {
      if (shared.bound.customNames.size > 0) this.#staleRuns(shared);
    }
  }

  setClock(now: () => Date): void {
    this.#clock = now;
    this.#lastDay = Number.NaN;
    this.#day = unknownDay;
  }

  today(): number {
    const now = this.#clock();
    const instant = now.getTime();
    const { date1904 } = this.workbook;
    const { from, to } = this.#day;
    // Asked for each cell that is painted: the calendar is opened once a day.
    if (!(instant >= from && instant < to && this.#day.date1904 === date1904)) {
      const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
      this.#day = {
        serial: Math.floor(serialOf(now, date1904)),
        date1904,
        from: new Date(year, month, date).getTime(),
        to: new Date(year, month, date + 1).getTime(),
      };
    }
    const { serial } = this.#day;
    if (this.#moment !== null && Math.floor(this.#moment) !== serial) {
      this.#moment = serialOf(now, date1904);
    }
    return serial;
  }

  circularCells(): readonly CellRef[] {
    return [...this.#circular.values()];
  }

  spillAt(at: CellRef): Area | null {
    const sheet = this.workbook.sheetById(at.sheetId);
    return sheet === undefined ? null : this.#state(sheet).spills.holding(at.row, at.column);
  }

  get generation(): number {
    return this.#generation;
  }

  // What formulas see while they are evaluated.

  readCell(sheet: Sheet, row: number, column: number): Scalar {
    const state = this.#state(sheet);
    if (state.stale.size > 0 && state.stale.get(column)?.has(row) === true) {
      this.#ensure(state, row, column);
    } else if (!state.spills.isEmpty) {
      this.#ensureSpill(state, state.spills.holding(row, column));
    }
    if (this.#path.hasOpenMembers) this.#path.reads(keyOf(state, row, column), this.#inCircle);
    const value = sheet.cells.value(row, column);
    // A custom function's message belongs to its own cell, not to those that pass the error on.
    return isCellError(value) && value.message !== undefined ? errorOf(value.error) : value;
  }

  readArea(sheet: Sheet, area: Area): Matrix {
    const state = this.#state(sheet);
    this.#ensureArea(state, area);
    const clipped = this.#clip(area);
    // Column versions only grow, so their sum tells whether any of them did.
    let stamp = 0;
    for (let column = clipped.left; column <= clipped.right; column++) {
      stamp += state.versions.get(column) ?? 0;
    }
    const key = `${state.serial}:${clipped.top}:${clipped.left}:${clipped.bottom}:${clipped.right}`;
    const known = this.#ranges.get(key);
    if (known !== undefined && known.stamp === stamp) return known.matrix;
    const matrix = this.#copy(sheet, clipped);
    if (this.#ranges.size > 200) this.#ranges.clear();
    this.#ranges.set(key, { stamp, matrix });
    return matrix;
  }

  spillOf(sheet: Sheet, row: number, column: number): Area | null {
    return this.#state(sheet).spills.filledFrom(row, column);
  }

  /** One moment per calculation: two cells that say NOW() agree. */
  now(): number {
    this.#moment ??= serialOf(this.#clock(), this.workbook.date1904);
    return this.#moment;
  }

  callCustom(name: string, args: readonly (Scalar | Matrix)[]): Result {
    const place = this.#path.last;
    if (!this.#custom.knows(name)) return errorOf("#NAME?");
    // Conditional formats and validation call no custom functions, as in Excel.
    if (place === undefined) return errorOf("#VALUE!");
    const busy = args.find((item) => isCellError(item) && item.error === "#BUSY!");
    if (busy !== undefined) return errorOf("#BUSY!");
    const { state, row, column } = place;
    const at = { sheetId: state.sheet.id, row, column };
    return this.#custom.call(at, () => callerAddress(state.sheet, row, column), name, args);
  }

  bindText(text: string, home: Home): Bound | null {
    const match = this.#shared.of(home.sheet, `=${text}`, home.row, home.column);
    return match === null || text.trim() === "" ? null : match.shared.bound.body;
  }

  /** Evaluates outside any cell. In manual mode stale cells are read as they are. */
  #evaluateOutside(body: Bound, home: Home): Result {
    const demand = this.#onDemand;
    this.#onDemand = this.workbook.calculationMode !== "Manual";
    try {
      return this.#evaluateDeep(() => new Evaluator(this, home).result(body)) ?? 0;
    } finally {
      this.#onDemand = demand;
    }
  }

  // Staleness.

  #state(sheet: Sheet): SheetState {
    let state = this.#states.get(sheet);
    if (state === undefined) {
      state = {
        sheet,
        serial: this.#nextSerial++,
        formulas: new FormulaCells(sheet, this.#shared, (of) => this.#readersOf(of)),
        spills: new Spills(sheet),
        stale: new Map(),
        versions: new Map(),
        changed: new Map(),
      };
      this.#states.set(sheet, state);
      this.#take(state, state.formulas.rereadMoved());
    }
    return state;
  }

  #readersOf(sheet: Sheet): Readers {
    let readers = this.#readers.get(sheet);
    if (readers === undefined) {
      readers = new Readers();
      this.#readers.set(sheet, readers);
    }
    return readers;
  }

  /** Arrays a file or an earlier calculation has laid out already. */
  #adopt(state: SheetState): void {
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
        if (!this.#store(state, row, column, errorOf("#NAME?"))) continue;
        this.#spread(state, { top: row, left: column, bottom: row, right: column });
      }
    }
  }

  #formulasChanged(state: SheetState, column: number, top: number, bottom: number): void {
    state.stale.get(column)?.remove(top, bottom);
    this.#custom.forget(state.sheet.id, column, top, bottom);
    for (const [key, at] of this.#circular) {
      const here = at.sheetId === state.sheet.id && at.column === column;
      if (here && at.row >= top && at.row <= bottom) this.#circular.delete(key);
    }
    this.#staleWithin(state, column, top, bottom);
  }

  #staleWithin(state: SheetState, column: number, top: number, bottom: number): void {
    for (const run of state.formulas.runsWithin(column, top, bottom)) {
      this.#markStale(state, column, Math.max(run.top, top), Math.min(run.bottom, bottom));
    }
  }

  /** Marks formula cells stale, with everything that reads them. */
  #markStale(state: SheetState, column: number, top: number, bottom: number): void {
    for (const [first, last] of this.#addStale(state, column, top, bottom)) {
      this.#spread(state, { top: first, bottom: last, left: column, right: column });
    }
  }

  #addStale(state: SheetState, column: number, top: number, bottom: number): [number, number][] {
    return rowsOf(state.stale, column).add(top, bottom);
  }

  /** Makes stale whatever reads an area, directly or not. */
  #spread(from: SheetState, area: Area): void {
    const queue: { state: SheetState; area: Area }[] = [{ state: from, area }];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const watch of this.#readersOf(next.state.sheet).meeting(next.area)) {
        const rows = readersWithin(watch, next.area);
        if (rows === null) continue;
        const { column, sheet } = watch.run;
        const state = this.#state(sheet);
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

  #markAgain(state: SheetState, column: number, top: number, bottom: number): void {
    for (const place of this.#path) {
      if (place.state !== state || place.column !== column) continue;
      if (place.row >= top && place.row <= bottom) this.#again.add(place.key);
    }
  }

  #staleRuns(shared: SharedFormula): void {
    for (const run of shared.runs) {
      this.#markStale(this.#state(run.sheet), run.column, run.top, run.bottom);
    }
  }

  #rebound(shared: SharedFormula): void {
    for (const run of [...shared.runs]) {
      const state = this.#state(run.sheet);
      state.formulas.watchAgain(run);
      this.#markStale(state, run.column, run.top, run.bottom);
    }
  }

  #markVolatile(): void {
    this.#moment = null;
    const day = Math.floor(this.now());
    const newDay = day !== this.#lastDay;
    this.#lastDay = day;
    for (const shared of this.#shared.all()) {
      const { volatility } = shared.bound;
      if (volatility === "always" || (volatility === "day" && newDay)) this.#staleRuns(shared);
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
      this.#clearSpill(state, spill, area);
      if (state.formulas.runAt(spill.top, spill.left) !== null) {
        this.#markStale(state, spill.left, spill.top, spill.top);
      }
    }
    for (const { row, column } of [...state.spills.waitingFor(area)]) {
      if (state.formulas.runAt(row, column) === null) state.spills.release(row, column);
      else this.#markStale(state, column, row, row);
    }
  }

  // Calculation.

  #hasStale(): boolean {
    for (const state of this.#states.values()) {
      for (const rows of state.stale.values()) if (!rows.isEmpty) return true;
    }
    return false;
  }

  #calculateStale(): void {
    for (let again = true; again;) {
      again = false;
      for (const state of this.#states.values()) {
        for (const [column, rows] of state.stale) {
          for (
            let row = rows.firstWithin(0, maxRows);
            row >= 0;
            row = rows.firstWithin(0, maxRows)
          ) {
            this.#evaluateDeep(() => this.#ensure(state, row, column));
            again = true;
          }
        }
      }
    }
    for (const state of this.#states.values()) state.stale.clear();
    this.#again.clear();
  }

  /** Runs an evaluation; where it reads through too long a chain, the end of the chain is calculated first. */
  #evaluateDeep<T>(evaluate: () => T): T {
    const base = this.#path.length;
    for (;;) {
      this.#depth = 0;
      try {
        return evaluate();
      } catch (failure) {
        if (!(failure instanceof Postponed)) {
          this.#path.cut(base);
          throw failure;
        }
      }
      // The whole chain stays on the path, so that a circle through it is seen.
      while (this.#path.length > base) {
        this.#depth = 0;
        try {
          this.#evaluateTop();
        } catch (failure) {
          if (!(failure instanceof Postponed)) {
            this.#path.cut(base);
            throw failure;
          }
        }
      }
    }
  }

  /** A cell found to be in a circle holds 0 from then on, for the others to read. */
  readonly #inCircle = ({ state, row, column }: Place): void => {
    this.#store(state, row, column, 0);
  };

  #ensure(state: SheetState, row: number, column: number): void {
    if (!this.#onDemand || state.stale.get(column)?.has(row) !== true) return;
    const key = keyOf(state, row, column);
    if (this.#path.closes(key, this.#inCircle)) return;
    this.#path.enter({ state, row, column, key });
    if (++this.#depth > deepest) throw new Postponed();
    this.#evaluateTop();
    this.#depth--;
  }

  /** Calculates the innermost cell of the path and takes it off. */
  #evaluateTop(): void {
    const place = this.#path.last;
    if (place === undefined) return;
    const { state, row, column, key } = place;
    const run = state.formulas.runAt(row, column);
    let result: Result = null;
    let restless = false;
    if (run !== null) {
      const evaluator = new Evaluator(this, { sheet: state.sheet, row, column });
      for (let repeats = 0; ; repeats++) {
        this.#again.delete(key);
        result = evaluator.result(run.shared.bound.body);
        if (!this.#again.has(key)) break;
        // An array that keeps moving what it is made from never comes to rest.
        restless = repeats >= mostRepeats;
        if (restless) break;
      }
    }
    const circular = this.#path.leave() || restless;
    if (circular) this.#circular.set(key, { sheetId: state.sheet.id, row, column });
    else this.#circular.delete(key);
    if (run !== null) this.#write(state, row, column, circular ? 0 : result);
    state.stale.get(column)?.remove(row, row);
  }

  #ensureArea(state: SheetState, area: Area): void {
    if (!state.spills.isEmpty) {
      for (const spill of [...state.spills.meeting(area)]) this.#ensureSpill(state, spill);
    }
    for (const [column, rows] of state.stale) {
      if (column < area.left || column > area.right) continue;
      let from = area.top;
      for (;;) {
        const row = rows.firstWithin(from, area.bottom);
        if (row < 0) break;
        this.#ensure(state, row, column);
        // A cell that reads itself stays stale until it is done.
        from = row + 1;
      }
    }
    if (!this.#path.hasOpenMembers) return;
    for (const member of this.#path.openMembers) {
      if (member.state === state && contains(area, member.row, member.column)) {
        this.#path.reads(member.key, this.#inCircle);
      }
    }
  }

  #ensureSpill(state: SheetState, spill: Area | null): void {
    if (spill === null || state.stale.get(spill.left)?.has(spill.top) !== true) return;
    this.#ensure(state, spill.top, spill.left);
  }

  #write(state: SheetState, row: number, column: number, result: Result): void {
    const { cells } = state.sheet;
    const formula = cells.formula(row, column);
    const { spills } = state;
    if (formula?.array === true) {
      this.#writeLegacyArray(state, row, column, result);
      return;
    }
    const before = spills.isEmpty ? null : spills.filledFrom(row, column);
    if (result instanceof Matrix && (result.height > 1 || result.width > 1)) {
      const area = spills.areaFor(row, column, result);
      if (area === null || spills.isObstructed(area)) {
        if (before !== null) this.#clearSpill(state, before, null);
        spills.block(row, column, area);
        this.#store(state, row, column, errorOf("#SPILL!"));
        return;
      }
      if (before !== null && !sameArea(before, area)) this.#clearSpill(state, before, null);
      spills.fill(area);
      if (formula !== undefined && !sameArea(formula.spill, area)) {
        cells.setFormula(row, column, { ...formula, spill: area });
      }
      this.#lay(state, area, result);
      return;
    }
    if (before !== null) this.#clearSpill(state, before, null);
    if (!spills.isEmpty) spills.release(row, column);
    const value = result instanceof Matrix ? result.at(0, 0) : result;
    this.#store(state, row, column, value ?? 0);
  }

  /** {=…}: the array fills the area it was entered in, #N/A where it is too small. */
  #writeLegacyArray(state: SheetState, row: number, column: number, result: Result): void {
    const { cells } = state.sheet;
    const area = cells.formula(row, column)?.spill ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    };
    const matrix = result instanceof Matrix ? result : new Matrix([[result]]);
    const filled = Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
      Array.from({ length: area.right - area.left + 1 }, (_unused, c) => {
        const atRow = matrix.height === 1 ? 0 : r;
        const atColumn = matrix.width === 1 ? 0 : c;
        return atRow < matrix.height && atColumn < matrix.width
          ? matrix.at(atRow, atColumn)
          : errorOf("#N/A");
      }),
    );
    state.spills.fill(area);
    this.#lay(state, area, new Matrix(filled));
  }

  #lay(state: SheetState, area: Area, matrix: Matrix): void {
    let moved = false;
    for (let r = 0; r < matrix.height; r++) {
      for (let c = 0; c < matrix.width; c++) {
        const changed = this.#store(state, area.top + r, area.left + c, matrix.at(r, c) ?? 0);
        if (changed && (r > 0 || c > 0)) moved = true;
      }
    }
    if (moved) this.#spread(state, area);
  }

  /** Empties the cells an array filled, except its first and those in `keep`, which somebody else has written. */
  #clearSpill(state: SheetState, spill: Area, keep: Area | null): void {
    const { cells } = state.sheet;
    state.spills.release(spill.top, spill.left);
    const formula = cells.formula(spill.top, spill.left);
    if (formula?.spill !== undefined && formula.array !== true) {
      const { text } = formula;
      cells.setFormula(spill.top, spill.left, { text });
    }
    for (let row = spill.top; row <= spill.bottom; row++) {
      for (let column = spill.left; column <= spill.right; column++) {
        if (row === spill.top && column === spill.left) continue;
        if (keep !== null && contains(keep, row, column)) continue;
        this.#store(state, row, column, null);
      }
    }
    this.#spread(state, spill);
  }

  #store(state: SheetState, row: number, column: number, value: Scalar): boolean {
    const { cells } = state.sheet;
    const before = cells.value(row, column);
    if (sameValue(before, value)) return false;
    cells.setValue(row, column, value);
    this.#generation++;
    state.versions.set(column, (state.versions.get(column) ?? 0) + 1);
    rowsOf(state.changed, column).add(row, row);
    return true;
  }

  #touch(state: SheetState, left: number, right: number): void {
    const { columns } = state.sheet.cells.valueExtent();
    for (let column = left; column <= Math.min(right, columns); column++) {
      state.versions.set(column, (state.versions.get(column) ?? 0) + 1);
    }
  }

  /** Whole columns and rows, and other vast areas, are read as far as anything stands in the workbook. */
  #clip(area: Area): Area {
    const vast = (area.bottom - area.top + 1) * (area.right - area.left + 1) > mostCells;
    const wholeColumns = vast || area.bottom === maxRows - 1;
    const wholeRows = vast || area.right === maxColumns - 1;
    if (!wholeColumns && !wholeRows) return area;
    let rows = 1;
    let columns = 1;
    for (const sheet of this.workbook.sheets) {
      const extent = sheet.cells.valueExtent();
      rows = Math.max(rows, extent.rows);
      columns = Math.max(columns, extent.columns);
    }
    return {
      ...area,
      bottom: wholeColumns ? Math.max(area.top, Math.min(area.bottom, rows - 1)) : area.bottom,
      right: wholeRows ? Math.max(area.left, Math.min(area.right, columns - 1)) : area.right,
    };
  }

  #copy(sheet: Sheet, area: Area): Matrix {
    const rows: Scalar[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: Scalar[] = [];
      for (let column = area.left; column <= area.right; column++) {
        line.push(sheet.cells.value(row, column));
      }
      rows.push(line);
    }
    return new Matrix(rows);
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
      const state = this.#state(sheet);
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
        for (const [top, bottom] of rows.intervals()) this.#markStale(state, column, top, bottom);
      }
    }
    this.#announce(this.recalculate());
  }

  #announce(changed: readonly CellRef[]): void {
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
  }

  #takeChanged(): readonly CellRef[] {
    const refs: CellRef[] = [];
    for (const { sheet, changed } of this.#states.values()) {
      for (const [column, rows] of changed) {
        for (const [top, bottom] of rows.intervals()) {
          for (let row = top; row <= bottom; row++) refs.push({ sheetId: sheet.id, row, column });
        }
      }
      changed.clear();
    }
    return refs;
  }
}

function rowsOf(columns: Map<number, RowSet>, column: number): RowSet {
  let rows = columns.get(column);
  if (rows === undefined) {
    rows = new RowSet();
    columns.set(column, rows);
  }
  return rows;
}

function keyOf(state: SheetState, row: number, column: number): number {
  return (state.serial * maxRows + row) * maxColumns + column;
}

function sameArea(one: Area | undefined, other: Area): boolean {
  return (
    one !== undefined &&
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

function sameValue(one: Scalar, other: Scalar): boolean {
  if (isCellError(one) && isCellError(other)) {
    return one.error === other.error && one.message === other.message;
  }
  return Object.is(one, other);
}

/** A moment as Excel numbers it: days since the workbook's epoch in local time, 1900 counting its fictitious 29 February. */
function serialOf(moment: Date, date1904: boolean): number {
  const local = Date.UTC(
    moment.getFullYear(),
    moment.getMonth(),
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
    moment.getSeconds(),
    moment.getMilliseconds(),
  );
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (local - epoch) / msPerDay;
}
