import { contains } from "../model/address";
import { isCellError, type CellFormula, type Scalar } from "../model/cell";
import type { Validation } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { soleReference } from "../calc/reference-text";
import { moveFormula } from "../calc/rewrite";
import { readEntry, type Entry } from "./coercion";
import type { Refusal } from "./refusal";
import type { Workspace } from "./workspace";

/** The validation laid over a cell, or undefined. */
export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.find((validation) =>
    validation.areas.some((area) => contains(area, row, column)),
  );
}

/**
 * Holds a typed entry against the cell's validation. Excel does not hold what an add-in writes against it.
 *
 * @returns what to tell the person, or null where the entry is allowed or the validation shows no alert
 */
export function checkEntry(
  workspace: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
  entry: Entry,
): Refusal | null {
  const validation = validationAt(sheet, row, column);
  if (validation === undefined || !validation.errorAlert.showAlert) return null;
  if (entry.kind === "formula") return null;
  const { value } = entry;
  if (value === null || value === "") return null;
  const isMet = (): boolean => isAllowed(workspace, sheet, validation, row, column, value);
  if (readsCells(validation) ? asIfEntered(workspace, sheet, row, column, value, isMet) : isMet())
    return null;
  const { title, message, style } = validation.errorAlert;
  const zh = workspace.locale === "zh-CN";
  return {
    accepted: false,
    style,
    title: title || (zh ? "输入无效" : "Not allowed here"),
    message:
      message ||
      (zh
        ? "这个值不符合此单元格的数据验证规则。"
        : "This value does not meet the data validation of this cell."),
  };
}

function readsCells({ rule }: Validation): boolean {
  return JSON.stringify(rule).includes('"=');
}

/** Asks with the value standing in its cell: a rule like `=COUNTIF(A:A,A1)=1` speaks of the cell as it would be. */
function asIfEntered(
  { calculation }: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
  value: Scalar,
  ask: () => boolean,
): boolean {
  const place = { top: row, bottom: row, left: column, right: column };
  const before = {
    value: sheet.cells.value(row, column),
    formula: sheet.cells.formula(row, column),
  };
  const put = (value: Scalar, formula: CellFormula | undefined): void => {
    sheet.cells.setFormula(row, column, formula);
    sheet.cells.setValue(row, column, value);
    calculation.cellsChanged(sheet, place);
  };
  put(value, undefined);
  try {
    return ask();
  } finally {
    put(before.value, before.formula);
  }
}

/** Whether a value meets a validation, seen from one cell. */
export function isAllowed(
  workspace: Workspace,
  sheet: Sheet,
  validation: Validation,
  row: number,
  column: number,
  value: Scalar,
): boolean {
  const [first] = validation.areas;
  const rows = row - (first?.top ?? row);
  const columns = column - (first?.left ?? column);
  const evaluate = (operand: unknown): Scalar => {
    if (typeof operand === "number" || typeof operand === "boolean") return operand;
    if (typeof operand !== "string") return null;
    if (operand.startsWith("=")) {
      const formula = moveFormula(operand, rows, columns);
      const result = workspace.calculation.evaluate(formula, { sheetId: sheet.id, row, column });
      return Array.isArray(result)
        ? ((result as readonly Scalar[][])[0]?.[0] ?? null)
        : (result as Scalar);
    }
    const entry = readEntry(operand, {
      locale: workspace.locale,
      date1904: workspace.workbook.date1904,
      numberFormat: "General",
      clock: workspace.clock,
    });
    return entry.kind === "value" ? entry.value : null;
  };
  const [kind, rule] = Object.entries(validation.rule)[0] ?? ["none", null];
  const parts: Readonly<Record<string, unknown>> =
    typeof rule === "object" && rule !== null ? (rule as Record<string, unknown>) : {};
  switch (kind.toLowerCase()) {
    case "list":
      return listed(workspace, sheet, parts["source"], rows, columns).some((choice) =>
        sameChoice(choice, value),
      );
    case "custom":
      return evaluate(parts["formula"]) === true;
    case "wholenumber":
      return (
        typeof value === "number" && Number.isInteger(value) && compares(value, parts, evaluate)
      );
    case "decimal":
    case "date":
    case "time":
      return typeof value === "number" && compares(value, parts, evaluate);
    case "textlength":
      return compares(isCellError(value) ? 0 : String(value ?? "").length, parts, evaluate);
    default:
      return true;
  }
}

function sameChoice(choice: Scalar, value: Scalar): boolean {
  if (isCellError(choice) || isCellError(value)) return false;
  return String(choice ?? "") === String(value ?? "");
}

/** The choices of a list: literal text separated by commas, or the cells of a reference or name. */
export function listed(
  workspace: Workspace,
  sheet: Sheet,
  source: unknown,
  rows = 0,
  columns = 0,
): readonly Scalar[] {
  if (typeof source !== "string") return [];
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const formula = moveFormula(source, rows, columns);
  const direct = soleReference(formula);
  if (direct !== null) {
    const home = direct.sheet === null ? sheet : workspace.workbook.sheetByName(direct.sheet);
    if (home === undefined) return [];
    return [...home.cells.filled(direct.area)].map((at) => home.cells.value(at.row, at.column));
  }
  const result = workspace.calculation.evaluate(formula, { sheetId: sheet.id, row: 0, column: 0 });
  if (!Array.isArray(result)) return [result as Scalar];
  return (result as readonly Scalar[][]).flat().filter((choice) => choice !== null);
}

function compares(
  value: number,
  rule: Readonly<Record<string, unknown>>,
  evaluate: (operand: unknown) => Scalar,
): boolean {
  const low = evaluate(rule["formula1"]);
  const high = evaluate(rule["formula2"]);
  if (typeof low !== "number") return false;
  const between = typeof high === "number" && value >= low && value <= high;
  switch (rule["operator"]) {
    case "Between":
      return between;
    case "NotBetween":
      return !between;
    case "EqualTo":
      return value === low;
    case "NotEqualTo":
      return value !== low;
    case "GreaterThan":
      return value > low;
    case "LessThan":
      return value < low;
    case "GreaterThanOrEqualTo":
      return value >= low;
    case "LessThanOrEqualTo":
      return value <= low;
    default:
      return false;
  }
}
