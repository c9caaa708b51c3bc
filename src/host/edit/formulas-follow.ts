import type { SheetArea } from "../calc/calculation";
import { shiftFormula } from "../calc/rewrite";
import { maxColumns, maxRows } from "../model/address";
import type { CellFormula } from "../model/cell";
import type { ConditionalFormat, ConditionalRule } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { rewriteChart } from "./chart-follow";
import { shiftArea, type Shift } from "./shift";
import { changedValidation } from "./validation-formulas";
import type { Workspace } from "./workspace";

/** Changes every formula of the workbook: cells, calculated columns, names, bindings, rules and validations. */
export function rewriteAllFormulas(
  workspace: Workspace,
  change: (formula: string, home: string) => string,
  cells: (sheet: Sheet) => Iterable<FormulaCell> = (sheet) => sheet.cells.formulas(),
): void {
  const { workbook, history } = workspace;
  for (const sheet of workbook.sheets) {
    const rewritten: { row: number; column: number; text: string }[] = [];
    for (const { row, column, formula } of cells(sheet)) {
      const text = change(formula.text, sheet.name);
      if (text !== formula.text) rewritten.push({ row, column, text });
    }
    if (rewritten.length > 0) history.grid(sheet);
    for (const { row, column, text } of rewritten) {
      const formula = sheet.cells.formula(row, column);
      if (formula !== undefined) sheet.cells.setFormula(row, column, { ...formula, text });
    }
    history.layers(sheet);
    for (const table of sheet.tables) {
      for (const column of table.columns) {
        if (column.calculatedFormula !== undefined) {
          column.calculatedFormula = change(column.calculatedFormula, sheet.name);
        }
      }
    }
    sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
      ...format,
      rule: changedRule(format, (formula) => change(formula, sheet.name)),
    }));
    for (const chart of sheet.charts) {
      rewriteChart(chart, (formula) => change(formula, sheet.name));
    }
    for (const validation of sheet.validations) {
      validation.rule = changedValidation(validation.rule, (formula) =>
        change(formula, sheet.name),
      );
    }
  }
  history.book();
  for (const name of workbook.names) {
    const home = name.sheetId === null ? undefined : workbook.sheetById(name.sheetId);
    name.formula = change(name.formula, home?.name ?? "");
  }
  for (const binding of workbook.bindings) {
    if (binding.type !== "Table") binding.formula = change(binding.formula, "");
  }
}

/** A rule with another text for each of its formulas. */
export function changedRule(
  format: ConditionalFormat,
  change: (formula: string) => string,
): ConditionalRule {
  const { rule } = format;
  if (rule.kind === "Custom") return { ...rule, formula: change(rule.formula) };
  if (rule.kind === "CellValue") {
    return {
      ...rule,
      formula1: change(rule.formula1),
      ...(rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) }),
    };
  }
  return rule;
}

/** Where formulas stand that refer to cells that move; null where all are to be looked at. */
export function readersBehind(
  { calculation }: Workspace,
  sheet: Sheet,
  { axis, at }: Shift,
): readonly SheetArea[] | null {
  if (axis === "columns") return null;
  return calculation.readersOf(sheet, {
    top: at,
    left: 0,
    bottom: maxRows - 1,
    right: maxColumns - 1,
  });
}

/**
 * Formulas everywhere follow cells that moved.
 *
 * @param readers - formulas, where they stood before, that refer to cells that moved; null for all formulas
 */
export function rewriteFormulas(
  workspace: Workspace,
  sheet: Sheet,
  shift: Shift,
  readers: readonly SheetArea[] | null,
): void {
  const moved = { ...shift, sheet: sheet.name };
  const standing = readers?.flatMap((reader) => {
    const area = reader.sheet === sheet ? shiftArea(reader.area, shift) : reader.area;
    return area === null ? [] : [{ sheet: reader.sheet, area }];
  });
  rewriteAllFormulas(
    workspace,
    (formula, home) => shiftFormula(formula, home, moved),
    standing && ((of) => formulasWithin(of, standing)),
  );
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: CellFormula;
}

function* formulasWithin(sheet: Sheet, areas: readonly SheetArea[]): Iterable<FormulaCell> {
  for (const { sheet: of, area } of areas) {
    if (of !== sheet) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      const formula = sheet.cells.formula(row, area.left);
      if (formula !== undefined) yield { row, column: area.left, formula };
    }
  }
}
