import { columnCount, rowCount, type Area } from "../model/address";
import type { Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { bodyArea, type SortField, type Table } from "../model/table";
import { moveFormula } from "../calc/rewrite";
import { refuseProtected, refuseUnlessAllowed } from "./protection";
import { colorOf } from "./cell-looks";
import { isRowHidden } from "./shown-rows";
import { moveWords } from "./words-beside";
import type { Workspace } from "./workspace";

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

export interface SortOptions {
  readonly matchCase?: boolean;
  /** "columns" puts whole columns of the area in another order, by rows of it. */
  readonly moving?: "rows" | "columns";
}

/**
 * Sorts the rows of an area by columns of it (or its columns by rows of it). What moves, moves whole, with its formats,
 * links, notes and comments;
 * formulas move as Excel moves them (references to the own row follow). Equal ones keep their order, hidden ones their
 * place.
 */
export function sortArea(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  { matchCase = false, moving = "rows" }: SortOptions = {},
): void {
  refuseUnlessAllowed(workspace, sheet, "allowSort");
  refuseProtected(workspace, sheet, area);
  workspace.history.cells(sheet, area);
  const collator = new Intl.Collator(workspace.locale, {
    sensitivity: matchCase ? "variant" : "accent",
  });
  const rows = moving === "rows";
  const count = rows ? rowCount(area) : columnCount(area);
  const across = rows ? columnCount(area) : rowCount(area);
  const place = (line: number, at: number): [number, number] =>
    rows ? [area.top + line, area.left + at] : [area.top + at, area.left + line];
  const isHidden = (line: number): boolean =>
    rows ? isRowHidden(sheet, area.top + line) : sheet.hiddenColumns.has(area.left + line);
  const lines = Array.from({ length: count }, (_, line) => line).filter((line) => !isHidden(line));
  const keys = fields.map(({ key, color }) =>
    lines.map((line) => {
      const cell = place(line, key);
      return color === undefined
        ? sheet.cells.value(...cell)
        : Number(colorOf(sheet, color.of, ...cell) !== color.color);
    }),
  );
  const order = [...lines.keys()].sort((one, other) => {
    for (const [at, field] of fields.entries()) {
      const values = keys[at];
      const result = compare(
        values?.[one] ?? null,
        values?.[other] ?? null,
        field.ascending,
        collator,
      );
      if (result !== 0) return result;
    }
    return one - other;
  });
  const target = new Map(order.map((before, after) => [lines[before], lines[after]]));
  moveWords(workspace, sheet, area, ({ row, column }) => {
    const line = rows ? row - area.top : column - area.left;
    const by = (target.get(line) ?? line) - line;
    return rows ? { row: row + by, column } : { row, column: column + by };
  });
  for (let at = 0; at < across; at++) {
    const cells = lines.map((line) => {
      const cell = place(line, at);
      return {
        value: sheet.cells.value(...cell),
        formula: sheet.cells.formula(...cell),
        style: sheet.cells.style(...cell),
      };
    });
    order.forEach((before, after) => {
      const cell = cells[before];
      const [from, to] = [lines[before], lines[after]];
      if (cell === undefined || from === undefined || to === undefined) return;
      const target = place(to, at);
      const [down, right] = rows ? [to - from, 0] : [0, to - from];
      sheet.cells.setValue(...target, cell.value);
      sheet.cells.setStyle(...target, cell.style);
      sheet.cells.setFormula(
        ...target,
        cell.formula && { ...cell.formula, text: moveFormula(cell.formula.text, down, right) },
      );
    });
  }
  workspace.calculation.cellsChanged(sheet, area);
  workspace.journal.add({ kind: rows ? "sorted" : "columns-sorted", sheetId: sheet.id, area });
}

export function sortTable(
  workspace: Workspace,
  sheet: Sheet,
  table: Table,
  fields: readonly SortField[],
  matchCase = false,
): void {
  workspace.history.layers(sheet);
  sortArea(workspace, sheet, bodyArea(table), fields, { matchCase });
  table.sort = [...fields];
  table.sortMatchesCase = matchCase;
}
