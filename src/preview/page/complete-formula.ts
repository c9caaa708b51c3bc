/**
 * A typed formula with the closing marks a person left out at its end, as Excel adds them without asking.
 *
 * @returns the text with the quotation mark and the parentheses that are still open; any other text as it is
 *
 * @example
 * completeFormula('=IF(A1>1,"yes') //=> '=IF(A1>1,"yes")'
 */
export function completeFormula(text: string): string {
  if (!text.startsWith("=")) return text;
  let open = 0;
  let quote = "";
  for (const letter of text) {
    // A doubled mark within a quotation closes it and opens it again: the same in the end.
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(") open++;
    else if (letter === ")") open--;
  }
  // A sheet's name that is not closed says nothing of where it ends.
  if (quote === "'") return text;
  return text + quote + ")".repeat(Math.max(0, open));
}
