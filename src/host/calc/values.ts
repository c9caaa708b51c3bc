import type { Area } from "../model/address";
import { isCellError, type CellError, type ErrorCode, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";

/** A rectangle of results. */
export class Matrix {
  readonly height: number;
  readonly width: number;

  constructor(readonly rows: readonly (readonly Scalar[])[]) {
    this.height = rows.length;
    this.width = rows[0]?.length ?? 0;
  }

  at(row: number, column: number): Scalar {
    return this.rows[row]?.[column] ?? null;
  }
}

/** One or more areas whose cells have not been read yet; several for a union or a 3-D reference. */
export class Reference {
  constructor(
    readonly areas: readonly { readonly sheet: Sheet; readonly area: Area }[],
    /** A single cell stands for its value, an area for an array. */
    readonly single: boolean,
  ) {}
}

/** A function value, as LAMBDA makes it. */
export class Lambda {
  constructor(readonly apply: (args: readonly Value[]) => Value) {}
}

export type Result = Scalar | Matrix;
export type Value = Result | Reference | Lambda;

/** The value itself, or an array's first element. */
export function scalarOf(result: Result): Scalar {
  return result instanceof Matrix ? result.at(0, 0) : result;
}

const errors = new Map<ErrorCode, CellError>();

/** The error without a message; one object per code. */
export function errorOf(code: ErrorCode): CellError {
  let error = errors.get(code);
  if (error === undefined) {
    error = { error: code };
    errors.set(code, error);
  }
  return error;
}

/** Maps every element; a scalar stays a scalar. */
export function mapResult(value: Result, change: (item: Scalar) => Scalar): Result {
  return value instanceof Matrix
    ? new Matrix(value.rows.map((row) => row.map((item) => change(item))))
    : change(value);
}

/**
 * The element of an operand at each place of a result: a single value, row or column is repeated, other gaps are #N/A.
 */
function elementsOf(value: Result): (row: number, column: number) => Scalar {
  if (!(value instanceof Matrix)) return () => value;
  const { rows, height, width } = value;
  return (row, column) => {
    const line = rows[height === 1 ? 0 : row];
    const place = width === 1 ? 0 : column;
    return line === undefined || place >= width ? errorOf("#N/A") : (line[place] ?? null);
  };
}

/** Applies a scalar operation over operands of which some may be arrays, as Excel's array evaluation does. */
export function broadcast(
  operands: readonly Result[],
  operation: (...items: Scalar[]) => Scalar,
): Result {
  let height = 0;
  let width = 0;
  const single: Scalar[] = [];
  for (const operand of operands) {
    if (operand instanceof Matrix) {
      height = Math.max(height, operand.height);
      width = Math.max(width, operand.width);
    } else single.push(operand);
  }
  if (single.length === operands.length) return operation(...single);
  const elements = operands.map(elementsOf);
  const [first, second] = elements;
  const isPair = elements.length === 2;
  const rows: Scalar[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: Scalar[] = [];
    for (let column = 0; column < width; column++) {
      cells.push(
        isPair && first !== undefined && second !== undefined
          ? operation(first(row, column), second(row, column))
          : operation(...elements.map((element) => element(row, column))),
      );
    }
    rows.push(cells);
  }
  return new Matrix(rows);
}

/** What a value says as a number: blanks are 0, truth values 1 and 0; text is read as Excel reads typed numbers. */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return numberInText(value) ?? errorOf("#VALUE!");
  return value;
}

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const groupedNumber = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** The number a text spells: "12", " 1,234.5 ", "5%", "$3", "(4)"; null where it spells none. Dates are not read here. */
export function numberInText(text: string): number | null {
  let body = text.trim();
  if (plainNumber.test(body)) return Number(body);
  let sign = 1;
  if (body.startsWith("(") && body.endsWith(")")) {
    sign = -1;
    body = body.slice(1, -1);
  }
  let factor = sign;
  if (body.endsWith("%")) {
    factor /= 100;
    body = body.slice(0, -1).trim();
  }
  body = body.replace(/^([+-]?)[$¥￥€£]\s*/, "$1");
  if (groupedNumber.test(body)) body = body.replaceAll(",", "");
  return plainNumber.test(body) ? Number(body) * factor : null;
}

/** A number as it reads in a text: 15 significant digits, exponent only beyond 20 digits. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  const magnitude = Math.abs(rounded);
  if (magnitude >= 1e21 || (magnitude < 1e-19 && magnitude > 0)) {
    const [mantissa = "", exponent = ""] = rounded.toExponential().split("e");
    const sign = exponent.startsWith("-") ? "-" : "+";
    return `${mantissa}E${sign}${exponent.replace(/[+-]/, "").padStart(2, "0")}`;
  }
  const short = String(rounded);
  if (!short.includes("e")) return short;
  return magnitude >= 1
    ? rounded.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 0 })
    : rounded.toFixed(20).replace(/0+$/, "");
}

/** What a value says as text. Errors have none; callers pass them on first. */
export function toText(value: Exclude<Scalar, CellError>): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return numberText(value);
}

/** What a value says as a condition; text only where it spells a truth value. */
export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    if (upper === "TRUE") return true;
    if (upper === "FALSE") return false;
    return errorOf("#VALUE!");
  }
  return value;
}

const rank = (value: Exclude<Scalar, CellError | null>): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

function sameNumber(one: number, other: number): boolean {
  if (one === other) return true;
  // Excel compares 15 significant digits: 0.1+0.2=0.3 is TRUE.
  if (Math.abs(one - other) > Math.abs(one) * 1e-14) return false;
  return one.toPrecision(15) === other.toPrecision(15);
}

const collator = new Intl.Collator("en", { sensitivity: "accent" });

/** Letters, digits and signs of the keyboard and Chinese characters: these are equal by case only. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 || code > 0x7e) && (code < 0x4e00 || code > 0x9fff)) return false;
  }
  return true;
}

/** Whether two texts are equal to Excel, which knows no case. */
export function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  // Other letters are equal in more ways; asking for that costs ten times as much.
  if (!isPlain(one) || !isPlain(other)) return collator.compare(one, other) === 0;
  return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}

/**
 * Orders two values as Excel's comparison operators do: numbers before text before truth values, text without case, a
 * blank as the other side's nothing. Negative, 0 or positive; an error wins.
 */
export function compare(one: Scalar, other: Scalar): number | CellError {
  if (isCellError(one)) return one;
  if (isCellError(other)) return other;
  if (one === null && other === null) return 0;
  const left = one ?? emptyLike(other);
  const right = other ?? emptyLike(one);
  if (typeof left === "number" && typeof right === "number") {
    return sameNumber(left, right) ? 0 : left - right;
  }
  if (typeof left === "string" && typeof right === "string") {
    return left === right ? 0 : collator.compare(left, right);
  }
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  return rank(left) - rank(right);
}

function emptyLike(value: Exclude<Scalar, CellError>): number | string | boolean {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}
