/** `[@电话]`, `[@[我的 评级]]` or `表[[#This Row],[电话]]`; signs that mean something in a name stand behind a `'`. */
const inRow =
  /([\p{L}\p{N}_.\\]*)\[(?:@(?:\[((?:[^[\]']|'.)+)\]|([^[\]'@#:,\s]+))|\[#This Row\],\s*\[((?:[^[\]']|'.)+)\])/giu;

/**
 * The headers a formula calls columns of its own row by, each once. Excel takes no formula that calls one that is not
 * there.
 *
 * @param table - the name of the formula's table; what is read of other tables is left out
 * @example
 * headersReadInRow('=[@电话]&[@[我的 评级]]&"[@x]"', "CrmCustomers") //=> ["电话", "我的 评级"]
 */
export function headersReadInRow(formula: string, table: string): readonly string[] {
  // Texts alternate with the rest.
  const outside = formula.split(/("(?:[^"]|"")*")/u).filter((_, at) => at % 2 === 0);
  const headers = outside.flatMap((part) =>
    [...part.matchAll(inRow)]
      .filter(([, of = ""]) => of === "" || of.toLowerCase() === table.toLowerCase())
      .map(([, , spaced, plain, named]) =>
        (spaced ?? plain ?? named ?? "").replace(/'(.)/gu, "$1"),
      ),
  );
  return [...new Set(headers)];
}
