import { liftedArguments } from "../calc/function-shapes";
import { parseFormula, type Expression } from "../calc/syntax";
import { FormulaSyntaxError } from "../calc/lexer";

/**
 * Which formulas a file must mark as arrays. A formula without that mark is calculated as before dynamic arrays: where
 * one value is expected and a range stands, the cell in the formula's own row or column is taken, and Excel shows an
 * "@" there. `=SUM(IF(A1:A9>2,B1:B9))` would silently become `=SUM(IF(@A1:A9>2,B1:B9))`.
 *
 * @see https://support.microsoft.com/office/implicit-intersection-operator-ce3be07b-0101-4450-a24e-c1c999be2b34
 */

/** Functions that have always calculated what stands in their arguments as arrays. */
const arrayArguments: ReadonlySet<string> = new Set(["SUMPRODUCT", "MMULT", "MDETERM", "MINVERSE"]);

/** Functions of one value each, of which our engine evaluates the arguments itself. */
const oneValueEach: ReadonlySet<string> = new Set(
  "IF IFERROR IFNA IFS SWITCH NOT N T ISBLANK ISERROR ISERR ISNA ISNUMBER ISTEXT ISNONTEXT ISLOGICAL CONCATENATE".split(
    " ",
  ),
);

/** Conditions stay single values even inside SUMPRODUCT. */
const conditions: ReadonlySet<string> = new Set(["IF", "IFERROR", "IFNA", "IFS", "SWITCH"]);

function isMany(expression: Expression): boolean {
  switch (expression.kind) {
    case "reference":
      return !expression.single;
    case "structured":
      return !expression.specials.some((special) => /this row|^@$/i.test(special));
    case "spilled":
    case "array":
    case "union":
      return true;
    case "binary":
      return expression.operator === ":" || isArray(expression);
    default:
      return isArray(expression);
  }
}

/** True for an expression that comes to an array although none of its functions answers one by nature. */
function isArray(expression: Expression): boolean {
  switch (expression.kind) {
    case "unary":
      return expression.operator !== "@" && isMany(expression.operand);
    case "binary":
      if (expression.operator === ":" || expression.operator === " ") return false;
      return isMany(expression.left) || isMany(expression.right);
    case "call": {
      const { name, args } = expression;
      if ((name === "ROW" || name === "COLUMN") && args[0] != null) return isMany(args[0]);
      return args.some(
        (item, place) => item !== null && takesOneValue(name, place) && isMany(item),
      );
    }
    default:
      return false;
  }
}

function takesOneValue(name: string, place: number): boolean {
  return oneValueEach.has(name) || liftedArguments(name)?.(place) === true;
}

function needsMark(expression: Expression, arraysAnyway: boolean): boolean {
  switch (expression.kind) {
    case "unary":
      if (!arraysAnyway && isArray(expression)) return true;
      return expression.operator !== "@" && needsMark(expression.operand, arraysAnyway);
    case "binary":
      if (!arraysAnyway && isArray(expression)) return true;
      return needsMark(expression.left, arraysAnyway) || needsMark(expression.right, arraysAnyway);
    case "call": {
      const { name, args } = expression;
      const inside = (arraysAnyway || arrayArguments.has(name)) && !conditions.has(name);
      if (!inside && isArray(expression)) return true;
      return args.some((item) => item !== null && needsMark(item, inside));
    }
    default:
      return false;
  }
}

/**
 * True where a formula takes single values out of ranges or arrays element by element, so that a file must mark it.
 *
 * @param formula - with its "=", as the model holds it
 */
export function evaluatesArrays(formula: string): boolean {
  // Nothing is taken element by element where no range, table or array stands.
  if (!/[:[{#]/.test(formula)) return false;
  try {
    return needsMark(parseFormula(formula, 0, 0), false);
  } catch (error) {
    // What we cannot read is kept as it was typed, unmarked.
    if (error instanceof FormulaSyntaxError) return false;
    throw error;
  }
}
