import { shiftFormula } from "../calc/rewrite";
import type { Area } from "../model/address";
import type { CellFormula } from "../model/cell";
import type { AreaCells, ColumnCells } from "../model/grid";
import type { Sheet } from "../model/sheet";
import { shiftArea, type Shift } from "./shift";

/** A move of cells as those meet it who wait to put cells back. */
export interface CellMove {
  readonly shift: Shift;
  /** The name of the sheet whose cells move. */
  readonly sheetName: string;
  readonly at: number;
  /** When the step of undo began to which it belongs. */
  readonly step: number;
}

/** Kept cells after a move, with the references in their formulas; null where the move deletes or tears them. */
export function followed(cells: AreaCells, sheet: Sheet, move: CellMove): AreaCells | null {
  const { shift, sheetName } = move;
  const { area } = cells;
  const to = shift.sheetId === sheet.id ? shiftArea(area, shift) : area;
  if (to === null || !isSameSize(area, to)) return null;
  const [down, across] = [to.top - area.top, to.left - area.left];
  const rewritten = (formula: CellFormula): CellFormula => {
    const text = shiftFormula(formula.text, sheet.name, { ...shift, sheet: sheetName });
    return formula.array === undefined ? { text } : { text, array: formula.array };
  };
  const columns = new Map<number, ColumnCells>();
  for (const [column, { values, styles, formulas }] of cells.columns) {
    const moved = [...formulas].map(([row, formula]) => [row + down, rewritten(formula)] as const);
    columns.set(column + across, { values, styles, formulas: new Map(moved) });
  }
  return { area: to, columns };
}

function isSameSize(one: Area, other: Area): boolean {
  return (
    one.bottom - one.top === other.bottom - other.top &&
    one.right - one.left === other.right - other.left
  );
}
