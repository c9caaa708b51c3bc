import { spelled } from "../calc/spelling";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import type { Workspace } from "./workspace";

/** A text that starts like a formula and cannot be read as one: Excel does not take it. */
export class UnreadableFormula extends HostError {
  constructor(readonly formula: string) {
    super("InvalidArgument", `${formula} cannot be read as a formula.`);
  }
}

/**
 * A formula as it stands in its cell once it is entered there.
 *
 * @throws UnreadableFormula where the text is no formula
 */
export function enteredFormula(
  { workbook, calculation }: Workspace,
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
): string {
  const isFunction = (name: string): boolean => calculation.knowsFunction(name);
  const text = spelled(formula, { workbook, sheet, row, column, isFunction });
  if (!calculation.reads(text, { sheetId: sheet.id, row, column }))
    throw new UnreadableFormula(formula);
  return text;
}
