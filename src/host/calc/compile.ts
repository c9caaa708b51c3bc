import { areaAddress, maxColumns, maxRows } from "../model/address";
import type { Scalar } from "../model/cell";
import { areaAt, type Bound } from "./bound";
import { isBuiltin } from "./builtin";
import type { Evaluator, Home, Operand } from "./evaluator";
import { combineReferences, operationOf, type Operation } from "./operators";
import { specialFunctions } from "./special-functions";
import {
  broadcast,
  errorOf,
  Lambda,
  mapResult,
  Matrix,
  Reference,
  scalarOf,
  type Result,
  type Value,
} from "./values";

/**
 * A bound formula made ready to be evaluated for any cell: operators, functions and references are looked up once for all
 * cells that share the formula.
 */
export function compile(bound: Bound): Operand {
  switch (bound.kind) {
    case "constant":
      return constant(bound.value);
    case "error":
      return constant(errorOf(bound.code));
    case "reference":
      return reference(bound);
    case "local":
      return operand((evaluator) => evaluator.local(bound.name));
    case "binary":
      return binary(bound);
    case "unary":
      return unary(bound.operator, compile(bound.operand));
    case "call":
      return call(bound);
    case "apply":
      return applied(compile(bound.callee), bound.args.map(optional), errorOf("#VALUE!"));
    case "lambda": {
      const body = compile(bound.body);
      return operand((evaluator) => evaluator.lambda(bound.parameters, body));
    }
    case "let":
      return letIn(bound);
    case "array":
      return array(bound.rows.map((row) => row.map(compile)));
    case "union":
      return union(bound.members.map(compile));
    case "spilled":
      return spilled(compile(bound.operand));
  }
}

type Of<Kind extends Bound["kind"]> = Extract<Bound, { kind: Kind }>;

const optional = (bound: Bound | null): Operand | null => (bound === null ? null : compile(bound));

/** Where the value may be a reference. */
function operand(value: (evaluator: Evaluator) => Value): Operand {
  return { value, result: (evaluator) => evaluator.read(value(evaluator)) };
}

/** Where it never is one. */
function plain(result: (evaluator: Evaluator) => Result): Operand {
  return { value: result, result };
}

function constant(value: Scalar): Operand {
  return plain(() => value);
}

function reference({ sheets, from, to, single, rows }: Of<"reference">): Operand {
  const [sheet] = sheets;
  /** `[@Column]` outside the table's rows. */
  const hasNoRow = (home: Home): boolean =>
    rows !== null && !(sheet === home.sheet && home.row >= rows.top && home.row <= rows.bottom);
  const referenceFrom = (row: number, column: number): Value => {
    const area = areaAt(from, to, row, column);
    if (area === null) return errorOf("#REF!");
    return new Reference(
      sheets.map((owner) => ({ sheet: owner, area })),
      single,
    );
  };
  const isFixed = [from, to].every((corner) => corner.rowFixed && corner.columnFixed);
  // The same reference for all cells: what was read through it is known again by it.
  const always = isFixed ? referenceFrom(0, 0) : null;
  const value = ({ home }: Evaluator): Value => {
    if (always !== null) return always;
    return hasNoRow(home) ? errorOf("#VALUE!") : referenceFrom(home.row, home.column);
  };
  if (!single || sheet === undefined) return operand(value);
  // The usual argument, read without a Reference between.
  const result = ({ home, surroundings }: Evaluator): Result => {
    if (hasNoRow(home)) return errorOf("#VALUE!");
    const row = from.rowFixed ? from.row : home.row + from.row;
    const column = from.columnFixed ? from.column : home.column + from.column;
    return row < 0 || column < 0 || row >= maxRows || column >= maxColumns
      ? errorOf("#REF!")
      : surroundings.readCell(sheet, row, column);
  };
  return { value, result };
}

