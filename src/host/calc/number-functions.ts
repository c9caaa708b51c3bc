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
    const values = args.map((item) => (item === null ? null : evaluator.result(item)));
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
    const meet = (number: number): void => {
      answer = take(answer, number);
      count++;
    };
    for (const argument of args) {
      const value = argument === null ? null : evaluator.value(argument);
      const result = evaluator.read(value);
      if (result instanceof Matrix) {
        for (const row of result.rows) {
          for (const item of row) {
            if (typeof item === "number") meet(item);
            else if (isCellError(item)) return item;
          }
        }
      } else if (value instanceof Reference) {
        if (typeof result === "number") meet(result);
        else if (isCellError(result)) return result;
      } else {
        const number = evaluator.number(result);
        if (isCellError(number)) return number;
        meet(number);
      }
    }
    if (count === 0) return 0;
    return Number.isFinite(answer) ? answer : errorOf("#NUM!");
  };
}

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
];
