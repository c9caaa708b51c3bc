import { columnIndex, maxColumns, maxRows, type Area } from "../model/address";
import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Evaluator, Operand, SpecialFunction } from "./evaluator";
import {
  errorOf,
  mapResult,
  Matrix,
  Reference,
  scalarOf,
  toBoolean,
  type Result,
  type Value,
} from "./values";

/** Functions that ask where their arguments are, or answer with a reference. */

function areaOf(value: Value): Reference["areas"][number] | null {
  return value instanceof Reference ? (value.areas[0] ?? null) : null;
}

function optionalNumber(
  evaluator: Evaluator,
  argument: Operand | null | undefined,
  otherwise: number,
): number | CellError {
  if (argument === null || argument === undefined) return otherwise;
  const number = evaluator.number(scalarOf(evaluator.result(argument)));
  return isCellError(number) ? number : Math.trunc(number);
}

/** ROW and COLUMN: the place of the formula, or of each row or column of a reference. */
function placeOf(axis: "row" | "column"): SpecialFunction {
  return (evaluator, [argument]) => {
    if (argument === undefined || argument === null) return evaluator.home[axis] + 1;
    const value = evaluator.value(argument);
    if (isCellError(value)) return value;
    const found = areaOf(value);
    if (found === null) return errorOf("#VALUE!");
    const { area } = found;
    const [first, last] = axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
    if (first === last) return first + 1;
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
    return new Matrix(axis === "row" ? numbers.map((number) => [number]) : [numbers]);
  };
}

/** ROWS and COLUMNS: no cell is read. */
function sizeOf(axis: "rows" | "columns"): SpecialFunction {
  return (evaluator, [argument]) => {
    if (argument === undefined || argument === null) return errorOf("#VALUE!");
    const value = evaluator.value(argument);
    const found = areaOf(value);
    if (found !== null) {
      const { area } = found;
      return axis === "rows" ? area.bottom - area.top + 1 : area.right - area.left + 1;
    }
    const result = evaluator.read(value);
    if (isCellError(result)) return result;
    if (!(result instanceof Matrix)) return 1;
    return axis === "rows" ? result.height : result.width;
  };
}

const index: SpecialFunction = (evaluator, args) => {
  const [source = null, rowArgument, columnArgument, areaArgument] = args;
  if (source === null || args.length < 2) return errorOf("#VALUE!");
  const value = evaluator.value(source);
  if (isCellError(value)) return value;
  const rows =
    rowArgument === null || rowArgument === undefined ? 0 : evaluator.result(rowArgument);
  const columns =
    columnArgument === null || columnArgument === undefined
      ? null
      : evaluator.result(columnArgument);
  const single = columnArgument === undefined;
  const number = optionalNumber(evaluator, areaArgument, 1);
  if (isCellError(number)) return number;
  const one = (row: Scalar, column: Scalar): Value => {
    const r = evaluator.number(row);
    const c = evaluator.number(column);
    if (isCellError(r)) return r;
    if (isCellError(c)) return c;
    return element(evaluator, value, Math.trunc(r), Math.trunc(c), single, number);
  };
  if (rows instanceof Matrix || columns instanceof Matrix) {
    const grid = rows instanceof Matrix ? rows : (columns as Matrix);
    return new Matrix(
      grid.rows.map((line, r) =>
        line.map((item, c) => {
          const column =
            columns instanceof Matrix ? columns.at(columns.height === 1 ? 0 : r, c) : columns;
          const row = rows instanceof Matrix ? item : rows;
          return scalarOf(evaluator.read(one(row, column)));
        }),
      ),
    );
  }
  return one(rows, columns);
};

function element(
  evaluator: Evaluator,
  source: Value,
  rowNumber: number,
  columnNumber: number,
  single: boolean,
  areaNumber: number,
): Value {
  let row = rowNumber;
  let column = columnNumber;
  if (row < 0 || column < 0) return errorOf("#VALUE!");
  if (source instanceof Reference) {
    const found = source.areas[areaNumber - 1];
    if (found === undefined) return errorOf("#REF!");
    const { sheet, area } = found;
    // INDEX(A1:E1,3): with one number, a single row is counted along.
    if (single && area.top === area.bottom)
      [row, column] = [area.left === area.right ? row : 1, area.left === area.right ? 0 : row];
    const height = area.bottom - area.top + 1;
    const width = area.right - area.left + 1;
    if (row > height || column > width) return errorOf("#REF!");
    const chosen: Area = {
      top: row === 0 ? area.top : area.top + row - 1,
      bottom: row === 0 ? area.bottom : area.top + row - 1,
      left: column === 0 ? area.left : area.left + column - 1,
      right: column === 0 ? area.right : area.left + column - 1,
    };
    const oneCell = chosen.top === chosen.bottom && chosen.left === chosen.right;
    return new Reference([{ sheet, area: chosen }], oneCell);
  }
  const result = evaluator.read(source);
  const matrix = result instanceof Matrix ? result : new Matrix([[result]]);
  if (single && matrix.height === 1)
    [row, column] = [matrix.width === 1 ? row : 1, matrix.width === 1 ? 0 : row];
  if (row > matrix.height || column > matrix.width) return errorOf("#REF!");
  const lines = row === 0 ? matrix.rows : [matrix.rows[row - 1] ?? []];
  const cells = column === 0 ? lines : lines.map((line) => [line[column - 1] ?? null]);
  const picked = new Matrix(cells);
  return picked.height === 1 && picked.width === 1 ? picked.at(0, 0) : picked;
}

