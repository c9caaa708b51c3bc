import type { HealthIssue } from "./report";
import { rowAt, type ReadTable } from "./read";
import type { IssueMaker, RowPlace, Surroundings } from "./rows";
import { isBlankCell, textOf } from "../../tables/cells";
import type { FormulaGap } from "../workbook/places";

/** From this share of a column on, its formulas were not overwritten one by one: the column as a whole has lost them. */
const wholeColumn = 0.9;

/**
 * Cells of our computed columns that hold a value, or nothing, instead of their formula. A column that holds hardly any
 * formula at all is told once: it was turned into values, or never filled.
 */
export function formulaIssues(
  read: ReadTable,
  make: IssueMaker,
  { states, names, facts }: Surroundings,
): readonly HealthIssue[] {
  // In a copy that was made to be read without the add-in, values are what is meant.
  if (facts.mode === "values") return [];
  const gaps = states.get(read.table)?.gaps ?? [];
  const byColumn = new Map<string, FormulaGap[]>();
  for (const gap of gaps) byColumn.set(gap.column, [...(byColumn.get(gap.column) ?? []), gap]);
  return [...byColumn].flatMap(([column, found]): readonly HealthIssue[] => {
    const count = found.reduce((sum, { rowCount }) => sum + rowCount, 0);
    const first = found[0];
    if (first === undefined) return [];
    if (read.rowCount > 1 && count >= read.rowCount * wholeColumn)
      return [make.aboutColumn(codeOf(first), column, null)];
    return found.flatMap((gap) =>
      Array.from({ length: gap.rowCount }, (_, index): readonly HealthIssue[] => {
        const row = gap.firstRow + index;
        const cells = rowAt(read, row);
        if (row >= read.rowCount || isEmpty(cells, read)) return [];
        const id = textOf(cells["id"] ?? null).trim();
        const at: RowPlace = { read, row, cells, id, customer: names.get(id) ?? "" };
        return [make.about(codeOf(gap), column, at)];
      }).flat(),
    );
  });
}

function codeOf({ kind }: FormulaGap): "formula-overwritten" | "formula-missing" {
  return kind === "overwritten" ? "formula-overwritten" : "formula-missing";
}

function isEmpty(cells: RowPlace["cells"], { specs }: ReadTable): boolean {
  return specs.every(({ id, kind }) => kind === "computed" || isBlankCell(cells[id] ?? null));
}
