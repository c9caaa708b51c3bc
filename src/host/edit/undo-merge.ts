import { intersection } from "../model/address";
import type { Scalar } from "../model/cell";
import type { CellFormula } from "../model/cell";
import type { CellGrid } from "../model/grid";
import { isCellError } from "../model/cell";
import type { CellStyle } from "../model/style";
import type { CellsPiece, GridPiece } from "./undo-pieces";

/** What others found before changing cells, in the order in which they did. */
type Found = CellsPiece | GridPiece;

interface Aspect<Value> {
  readonly of: (grid: CellGrid, row: number, column: number) => Value;
  readonly put: (grid: CellGrid, row: number, column: number, value: Value) => void;
  readonly isSame: (one: Value, other: Value) => boolean;
}

interface Content {
  readonly value: Scalar;
  readonly formula: CellFormula | undefined;
}

const content: Aspect<Content> = {
  of: (grid, row, column) => ({
    value: grid.value(row, column),
    formula: grid.formula(row, column),
  }),
  put: (grid, row, column, { value, formula }) => {
    grid.setFormula(row, column, formula);
    grid.setValue(row, column, value);
  },
  // A formula's result is calculated again; it says nothing about who changed the cell.
  isSame: (one, other) =>
    one.formula?.text === other.formula?.text &&
    (one.formula !== undefined || isSameValue(one.value, other.value)),
};

const looks: Aspect<CellStyle> = {
  of: (grid, row, column) => grid.style(row, column),
  put: (grid, row, column, style) => grid.setStyle(row, column, style),
  isSame: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
};

function isSameValue(one: Scalar, other: Scalar): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}

/**
 * Puts a person's cells back although others have changed the sheet since: each cell's content and looks for themselves,
 * where nobody else has changed them. What others found before their changes is told the same, so that their own undo
 * does not bring back what is taken back here.
 */
export function mergeBack(piece: CellsPiece, later: readonly Found[]): void {
  const { sheet, area } = piece;
  const used = sheet.cells.usedArea(false);
  const kept = piece.grid.usedArea(false);
  const places = [used, kept, ...later.map(({ grid }) => grid.usedArea(false))];
  const reach = { top: 0, left: 0, bottom: -1, right: -1 };
  for (const place of places) {
    reach.bottom = Math.max(reach.bottom, place?.bottom ?? -1);
    reach.right = Math.max(reach.right, place?.right ?? -1);
  }
  const looked = intersection(area, reach);
  if (looked === null) return;
  for (let row = looked.top; row <= looked.bottom; row++) {
    for (let column = looked.left; column <= looked.right; column++) {
      mergeAspect(piece, later, content, row, column);
      mergeAspect(piece, later, looks, row, column);
    }
  }
}

function mergeAspect<Value>(
  piece: CellsPiece,
  later: readonly Found[],
  { of, put, isSame }: Aspect<Value>,
  row: number,
  column: number,
): void {
  const { sheet } = piece;
  const before = of(piece.grid, row, column);
  const stands = of(sheet.cells, row, column);
  const chain = later.flatMap((found) => {
    const then = piece.areaAt(found.at);
    const place = [row - piece.area.top + then.top, column - piece.area.left + then.left] as const;
    return found.covers(...place) ? [{ grid: found.grid, place }] : [];
  });
  const [first] = chain;
  const left = first === undefined ? stands : of(first.grid, ...first.place);
  if (isSame(before, left)) return;
  for (const { grid, place } of chain) {
    if (!isSame(of(grid, ...place), left)) return;
    put(grid, ...place, before);
  }
  if (isSame(stands, left)) put(sheet.cells, row, column, before);
}
