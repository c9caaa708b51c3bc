/**
 * What stands in place of the as-of day while native formulas stand in place of the functions: then nobody moves it on,
 * and it follows Excel's own clock. It carries the mark of our highlight rules, so that it is told from a person's own.
 */
export const followingDay = '=TODAY()+N("ks1")';

/** Whether a cell's formula is ours, also after other programs kept it with other spaces and case. */
export function isFollowingDay(formula: unknown): boolean {
  return (
    typeof formula === "string" &&
    formula.replaceAll(/\s/gu, "").toUpperCase() === followingDay.toUpperCase()
  );
}
