import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Evaluator, Operand, SpecialFunction } from "./evaluator";
import { calendarFunctions } from "./calendar-functions";
import { criteriaFunctions } from "./criteria-functions";
import { dateFunctions } from "./date-functions";
import { lambdaFunctions } from "./lambda-functions";
import { lookupFunctions } from "./lookup-functions";
import { numberFunctions } from "./number-functions";
import { referenceFunctions } from "./reference-functions";
import { textFunctions } from "./text-functions";
import {
  broadcast,
  compare,
  errorOf,
  mapResult,
  Matrix,
  Reference,
  scalarOf,
  toBoolean,
  toText,
  type Result,
  type Value,
} from "./values";

/** Waiting for a custom function is no failure: IFERROR and its like let it pass. */
function isFailure(value: Scalar): value is CellError {
  return isCellError(value) && value.error !== "#BUSY!" && value.error !== "#GETTING_DATA";
}

function valueOf(evaluator: Evaluator, argument: Operand | null | undefined): Value {
  return argument === null || argument === undefined ? null : evaluator.value(argument);
}

function resultOf(evaluator: Evaluator, argument: Operand | null | undefined): Result {
  return argument === null || argument === undefined ? null : evaluator.result(argument);
}

function ifFunction(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  if (args.length < 2 || args.length > 3) return errorOf("#VALUE!");
  const condition = resultOf(evaluator, args[0]);
  if (condition instanceof Matrix) {
    const yes = evaluator.read(branch(evaluator, args, 1));
    const no = evaluator.read(branch(evaluator, args, 2));
    return broadcast([condition, yes, no], (test = null, one = null, other = null) => {
      const holds = toBoolean(test);
      return isCellError(holds) ? holds : holds ? one : other;
    });
  }
  const holds = toBoolean(condition);
  return isCellError(holds) ? holds : branch(evaluator, args, holds ? 1 : 2);
}

/** IF(x,,1) answers 0 for the argument left out, IF(x,1) FALSE for the one that is not there. */
function branch(evaluator: Evaluator, args: readonly (Operand | null)[], place: 1 | 2): Value {
  if (place >= args.length) return false;
  return args[place] === null ? 0 : valueOf(evaluator, args[place]);
}

function replacing(isWanted: (item: Scalar) => boolean): SpecialFunction {
  return (evaluator, args) => {
    if (args.length !== 2) return errorOf("#VALUE!");
    const value = resultOf(evaluator, args[0]);
    if (!(value instanceof Matrix)) {
      return isWanted(value) ? valueOf(evaluator, args[1]) : value;
    }
    if (!value.rows.some((row) => row.some(isWanted))) return value;
    const other = resultOf(evaluator, args[1]);
    return broadcast([value, other], (item = null, instead = null) =>
      isWanted(item) ? instead : item,
    );
  };
}

function ifs(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  for (let place = 0; place + 1 < args.length; place += 2) {
    const condition = resultOf(evaluator, args[place]);
    if (condition instanceof Matrix) return ifsOverArray(evaluator, args, place, condition);
    const holds = toBoolean(condition);
    if (isCellError(holds)) return holds;
    if (holds) return valueOf(evaluator, args[place + 1]) ?? 0;
  }
  return errorOf("#N/A");
}

function ifsOverArray(
  evaluator: Evaluator,
  args: readonly (Operand | null)[],
  place: number,
  condition: Matrix,
): Result {
  const yes = resultOf(evaluator, args[place + 1]);
  const no = evaluator.read(ifs(evaluator, args.slice(place + 2)));
  return broadcast([condition, yes, no], (test = null, one = null, other = null) => {
    const holds = toBoolean(test);
    return isCellError(holds) ? holds : holds ? one : other;
  });
}

function switchFunction(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  const subject = resultOf(evaluator, args[0]);
  const choose = (wanted: Scalar): Value => {
    if (isCellError(wanted)) return wanted;
    for (let place = 1; place + 1 < args.length; place += 2) {
      const candidate = scalarOf(resultOf(evaluator, args[place]));
      const sameType = typeof candidate === typeof wanted || candidate === null || wanted === null;
      if (sameType && compare(wanted, candidate) === 0) return valueOf(evaluator, args[place + 1]);
    }
    return args.length % 2 === 0 ? valueOf(evaluator, args.at(-1)) : errorOf("#N/A");
  };
  if (!(subject instanceof Matrix)) return choose(subject);
  return mapResult(subject, (item) => scalarOf(evaluator.read(choose(item))));
}

function choose(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  const pickOne = (item: Scalar): Value => {
    const place = evaluator.number(item);
    if (isCellError(place)) return place;
    const index = Math.trunc(place);
    if (index < 1 || index >= args.length) return errorOf("#VALUE!");
    return valueOf(evaluator, args[index]);
  };
  const place = resultOf(evaluator, args[0]);
  if (!(place instanceof Matrix)) return pickOne(place);
  const whole = place.height === 1 ? place.rows[0] : undefined;
  if (whole !== undefined && whole.length > 1) return chooseColumns(evaluator, whole.map(pickOne));
  return mapResult(place, (item) => scalarOf(evaluator.read(pickOne(item))));
}

