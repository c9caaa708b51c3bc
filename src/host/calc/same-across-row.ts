import type { Bound, BoundFormula } from "./bound";

/**
 * Whether a formula filled to the right answers the same in every cell of a row, as `=$G2<TODAY()` does: its references
 * fix their columns and nothing in it asks which column it stands in. When in doubt, false.
 */
export function isSameAcrossRow({ body, volatility, customNames }: BoundFormula): boolean {
  return volatility !== "always" && customNames.size === 0 && ignoresColumn(body);
}

function ignoresColumn(bound: Bound | null): boolean {
  if (bound === null) return true;
  switch (bound.kind) {
    case "constant":
    case "error":
    case "local":
      return true;
    case "reference":
      return bound.from.columnFixed && bound.to.columnFixed;
    case "call":
      // COLUMN() without an argument means the cell's own column.
      if (bound.name === "COLUMN" && (bound.args[0] ?? null) === null) return false;
      return ignoresColumn(bound.callee) && bound.args.every(ignoresColumn);
    case "apply":
      return ignoresColumn(bound.callee) && bound.args.every(ignoresColumn);
    case "lambda":
      return ignoresColumn(bound.body);
    case "let":
      return bound.bindings.every(({ value }) => ignoresColumn(value)) && ignoresColumn(bound.body);
    case "unary":
      // @ picks the cell of its own column out of a wide range.
      return bound.operator !== "@" && ignoresColumn(bound.operand);
    case "binary":
      return ignoresColumn(bound.left) && ignoresColumn(bound.right);
    case "union":
      return bound.members.every(ignoresColumn);
    case "spilled":
      return ignoresColumn(bound.operand);
    case "array":
      return bound.rows.every((row) => row.every(ignoresColumn));
  }
}
