/** Widths of characters as shares of the font's size: between Calibri, 等线 and Arial. */
const digit = 0.52;
const letter = 0.56;
const other = 0.32;
/** What Excel keeps free beside a number, in points. */
const margin = 3.75;

const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u;

/**
 * How wide a column must be to show any day in a number format, in points: narrower, Excel shows ########. Longest names
 * of months and weekdays are counted.
 *
 * @param fontSize - in points
 * @returns null for a format that shows no day
 *
 * @example
 * dayPoints("yyyy-mm-dd", 11) //=> 56.55
 * dayPoints("0.00", 11) //=> null
 */
export function dayPoints(format: string, fontSize: number): number | null {
  const [positive = ""] = format.split(";");
  let share = 0;
  let isDay = false;
  // Words in quotes, a character behind a backslash, conditions, room for a character, and runs of one letter.
  for (const [part] of positive.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|([a-z])\1*|./giu)) {
    const [first = ""] = part.toLowerCase();
    if (part.startsWith("[")) continue;
    if (part.startsWith('"') || part.startsWith("\\"))
      for (const character of part.replaceAll(/["\\]/gu, "")) share += widthOf(character);
    else if (first === "y" || first === "d" || first === "m") {
      isDay ||= first !== "m";
      const { length } = part;
      if (first !== "y" && length > 2) share += (length === 3 ? 3 : 9) * letter;
      else share += (first === "y" && length > 2 ? 4 : 2) * digit;
    } else if (first === "h" || first === "s") share += 2 * digit;
    else for (const character of part) share += widthOf(character);
  }
  return isDay ? share * fontSize + margin : null;
}

function widthOf(character: string): number {
  if (wide.test(character)) return 1;
  return /[a-z0-9]/iu.test(character) ? letter : other;
}
