/** The next way of writing each part of a reference: A1 → $A$1 → A$1 → $A1 → A1. */
function turned(reference: string): string {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(reference);
  if (match === null) return reference;
  const [, column, letters = "", row, digits = ""] = match;
  if (column === "" && row === "") return `$${letters}$${digits}`;
  if (column !== "" && row !== "") return `${letters}$${digits}`;
  return column === "" ? `$${letters}${digits}` : `${letters}${digits}`;
}

/**
 * The reference of a formula at a caret, written the next way; both ends of a range turn together.
 *
 * @returns what to put in place of which stretch of the text; null where no reference stands there
 *
 * @example
 * turnReference("=SUM(A1:B2)", 9) //=> { from: 5, to: 10, text: "$A$1:$B$2" }
 */
export function turnReference(
  formula: string,
  caret: number,
): { readonly from: number; readonly to: number; readonly text: string } | null {
  if (!formula.startsWith("=")) return null;
  const pattern =
    /(?<![\w.$])\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w.(])/g;
  for (const match of formula.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    if (caret < from || caret > to) continue;
    return { from, to, text: match[0].split(":").map(turned).join(":") };
  }
  return null;
}
