import type { ColumnsChange } from "../../app/workbook/columns";
import { formulaInputs } from "../../tables/schema";
import { formulaForRow } from "../commit/row-formula";
import { fleeting } from "../run";
import { area, offerList } from "./install-fill";
import type { Placed } from "./install-tables";
import { liveColumn } from "./live-column";

/**
 * Queues lists and formulas, which show words of one language. A column that is gone, or whose formula reads one that is,
 * is left out.
 */
export function queueWords(
  context: Excel.RequestContext,
  placed: Placed,
  { lists, formulas }: ColumnsChange,
  which: "from" | "to",
): void {
  for (const [column, words] of Object.entries(lists))
    if (placed.columns[column] !== undefined)
      offerList(fleeting(liveColumn(context, placed, column).getDataBodyRange()), words[which]);
  for (const [column, texts] of Object.entries(formulas))
    if (lacksFor(placed, column, texts[which]) === null)
      setFormula(context, placed, column, texts[which]);
}

/** The column that a formula in a column cannot do without and that the table lacks; null where it lacks none. */
export function lacksFor(
  { columns }: Pick<Placed, "columns">,
  column: string,
  formula: string,
): string | null {
  return [column, ...formulaInputs(formula)].find((each) => columns[each] === undefined) ?? null;
}

/** One formula for the whole column: Excel moves the rows along by itself. */
function setFormula(
  context: Excel.RequestContext,
  placed: Placed,
  column: string,
  formula: string,
): void {
  const index = placed.columns[column]?.index;
  if (index === undefined) throw new Error(`${column} is not there`);
  const cells = area(context, placed, 0, index, placed.bodyRows, 1);
  const first = area(context, placed, 0, index, 1, 1);
  first.formulas = [[formulaForRow(formula, placed.firstRow, placed, placed.left)]];
  if (placed.bodyRows > 1) cells.copyFrom(first, Excel.RangeCopyType.formulas);
}
