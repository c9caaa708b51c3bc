import { calculateFormulas } from "@cj-tech-master/excelts/formula";
import type {
  CellLike,
  RowLike,
  WorkbookLike,
  WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import { isCellError, isErrorCode, type Scalar } from "../model/cell";
import { olderFunctions } from "./older-functions";
import { errorOf, Matrix, type Result } from "./values";

/**
 * Excel's built-in functions, borrowed from excelts: the only file that knows it.
 *
 * The library calculates whole workbooks: each call walks every cell it is given, silently skips formulas beyond
 * 10,000, and evaluates no custom function lazily. So it is given a workbook of one cell, whose formula takes the
 * arguments from one hook and hands the answer to another: `KS.OUT(SUMIFS(KS.ARG(0),KS.ARG(1),KS.ARG(2)))`. One call
 * costs about 8 µs whatever the size of the workbook, one with values it was given before a tenth of that; references, operators, laziness, names, tables and spilling stay
 * ours.
 */

/** The library's run-time values, as far as they cross the border. */
type Foreign =
  | { readonly kind: 0 }
  | { readonly kind: 1; readonly value: number }
  | { readonly kind: 2; readonly value: string }
  | { readonly kind: 3; readonly value: boolean }
  | { readonly kind: 4; readonly code: string }
  | {
      readonly kind: 5;
      readonly rows: readonly (readonly Foreign[])[];
      readonly height: number;
      readonly width: number;
      readonly originRow?: number;
      readonly originCol?: number;
    };

const blank: Foreign = { kind: 0 };

function scalarToForeign(value: Scalar): Foreign {
  if (value === null) return blank;
  switch (typeof value) {
    case "number":
      return { kind: 1, value };
    case "string":
      return { kind: 2, value };
    case "boolean":
      return { kind: 3, value };
    default:
      return { kind: 4, code: value.error };
  }
}

/** A range read by many formulas is converted once. */
const converted = new WeakMap<Matrix, Foreign>();

function toForeign(value: Result): Foreign {
  if (!(value instanceof Matrix)) return scalarToForeign(value);
  let foreign = converted.get(value);
  if (foreign === undefined) {
    const rows = value.rows.map((row) => row.map(scalarToForeign));
    // The origin marks a range: the criteria functions refuse other arrays.
    foreign = {
      kind: 5,
      rows,
      height: value.height,
      width: value.width,
      originRow: 1,
      originCol: 1,
    };
    converted.set(value, foreign);
  }
  return foreign;
}

function scalarFromForeign(value: Foreign): Scalar {
  switch (value.kind) {
    case 1:
      return Number.isFinite(value.value) ? value.value : errorOf("#NUM!");
    case 2:
    case 3:
      return value.value;
    case 4:
      return errorOf(isErrorCode(value.code) ? value.code : "#VALUE!");
    case 5:
      return value.rows[0]?.[0] === undefined ? null : scalarFromForeign(value.rows[0][0]);
    default:
      return null;
  }
}

function fromForeign(value: Foreign): Result {
  if (value.kind !== 5) return scalarFromForeign(value);
  // An array without elements is what FILTER finds when nothing matches.
  if (value.height === 0 || value.width === 0) return errorOf("#CALC!");
  return new Matrix(value.rows.map((row) => row.map(scalarFromForeign)));
}

function isForeign(value: unknown): value is Foreign {
  return typeof value === "object" && value !== null && "kind" in value;
}

let callArguments: readonly Result[] = [];
let answer: Foreign = blank;

const hooks = new Map([
  [
    "KS.ARG",
    {
      minArity: 1,
      maxArity: 1,
      invoke: ([place]: unknown[]): unknown => {
        const index = isForeign(place) && place.kind === 1 ? place.value : -1;
        return toForeign(callArguments[index] ?? null);
      },
    },
  ],
  [
    "KS.OUT",
    {
      minArity: 1,
      maxArity: 1,
      invoke: ([result]: unknown[]): unknown => {
        if (isForeign(result)) answer = result;
        return { kind: 1, value: 0 };
      },
    },
  ],
]);

function workbookOf(formula: string, date1904: boolean): WorkbookLike {
  const cell: CellLike = {
    row: 1,
    col: 1,
    type: 6,
    formula,
    model: { formula },
    value: null,
    result: undefined,
  };
  const row: RowLike = {
    eachCell(
      ...args:
        | [(cell: CellLike, column: number) => void]
        | [object, (cell: CellLike, column: number) => void]
    ) {
      const visit = args.length === 1 ? args[0] : args[1];
      visit(cell, 1);
    },
  };
  const sheet: WorksheetLike = {
    id: 1,
    name: "S",
    dimensions: { top: 1, left: 1, bottom: 1, right: 1 },
    eachRow(
      ...args:
        [(row: RowLike, number: number) => void] | [object, (row: RowLike, number: number) => void]
    ) {
      const visit = args.length === 1 ? args[0] : args[1];
      visit(row, 1);
    },
    findCell: () => cell,
    getCell: () => cell,
  };
  return {
    worksheets: [sheet],
    getWorksheet: () => sheet,
    userFunctions: hooks,
    properties: { date1904 },
  };
}

/** Arguments beyond which a function of the library counts, one by one, for minutes; Excel answers #NUM! for most. */
const largestArguments: Readonly<Record<string, number>> = {
  MUNIT: 1_000,
  WORKDAY: 3_000_000,
  "WORKDAY.INTL": 3_000_000,
  NETWORKDAYS: 3_000_000,
  "NETWORKDAYS.INTL": 3_000_000,
  PERMUT: 10_000_000,
  "BINOM.DIST": 10_000_000,
  BINOMDIST: 10_000_000,
  "BINOM.INV": 10_000_000,
  "HYPGEOM.DIST": 10_000_000,
  "NEGBINOM.DIST": 10_000_000,
  "POISSON.DIST": 10_000_000,
};

function asksForTooMuch(name: string, args: readonly Result[]): boolean {
  const most = largestArguments[name];
  if (most === undefined) return false;
  return args.some((item) => typeof item === "number" && Math.abs(item) > most);
}

/** One function with one number of arguments. */
interface Borrowed {
  readonly workbook: WorkbookLike;
  /** Answers to values it was given before; a column repeats its words, and a formula its parts. */
  readonly answers: Map<string, Result> | null;
}

const borrowed = new Map<string, Borrowed>();
const changing = new Set(["RAND", "RANDBETWEEN", "RANDARRAY", "NOW", "TODAY"]);
/** Answers remembered of one function, and the longest arguments that are worth it. */
const mostAnswers = 20_000;
const longestKey = 120;

/** What distinguishes these arguments from all others; null where one is an array or they are long. */
function keyOfValues(args: readonly Result[]): string | null {
  let key = "";
  for (const item of args) {
    if (item === null) key += "-";
    else if (typeof item === "string") key += `${item.length}"${item}`;
    else if (typeof item !== "object") key += `${String(item)};`;
    else if (isCellError(item)) key += `${item.error};`;
    else return null;
    if (key.length > longestKey) return null;
  }
  return key;
}

/**
 * The answer of a built-in function to arguments already evaluated; null stands for an omitted or blank one.
 *
 * @param name - upper-case, without the `_xlfn.` prefix
 * @returns the value or array; `#NAME?` where there is no such function, `#CALC!` where it fails inside
 */
export function callBuiltin(name: string, args: readonly Result[], date1904: boolean): Result {
  const newer = olderFunctions.get(name);
  if (newer !== undefined) return callBuiltin(newer.name, [...args, ...newer.further], date1904);
  if (asksForTooMuch(name, args)) return errorOf("#NUM!");
  const { workbook, answers } = borrow(name, args.length, date1904);
  const key = answers === null ? null : keyOfValues(args);
  if (answers === null || key === null) return calculated(workbook, args);
  let found = answers.get(key);
  if (found === undefined) {
    found = calculated(workbook, args);
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(key, found);
  }
  return found;
}

function borrow(name: string, count: number, date1904: boolean): Borrowed {
  const key = `${date1904 ? 4 : 0}${count} ${name}`;
  let found = borrowed.get(key);
  if (found === undefined) {
    const places = Array.from({ length: count }, (_, index) => `KS.ARG(${index})`).join(",");
    found = {
      workbook: workbookOf(`KS.OUT(${name}(${places}))`, date1904),
      answers: changing.has(name) ? null : new Map(),
    };
    borrowed.set(key, found);
  }
  return found;
}

function calculated(workbook: WorkbookLike, args: readonly Result[]): Result {
  callArguments = args;
  answer = { kind: 4, code: "#CALC!" };
  calculateFormulas(workbook);
  callArguments = [];
  return fromForeign(answer);
}

const known = new Map<string, boolean>();

/** True where the library has a function of that name. */
export function isBuiltin(name: string): boolean {
  if (hooks.has(name)) return false;
  let found = known.get(name);
  if (found === undefined) {
    // Too many arguments are #VALUE!, an unknown name is #NAME?.
    const refused = callBuiltin(name, [], false);
    found = !isCellError(refused) || refused.error !== "#NAME?";
    known.set(name, found);
  }
  return found;
}
