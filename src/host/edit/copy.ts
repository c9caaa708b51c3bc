import { columnCount, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { carryFormats, carryMerges, carryValidations, carryWords } from "./carried-layers";
import { tablesFollow } from "./cells";
import { isProtected, refuseProtected, refuseUnlessAllowed } from "./protection";
import { filledDown, moveFormula } from "../calc/rewrite";
import { filling } from "../model/filled-formula";
import type { CellFormula } from "../model/cell";
import { defaultStyle } from "../model/style";
import type { Workspace } from "./workspace";

export interface CopyOptions {
  readonly what: "All" | "Formulas" | "Values" | "Formats";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * Copies cells as Range.copyFrom and paste do: a target that is a multiple of the source is filled with copies, a
 * smaller target grows to the source's size. Relative references move along.
 */
export function copyCells(
  workspace: Workspace,
  source: Place,
  target: Place,
  options: CopyOptions,
): void {
  const rows = options.transpose ? columnCount(source.area) : rowCount(source.area);
  const columns = options.transpose ? rowCount(source.area) : columnCount(source.area);
  const fits = (have: number, need: number): number =>
    have > need && have % need === 0 ? have : Math.max(need, 1);
  const area: Area = {
    top: target.area.top,
    left: target.area.left,
    bottom: target.area.top + fits(rowCount(target.area), rows) - 1,
    right: target.area.left + fits(columnCount(target.area), columns) - 1,
  };
  if (options.what === "Formats") refuseUnlessAllowed(workspace, target.sheet, "allowFormatCells");
  else refuseProtected(workspace, target.sheet, area);
  workspace.history.cells(target.sheet, area);
  carryAlong(workspace, source, { sheet: target.sheet, area }, options);
  // Source and target may overlap: what is read must not have been written yet.
  const from = source.sheet.cells.copyArea(source.area);
  const to = target.sheet.cells;
  const moved = formulaMover();
  let formulas = false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const down = (row - area.top) % rows;
      const across = (column - area.left) % columns;
      const sourceRow = source.area.top + (options.transpose ? across : down);
      const sourceColumn = source.area.left + (options.transpose ? down : across);
      const cells = from.columns.get(sourceColumn);
      const value = cells?.values[sourceRow - source.area.top] ?? null;
      const formula = cells?.formulas.get(sourceRow);
      const blank = value === null && formula === undefined;
      if (options.skipBlanks && blank) continue;
      if (options.what !== "Formats") {
        const copied = options.what === "Values" ? undefined : formula;
        formulas ||= copied !== undefined;
        to.setFormula(row, column, copied && moved(copied, row - sourceRow, column - sourceColumn));
        to.setValue(row, column, value);
      }
      if (options.what === "All" || options.what === "Formats") {
        to.setStyle(row, column, cells?.styles[sourceRow - source.area.top] ?? defaultStyle);
      }
    }
  }
  if (options.what === "Formats") {
    workspace.journal.add({ kind: "formatted", sheetId: target.sheet.id, area });
    return;
  }
  workspace.calculation.cellsChanged(target.sheet, area);
  tablesFollow(workspace, target.sheet, area, formulas);
  workspace.journal.add({
    kind: "changed",
    sheetId: target.sheet.id,
    area,
    changeType: "RangeEdited",
    detail: null,
  });
}

/** What lies over the cells; a copy without the blank cells leaves the target's as it is. */
function carryAlong(
  workspace: Workspace,
  source: Place,
  target: Place,
  { what, skipBlanks, transpose }: CopyOptions,
): void {
  if (skipBlanks || what === "Values" || what === "Formulas") return;
  if (isProtected(workspace, target.sheet)) return;
  const copies = { source, target, origin: target.area, transpose };
  carryFormats(workspace, copies);
  carryMerges(workspace, copies);
  if (what === "Formats") return;
  carryValidations(workspace, copies);
  carryWords(workspace, copies);
}

/** Moves formulas as `moveFormula` does; one that is copied to many rows is taken apart once. */
function formulaMover(): (formula: CellFormula, rows: number, columns: number) => CellFormula {
  const fillings = new Map<CellFormula, Map<number, (rows: number) => CellFormula>>();
  return (formula, rows, columns) => {
    if (rows < 1) return { text: moveFormula(formula.text, rows, columns) };
    let byColumn = fillings.get(formula);
    if (byColumn === undefined) {
      byColumn = new Map();
      fillings.set(formula, byColumn);
    }
    let below = byColumn.get(columns);
    if (below === undefined) {
      below = filling(filledDown(moveFormula(formula.text, 0, columns)));
      byColumn.set(columns, below);
    }
    return below(rows);
  };
}
