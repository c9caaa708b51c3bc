import { isCellError, type Scalar } from "../model/cell";
import type { Evaluator, Operand, SpecialFunction } from "./evaluator";
import { errorOf, Lambda, Matrix, scalarOf, type Result, type Value } from "./values";

/** The functions that take a LAMBDA: MAP, REDUCE, SCAN, BYROW, BYCOL, MAKEARRAY. */

function asMatrix(result: Result): Matrix {
  return result instanceof Matrix ? result : new Matrix([[result]]);
}

function split(
  evaluator: Evaluator,
  args: readonly (Operand | null)[],
): { values: Value[]; lambda: Lambda } | null {
  const values = evaluator.argumentValues(args);
  const lambda = values.pop();
  return lambda instanceof Lambda ? { values, lambda } : null;
}

/** An element of the result: one value; a lambda that answers with an array there is #CALC!. */
function element(evaluator: Evaluator, value: Value): Scalar {
  const result = evaluator.read(value);
  if (!(result instanceof Matrix)) return result;
  return result.height === 1 && result.width === 1 ? scalarOf(result) : errorOf("#CALC!");
}

const map: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length === 0) return errorOf("#VALUE!");
  const arrays = parts.values.map((value) => asMatrix(evaluator.read(value)));
  const height = Math.max(...arrays.map((array) => array.height));
  const width = Math.max(...arrays.map((array) => array.width));
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => {
      const items = arrays.map((array) =>
        row < array.height && column < array.width ? array.at(row, column) : errorOf("#N/A"),
      );
      return element(evaluator, parts.lambda.apply(items));
    }),
  );
  return new Matrix(rows);
};

const reduce: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length !== 2) return errorOf("#VALUE!");
  let sum: Value = parts.values[0] ?? null;
  const array = asMatrix(evaluator.read(parts.values[1] ?? null));
  for (const item of array.rows.flat()) sum = parts.lambda.apply([sum, item]);
  return sum;
};

const scan: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length !== 2) return errorOf("#VALUE!");
  let sum: Value = parts.values[0] ?? null;
  const array = asMatrix(evaluator.read(parts.values[1] ?? null));
  return new Matrix(
    array.rows.map((row) =>
      row.map((item) => {
        sum = element(evaluator, parts.lambda.apply([sum, item]));
        return sum;
      }),
    ),
  );
};

const byRow: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length !== 1) return errorOf("#VALUE!");
  const array = asMatrix(evaluator.read(parts.values[0] ?? null));
  const rows = array.rows.map((row) => [
    element(evaluator, parts.lambda.apply([new Matrix([row])])),
  ]);
  return new Matrix(rows);
};

const byColumn: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length !== 1) return errorOf("#VALUE!");
  const array = asMatrix(evaluator.read(parts.values[0] ?? null));
  const row = Array.from({ length: array.width }, (_, column) => {
    const items = new Matrix(array.rows.map((cells) => [cells[column] ?? null]));
    return element(evaluator, parts.lambda.apply([items]));
  });
  return new Matrix([row]);
};

/** Cells of one array a formula may make up: beyond that it is a mistake, and would hang the page. */
const mostCells = 1_000_000;

const makeArray: SpecialFunction = (evaluator, args) => {
  const parts = split(evaluator, args);
  if (parts === null || parts.values.length !== 2) return errorOf("#VALUE!");
  const [height, width] = parts.values.map((value) =>
    evaluator.number(scalarOf(evaluator.read(value))),
  );
  if (height === undefined || isCellError(height)) return height ?? errorOf("#VALUE!");
  if (width === undefined || isCellError(width)) return width ?? errorOf("#VALUE!");
  if (height < 1 || width < 1 || height * width > mostCells) return errorOf("#VALUE!");
  const rows = Array.from({ length: Math.trunc(height) }, (_, row) =>
    Array.from({ length: Math.trunc(width) }, (_unused, column) =>
      element(evaluator, parts.lambda.apply([row + 1, column + 1])),
    ),
  );
  return new Matrix(rows);
};

export const lambdaFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ["MAP", map],
  ["REDUCE", reduce],
  ["SCAN", scan],
  ["BYROW", byRow],
  ["BYCOL", byColumn],
  ["MAKEARRAY", makeArray],
];
