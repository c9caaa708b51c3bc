import { intersection, rowCount, columnCount, type Area, type CellPlace } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { areasOfCells } from "./cell-runs";

/** https://learn.microsoft.com/javascript/api/excel/excel.specialcelltype */
export const specialKinds = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;
type SpecialKind = (typeof specialKinds)[number];

/** https://learn.microsoft.com/javascript/api/excel/excel.specialcellvaluetype */
export const specialValues = [
  "All",
  "Errors",
  "ErrorsLogical",
  "ErrorsNumbers",
  "ErrorsText",
  "ErrorsLogicalNumber",
  "ErrorsLogicalText",
  "ErrorsNumberText",
  "Logical",
  "LogicalNumbers",
  "LogicalText",
  "LogicalNumbersText",
  "Numbers",
  "NumbersText",
  "Text",
] as const;
type SpecialValue = (typeof specialValues)[number];

/**
 * The cells of a kind within areas, as few rectangles. Blanks are looked for up to the last used cell, and an area of one
 * cell stands for the whole used part of the sheet, as in Excel's Go To Special.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-special-cells
 */
export function specialCells(
  sheet: Sheet,
  areas: readonly Area[],
  kind: SpecialKind,
  of: SpecialValue,
): Area[] {
  const used = sheet.cells.usedArea(false);
  const [only] = areas;
  const single =
    areas.length === 1 && only !== undefined && rowCount(only) * columnCount(only) === 1;
  const looked = single ? (used === null ? [] : [used]) : areas;
  switch (kind) {
    case "Constants":
    case "Formulas":
      return areasOfCells(filledCells(sheet, looked, kind === "Formulas", valueTest(of)));
    case "Blanks":
      return areasOfCells(blankCells(sheet, within(looked, used)));
    case "Visible":
      return areasOfCells(visibleCells(sheet, within(looked, used)));
    case "ConditionalFormats":
      return meeting(sheet.conditionalFormats, looked);
    case "DataValidations":
      return meeting(sheet.validations, looked);
    case "SameConditionalFormat":
      return meeting(sharing(sheet.conditionalFormats, only), single ? looked : areas);
    case "SameDataValidation":
      return meeting(sharing(sheet.validations, only), single ? looked : areas);
  }
}

function within(areas: readonly Area[], used: Area | null): Area[] {
  return used === null ? [] : areas.flatMap((area) => intersection(area, used) ?? []);
}

function* filledCells(
  sheet: Sheet,
  areas: readonly Area[],
  formulas: boolean,
  fits: (value: Scalar) => boolean,
): Iterable<CellPlace> {
  for (const area of areas) {
    for (const cell of sheet.cells.filled(area)) {
      const holdsFormula = sheet.cells.formula(cell.row, cell.column) !== undefined;
      if (holdsFormula === formulas && fits(sheet.cells.value(cell.row, cell.column))) yield cell;
    }
  }
}

function* blankCells(sheet: Sheet, areas: readonly Area[]): Iterable<CellPlace> {
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column++) {
      for (let row = area.top; row <= area.bottom; row++) {
        const blank = sheet.cells.value(row, column) === null && !sheet.cells.formula(row, column);
        if (blank) yield { row, column };
      }
    }
  }
}

function* visibleCells(sheet: Sheet, areas: readonly Area[]): Iterable<CellPlace> {
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column++) {
      if (sheet.hiddenColumns.has(column)) continue;
      for (let row = area.top; row <= area.bottom; row++) {
        if (!sheet.hiddenRows.has(row) && !sheet.filteredRows.has(row)) yield { row, column };
      }
    }
  }
}

function valueTest(of: SpecialValue): (value: Scalar) => boolean {
  const all = of === "All";
  return (value) => {
    if (all) return true;
    if (isCellError(value)) return of.includes("Errors");
    if (typeof value === "boolean") return of.includes("Logical");
    if (typeof value === "number") return of.includes("Number");
    return of.includes("Text");
  };
}

interface Laid {
  readonly areas: readonly Area[];
}

function meeting(laid: readonly Laid[], areas: readonly Area[]): Area[] {
  const met = laid.flatMap((one) =>
    one.areas.flatMap((area) => areas.flatMap((other) => intersection(area, other) ?? [])),
  );
  const distinct = new Map(met.map((area) => [JSON.stringify(area), area]));
  return [...distinct.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

/** What lies over the first cell. */
function sharing<One extends Laid>(laid: readonly One[], first: Area | undefined): readonly One[] {
  if (first === undefined) throw new HostError("InvalidArgument", "A range is needed.");
  const corner: Area = { ...first, bottom: first.top, right: first.left };
  return laid.filter(({ areas }) => areas.some((area) => intersection(area, corner) !== null));
}
