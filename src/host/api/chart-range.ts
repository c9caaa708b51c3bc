import { fixedReference } from "../calc/reference-text";
import type { Range } from "./range";
import { rangePlace } from "./range-part";

/** A range as a chart's formula refers to it: "=Sheet1!$A$1:$A$9". */
export function rangeFormula(range: Range): string {
  const { sheet, area } = rangePlace(range);
  return fixedReference(sheet.name, area);
}
