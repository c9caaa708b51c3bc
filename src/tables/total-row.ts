const totalWord = /^(?:合计|总计|小计|共计|总和|total|totals|grandtotal|sum)$/iu;

/**
 * Whether a row's first filled cell says that it sums up the others.
 *
 * @example
 * isTotalWord("合 计：") //=> true
 */
export function isTotalWord(text: string): boolean {
  return totalWord.test(text.normalize("NFKC").replace(/[\s:]/gu, ""));
}