/** A long sum leans to the left: its spine is walked, not descended, lest a few thousand terms exhaust the stack. */
function binary(bound: Of<"binary">): Operand {
  const steps: { readonly apply: Operation; readonly right: Operand }[] = [];
  let first: Bound = bound;
  while (first.kind === "binary" && first.operator !== ":" && first.operator !== " ") {
    steps.push({ apply: operationOf(first.operator), right: compile(first.right) });
    first = first.left;
  }
  if (steps.length === 0) {
    const [left, right] = [compile(bound.left), compile(bound.right)];
    return operand((evaluator) =>
      combineReferences(bound.operator, left.value(evaluator), right.value(evaluator)),
    );
  }
  steps.reverse();
  const start = compile(first);
  return plain((evaluator) => {
    let value = start.result(evaluator);
    for (const { apply, right } of steps) {
      const other = right.result(evaluator);
      value =
        value instanceof Matrix || other instanceof Matrix
          ? broadcast([value, other], (a = null, b = null) => apply(a, b, evaluator))
          : apply(value, other, evaluator);
    }
    return value;
  });
}

function unary(operator: string, inner: Operand): Operand {
  if (operator === "@") return operand((evaluator) => evaluator.intersect(inner.value(evaluator)));
  if (operator === "+") return plain((evaluator) => inner.result(evaluator));
  const change = operator === "-" ? (item: number) => -item : (item: number) => item / 100;
  return plain((evaluator) =>
    mapResult(inner.result(evaluator), (item) => {
      const number = evaluator.number(item);
      return typeof number === "number" ? change(number) : number;
    }),
  );
}

function call({ name, args: bound, callee }: Of<"call">): Operand {
  const args = bound.map(optional);
  const special = specialFunctions.get(name);
  if (special !== undefined) return operand((evaluator) => special(evaluator, args));
  if (callee !== null) return applied(compile(callee), args, errorOf("#REF!"));
  if (isBuiltin(name))
    return plain((evaluator) => evaluator.builtin(name, evaluator.argumentValues(args)));
  return plain((evaluator) => {
    const values: (Scalar | Matrix)[] = [];
    for (const item of args) values.push(item === null ? null : item.result(evaluator));
    return evaluator.surroundings.callCustom(name, values, () =>
      args.map((item) => addressOf(item?.value(evaluator) ?? null)),
    );
  });
}

/** "Sheet1!A1:B2" of a reference's first area; null for anything else. */
function addressOf(value: Value): string | null {
  const first = value instanceof Reference ? value.areas[0] : undefined;
  return first === undefined ? null : `${first.sheet.name}!${areaAddress(first.area)}`;
}

/** A function value called with arguments; what is no function answers with the failure. */
function applied(callee: Operand, args: readonly (Operand | null)[], failure: Scalar): Operand {
  return operand((evaluator) => {
    const found = callee.value(evaluator);
    return found instanceof Lambda ? found.apply(evaluator.argumentValues(args)) : failure;
  });
}

function letIn(bound: Of<"let">): Operand {
  const bindings = bound.bindings.map(({ name, value }) => ({ name, value: compile(value) }));
  const body = compile(bound.body);
  return operand((evaluator) => evaluator.withNames(bindings, body));
}

function array(rows: readonly (readonly Operand[])[]): Operand {
  return plain(
    (evaluator) =>
      new Matrix(rows.map((row) => row.map((item) => scalarOf(item.result(evaluator))))),
  );
}

function union(members: readonly Operand[]): Operand {
  return operand((evaluator) => {
    const areas: Reference["areas"][number][] = [];
    for (const member of members) {
      const value = member.value(evaluator);
      if (!(value instanceof Reference)) return errorOf("#VALUE!");
      areas.push(...value.areas);
    }
    return new Reference(areas, false);
  });
}

/** `A1#`: the area a dynamic array fills. */
function spilled(inner: Operand): Operand {
  return operand((evaluator) => {
    const anchor = inner.value(evaluator);
    const first = anchor instanceof Reference ? anchor.areas[0] : undefined;
    if (first === undefined) return errorOf("#REF!");
    const { sheet, area } = first;
    const { surroundings } = evaluator;
    // Reading the anchor first makes sure that its array has been laid out.
    surroundings.readCell(sheet, area.top, area.left);
    const spill = surroundings.spillOf(sheet, area.top, area.left);
    return spill === null ? errorOf("#REF!") : new Reference([{ sheet, area: spill }], false);
  });
}
