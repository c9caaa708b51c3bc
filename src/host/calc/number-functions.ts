import { isCellError, type Scalar } from "../model/cell";
import type { SpecialFunction } from "./evaluator";
import { broadcast, errorOf, Matrix, Reference } from "./values";

/** A function of numbers only, applied element by element; the last arguments may be left out. */
export function onNumbers(
  least: number,
  most: number,
  answer: (numbers: readonly number[], date1904: boolean) => Scalar,
): SpecialFunction {
  return (evaluator, args) => {
    if (args.length < least || args.length > most) return errorOf("#VALUE!");
    const { date1904 } = evaluator.surroundings.workbook;
    const values = args.map((item) => (item === null ? null : item.result(evaluator)));
    return broadcast(values, (...items) => {
      const numbers: number[] = [];
      for (const item of items) {
        const number = evaluator.number(item);
        if (isCellError(number)) return number;
        numbers.push(number);
      }
      return answer(numbers, date1904);
    });
  };
}

/** The number times 10^digits, exact in its 15 decimal digits: 1.005 by 2 is 100.5, not 100.49999999999999. */
function shifted(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** ROUND and its like: Excel rounds the decimal number people see, halves away from zero. */
function rounding(round: (size: number) => number): SpecialFunction {
  return onNumbers(1, 2, ([value = 0, places = 0]) => {
    const digits = Math.trunc(places);
    if (digits > 300 || value === 0) return value;
    if (digits < -300) return 0;
    const size = round(shifted(Math.abs(value), digits));
    return Math.sign(value) * shifted(size, -digits);
  });
}

/** CEILING and FLOOR: a negative number may have a positive step, a positive one no negative step. */
function toStep(round: (steps: number) => number, byZero: Scalar): SpecialFunction {
  return onNumbers(2, 2, ([value = 0, step = 0]) => {
    if (value === 0) return 0;
    if (step === 0) return byZero;
    if (value > 0 && step < 0) return errorOf("#NUM!");
    const steps = Number((value / step).toPrecision(15));
    return Number((round(steps) * step).toPrecision(15));
  });
}

/** COUNT: numbers in cells and arrays; among the arguments themselves also truth values and texts that spell numbers. */
const countNumbers: SpecialFunction = (evaluator, args) => {
  let total = 0;
  for (const argument of args) {
    const value = argument === null ? null : evaluator.value(argument);
    const result = evaluator.read(value);
    if (result instanceof Matrix) {
      for (const row of result.rows) for (const item of row) if (typeof item === "number") total++;
    } else if (value instanceof Reference) {
      if (typeof result === "number") total++;
    } else if (!isCellError(evaluator.number(result))) total++;
  }
  return total;
};

/**
 * SUM, MAX and MIN: numbers in cells and arrays; among the arguments themselves also truth values and texts that spell
 * numbers. The first error met is the answer.
 */
function overNumbers(
  first: number,
  take: (soFar: number, number: number) => number,
): SpecialFunction {
  return (evaluator, args) => {
    let answer = first;
    let count = 0;
    for (const argument of args) {
      const value = argument === null ? null : argument.value(evaluator);
      const result = evaluator.read(value);
      const isGiven = !(result instanceof Matrix) && !(value instanceof Reference);
      const item = isGiven ? evaluator.number(result) : result;
      for (const row of item instanceof Matrix ? item.rows : [[item]]) {
        for (const found of row) {
          if (typeof found === "number") {
            answer = take(answer, found);
            count++;
          } else if (isCellError(found)) return found;
        }
      }
    }
    if (count === 0) return 0;
    return Number.isFinite(answer) ? answer : errorOf("#NUM!");
  };
}

/**
 * SUMPRODUCT: what is no number counts as 0, truth values too. A single value goes with all elements; other sizes must be
 * the same.
 *
 * @see https://support.microsoft.com/office/sumproduct-function-16753e75-9f68-4874-94ac-4d2145a2fd2e
 */
const sumProduct: SpecialFunction = (evaluator, args) => {
  if (args.length === 0) return errorOf("#VALUE!");
  const factors = args.map((item) => {
    const result = item === null ? null : item.result(evaluator);
    return result instanceof Matrix ? result : new Matrix([[result]]);
  });
  const large = factors.filter(({ height, width }) => height !== 1 || width !== 1);
  const { height, width } = large[0] ?? { height: 1, width: 1 };
  if (large.some((one) => one.height !== height || one.width !== width)) return errorOf("#VALUE!");
  let sum = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let product = 1;
      for (const factor of factors) {
        const isOne = factor.height === 1 && factor.width === 1;
        const item = isOne ? factor.at(0, 0) : factor.at(row, column);
        if (isCellError(item)) return item;
        product *= typeof item === "number" ? item : 0;
      }
      sum += product;
    }
  }
  return Number.isFinite(sum) ? sum : errorOf("#NUM!");
};

export const numberFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ["INT", onNumbers(1, 1, ([value = 0]) => Math.floor(value))],
  ["ROUND", rounding(Math.round)],
  ["ROUNDUP", rounding(Math.ceil)],
  ["ROUNDDOWN", rounding(Math.floor)],
  ["TRUNC", rounding(Math.floor)],
  ["CEILING", toStep(Math.ceil, 0)],
  ["FLOOR", toStep(Math.floor, errorOf("#DIV/0!"))],
  ["SUM", overNumbers(0, (sum, number) => sum + number)],
  ["MAX", overNumbers(-Infinity, (most, number) => (number > most ? number : most))],
  ["MIN", overNumbers(Infinity, (least, number) => (number < least ? number : least))],
  ["COUNT", countNumbers],
  ["SUMPRODUCT", sumProduct],
];
