import type { Cell } from "../tables/change";

/** What stands for a cell in an array that is written: "" clears, and text never turns into anything else. */
export type Written = string | number | boolean;

export const textFormat = "@";

/**
 * A cell as it must be written so that Excel keeps it as it is: text stays text, whatever it looks like (P7).
 *
 * Excel parses what is written to `values` as if it were typed: "=1+1" becomes a formula, "00123" a number, "3-4" a
 * day. In a cell formatted as text ("@") it is left alone; elsewhere a leading apostrophe says the same, and Excel
 * does not count it as part of the text.
 *
 * @param format - the number format the cell will have when the value arrives
 *
 * @example
 * written("=HYPERLINK(…)", "General") //=> "'=HYPERLINK(…)"
 * written("+8613800138000", "@") //=> "+8613800138000"
 * written(null, "General") //=> ""
 */
export function written(cell: Cell, format: string): Written {
  if (cell === null) return "";
  if (typeof cell !== "string" || cell === "") return cell;
  // A text that begins with an apostrophe gets another: the first is taken for the mark.
  return format === textFormat || isPlainWord(cell) ? cell : `'${cell}`;
}

/** Text that no locale of Excel can read as a number, a day, a truth value or a formula: letters first, no digits. */
function isPlainWord(text: string): boolean {
  return /^\p{L}\P{N}*$/u.test(text) && !/^(true|false)$/i.test(text);
}
