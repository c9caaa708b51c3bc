/** Room for the button of the table's filter, in characters. */
const filterButton = 5;
/** A header longer than this is a sentence: the column would push the others out of sight. */
const widest = 28;

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/gu;

/**
 * How wide a column must be for its header to be read beside the filter's button, in characters; at most 28.
 *
 * @example
 * headerWidth("等级") //=> 9
 * headerWidth("Next follow-up") //=> 19
 */
export function headerWidth(header: string): number {
  const characters = Array.from(header).length + (header.match(wide)?.length ?? 0);
  return Math.min(widest, characters + filterButton);
}

/** A width in characters as the points Excel's API takes: one of the default font is 7 pixels wide, with 5 pixels around all. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
