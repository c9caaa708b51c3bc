import { maxColumns, maxRows } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { CellRef } from "./calculation";
import { FormulaCells } from "./formula-cells";
import { Readers } from "./precedents";
import { RowSet } from "./row-set";
import type { SharedFormulas } from "./shared-formula";
import { Spills } from "./spills";

/** What calculation knows of one sheet. */
export interface SheetState {
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

/** A formula's cell. */
export interface Place {
  readonly state: SheetState;
  readonly row: number;
  readonly column: number;
  readonly key: number;
}

/** The sheets of a workbook under calculation, with the values written and not yet reported. */
export class SheetStates {
  readonly #states = new Map<Sheet, SheetState>();
  readonly #readers = new Map<Sheet, Readers>();
  #nextSerial = 0;
  /** Grows with each value written. */
  generation = 0;

  /** @param onNew - takes up the formulas of a sheet that is seen for the first time */
  constructor(
    readonly workbook: Workbook,
    private readonly shared: SharedFormulas,
    private readonly onNew: (state: SheetState) => void,
  ) {}

  /** What is known of a sheet; a new one is taken up. */
  of(sheet: Sheet): SheetState {
    let state = this.#states.get(sheet);
    if (state === undefined) {
      state = {
        sheet,
        serial: this.#nextSerial++,
        formulas: new FormulaCells(sheet, this.shared, (of) => this.readersOf(of)),
        spills: new Spills(sheet),
        stale: new Map(),
        versions: new Map(),
        changed: new Map(),
      };
      this.#states.set(sheet, state);
      this.onNew(state);
    }
    return state;
  }

  /** The formulas, of any sheet, that read cells of this one. */
  readersOf(sheet: Sheet): Readers {
    let readers = this.#readers.get(sheet);
    if (readers === undefined) {
      readers = new Readers();
      this.#readers.set(sheet, readers);
    }
    return readers;
  }

  all(): Iterable<SheetState> {
    return this.#states.values();
  }

  /** Lets go of sheets that were deleted, and takes up new ones. */
  followSheets(): void {
    for (const [sheet, state] of this.#states) {
      if (this.workbook.sheets.includes(sheet)) continue;
      state.formulas.forget();
      this.#states.delete(sheet);
    }
    for (const sheet of this.workbook.sheets) this.of(sheet);
  }

  /** Writes a result; false where the cell held it already. */
  store(state: SheetState, row: number, column: number, value: Scalar): boolean {
    const { cells } = state.sheet;
    const before = cells.value(row, column);
    if (sameValue(before, value)) return false;
    cells.setValue(row, column, value);
    this.generation++;
    state.versions.set(column, (state.versions.get(column) ?? 0) + 1);
    rowsOf(state.changed, column).add(row, row);
    return true;
  }

  /** Columns somebody else has written: ranges read from them are out of date. */
  touch(state: SheetState, left: number, right: number): void {
    const { columns } = state.sheet.cells.valueExtent();
    for (let column = left; column <= Math.min(right, columns); column++) {
      state.versions.set(column, (state.versions.get(column) ?? 0) + 1);
    }
  }

  /** Cells whose value changed since they were last asked for. */
  takeChanged(): readonly CellRef[] {
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

/** A column's rows in a map of such sets; made where there are none. */
export function rowsOf(columns: Map<number, RowSet>, column: number): RowSet {
  let rows = columns.get(column);
  if (rows === undefined) {
    rows = new RowSet();
    columns.set(column, rows);
  }
  return rows;
}

/** One number for a cell of any sheet. */
export function keyOf(state: SheetState, row: number, column: number): number {
  return (state.serial * maxRows + row) * maxColumns + column;
}

function sameValue(one: Scalar, other: Scalar): boolean {
  if (isCellError(one) && isCellError(other)) {
    return one.error === other.error && one.message === other.message;
  }
  return Object.is(one, other);
}
