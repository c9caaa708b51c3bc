import type { Area } from "../model/address";
import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { CellStyle } from "../model/style";
import type { CellFormula } from "../model/grid";
import { bodyArea, type SortField, type Table } from "../model/table";
import { displayText } from "../format/number-format";
import { HostError } from "../protocol/host-error";
import { refuseProtected } from "./cells";
import { moveFormula } from "../calc/rewrite";
import type { Workspace } from "./workspace";

/** https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export type Criteria = Readonly<Record<string, unknown>>;

/** Numbers before texts before truth values before errors; blanks always come last, in both directions. */
function rank(value: Scalar): number {
  if (value === null || value === "") return 4;
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 3;
}

function compare(one: Scalar, other: Scalar, ascending: boolean, collator: Intl.Collator): number {
  const ranks = [rank(one), rank(other)] as const;
  if (ranks[0] === 4 || ranks[1] === 4) return ranks[0] - ranks[1];
  const order =
    ranks[0] !== ranks[1]
      ? ranks[0] - ranks[1]
      : typeof one === "string" && typeof other === "string"
        ? collator.compare(one, other)
        : Number(plainNumber(one)) - Number(plainNumber(other));
  return ascending ? order : -order;
}

function plainNumber(value: Scalar): number | boolean {
  return typeof value === "number" || typeof value === "boolean" ? value : 0;
}

interface StoredCell {
  readonly value: Scalar;
  readonly formula: CellFormula | undefined;
  readonly style: CellStyle;
}

/**
 * Sorts the rows of an area by columns of it; whole rows of the area move together with their formats, formulas move as
 * Excel moves them (references to the own row follow). Equal rows keep their order.
 */
export function sortArea(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  matchCase = false,
): void {
  refuseProtected(workspace, sheet, area);
  workspace.history.cells(sheet, area);
  const collator = new Intl.Collator(workspace.locale, {
    sensitivity: matchCase ? "variant" : "accent",
  });
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  const keys = fields.map((field) =>
    rows.map((row) => sheet.cells.value(row, area.left + field.key)),
  );
  const order = rows.map((_, index) => index);
  order.sort((one, other) => {
    for (const [at, field] of fields.entries()) {
      const result = compare(
        keys[at]?.[one] ?? null,
        keys[at]?.[other] ?? null,
        field.ascending,
        collator,
      );
      if (result !== 0) return result;
    }
    return one - other;
  });
  for (let column = area.left; column <= area.right; column++) {
    const cells: StoredCell[] = rows.map((row) => ({
      value: sheet.cells.value(row, column),
      formula: sheet.cells.formula(row, column),
      style: sheet.cells.style(row, column),
    }));
    order.forEach((from, to) => {
      const cell = cells[from];
      if (cell === undefined) return;
      const row = area.top + to;
      sheet.cells.setValue(row, column, cell.value);
      sheet.cells.setStyle(row, column, cell.style);
      sheet.cells.setFormula(
        row,
        column,
        cell.formula && { ...cell.formula, text: moveFormula(cell.formula.text, to - from, 0) },
      );
    });
  }
  workspace.calculation.cellsChanged(sheet, area);
  workspace.journal.add({ kind: "sorted", sheetId: sheet.id, area });
}

export function sortTable(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  fields: readonly SortField[],
  matchCase = false,
): void {
  workspace.history.layers(sheet);
  table.sort = [...fields];
  sortArea(workspace, sheet, bodyArea(table), fields, matchCase);
}

