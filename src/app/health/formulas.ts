import type { HealthIssue } from "./report";
import { rowAt, type ReadTable } from "./read";
import type { IssueMaker, RowPlace, Surroundings } from "./rows";
import { isBlankCell, textOf } from "../../tables/cells";
import type { FormulaGap } from "../workbook/places";

/** From this share of a column on, its formulas were not overwritten one by one: the column as a whole has lost them. */
const wholeColumn = 0.9;
/** Rows looked at between two places to pause. */
const rowsPerStep = 100;

/**
 * Adds the cells of our computed columns that hold a value, or nothing, instead of their formula. A column that holds hardly any
 * formula at all is told once: it was turned into values, or never filled.
 */
export function* formulaIssues(
  read: ReadTable,
  make: IssueMaker,
  { states, names, facts }: Surroundings,
  issues: HealthIssue[],
): Generator<number, void, void> {
  // In a copy that was made to be read without the add-in, values are what is meant.
  if (facts.mode === "values") return;
  const byColumn = new Map<string, FormulaGap[]>();
  for (const gap of states.get(read.table)?.gaps ?? []) {
    const gaps = byColumn.get(gap.column);
    if (gaps === undefined) byColumn.set(gap.column, [gap]);
    else gaps.push(gap);
  }
  let seen = 0;
  for (const [column, found] of byColumn) {
    yield 1;
    const count = found.reduce((sum, { rowCount }) => sum + rowCount, 0);
    const first = found[0];
    if (first !== undefined && read.rowCount > 1 && count >= read.rowCount * wholeColumn) {
      issues.push(make.aboutColumn(codeOf(first), column, null));
      continue;
    }
    for (const gap of found) {
      const end = Math.min(gap.firstRow + gap.rowCount, read.rowCount);
      for (let row = gap.firstRow; row < end; row += 1) {
        if (++seen % rowsPerStep === 0) yield 1;
        const cells = rowAt(read, row);
        if (isEmpty(cells, read)) continue;
        const id = textOf(cells["id"] ?? null).trim();
        const at: RowPlace = { read, row, cells, id, customer: names.get(id) ?? "" };
        issues.push(make.about(codeOf(gap), column, at));
      }
    }
  }
}

function codeOf({ kind }: FormulaGap): "formula-overwritten" | "formula-missing" {
  return kind === "overwritten" ? "formula-overwritten" : "formula-missing";
}

function isEmpty(cells: RowPlace["cells"], { specs }: ReadTable): boolean {
  return specs.every(({ id, kind }) => kind === "computed" || isBlankCell(cells[id] ?? null));
}
