import type { ColumnsChange } from "../../app/workbook/columns";
import { formulaForRow } from "../commit/row-formula";
import { fleeting } from "../run";
import { area, offerList } from "./install-fill";
import type { Placed } from "./install-tables";
import { liveColumn } from "./live-column";

/** Queues lists and formulas, which show words of one language. */
export function queueWords(
  context: Excel.RequestContext,
  placed: Placed,
  { lists, formulas }: ColumnsChange,
  which: "from" | "to",
): void {
  for (const [column, words] of Object.entries(lists))
    offerList(fleeting(liveColumn(context, placed, column).getDataBodyRange()), words[which]);
  for (const [column, texts] of Object.entries(formulas))
    setFormula(context, placed, column, texts[which]);
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
