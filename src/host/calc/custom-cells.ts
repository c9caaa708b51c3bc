import type { Scalar } from "../model/cell";
import { isCellError } from "../model/cell";
import type { CustomFunctionPort } from "./calculation";
import type { CalculationPath } from "./calculation-path";
import type { CustomCalls } from "./custom-calls";
import { callerAddress, type SharedFormula, type SharedFormulas } from "./shared-formula";
import type { Place, SheetStates } from "./sheet-state";
import type { Staleness } from "./staleness";
import { errorOf, type Matrix, type Result } from "./values";

/** The cells whose formulas call custom functions: when they call, and when they are made to call again. */
export class CustomCells {
  /**
   * Formulas with the results their file gave them. A function that is connected calls none of these cells again unless
   * they wait for it: opening a workbook does not calculate it anew.
   */
  readonly #fromFile = new Set<SharedFormula>();

  constructor(
    private readonly calls: CustomCalls,
    private readonly shared: SharedFormulas,
    private readonly states: SheetStates,
    private readonly staleness: Staleness,
    private readonly path: CalculationPath<Place>,
  ) {}

  /** All formulas there are now have their file's results. */
  takeResultsAsTheyStand(): void {
    for (const shared of this.shared.all())
      if (shared.bound.customNames.size > 0) this.#fromFile.add(shared);
  }

  setPort(port: CustomFunctionPort): void {
    this.calls.setPort(port);
    for (const shared of this.shared.all()) {
      if (shared.bound.customNames.size === 0) continue;
      if (this.#fromFile.has(shared) && !this.#answersAgain(shared)) this.#staleWaiting(shared);
      else this.staleness.staleRuns(shared);
    }
  }

  #answersAgain(shared: SharedFormula): boolean {
    return [...shared.bound.customNames].some(
      (name) => this.calls.traits(name)?.answersAgain === true,
    );
  }

  /** Cells whose result says that their function was not there, or had not answered yet. */
  #staleWaiting(shared: SharedFormula): void {
    for (const { sheet, column, top, bottom } of shared.runs) {
      const state = this.states.of(sheet);
      for (let row = top; row <= bottom; row++) {
        if (isWanting(sheet.cells.value(row, column)))
          this.staleness.markStale(state, column, row, row);
      }
    }
  }

  /** Volatile custom functions are called again after an edit, not for their own answers. */
  markVolatile(): void {
    for (const shared of this.shared.all()) {
      const isVolatile = [...shared.bound.customNames].some(
        (name) => this.calls.traits(name)?.isVolatile === true,
      );
      if (!isVolatile) continue;
      for (const { sheet, column, top, bottom } of shared.runs)
        this.calls.forget(sheet.id, column, top, bottom);
      this.staleness.staleRuns(shared);
    }
  }

  /** What a call answers to the cell that is being calculated. */
  call(
    name: string,
    args: readonly (Scalar | Matrix)[],
    addresses: () => readonly (string | null)[],
  ): Result {
    const place = this.path.last;
    if (place !== undefined && this.#fromFile.size > 0) {
      const run = place.state.formulas.runAt(place.row, place.column);
      if (run !== null) this.#fromFile.delete(run.shared);
    }
    if (this.calls.traits(name) === null) return errorOf("#NAME?");
    // Conditional formats and validation call no custom functions, as in Excel.
    if (place === undefined) return errorOf("#VALUE!");
    const busy = args.find((item) => isCellError(item) && item.error === "#BUSY!");
    if (busy !== undefined) return errorOf("#BUSY!");
    const { state, row, column } = place;
    const at = { sheetId: state.sheet.id, row, column };
    const caller = (): string => callerAddress(state.sheet, row, column);
    return this.calls.call(at, caller, name, args, addresses);
  }
}

/** What files say for errors they have no word for (#SPILL!, #BUSY!), or for a function that was not there. */
const unsaid: ReadonlySet<string> = new Set(["#VALUE!", "#NAME?", "#BUSY!", "#GETTING_DATA"]);

/** Whether a formula's stored result is to be calculated in any case: there is none, or it may stand for another. */
export function isWanting(result: Scalar): boolean {
  return result === null || (isCellError(result) && unsaid.has(result.error));
}
