import { columnCount, rowCount, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError, invalidArgument } from "../protocol/host-error";
import { moveFormula } from "../calc/rewrite";
import { subtractArea } from "./areas";
import { carryFormats, carryValidations } from "./carried-layers";
import { tablesFollow } from "./cells";
import { isProtected, refuseProtected } from "./protection";
import { seriesOf, type FillType } from "./series";
import type { Workspace } from "./workspace";

/**
 * What a person fills: a filter's hidden rows keep their cells, and the shown ones repeat what stands in the source.
 */
export function fillShown(
  workspace: Workspace,
  sheet: Sheet,
  source: Area,
  target: Area,
  type: FillType,
): void {
  const hidden = [...sheet.filteredRows].filter((row) => row >= target.top && row <= target.bottom);
  const kept = hidden.map((row) => sheet.cells.copyArea({ ...target, top: row, bottom: row }));
  fillCells(workspace, sheet, source, target, kept.length > 0 ? "FillCopy" : type);
  for (const cells of kept) sheet.cells.pasteArea(cells);
  if (kept.length > 0) workspace.calculation.cellsChanged(sheet, target);
}

/**
 * Continues what stands in `source` over the rest of `target`, which holds it and extends it in one direction: series of
 * numbers, days, and texts that end with a number; formulas move along; formats repeat.
 */
export function fillCells(
  workspace: Workspace,
  sheet: Sheet,
  source: Area,
  target: Area,
  type: FillType,
): void {
  if (type === "FlashFill") {
    throw new HostError("ApiNotFound", "The host does not serve the fill FlashFill.");
  }
  const { axis, backwards } = directionOf(source, target);
  refuseProtected(workspace, sheet, target);
  workspace.history.cells(sheet, target);
  if (type !== "FillValues" && !isProtected(workspace, sheet)) {
    for (const rest of subtractArea(target, source)) {
      const copies = {
        source: { sheet, area: source },
        target: { sheet, area: rest },
        origin: source,
      };
      carryFormats(workspace, copies);
      if (type !== "FillFormats") carryValidations(workspace, copies);
    }
  }
  const down = axis === "rows";
  const lines = down
    ? { first: source.left, last: source.right, from: source.top, length: rowCount(source) }
    : { first: source.top, last: source.bottom, from: source.left, length: columnCount(source) };
  const reach = down
    ? { first: target.top, last: target.bottom }
    : { first: target.left, last: target.right };
  const cellAt = (line: number, at: number): [number, number] => (down ? [at, line] : [line, at]);
  let formulas = false;
  for (let line = lines.first; line <= lines.last; line++) {
    const places = Array.from({ length: lines.length }, (_, at) => cellAt(line, lines.from + at));
    const next = seriesOf(
      places.map(([row, column]) => ({
        value: sheet.cells.formula(row, column) ? null : sheet.cells.value(row, column),
        numberFormat: sheet.cells.style(row, column).numberFormat ?? "General",
      })),
      type,
      workspace.workbook.date1904,
    );
    for (let at = reach.first; at <= reach.last; at++) {
      const offset = at - lines.from;
      if (offset >= 0 && offset < lines.length) continue;
      const model = ((offset % lines.length) + lines.length) % lines.length;
      const [fromRow, fromColumn] = places[model] ?? [0, 0];
      const [row, column] = cellAt(line, at);
      if (type !== "FillValues" && !isProtected(workspace, sheet)) {
        sheet.cells.setStyle(row, column, sheet.cells.style(fromRow, fromColumn));
      }
      if (type === "FillFormats") continue;
      const formula = sheet.cells.formula(fromRow, fromColumn);
      if (formula !== undefined) {
        const text = moveFormula(formula.text, row - fromRow, column - fromColumn);
        sheet.cells.setFormula(row, column, { text });
        formulas = true;
        continue;
      }
      sheet.cells.setFormula(row, column, undefined);
      sheet.cells.setValue(row, column, next(offset, backwards));
    }
  }
  if (type === "FillFormats") {
    workspace.journal.add({ kind: "formatted", sheetId: sheet.id, area: target });
    return;
  }
  workspace.calculation.cellsChanged(sheet, target);
  tablesFollow(workspace, sheet, target, formulas);
  workspace.journal.add({
    kind: "changed",
    sheetId: sheet.id,
    area: target,
    changeType: "RangeEdited",
    detail: null,
  });
}

function directionOf(source: Area, target: Area): { axis: "rows" | "columns"; backwards: boolean } {
  const sameColumns = source.left === target.left && source.right === target.right;
  const sameRows = source.top === target.top && source.bottom === target.bottom;
  const within =
    target.top <= source.top &&
    target.bottom >= source.bottom &&
    target.left <= source.left &&
    target.right >= source.right;
  if (!within || (!sameColumns && !sameRows)) {
    throw invalidArgument(
      "destinationRange",
      "it must hold the source range and extend it in one direction",
    );
  }
  return sameColumns
    ? { axis: "rows", backwards: target.top < source.top }
    : { axis: "columns", backwards: target.left < source.left };
}
