import { areaAddress, quoteSheet, type Area } from "../model/address";
import { readTokens } from "./lexer";

/** The one reference a formula like "='My sheet'!$A$1:$B$2" consists of; null for anything else. */
export function soleReference(formula: string): { sheet: string | null; area: Area } | null {
  const [token, ...others] = readTokens(formula) ?? [];
  if (token?.kind !== "reference" || others.length > 0) return null;
  // A 3-D reference is no area of one sheet.
  if (token.sheet !== null && token.sheet.last !== null) return null;
  const { from, to } = token.ref;
  return {
    sheet: token.sheet?.first ?? null,
    area: {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    },
  };
}

/** An area as a formula writes it: "='My sheet'!$A$1:$B$2". */
export function fixedReference(sheet: string, area: Area): string {
  const dollars = areaAddress(area).replace(/([A-Z]+)|(\d+)/g, "$$$&");
  return `=${quoteSheet(sheet)}!${dollars}`;
}
