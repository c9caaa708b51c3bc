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

type Way = "there" | "back";

const inputs = new WeakMap<ColumnSwitch, Map<Way, readonly string[]>>();

/** The columns that the formulas to be written into a column read. */
function inputsOf(plan: FormulaSwitch, column: ColumnSwitch, way: Way): readonly string[] {
  const known = inputs.get(column) ?? new Map<Way, readonly string[]>();
  inputs.set(column, known);
  const before = known.get(way);
  if (before !== undefined) return before;
  const { to, from, contents, found } = column;
  const formula = way === "there" ? to : from;
  const written =
    plan.mends && way === "back"
      ? found.flatMap((run) => run.formula ?? [])
      : [formula ?? [], [...(contents?.values() ?? [])].filter(isFormula)].flat();
  const read = [...new Set(written.flatMap(formulaInputs))];
  known.set(way, read);
  return read;
}

/** The columns that have to stand where they were seen when columns are written: those, and those their formulas read. */
export function columnsInvolved(plan: FormulaSwitch, way: Way): ReadonlySet<string> {
  return new Set(plan.columns.flatMap((column) => [column.column, ...inputsOf(plan, column, way)]));
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
  way: Way,
  { bound, body, frozen }: ColumnPlace,
): string | null {
  const { column, to, from, contents } = columnSwitch;
  const index = bound.columns[column]?.index;
  // Formulas that read a column that was gone before are none of this switch: they were left as they are.
  if (index === undefined || runs.length === 0) return null;
  const formula = way === "there" ? to : from;
  const isFound = plan.mends && way === "back";
  const lost = inputsOf(plan, columnSwitch, way).find(
    (input) => bound.columns[input] === undefined,
  );
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
