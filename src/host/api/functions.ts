import { ApiObject, asFormula } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { isCellError, type Scalar } from "../model/cell";
import type { Session } from "./session";

/**
 * Worksheet functions called by an add-in. Served are those named here; others answer ApiNotFound.
 * https://learn.microsoft.com/javascript/api/excel/excel.functions
 */
export class Functions extends ApiObject {
  readonly className = "Functions";

  constructor(readonly session: Session) {
    super();
  }

  countA(...values: unknown[]): FunctionResult {
    return call(this, "COUNTA", values);
  }

  countIf(range: unknown, criteria: unknown): FunctionResult {
    return call(this, "COUNTIF", [range, criteria]);
  }

  date(year: unknown, month: unknown, day: unknown): FunctionResult {
    return call(this, "DATE", [year, month, day]);
  }

  max(...values: unknown[]): FunctionResult {
    return call(this, "MAX", values);
  }

  min(...values: unknown[]): FunctionResult {
    return call(this, "MIN", values);
  }

  now(): FunctionResult {
    return call(this, "NOW", []);
  }

  sum(...values: unknown[]): FunctionResult {
    return call(this, "SUM", values);
  }

  sumIf(range: unknown, criteria: unknown, sumRange?: unknown): FunctionResult {
    return call(
      this,
      "SUMIF",
      sumRange === undefined ? [range, criteria] : [range, criteria, sumRange],
    );
  }

  today(): FunctionResult {
    return call(this, "TODAY", []);
  }

  vlookup(value: unknown, table: unknown, column: unknown, range?: unknown): FunctionResult {
    const args = [value, table, column];
    return call(this, "VLOOKUP", range === undefined ? args : [...args, range]);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.functionresult */
export class FunctionResult extends ApiObject {
  readonly className = "FunctionResult";

  constructor(readonly result: Scalar) {
    super();
  }

  get value(): unknown {
    return isCellError(this.result) ? null : this.result;
  }

  get error(): string | null {
    return isCellError(this.result) ? this.result.error : null;
  }
}

function call(functions: Functions, name: string, values: readonly unknown[]): FunctionResult {
  const flat = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const args = flat.filter((value) => value !== undefined && value !== null).map(literal);
  const { workbook, calculation } = functions.session.workspace;
  const at = { sheetId: workbook.activeSheetId, row: 0, column: 0 };
  const result = calculation.evaluate(`=${name}(${args.join(",")})`, at);
  const first = Array.isArray(result) ? (result as readonly Scalar[][])[0]?.[0] : result;
  return new FunctionResult((first ?? null) as Scalar);
}

function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  const reference = value instanceof ApiObject ? value[asFormula]() : null;
  if (reference === null) throw invalidArgument("values", "a value or a range is needed");
  return reference.slice(1);
}
