import type { Workbook } from "../model/workbook";
import type { CellRef } from "./calculation";
import type { EnteredArea } from "./evaluation";
import type { RowSet } from "./row-set";
import { rowsOf, type SheetState, type SheetStates } from "./sheet-state";

/** Answers of custom functions that came after the calculation that asked: those that arrive together are one calculation. */
export class LateAnswers {
  #waiting: (readonly CellRef[])[] = [];

  /** @param due - called once, in a later turn, where answers wait to be taken up */
  constructor(
    private readonly workbook: Workbook,
    private readonly states: SheetStates,
    private readonly due: () => void,
  ) {}

  add(cells: readonly CellRef[]): void {
    if (this.#waiting.length === 0) queueMicrotask(this.due);
    this.#waiting.push(cells);
  }

  /** The formula cells that answers came for since this was last asked, as runs of rows; null where none came. */
  take(): readonly EnteredArea[] | null {
    if (this.#waiting.length === 0) return null;
    const cells = this.#waiting.flat();
    this.#waiting = [];
    const columns = new Map<SheetState, Map<number, RowSet>>();
    for (const { sheetId, row, column } of cells) {
      const sheet = this.workbook.sheetById(sheetId);
      if (sheet === undefined) continue;
      const state = this.states.of(sheet);
      if (state.formulas.runAt(row, column) === null) continue;
      let ofSheet = columns.get(state);
      if (ofSheet === undefined) {
        ofSheet = new Map();
        columns.set(state, ofSheet);
      }
      rowsOf(ofSheet, column).add(row, row);
    }
    return [...columns].flatMap(([state, ofSheet]) =>
      [...ofSheet].flatMap(([column, rows]) =>
        Array.from(rows.intervals(), ([top, bottom]) => ({
          state,
          area: { top, left: column, bottom, right: column },
        })),
      ),
    );
  }
}
