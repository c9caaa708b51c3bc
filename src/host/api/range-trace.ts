import { intersection, type CellPlace } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { SheetArea } from "../calc/calculation";
import { areasRead } from "../calc/trace";
import { areasOfCells } from "../edit/cell-runs";
import { itemNotFound } from "../protocol/host-error";
import { rangePlace, type RangePart } from "./range-part";

/** What formulas read, and who reads cells. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-precedents-dependents */

type Reach = "direct" | "all";

/** @throws HostError ItemNotFound where the formulas of the range read nothing */
export function precedentsOf(range: RangePart, reach: Reach): SheetArea[] {
  const { workbook } = range.session.workspace;
  const seen = new Set<string>();
  const found: SheetArea[] = [];
  let frontier: SheetArea[] = [rangePlace(range)];
  do {
    const next: SheetArea[] = [];
    for (const { sheet, area } of frontier) {
      for (const cell of sheet.cells.filled(area)) {
        const formula = sheet.cells.formula(cell.row, cell.column);
        if (formula === undefined) continue;
        for (const read of areasRead(workbook, sheet, cell, formula.text)) {
          const key = `${read.sheet.id} ${JSON.stringify(read.area)}`;
          if (seen.has(key)) continue;
          seen.add(key);
          next.push(read);
        }
      }
    }
    found.push(...next);
    frontier = next;
  } while (reach === "all" && frontier.length > 0);
  return sortedOrRefused(found, "the range has no precedents");
}

/** Looks at every formula of the workbook. @throws HostError ItemNotFound where none reads the range */
export function dependentsOf(range: RangePart, reach: Reach): SheetArea[] {
  const formulas = everyFormula(range);
  const reading = new Map<Sheet, CellPlace[]>();
  const taken = new Set<FormulaCell>();
  let frontier: SheetArea[] = [rangePlace(range)];
  do {
    const next: SheetArea[] = [];
    for (const one of formulas) {
      if (taken.has(one) || !readsAny(one, frontier)) continue;
      taken.add(one);
      const { sheet, row, column } = one;
      reading.set(sheet, [...(reading.get(sheet) ?? []), { row, column }]);
      next.push({ sheet, area: { top: row, bottom: row, left: column, right: column } });
    }
    frontier = next;
  } while (reach === "all" && frontier.length > 0);
  const found = [...reading].flatMap(([sheet, cells]) =>
    areasOfCells(cells).map((area) => ({ sheet, area })),
  );
  return sortedOrRefused(found, "no formula reads the range");
}

interface FormulaCell extends CellPlace {
  readonly sheet: Sheet;
  readonly reads: readonly SheetArea[];
}

function everyFormula(range: RangePart): FormulaCell[] {
  const { workbook } = range.session.workspace;
  return workbook.sheets.flatMap((sheet) =>
    [...sheet.cells.formulas()].map(({ row, column, formula }) => ({
      sheet,
      row,
      column,
      reads: areasRead(workbook, sheet, { row, column }, formula.text),
    })),
  );
}

function readsAny(one: FormulaCell, targets: readonly SheetArea[]): boolean {
  return one.reads.some((read) =>
    targets.some(
      (target) => target.sheet === read.sheet && intersection(target.area, read.area) !== null,
    ),
  );
}

function sortedOrRefused(found: readonly SheetArea[], why: string): SheetArea[] {
  if (found.length === 0) throw itemNotFound(why);
  return [...found];
}