/** CHOOSE({1,2},A:A,B:B): columns side by side. */
function chooseColumns(evaluator: Evaluator, chosen: readonly Value[]): Result {
  const columns = chosen.map((value) => evaluator.read(value));
  const height = Math.max(...columns.map((item) => (item instanceof Matrix ? item.height : 1)));
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map((item) =>
      item instanceof Matrix ? item.at(item.height === 1 ? 0 : row, 0) : item,
    ),
  );
  return new Matrix(rows);
}

/** AND, OR, XOR: cells with text and blanks are skipped; a text argument must spell a truth value. */
function logical(combine: (values: readonly boolean[]) => boolean): SpecialFunction {
  return (evaluator, args) => {
    const values: boolean[] = [];
    for (const argument of args) {
      const value = valueOf(evaluator, argument);
      const result = evaluator.read(value);
      if (result instanceof Matrix || value instanceof Reference) {
        const rows = result instanceof Matrix ? result.rows : [[result]];
        for (const item of rows.flat()) {
          if (isCellError(item)) return item;
          if (typeof item === "boolean") values.push(item);
          else if (typeof item === "number") values.push(item !== 0);
        }
        continue;
      }
      const holds = toBoolean(result);
      if (isCellError(holds)) return holds;
      values.push(holds);
    }
    return values.length === 0 ? errorOf("#VALUE!") : combine(values);
  };
}

/** IS… and their like: one answer per element. */
function each(test: (item: Scalar) => Scalar): SpecialFunction {
  return (evaluator, args) =>
    args.length === 1
      ? mapResult(resultOf(evaluator, args[0]), (item) =>
          isCellError(item) && item.error === "#BUSY!" ? item : test(item),
        )
      : errorOf("#VALUE!");
}

function today(evaluator: Evaluator): Value {
  return Math.floor(evaluator.surroundings.now());
}

function type(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  const item = resultOf(evaluator, args[0]);
  if (item instanceof Matrix) return 64;
  if (isCellError(item)) return 16;
  if (typeof item === "string") return 2;
  return typeof item === "boolean" ? 4 : 1;
}

function numberOf(item: Scalar): Scalar {
  if (isCellError(item) || typeof item === "number") return item;
  return item === true ? 1 : 0;
}

/** CONCATENATE is the & operator with a name: arrays element by element. */
function concatenate(evaluator: Evaluator, args: readonly (Operand | null)[]): Value {
  const parts = args.map((item) => resultOf(evaluator, item));
  return broadcast(parts, (...items) => {
    let text = "";
    for (const item of items) {
      if (isCellError(item)) return item;
      text += toText(item);
    }
    return text;
  });
}

/** Every function that is not simply handed its values, by its upper-case name. */
export const specialFunctions: ReadonlyMap<string, SpecialFunction> = new Map<
  string,
  SpecialFunction
>([
  ["IF", ifFunction],
  ["IFERROR", replacing(isFailure)],
  ["IFNA", replacing((item) => isCellError(item) && item.error === "#N/A")],
  ["IFS", ifs],
  ["SWITCH", switchFunction],
  ["CHOOSE", choose],
  ["AND", logical((values) => values.every(Boolean))],
  ["OR", logical((values) => values.some(Boolean))],
  ["XOR", logical((values) => values.filter(Boolean).length % 2 === 1)],
  [
    "NOT",
    each((item) => {
      const holds = toBoolean(item);
      return isCellError(holds) ? holds : !holds;
    }),
  ],
  ["TRUE", () => true],
  ["FALSE", () => false],
  ["NA", () => errorOf("#N/A")],
  ["TODAY", today],
  ["NOW", (evaluator) => evaluator.surroundings.now()],
  ["ISBLANK", each((item) => item === null)],
  ["ISERROR", each(isCellError)],
  ["ISERR", each((item) => isCellError(item) && item.error !== "#N/A")],
  ["ISNA", each((item) => isCellError(item) && item.error === "#N/A")],
  ["ISNUMBER", each((item) => typeof item === "number")],
  ["ISTEXT", each((item) => typeof item === "string")],
  ["ISNONTEXT", each((item) => typeof item !== "string")],
  ["ISLOGICAL", each((item) => typeof item === "boolean")],
  ["N", each(numberOf)],
  ["T", each((item) => (typeof item === "string" || isCellError(item) ? item : ""))],
  ["TYPE", type],
  ["CONCATENATE", concatenate],
  ...dateFunctions,
  ...calendarFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...criteriaFunctions,
  ...referenceFunctions,
  ...lookupFunctions,
  ...lambdaFunctions,
]);
