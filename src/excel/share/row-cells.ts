import { isFormula, typedIn } from "../../app/share/cell-content";
import type { ColumnSwitch } from "../../app/share/formulas";
import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { formulaForRow } from "../commit/row-formula";
import { written } from "../safe-text";
import { columnArea, type Body } from "./body";
import type { PlacedRun } from "./row-standing";
import { runsWithin } from "./rows-within";

/** Queues what each row is to hold by itself. */
export function queueContents(
  context: Excel.RequestContext,
  bound: BoundTable,
  { firstRow, left }: Body,
  index: number,
  { first, count, from }: PlacedRun,
  contents: ReadonlyMap<number, Cell>,
): void {
  for (let row = first; row < first + count; row += 1) {
    const content = contents.get(from + row - first) ?? null;
    const cell = columnArea(context, bound, index, { first: row, count: 1 });
    if (isFormula(content)) cell.formulas = [[formulaForRow(content, firstRow + row, bound, left)]];
    else cell.values = [[written(typedIn(content), "General")]];
  }
}

/** Queues what rows held when they were looked at: formulas, nothing, or something typed. */
export function queueFound(
  context: Excel.RequestContext,
  bound: BoundTable,
  { firstRow, left }: Body,
  index: number,
  { first, count, from }: PlacedRun,
  { found, shown }: ColumnSwitch,
): void {
  for (const run of found) {
    const [rows] = runsWithin([run], { first: from, count });
    if (rows === undefined) continue;
    const at = first + rows.first - from;
    const cells = columnArea(context, bound, index, { first: at, count: rows.count });
    if (run.formula !== null) {
      const top = columnArea(context, bound, index, { first: at, count: 1 });
      top.formulas = [[formulaForRow(run.formula, firstRow + at, bound, left)]];
      if (rows.count > 1) cells.copyFrom(top, Excel.RangeCopyType.formulas);
    } else if (run.blank) cells.clear(Excel.ClearApplyTo.contents);
    else if (shown !== null)
      cells.values = Array.from({ length: rows.count }, (_, row) => [
        written(shown[rows.first + row] ?? null, "General"),
      ]);
  }
}
