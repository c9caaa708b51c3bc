import { areaAddress, maxColumns, maxRows, type Area } from "../model/address";
import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { areaAt, type Bound } from "./binding";
import { callBuiltin, isBuiltin } from "./builtin";
import { aggregates, liftedArguments } from "./function-shapes";
import { momentInText } from "./moments";
import { combineReferences, operate } from "./operators";
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
  type Scope,
  type Value,
} from "./values";

/** A function that evaluates its own arguments: it may leave some unread, or needs them as references. */
export type SpecialFunction = (evaluator: Evaluator, args: readonly (Bound | null)[]) => Value;

/** What a formula sees of the workbook while it is evaluated. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** The language in which TEXT names days and months. */
  readonly locale: "zh-CN" | "en-US";
  readonly functions: ReadonlyMap<string, SpecialFunction>;
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
  /** Binds a reference written in a text, for INDIRECT; null where the text is none. */
  bindText(text: string, home: Home): Bound | null;
}

/** The cell a formula is evaluated for. */
export interface Home {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

type BoundBinary = Extract<Bound, { kind: "binary" }>;

/** Nested LAMBDA calls before Excel gives up with #NUM!. */
const deepestLambda = 256;

/** Evaluates one bound formula for one cell. */
export class Evaluator {
  #lambdaDepth = 0;
  scope: Scope | null = null;

  constructor(
    readonly surroundings: Surroundings,
    readonly home: Home,
  ) {}

  /** The formula's result: a reference is read, a function value is #CALC!. */
  result(expression: Bound): Result {
    if (expression.kind === "constant") return expression.value;
    if (expression.kind === "reference" && expression.single && expression.rows === null) {
      // The usual argument, read without a Reference between.
      const { from } = expression;
      const [sheet] = expression.sheets;
      const row = from.rowFixed ? from.row : this.home.row + from.row;
      const column = from.columnFixed ? from.column : this.home.column + from.column;
      if (sheet === undefined || row < 0 || column < 0 || row >= maxRows || column >= maxColumns) {
        return errorOf("#REF!");
      }
      return this.surroundings.readCell(sheet, row, column);
    }
    return this.read(this.value(expression));
  }

  /** The expression's value with references not yet read. */
  value(expression: Bound): Value {
    switch (expression.kind) {
      case "constant":
        return expression.value;
      case "error":
        return errorOf(expression.code);
      case "reference":
        return this.#reference(expression);
      case "local":
        return this.#local(expression.name);
      case "binary":
        return this.#binary(expression);
      case "unary":
        return this.#unary(expression.operator, expression.operand);
      case "call":
        return this.#call(expression);
      case "apply": {
        const callee = this.value(expression.callee);
        return callee instanceof Lambda
          ? this.applyLambda(callee, this.argumentValues(expression.args))
          : errorOf("#VALUE!");
      }
      case "lambda":
        return new Lambda(expression.parameters, expression.body, this.scope);
      case "let":
        return this.#let(expression);
      case "array":
        return new Matrix(
          expression.rows.map((row) => row.map((item) => scalarOf(this.result(item)))),
        );
      case "union": {
        const areas: Reference["areas"][number][] = [];
        for (const member of expression.members) {
          const value = this.value(member);
          if (!(value instanceof Reference)) return errorOf("#VALUE!");
          areas.push(...value.areas);
        }
        return new Reference(areas, false);
      }
      case "spilled": {
        const anchor = this.value(expression.operand);
        const first = anchor instanceof Reference ? anchor.areas[0] : undefined;
        if (first === undefined) return errorOf("#REF!");
        const { sheet, area } = first;
        // Reading the anchor first makes sure that its array has been laid out.
        this.surroundings.readCell(sheet, area.top, area.left);
        const spill = this.surroundings.spillOf(sheet, area.top, area.left);
        return spill === null ? errorOf("#REF!") : new Reference([{ sheet, area: spill }], false);
      }
    }
  }

