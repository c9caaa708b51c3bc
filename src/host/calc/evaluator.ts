import type { Area } from "../model/address";
import type { CellError, Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { callBuiltin } from "./builtin";
import { aggregates, liftedArguments } from "./function-shapes";
import { momentInText } from "./moments";
import {
  broadcast,
  errorOf,
  Lambda,
  Matrix,
  numberInText,
  Reference,
  scalarOf,
  toNumber,
  type Result,
  type Value,
} from "./values";

/** A part of a formula, made ready once to be evaluated for any cell. */
export interface Operand {
  /** Its value with references not yet read. */
  readonly value: (evaluator: Evaluator) => Value;
  /** Its value: a reference is read, a function value is #CALC!. */
  readonly result: (evaluator: Evaluator) => Result;
}

/** A function that evaluates its own arguments: it may leave some unread, or needs them as references. */
export type SpecialFunction = (evaluator: Evaluator, args: readonly (Operand | null)[]) => Value;

/** What a formula sees of the workbook while it is evaluated. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** The language in which TEXT names days and months. */
  readonly locale: "zh-CN" | "en-US";
  /** The cell's value, calculated first where it is stale. */
  readCell(sheet: Sheet, row: number, column: number): Scalar;
  readArea(sheet: Sheet, area: Area): Matrix;
  /** The area filled by the dynamic array whose first cell this is; null where there is none. */
  spillOf(sheet: Sheet, row: number, column: number): Area | null;
  /** The clock's reading as a serial number in the workbook's date system. */
  now(): number;
  /** @param addresses - where each argument stands, null for what is no reference; asked only by who wants to know */
  callCustom(
    name: string,
    args: readonly (Scalar | Matrix)[],
    addresses: () => readonly (string | null)[],
  ): Result;
  /** Reads a reference written in a text, for INDIRECT; null where the text is none. */
  bindText(text: string, home: Home): Operand | null;
}

/** The cell a formula is evaluated for. */
export interface Home {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Names bound by LET and LAMBDA, inner to outer. */
interface Scope {
  /** Upper-case. */
  readonly name: string;
  readonly value: Value;
  readonly outer: Scope | null;
}

/** Nested LAMBDA calls before Excel gives up with #NUM!. */
const deepestLambda = 256;

/** Evaluates one formula for one cell. */
export class Evaluator {
  #lambdaDepth = 0;
  #scope: Scope | null = null;

  constructor(
    readonly surroundings: Surroundings,
    readonly home: Home,
  ) {}

  value(operand: Operand): Value {
    return operand.value(this);
  }

  result(operand: Operand): Result {
    return operand.result(this);
  }

  /** Reads a reference's cells. */
  read(value: Value): Result {
    if (typeof value !== "object" || value instanceof Matrix) return value;
    if (value instanceof Lambda) return errorOf("#CALC!");
    if (!(value instanceof Reference)) return value;
    const [first, ...others] = value.areas;
    if (first === undefined) return errorOf("#REF!");
    if (value.single) {
      return this.surroundings.readCell(first.sheet, first.area.top, first.area.left);
    }
    if (others.length === 0) return this.surroundings.readArea(first.sheet, first.area);
    const rows = value.areas.flatMap(
      ({ sheet, area }) => this.surroundings.readArea(sheet, area).rows,
    );
    const width = Math.max(...rows.map((row) => row.length));
    return new Matrix(
      rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
    );
  }

  argumentValues(args: readonly (Operand | null)[]): Value[] {
    return args.map((item) => (item === null ? null : item.value(this)));
  }

  /** What a name bound by LET or LAMBDA stands for. */
  local(name: string): Value {
    for (let scope = this.#scope; scope !== null; scope = scope.outer) {
      if (scope.name === name) return scope.value;
    }
    return errorOf("#NAME?");
  }

  /** LET: each name is seen by the values after it and by the body. */
  withNames(
    bindings: readonly { readonly name: string; readonly value: Operand }[],
    body: Operand,
  ): Value {
    const outer = this.#scope;
    try {
      for (const { name, value } of bindings) {
        this.#scope = { name, value: value.value(this), outer: this.#scope };
      }
      return body.value(this);
    } finally {
      this.#scope = outer;
    }
  }

  /** LAMBDA: a function value that sees the names there are where it is written. */
  lambda(parameters: readonly string[], body: Operand): Lambda {
    const seen = this.#scope;
    return new Lambda((args) => {
      if (args.length > parameters.length) return errorOf("#VALUE!");
      if (this.#lambdaDepth >= deepestLambda) return errorOf("#NUM!");
      const outer = this.#scope;
      let scope = seen;
      parameters.forEach((name, index) => {
        scope = { name, value: args[index] ?? null, outer: scope };
      });
      this.#scope = scope;
      this.#lambdaDepth++;
      try {
        return body.value(this);
      } finally {
        this.#scope = outer;
        this.#lambdaDepth--;
      }
    });
  }

  /** Implicit intersection: the one cell of a range in the formula's own row or column. */
  intersect(value: Value): Value {
    if (value instanceof Matrix) return value.at(0, 0);
    if (!(value instanceof Reference) || value.single) return value;
    const first = value.areas[0];
    if (first === undefined || value.areas.length > 1) return errorOf("#VALUE!");
    const { sheet, area } = first;
    const { row, column } = this.home;
    const tall = area.top !== area.bottom;
    const wide = area.left !== area.right;
    if (tall && wide) {
      const inside =
        row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      if (!inside) return errorOf("#VALUE!");
    }
    const r = tall ? row : area.top;
    const c = wide ? column : area.left;
    if (r < area.top || r > area.bottom || c < area.left || c > area.right)
      return errorOf("#VALUE!");
    return new Reference([{ sheet, area: { top: r, left: c, bottom: r, right: c } }], true);
  }

  /** A value as a number; a text may also spell a date or a time, as in Excel. */
  number(value: Scalar): number | CellError {
    if (typeof value === "number") return value;
    if (typeof value !== "string") return toNumber(value);
    const number = numberInText(value);
    if (number !== null) return number;
    const moment = momentInText(value, this.surroundings.workbook.date1904);
    if (moment !== null) return (moment.day ?? 0) + (moment.time ?? 0);
    return errorOf("#VALUE!");
  }

  /** A built-in function on values; where it takes one value and is given an array, it is applied to each element. */
  builtin(name: string, values: readonly Value[]): Result {
    const { date1904 } = this.surroundings.workbook;
    const lifted = liftedArguments(name);
    const aggregate = aggregates.has(name);
    const results = values.map((value, place) => {
      // An aggregate skips texts in cells but not among its arguments, so one cell is passed as a range.
      if (aggregate && value instanceof Reference && value.single && lifted?.(place) !== true) {
        return new Matrix([[scalarOf(this.read(value))]]);
      }
      return this.read(value);
    });
    if (lifted === null) return callBuiltin(name, results, date1904);
    const spread = results.map((result, index) => result instanceof Matrix && lifted(index));
    if (!spread.includes(true)) return callBuiltin(name, results, date1904);
    const spreading = results.filter((_, index) => spread[index]);
    return broadcast(spreading, (...items) => {
      let next = 0;
      const args = results.map((result, index) =>
        spread[index] === true ? (items[next++] ?? null) : result,
      );
      return scalarOf(callBuiltin(name, args, date1904));
    });
  }
}
