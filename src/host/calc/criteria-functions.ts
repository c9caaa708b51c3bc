import { maxColumns, maxRows, type Area } from "../model/address";
import { isCellError, isErrorCode, type CellError, type Scalar } from "../model/cell";
import type { Evaluator, Operand, SpecialFunction } from "./evaluator";
import { isInOrder } from "./operators";
import { broadcast, compare, errorOf, Matrix, numberInText, Reference, sameText } from "./values";

/**
 * COUNTIF and its like. A criterion is read once and then asked of each cell, so a column of 100,000 costs one pass.
 *
 * @see https://support.microsoft.com/office/countif-function-e0de10c6-f885-4e71-abb4-1f464816df34
 */

type Test = (item: Scalar) => boolean;

const comparison = /^(<>|<=|>=|=|<|>)?(.*)$/s;

/** "a*", "?b" and "~*" as Excel matches them: the whole text, without case. */
function pattern(text: string): RegExp {
  const source = text.replace(/~[*?~]|[*?]|[.+^${}()|[\]\\/]/g, (found) => {
    if (found === "*") return ".*";
    if (found === "?") return ".";
    return `\\${found.at(-1) ?? ""}`;
  });
  return new RegExp(`^${source}$`, "isu");
}

/** Equality with a number: a text cell that spells it counts too. */
function isNumber(wanted: number): Test {
  return (item) =>
    typeof item === "number"
      ? compare(item, wanted) === 0
      : typeof item === "string" && item !== "" && numberInText(item) === wanted;
}

function isText(wanted: string): Test {
  if (!/[*?~]/.test(wanted)) {
    return (item) => typeof item === "string" && sameText(item, wanted);
  }
  const shape = pattern(wanted);
  return (item) => typeof item === "string" && shape.test(item);
}

function isOrdered(operator: string, wanted: number | string | boolean): Test {
  return (item) => {
    if (typeof item !== typeof wanted) return false;
    const order = compare(item, wanted);
    return typeof order === "number" && isInOrder(operator, order);
  };
}

/**
 * What a criterion asks of a cell: a value to equal, or a text with an operator, where days and percentages are read as
 * when typed.
 *
 * @example
 * `">=2024-01-31"` holds for days from that one on, `"="` for empty cells, `""` for empty texts too.
 */
function criterion(evaluator: Evaluator, wanted: Scalar): Test {
  // A reference to an empty cell asks for 0.
  if (wanted === null) return isNumber(0);
  if (typeof wanted === "number") return isNumber(wanted);
  if (typeof wanted === "boolean") return (item) => item === wanted;
  if (isCellError(wanted)) return (item) => isCellError(item) && item.error === wanted.error;
  const [, operator, operand = ""] = comparison.exec(wanted) ?? [];
  if (operand === "") {
    if (operator === undefined) return (item) => item === null || item === "";
    if (operator === "=") return (item) => item === null;
    if (operator === "<>") return (item) => item !== null;
  }
  const upper = operand.toUpperCase();
  const number = evaluator.number(operand);
  const value =
    upper === "TRUE" || upper === "FALSE"
      ? upper === "TRUE"
      : typeof number === "number"
        ? number
        : operand;
  if (operator !== undefined && operator !== "=" && operator !== "<>") {
    return isOrdered(operator, value);
  }
  let equal: Test;
  if (typeof value === "boolean") equal = (item) => item === value;
  else if (isErrorCode(upper)) equal = (item) => isCellError(item) && item.error === upper;
  else if (typeof value === "string") equal = isText(value);
  else {
    const same = isNumber(value);
    equal = (item) => same(item) || item === operand;
  }
  return operator === "<>" ? (item) => !equal(item) : equal;
}

/** Cells of one area; what lies beyond the used cells is not in the matrix. */
interface Cells {
  readonly area: Area;
  readonly read: Matrix;
}

function cellsOf(
  evaluator: Evaluator,
  argument: Operand | null | undefined,
  sizedLike?: Area,
): Cells | CellError {
  if (argument === null || argument === undefined) return errorOf("#VALUE!");
  const value = evaluator.value(argument);
  if (isCellError(value)) return value;
  const [found, other] = value instanceof Reference ? value.areas : [];
  if (found === undefined || other !== undefined) return errorOf("#VALUE!");
  let { area } = found;
  if (sizedLike !== undefined) {
    // SUMIF and AVERAGEIF: only the first cell of the summed range counts, its size is the tested range's.
    const bottom = Math.min(maxRows - 1, area.top + sizedLike.bottom - sizedLike.top);
    const right = Math.min(maxColumns - 1, area.left + sizedLike.right - sizedLike.left);
    area = { top: area.top, left: area.left, bottom, right };
  }
  return { area, read: evaluator.surroundings.readArea(found.sheet, area) };
}