  /** Reads a reference's cells. */
  read(value: Value): Result {
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

  argumentValues(args: readonly (Bound | null)[]): Value[] {
    return args.map((item) => (item === null ? null : this.value(item)));
  }

  applyLambda(lambda: Lambda, args: readonly Value[]): Value {
    if (args.length > lambda.parameters.length) return errorOf("#VALUE!");
    if (this.#lambdaDepth >= deepestLambda) return errorOf("#NUM!");
    const outer = this.scope;
    let scope = lambda.scope;
    lambda.parameters.forEach((name, index) => {
      scope = { name, value: args[index] ?? null, outer: scope };
    });
    this.scope = scope;
    this.#lambdaDepth++;
    try {
      return this.value(lambda.body);
    } finally {
      this.scope = outer;
      this.#lambdaDepth--;
    }
  }

  #reference(expression: Extract<Bound, { kind: "reference" }>): Value {
    const { row, column, sheet } = this.home;
    const { rows } = expression;
    if (rows !== null) {
      const here = expression.sheets[0] === sheet && row >= rows.top && row <= rows.bottom;
      if (!here) return errorOf("#VALUE!");
    }
    const area = areaAt(expression.from, expression.to, row, column);
    if (area === null) return errorOf("#REF!");
    return new Reference(
      expression.sheets.map((owner) => ({ sheet: owner, area })),
      expression.single,
    );
  }

  #local(name: string): Value {
    for (let scope = this.scope; scope !== null; scope = scope.outer) {
      if (scope.name === name) return scope.value;
    }
    return errorOf("#NAME?");
  }

  #let(expression: Extract<Bound, { kind: "let" }>): Value {
    const outer = this.scope;
    try {
      for (const { name, value } of expression.bindings) {
        this.scope = { name, value: this.value(value), outer: this.scope };
      }
      return this.value(expression.body);
    } finally {
      this.scope = outer;
    }
  }

  #unary(operator: string, operand: Bound): Value {
    if (operator === "@") return this.#intersect(this.value(operand));
    const value = this.result(operand);
    if (operator === "+") return value;
    const change = (item: Scalar): Scalar => {
      const number = this.number(item);
      if (isCellError(number)) return number;
      return operator === "-" ? -number : number / 100;
    };
    return broadcast([value], change);
  }

  /** Implicit intersection: the one cell of a range in the formula's own row or column. */
  #intersect(value: Value): Value {
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

  /** A long sum leans to the left: its spine is walked, not descended, lest a few thousand terms exhaust the stack. */
  #binary(expression: BoundBinary): Value {
    const spine: BoundBinary[] = [];
    let first: Bound = expression;
    while (first.kind === "binary" && first.operator !== ":" && first.operator !== " ") {
      spine.push(first);
      first = first.left;
    }
    if (spine.length === 0) {
      return combineReferences(
        expression.operator,
        this.value(expression.left),
        this.value(expression.right),
      );
    }
    let value = this.result(first);
    for (let place = spine.length - 1; place >= 0; place--) {
      const step = spine[place];
      if (step === undefined) continue;
      const other = this.result(step.right);
      const { operator } = step;
      value =
        value instanceof Matrix || other instanceof Matrix
          ? broadcast([value, other], (a, b) => this.#operate(operator, a ?? null, b ?? null))
          : this.#operate(operator, value, other);
    }
    return value;
  }

  #operate(operator: string, one: Scalar, other: Scalar): Scalar {
    return operate(operator, one, other, (item) => this.number(item));
  }

  /** A value as a number; a text may also spell a date or a time, as in Excel. */
  number(value: Scalar): number | CellError {
    if (typeof value !== "string") return toNumber(value);
    const number = numberInText(value);
    if (number !== null) return number;
    const moment = momentInText(value, this.surroundings.workbook.date1904);
    if (moment !== null) return (moment.day ?? 0) + (moment.time ?? 0);
    return errorOf("#VALUE!");
  }

  #call(expression: Extract<Bound, { kind: "call" }>): Value {
    const { name, args } = expression;
    const special = this.surroundings.functions.get(name);
    if (special !== undefined) return special(this, args);
    if (expression.callee !== null) {
      const callee = this.value(expression.callee);
      return callee instanceof Lambda
        ? this.applyLambda(callee, this.argumentValues(args))
        : errorOf("#REF!");
    }
    if (isBuiltin(name)) return this.builtin(name, this.argumentValues(args));
    const values: (Scalar | Matrix)[] = [];
    for (const item of args) values.push(item === null ? null : this.result(item));
    return this.surroundings.callCustom(name, values, () => args.map((item) => this.#place(item)));
  }

  /** "Sheet1!A1:B2" of a reference's first area; null for anything else. */
  #place(argument: Bound | null): string | null {
    const value = argument === null ? null : this.value(argument);
    const first = value instanceof Reference ? value.areas[0] : undefined;
    return first === undefined ? null : `${first.sheet.name}!${areaAddress(first.area)}`;
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