const offset: SpecialFunction = (evaluator, args) => {
  const [source = null] = args;
  const value = source === null ? null : evaluator.value(source);
  if (isCellError(value)) return value;
  const found = areaOf(value);
  if (found === null) return errorOf("#VALUE!");
  const { sheet, area } = found;
  const down = optionalNumber(evaluator, args[1], 0);
  const right = optionalNumber(evaluator, args[2], 0);
  const height = optionalNumber(evaluator, args[3], area.bottom - area.top + 1);
  const width = optionalNumber(evaluator, args[4], area.right - area.left + 1);
  for (const item of [down, right, height, width]) if (isCellError(item)) return item;
  if (isCellError(down) || isCellError(right) || isCellError(height) || isCellError(width)) {
    return errorOf("#VALUE!");
  }
  if (height === 0 || width === 0) return errorOf("#REF!");
  const top = area.top + down + (height < 0 ? height + 1 : 0);
  const left = area.left + right + (width < 0 ? width + 1 : 0);
  const moved = {
    top,
    left,
    bottom: top + Math.abs(height) - 1,
    right: left + Math.abs(width) - 1,
  };
  if (top < 0 || left < 0 || moved.bottom >= maxRows || moved.right >= maxColumns) {
    return errorOf("#REF!");
  }
  return new Reference([{ sheet, area: moved }], Math.abs(height) === 1 && Math.abs(width) === 1);
};

const indirect: SpecialFunction = (evaluator, args) => {
  const [source = null, style = null] = args;
  const text = source === null ? null : scalarOf(evaluator.result(source));
  if (isCellError(text)) return text;
  if (typeof text !== "string") return errorOf("#REF!");
  const a1 = style === null ? true : toBoolean(scalarOf(evaluator.result(style)));
  if (isCellError(a1)) return a1;
  const bound = evaluator.surroundings.bindText(
    a1 ? text : (fromR1C1(text, evaluator) ?? ""),
    evaluator.home,
  );
  if (bound === null) return errorOf("#REF!");
  const value = evaluator.value(bound);
  return value instanceof Reference || isCellError(value) ? value : errorOf("#REF!");
};

/** "R2C3", "R[-1]C" as an A1 address; null where it is none. */
function fromR1C1(text: string, evaluator: Evaluator): string | null {
  const match = /^((?:'[^']+'|[^!]+)!)?R(?:(\d+)|\[(-?\d+)\])?C(?:(\d+)|\[(-?\d+)\])?$/i.exec(
    text.trim(),
  );
  if (match === null) return null;
  const row =
    match[2] === undefined ? evaluator.home.row + Number(match[3] ?? 0) : Number(match[2]) - 1;
  const column =
    match[4] === undefined ? evaluator.home.column + Number(match[5] ?? 0) : Number(match[4]) - 1;
  if (row < 0 || column < 0 || row >= maxRows || column >= maxColumns) return null;
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return columnIndex(letters) < 0 ? null : `${match[1] ?? ""}$${letters}$${row + 1}`;
}

const isReference: SpecialFunction = (evaluator, [argument = null]) =>
  argument !== null && evaluator.value(argument) instanceof Reference;

const areas: SpecialFunction = (evaluator, [argument = null]) => {
  const value = argument === null ? null : evaluator.value(argument);
  return value instanceof Reference ? value.areas.length : errorOf("#VALUE!");
};

/** The formula in the first cell of a reference; null where the argument is no reference. */
function formulaOf(evaluator: Evaluator, argument: Operand | null): string | undefined | null {
  const found = argument === null ? null : areaOf(evaluator.value(argument));
  return found === null ? null : found.sheet.cells.formula(found.area.top, found.area.left)?.text;
}

const isFormula: SpecialFunction = (evaluator, [argument = null]) => {
  const text = formulaOf(evaluator, argument);
  return text === null ? errorOf("#VALUE!") : text !== undefined;
};

const formulaText: SpecialFunction = (evaluator, [argument = null]) => {
  const text = formulaOf(evaluator, argument);
  return text === null ? errorOf("#VALUE!") : (text ?? errorOf("#N/A"));
};

const sheetNumber: SpecialFunction = (evaluator, [argument = null]) => {
  const { workbook } = evaluator.surroundings;
  if (argument === null) return workbook.sheets.indexOf(evaluator.home.sheet) + 1;
  const value = evaluator.value(argument);
  const found = areaOf(value);
  if (found !== null) return workbook.sheets.indexOf(found.sheet) + 1;
  const name = scalarOf(evaluator.read(value));
  const sheet = typeof name === "string" ? workbook.sheetByName(name) : undefined;
  return sheet === undefined ? errorOf("#N/A") : workbook.sheets.indexOf(sheet) + 1;
};

