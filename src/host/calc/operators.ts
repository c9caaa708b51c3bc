import { isCellError, type CellError, type Scalar } from "../model/cell";
import { compare, errorOf, Reference, sameText, toText, type Value } from "./values";

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

/** Reads values as numbers, as the workbook's formulas do. */
interface NumberReader {
  number(value: Scalar): number | CellError;
}

/** An operator between two single values; the first error among them is the answer. */
export type Operation = (one: Scalar, other: Scalar, reader: NumberReader) => Scalar;

function onNumbers(answer: (left: number, right: number) => Scalar): Operation {
  return (one, other, reader) => {
    if (isCellError(one)) return one;
    if (isCellError(other)) return other;
    const left = reader.number(one);
    if (typeof left !== "number") return left;
    const right = reader.number(other);
    if (typeof right !== "number") return right;
    const found = answer(left, right);
    return typeof found === "number" && !Number.isFinite(found) ? errorOf("#NUM!") : found;
  };
}

function inOrder(holds: (order: number) => boolean): Operation {
  return (one, other) => {
    const order = compare(one, other);
    return typeof order === "number" ? holds(order) : order;
  };
}

function equality(wanted: boolean): Operation {
  const compared = inOrder((order) => (order === 0) === wanted);
  return (one, other, reader) =>
    typeof one === "string" && typeof other === "string"
      ? sameText(one, other) === wanted
      : compared(one, other, reader);
}

const joined: Operation = (one, other) => {
  if (isCellError(one)) return one;
  return isCellError(other) ? other : toText(one) + toText(other);
};

function power(base: number, exponent: number): Scalar {
  if (base === 0 && exponent === 0) return errorOf("#NUM!");
  return base === 0 && exponent < 0 ? errorOf("#DIV/0!") : base ** exponent;
}

const operations: ReadonlyMap<string, Operation> = new Map([
  ["&", joined],
  ["=", equality(true)],
  ["<>", equality(false)],
  ...["<", ">", "<=", ">="].map(
    (operator) => [operator, inOrder((order) => isInOrder(operator, order))] as const,
  ),
  ["+", onNumbers((left, right) => cleaned(left + right, left))],
  ["-", onNumbers((left, right) => cleaned(left - right, left))],
  ["*", onNumbers((left, right) => left * right)],
  ["/", onNumbers((left, right) => (right === 0 ? errorOf("#DIV/0!") : left / right))],
  ["^", onNumbers(power)],
]);

/** The operation an operator of formulas stands for. */
export function operationOf(operator: string): Operation {
  const found = operations.get(operator);
  if (found === undefined) throw new Error(`No operator of formulas: ${operator}`);
  return found;
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

/** Excel takes a sum whose terms cancel to within the last bits as 0. */
function cleaned(sum: number, term: number): number {
  return sum !== 0 && Math.abs(sum) < Math.abs(term) * 1e-15 ? 0 : sum;
}
