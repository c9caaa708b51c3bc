import { isCellError, type CellError, type Scalar } from "../model/cell";
import { compare, errorOf, Reference, toText, type Value } from "./values";

/** Joins two references: ":" makes the range that holds both, " " the one both share. */
export function combineReferences(operator: string, one: Value, other: Value): Value {
  if (isCellError(one)) return one;
  if (isCellError(other)) return other;
  const a = one instanceof Reference ? one.areas[0] : undefined;
  const b = other instanceof Reference ? other.areas[0] : undefined;
  if (a === undefined || b === undefined || a.sheet !== b.sheet) return errorOf("#VALUE!");
  const grow = operator === ":";
  const [least, most] = grow ? [Math.min, Math.max] : [Math.max, Math.min];
  const area = {
    top: least(a.area.top, b.area.top),
    left: least(a.area.left, b.area.left),
    bottom: most(a.area.bottom, b.area.bottom),
    right: most(a.area.right, b.area.right),
  };
  if (area.top > area.bottom || area.left > area.right) return errorOf("#NULL!");
  const single = !grow && area.top === area.bottom && area.left === area.right;
  return new Reference([{ sheet: a.sheet, area }], single);
}

/**
 * An operator between two single values; the first error among them is the answer.
 *
 * @param number - reads a value as a number, as the workbook's formulas do
 */
export function operate(
  operator: string,
  one: Scalar,
  other: Scalar,
  number: (value: Scalar) => number | CellError,
): Scalar {
  if (isCellError(one)) return one;
  if (isCellError(other)) return other;
  switch (operator) {
    case "&":
      return toText(one) + toText(other);
    case "=":
    case "<>":
    case "<":
    case ">":
    case "<=":
    case ">=":
      return compareBy(operator, compare(one, other));
  }
  const left = number(one);
  if (isCellError(left)) return left;
  const right = number(other);
  if (isCellError(right)) return right;
  const answer = arithmetic(operator, left, right);
  return typeof answer === "number" && !Number.isFinite(answer) ? errorOf("#NUM!") : answer;
}

function compareBy(operator: string, order: number | CellError): Scalar {
  if (isCellError(order)) return order;
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    default:
      return isInOrder(operator, order);
  }
}

/** Whether two values of that order (negative where the first is less) are as "<", ">", "<=" or ">=" says. */
export function isInOrder(operator: string, order: number): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    default:
      return order >= 0;
  }
}

function arithmetic(operator: string, left: number, right: number): Scalar {
  switch (operator) {
    case "+":
      return cleaned(left + right, left);
    case "-":
      return cleaned(left - right, left);
    case "*":
      return left * right;
    case "/":
      return right === 0 ? errorOf("#DIV/0!") : left / right;
    default:
      if (left === 0 && right === 0) return errorOf("#NUM!");
      if (left === 0 && right < 0) return errorOf("#DIV/0!");
      return left ** right;
  }
}

/** Excel takes a sum whose terms cancel to within the last bits as 0. */
function cleaned(sum: number, term: number): number {
  return sum !== 0 && Math.abs(sum) < Math.abs(term) * 1e-15 ? 0 : sum;
}