/** Hides the rows of a table that one of its filters rejects, and shows the others. */
export function applyFilters(workspace: Workspace, sheet: Sheet, table: Table): void {
  workspace.history.layers(sheet);
  const body = bodyArea(table);
  const tests = table.filters.map((filter) => ({
    column: table.area.left + filter.column,
    keeps: filterTest(workspace, sheet, body, table.area.left + filter.column, filter.criteria),
  }));
  for (let row = body.top; row <= body.bottom; row++) {
    const kept = tests.every((test) => test.keeps(row));
    if (kept) sheet.filteredRows.delete(row);
    else sheet.filteredRows.add(row);
  }
  // SUBTOTAL and AGGREGATE leave hidden rows out.
  workspace.calculation.cellsChanged(sheet, body);
  workspace.journal.add({
    kind: "filtered",
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
}

function filterTest(
  workspace: Workspace,
  sheet: Sheet,
  body: Area,
  column: number,
  criteria: Criteria,
): (row: number) => boolean {
  const facts = { locale: workspace.locale, date1904: workspace.workbook.date1904 };
  const shown = (row: number): string =>
    displayText(
      sheet.cells.value(row, column),
      sheet.cells.style(row, column).numberFormat ?? "General",
      facts,
    ).text;
  const on = wordOf(criteria["filterOn"]);
  switch (on) {
    case "Values": {
      const values = Array.isArray(criteria["values"]) ? (criteria["values"] as unknown[]) : [];
      if (values.some((value) => typeof value !== "string")) {
        throw new HostError("ApiNotFound", "The host does not serve filtering by FilterDatetime.");
      }
      const wanted = new Set(values.map((value) => String(value).toLowerCase()));
      return (row) => wanted.has(shown(row).toLowerCase());
    }
    case "Custom": {
      const first = criterionTest(wordOf(criteria["criterion1"]));
      const second =
        criteria["criterion2"] === undefined || criteria["criterion2"] === null
          ? null
          : criterionTest(wordOf(criteria["criterion2"]));
      const both = criteria["operator"] !== "Or";
      return (row) => {
        const value = sheet.cells.value(row, column);
        const one = first(value);
        if (second === null) return one;
        return both ? one && second(value) : one || second(value);
      };
    }
    case "TopItems":
    case "BottomItems": {
      const count = Number(criteria["criterion1"]);
      const numbers: number[] = [];
      for (let row = body.top; row <= body.bottom; row++) {
        const value = sheet.cells.value(row, column);
        if (typeof value === "number") numbers.push(value);
      }
      numbers.sort((one, other) => (on === "TopItems" ? other - one : one - other));
      const edge = numbers[Math.min(count, numbers.length) - 1];
      return (row) => {
        const value = sheet.cells.value(row, column);
        if (typeof value !== "number" || edge === undefined) return false;
        return on === "TopItems" ? value >= edge : value <= edge;
      };
    }
    default:
      throw new HostError("ApiNotFound", `The host does not serve the filter ${on || "(none)"}.`);
  }
}

/** "=x", "<>x", ">5", "*part*"; a plain text means equality, with `*` and `?` standing for any signs. */
function criterionTest(criterion: string): (value: Scalar) => boolean {
  const match = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion);
  const operator = match?.[1] ?? "=";
  const operand = match?.[2] ?? "";
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "=" || operator === "<>") {
    const pattern = new RegExp(
      `^${operand
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/(?<!~)\*/g, ".*")
        .replace(/(?<!~)\?/g, ".")
        .replace(/~/g, "")}$`,
      "is",
    );
    const equal = (value: Scalar): boolean =>
      typeof value === "number" && !Number.isNaN(number)
        ? value === number
        : pattern.test(plainText(value));
    return operator === "=" ? equal : (value) => !equal(value);
  }
  return (value) => {
    const order =
      typeof value === "number" && !Number.isNaN(number)
        ? value - number
        : typeof value === "string" && Number.isNaN(number)
          ? value.localeCompare(operand)
          : Number.NaN;
    if (Number.isNaN(order)) return false;
    if (operator === ">") return order > 0;
    if (operator === "<") return order < 0;
    return operator === ">=" ? order >= 0 : order <= 0;
  };
}

/** A text or number of a criterion as text; anything else as no text. */
function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function plainText(value: Scalar): string {
  if (value === null) return "";
  return isCellError(value) ? (value satisfies CellError).error : String(value);
}
