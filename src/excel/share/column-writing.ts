import { isFormula } from "../../app/share/cell-content";
import type { ColumnSwitch, FormulaSwitch } from "../../app/share/formulas";
import { formulaInputs } from "../../tables/schema";
import type { BoundTable } from "../binding";
import { formulaForRow } from "../commit/row-formula";
import { columnArea, type Body } from "./body";
import { wayBackCells } from "./frozen";
import { queueContents, queueFound } from "./row-cells";
import type { PlacedRun } from "./row-standing";

/** Where a column is written. */
export interface ColumnPlace {
  readonly bound: BoundTable;
  readonly body: Body;
  /** The sheet that remembers which values were calculated. */
  readonly frozen: string | null;
}

/**
 * Queues some rows of a column, on the way there or back.
 *
 * @returns a column that formulas are about and that somebody has deleted meanwhile: then what the cells hold stays; else
 * null
 */
export function queueColumn(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  columnSwitch: ColumnSwitch,
  runs: readonly PlacedRun[],
  way: "there" | "back",
  { bound, body, frozen }: ColumnPlace,
): string | null {
  const { column, to, from, contents, found } = columnSwitch;
  const index = bound.columns[column]?.index;
  // Formulas that read a column that was gone before are none of this switch: they were left as they are.
  if (index === undefined || runs.length === 0) return null;
  const formula = way === "there" ? to : from;
  const isFound = plan.mends && way === "back";
  const written = isFound
    ? found.flatMap((run) => run.formula ?? [])
    : [formula ?? [], [...(contents?.values() ?? [])].filter(isFormula)].flat();
  const lost = written.flatMap(formulaInputs).find((input) => bound.columns[input] === undefined);
  if (lost !== undefined) return lost;
  for (const run of runs) {
    if (isFound) {
      queueFound(context, bound, body, index, run, columnSwitch);
      continue;
    }
    if (contents !== undefined) {
      queueContents(context, bound, body, index, run, contents);
      continue;
    }
    const cells = columnArea(context, bound, index, run);
    if (formula !== null) {
      // Written once and filled down: references move along, and one formula goes over the wire for all rows.
      const first = columnArea(context, bound, index, { first: run.first, count: 1 });
      first.formulas = [[formulaForRow(formula, body.firstRow + run.first, bound, body.left)]];
      if (run.count > 1) cells.copyFrom(first, Excel.RangeCopyType.formulas);
      continue;
    }
    const source =
      way === "back" && frozen !== null
        ? wayBackCells(context, plan, frozen, column, { first: run.from, count: run.count })
        : columnArea(context, bound, index, run);
    cells.copyFrom(source, Excel.RangeCopyType.values);
  }
  return null;
}
