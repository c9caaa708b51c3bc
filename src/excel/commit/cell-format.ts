import type { Cell } from "../../tables/change";
import { numberFormat, type ColumnSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { BoundTable } from "../binding";
import { textFormat } from "../safe-text";

/**
 * The number format a cell needs for this value: a day in a cell without a format would show as a number, and any
 * number in a text cell would become text. Formats that people chose stay.
 */
export function formatFor(bound: BoundTable, column: string, cell: Cell, present: string): string {
  if (typeof cell !== "number") return present;
  if (present !== textFormat && present !== "General") return present;
  const spec = tableSpecs[bound.table].columns.find(({ id }: ColumnSpec) => id === column);
  const own = spec === undefined ? null : numberFormat(spec);
  return own === null || own === textFormat ? "General" : own;
}
