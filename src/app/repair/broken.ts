const patterns = new Map<string, RegExp>();

/**
 * Whether a formula is one of ours that lost cells it refers to: a column was deleted, and #REF! took its place.
 *
 * @param known - our formulas, with `{columnId}`
 * @param formula - as it was read, with `{columnId}`
 *
 * @example
 * isBroken(["=CRM.GRADE({demand},{expectedClose})"], "=CRM.GRADE({demand},#REF!)") //=> true
 */
export function isBroken(known: readonly string[], formula: string): boolean {
  return formula.includes("#REF!") && known.some((each) => patternOf(each).test(formula));
}

function patternOf(known: string): RegExp {
  let pattern = patterns.get(known);
  if (pattern === undefined) {
    const parts = known.split(/(\{\w+\})/u).map((part, index) => {
      const text = part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
      return index % 2 === 0 ? text : `(?:${text}|#REF!)`;
    });
    pattern = new RegExp(`^${parts.join("")}$`, "u");
    patterns.set(known, pattern);
  }
  return pattern;
}