function sameSize(one: Area, other: Area): boolean {
  return (
    one.bottom - one.top === other.bottom - other.top &&
    one.right - one.left === other.right - other.left
  );
}

/** Calls `take` with the place of every cell that passes; answers how many passed, those beyond the used cells included. */
function passing(
  tested: readonly Cells[],
  tests: readonly Test[],
  take: (row: number, column: number) => void,
): number {
  const height = Math.max(...tested.map(({ read }) => read.height));
  const width = Math.max(...tested.map(({ read }) => read.width));
  let count = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!tests.every((test, index) => test(tested[index]?.read.at(row, column) ?? null)))
        continue;
      count++;
      take(row, column);
    }
  }
  const area = tested[0]?.area;
  if (area !== undefined && tests.every((test) => test(null))) {
    count += (area.bottom - area.top + 1) * (area.right - area.left + 1) - height * width;
  }
  return count;
}

type Fold = (numbers: readonly number[]) => Scalar;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, item) => total + item, 0);
const average: Fold = (numbers) =>
  numbers.length === 0 ? errorOf("#DIV/0!") : sum(numbers) / numbers.length;
const extreme =
  (pick: (one: number, other: number) => number): Fold =>
  (numbers) =>
    numbers.length === 0 ? 0 : numbers.reduce(pick);

/**
 * @param folded - what the passing cells of the folded range come to; null to count them
 */
function conditional(
  ranges: readonly (Operand | null)[],
  criteria: readonly (Operand | null)[],
  foldedRange: Operand | null,
  fold: Fold | null,
  resized: boolean,
): SpecialFunction {
  return (evaluator) => {
    const tested: Cells[] = [];
    for (const range of ranges) {
      const cells = cellsOf(evaluator, range);
      if (isCellError(cells)) return cells;
      const first = tested[0] ?? cells;
      if (!sameSize(first.area, cells.area)) return errorOf("#VALUE!");
      tested.push(cells);
    }
    const first = tested[0];
    if (first === undefined) return errorOf("#VALUE!");
    const folded =
      foldedRange === null
        ? first
        : cellsOf(evaluator, foldedRange, resized ? first.area : undefined);
    if (isCellError(folded)) return folded;
    if (!resized && !sameSize(first.area, folded.area)) return errorOf("#VALUE!");
    const wanted = criteria.map((item) => (item === null ? null : evaluator.result(item)));
    return broadcast(wanted, (...items) => {
      const tests = items.map((item) => criterion(evaluator, item));
      if (fold === null) return passing(tested, tests, () => undefined);
      const numbers: number[] = [];
      const failures: CellError[] = [];
      passing(tested, tests, (row, column) => {
        const item = folded.read.at(row, column);
        if (typeof item === "number") numbers.push(item);
        else if (isCellError(item)) failures.push(item);
      });
      return failures[0] ?? fold(numbers);
    });
  };
}

/** COUNTIF(range, criterion), SUMIF(range, criterion, [summed]). */
function one(fold: Fold | null): SpecialFunction {
  return (evaluator, args) => {
    if (args.length < 2 || args.length > (fold === null ? 2 : 3)) return errorOf("#VALUE!");
    const [range = null, wanted = null, folded = null] = args;
    return conditional([range], [wanted], folded, fold, true)(evaluator, args);
  };
}

/** COUNTIFS(range, criterion, …), SUMIFS(summed, range, criterion, …). */
function several(fold: Fold | null): SpecialFunction {
  return (evaluator, args) => {
    const pairs = fold === null ? args : args.slice(1);
    if (pairs.length < 2 || pairs.length % 2 !== 0) return errorOf("#VALUE!");
    const ranges = pairs.filter((_, place) => place % 2 === 0);
    const criteria = pairs.filter((_, place) => place % 2 === 1);
    const folded = fold === null ? null : (args[0] ?? null);
    return conditional(ranges, criteria, folded, fold, false)(evaluator, args);
  };
}

export const criteriaFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ["COUNTIF", one(null)],
  ["SUMIF", one(sum)],
  ["AVERAGEIF", one(average)],
  ["COUNTIFS", several(null)],
  ["SUMIFS", several(sum)],
  ["AVERAGEIFS", several(average)],
  ["MAXIFS", several(extreme((a, b) => Math.max(a, b)))],
  ["MINIFS", several(extreme((a, b) => Math.min(a, b)))],
];