const sheetCount: SpecialFunction = (evaluator, [argument = null]) => {
  if (argument === null) return evaluator.surroundings.workbook.sheets.length;
  const value = evaluator.value(argument);
  return value instanceof Reference ? value.areas.length : errorOf("#REF!");
};

/** COUNTBLANK counts cells never used, of which a whole column has many: no array of them is made. */
const countBlank: SpecialFunction = (evaluator, [argument = null]) => {
  const value = argument === null ? null : evaluator.value(argument);
  if (isCellError(value)) return value;
  if (!(value instanceof Reference)) return errorOf("#VALUE!");
  let blanks = 0;
  for (const { sheet, area } of value.areas) {
    blanks += (area.bottom - area.top + 1) * (area.right - area.left + 1);
    for (const row of evaluator.surroundings.readArea(sheet, area).rows) {
      for (const item of row) if (item !== null && item !== "") blanks--;
    }
  }
  return blanks;
};

const subtotals: Readonly<Record<number, string>> = {
  1: "AVERAGE",
  2: "COUNT",
  3: "COUNTA",
  4: "MAX",
  5: "MIN",
  6: "PRODUCT",
  7: "STDEV.S",
  8: "STDEV.P",
  9: "SUM",
  10: "VAR.S",
  11: "VAR.P",
  12: "MEDIAN",
  13: "MODE.SNGL",
  14: "LARGE",
  15: "SMALL",
  16: "PERCENTILE.INC",
  17: "QUARTILE.INC",
  18: "PERCENTILE.EXC",
  19: "QUARTILE.EXC",
};

const isSubtotal = /^=\s*(?:SUBTOTAL|AGGREGATE)\s*\(/i;

interface Leaving {
  readonly hidden: boolean;
  readonly nested: boolean;
  readonly errors: boolean;
}

/** The cells of a reference that a subtotal counts, one below the other. Filtered rows never count. */
function counted(evaluator: Evaluator, value: Value, leave: Leaving): Result {
  if (!(value instanceof Reference)) return evaluator.read(value);
  const items: Scalar[][] = [];
  for (const { sheet, area } of value.areas) {
    const matrix = evaluator.surroundings.readArea(sheet, area);
    matrix.rows.forEach((line, r) => {
      const row = area.top + r;
      if (sheet.filteredRows.has(row) || (leave.hidden && sheet.hiddenRows.has(row))) return;
      line.forEach((item, c) => {
        if (leave.errors && isCellError(item)) return;
        const formula = leave.nested ? sheet.cells.formula(row, area.left + c) : undefined;
        if (formula === undefined || !isSubtotal.test(formula.text)) items.push([item]);
      });
    });
  }
  return new Matrix(items.length === 0 ? [[null]] : items);
}

const subtotal: SpecialFunction = (evaluator, [codeArgument = null, ...args]) => {
  const code = optionalNumber(evaluator, codeArgument, 0);
  if (isCellError(code)) return code;
  const name = subtotals[code > 100 ? code - 100 : code];
  if (name === undefined || code > 111 || (code > 11 && code < 101)) return errorOf("#VALUE!");
  const leave = { hidden: code > 100, nested: true, errors: false };
  const values = evaluator.argumentValues(args).map((value) => counted(evaluator, value, leave));
  return evaluator.builtin(name, values);
};

const aggregate: SpecialFunction = (
  evaluator,
  [codeArgument = null, optionArgument = null, ...args],
) => {
  const code = optionalNumber(evaluator, codeArgument, 0);
  const option = optionalNumber(evaluator, optionArgument, 0);
  if (isCellError(code)) return code;
  if (isCellError(option)) return option;
  const name = subtotals[code];
  if (name === undefined || option < 0 || option > 7) return errorOf("#VALUE!");
  const leave = {
    hidden: [1, 3, 5, 7].includes(option),
    nested: option < 4,
    errors: [2, 3, 6, 7].includes(option),
  };
  const values = evaluator.argumentValues(args);
  const ranges = code >= 14 ? values.slice(0, 1) : values;
  const results: Value[] = ranges.map((value) => {
    const result = counted(evaluator, value, leave);
    if (!(result instanceof Matrix) || !leave.errors || value instanceof Reference) return result;
    return mapResult(result, (item) => (isCellError(item) ? null : item));
  });
  return evaluator.builtin(name, [...results, ...(code >= 14 ? values.slice(1) : [])]);
};

export const referenceFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ["ROW", placeOf("row")],
  ["COLUMN", placeOf("column")],
  ["ROWS", sizeOf("rows")],
  ["COLUMNS", sizeOf("columns")],
  ["INDEX", index],
  ["OFFSET", offset],
  ["INDIRECT", indirect],
  ["ISREF", isReference],
  ["AREAS", areas],
  ["ISFORMULA", isFormula],
  ["FORMULATEXT", formulaText],
  ["SHEET", sheetNumber],
  ["SHEETS", sheetCount],
  ["COUNTBLANK", countBlank],
  ["SUBTOTAL", subtotal],
  ["AGGREGATE", aggregate],
];
