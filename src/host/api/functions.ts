import { ApiObject, asFormula } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { isCellError, type Scalar } from "../model/cell";
import { functionNames } from "./function-names";
import type { Session } from "./session";

/**
 * Worksheet functions called by an add-in. Served are those in `function-names.ts`; others answer ApiNotFound.
 * https://learn.microsoft.com/javascript/api/excel/excel.functions
 */
export class Functions extends ApiObject {
  readonly className = "Functions";

  constructor(readonly session: Session) {
    super();
  }
}

for (const name of functionNames) {
  Object.defineProperty(Functions.prototype, name, {
    value(this: Functions, ...values: unknown[]): FunctionResult {
      return call(this, name.toUpperCase().replaceAll("_", "."), values);
    },
  });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.functionresult */
export class FunctionResult extends ApiObject {
  readonly className = "FunctionResult";

  constructor(
    readonly result: Scalar,
    readonly formula: string,
  ) {
    super();
  }

  /** A result given to another function is calculated as part of it. */
  override [asFormula](): string {
    return this.formula;
  }

  /** #value */
  get value(): unknown {
    return isCellError(this.result) ? null : this.result;
  }

  /** #error */
  get error(): string | null {
    return isCellError(this.result) ? this.result.error : null;
  }
}

function call(functions: Functions, name: string, values: readonly unknown[]): FunctionResult {
  const flat = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const args = flat.filter((value) => value !== undefined && value !== null).map(literal);
  const { window, calculation } = functions.session.workspace;
  const at = { sheetId: window.activeSheetId, row: 0, column: 0 };
  const formula = `=${name}(${args.join(",")})`;
  const result = calculation.evaluate(formula, at);
  const first = Array.isArray(result) ? (result as readonly Scalar[][])[0]?.[0] : result;
  return new FunctionResult((first ?? null) as Scalar, formula);
}

function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  const reference = value instanceof ApiObject ? value[asFormula]() : null;
  if (reference === null) throw invalidArgument("values", "a value or a range is needed");
  return reference.slice(1);
}
