import type { CellPlace } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { bindFormula } from "./binding";
import { areaAt } from "./bound";
import type { SheetArea } from "./calculation";
import { FormulaSyntaxError } from "./lexer";
import { parseFormula } from "./syntax";

/** What the formula in a cell reads, names and tables resolved; nothing for a text that is no formula. */
export function areasRead(
  workbook: Workbook,
  sheet: Sheet,
  { row, column }: CellPlace,
  formula: string,
): readonly SheetArea[] {
  try {
    const tree = parseFormula(formula, row, column);
    const { precedents } = bindFormula(tree, workbook, sheet, { row, column }, () => true);
    return precedents.flatMap((one) => {
      const area = areaAt(one.from, one.to, row, column);
      return area === null ? [] : [{ sheet: one.sheet, area }];
    });
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return [];
    throw error;
  }
}
