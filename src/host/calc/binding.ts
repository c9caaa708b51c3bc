import type { Area } from "../model/address";
import type { ErrorCode } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { bodyArea, type Table } from "../model/table";
import type { DefinedName, Workbook } from "../model/workbook";
import type { Bound, BoundFormula, Meaning, Precedent, Volatility } from "./bound";
import { FormulaSyntaxError } from "./lexer";
import { parseFormula, type Expression, type RelativeCorner } from "./syntax";

const alwaysVolatile = new Set([
  "NOW",
  "RAND",
  "RANDBETWEEN",
  "RANDARRAY",
  "OFFSET",
  "INDIRECT",
  "CELL",
  "INFO",
]);

/** The table on a sheet that holds a cell. */
export function tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ area }) =>
      row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}

/** The name a formula on that sheet means: the sheet's own before the workbook's. */
export function findName(workbook: Workbook, name: string, sheet: Sheet): DefinedName | undefined {
  const wanted = name.toLowerCase();
  let global: DefinedName | undefined;
  for (const candidate of workbook.names) {
    if (candidate.name.toLowerCase() !== wanted) continue;
    if (candidate.sheetId === sheet.id) return candidate;
    if (candidate.sheetId === null) global = candidate;
  }
  return global;
}

/**
 * Resolves a formula for the cells of one sheet (and, where `[@Column]` is used, of one table).
 *
 * @param home - a cell the formula stands in; only its table matters, positions are relative
 * @param isKnown - true for built-in function names
 */
export function bindFormula(
  expression: Expression,
  workbook: Workbook,
  sheet: Sheet,
  home: { readonly row: number; readonly column: number },
  isKnown: (name: string) => boolean,
): BoundFormula {
  const binder = new Binder(workbook, sheet, home, isKnown);
  const body = binder.bind(expression, new Set());
  return {
    body,
    precedents: binder.precedents,
    volatility: binder.volatility,
    customNames: binder.customNames,
    followsShape: binder.followsShape,
    meanings: binder.meanings,
  };
}

function fixed(row: number, column: number): RelativeCorner {
  return { row, column, rowFixed: true, columnFixed: true };
}

class Binder {
  readonly precedents: Precedent[] = [];
  readonly meanings: Meaning[] = [];
  readonly customNames = new Set<string>();
  volatility: Volatility = "none";
  followsShape = false;
  /** Names being resolved, so that a name that means itself ends. */
  readonly #open = new Set<DefinedName>();

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly home: { readonly row: number; readonly column: number },
    private readonly isKnown: (name: string) => boolean,
  ) {}

  bind(expression: Expression, locals: ReadonlySet<string>): Bound {
    const each = (item: Expression): Bound => this.bind(item, locals);
    const optional = (item: Expression | null): Bound | null => (item === null ? null : each(item));
    switch (expression.kind) {
      case "number":
      case "text":
      case "boolean":
        return { kind: "constant", value: expression.value };
      case "error":
        return expression;
      case "reference":
        return this.#reference(expression);
      case "name":
        return this.#name(expression, locals);
      case "structured":
        return this.#structured(expression.table, expression.columns, expression.specials);
      case "unary":
        return { ...expression, operand: each(expression.operand) };
      case "binary":
        return this.#binary(expression, locals);
      case "union":
        return { kind: "union", members: expression.members.map(each) };
      case "spilled":
        return { kind: "spilled", operand: each(expression.operand) };
      case "array":
        return { kind: "array", rows: expression.rows.map((row) => row.map(each)) };
      case "apply":
        return {
          kind: "apply",
          callee: each(expression.callee),
          args: expression.args.map(optional),
        };
      case "call":
        return this.#call(expression.name, expression.args, locals);
    }
  }

  /** A long sum leans to the left: its spine is walked, not descended. */
  #binary(expression: Extract<Expression, { kind: "binary" }>, locals: ReadonlySet<string>): Bound {
    const spine: Extract<Expression, { kind: "binary" }>[] = [];
    let first: Expression = expression;
    while (first.kind === "binary") {
      spine.push(first);
      first = first.left;
    }
    let left = this.bind(first, locals);
    for (const { operator, right } of spine.reverse()) {
      left = { kind: "binary", operator, left, right: this.bind(right, locals) };
    }
    return left;
  }

  #sheets(part: { first: string; last: string | null }): readonly Sheet[] {
    this.followsShape = true;
    const found = this.#sheetsNamed(part);
    this.meanings.push(found.length, ...found);
    return found;
  }

  #sheetsNamed(part: { first: string; last: string | null }): readonly Sheet[] {
    const first = this.workbook.sheetByName(part.first);
    if (first === undefined) return [];
    if (part.last === null) return [first];
    const last = this.workbook.sheetByName(part.last);
    if (last === undefined) return [];
    const ends = [this.workbook.sheets.indexOf(first), this.workbook.sheets.indexOf(last)];
    return this.workbook.sheets.slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  #reference(expression: Extract<Expression, { kind: "reference" }>): Bound {
    const sheets = expression.sheet === null ? [this.sheet] : this.#sheets(expression.sheet);
    if (sheets.length === 0) return { kind: "error", code: "#REF!" };
    const { from, to, single } = expression;
    for (const sheet of sheets) this.precedents.push({ sheet, from, to });
    return {
      kind: "reference",
      sheets,
      from,
      to,
      single: single && sheets.length === 1,
      rows: null,
    };
  }

  #name(expression: Extract<Expression, { kind: "name" }>, locals: ReadonlySet<string>): Bound {
    const upper = expression.name.toUpperCase();
    if (expression.sheet === null && locals.has(upper)) return { kind: "local", name: upper };
    this.followsShape = true;
    const scope =
      expression.sheet === null ? this.sheet : this.workbook.sheetByName(expression.sheet.first);
    if (scope === undefined) return this.#means("#REF!");
    const name = findName(this.workbook, expression.name, scope);
    if (name !== undefined) return this.#defined(name);
    if (expression.sheet === null && this.workbook.tableByName(expression.name) !== undefined) {
      return this.#structured(expression.name, [], []);
    }
    return this.#means("#NAME?");
  }

  /** What a name or a table stands for where there is none. */
  #means(code: ErrorCode): Bound {
    this.meanings.push(code);
    return { kind: "error", code };
  }

  #defined(name: DefinedName): Bound {
    if (this.#open.has(name)) return this.#means("#NAME?");
    this.#open.add(name);
    this.meanings.push(name.formula);
    try {
      // Relative references in a name are measured from A1, as files keep them.
      return this.bind(parseFormula(name.formula, 0, 0), new Set());
    } catch (failure) {
      if (failure instanceof FormulaSyntaxError) {
        return { kind: "error", code: "#NAME?" };
      }
      throw failure;
    } finally {
      this.#open.delete(name);
    }
  }

  #structured(tableName: string, columns: readonly string[], specials: readonly string[]): Bound {
    this.followsShape = true;
    const found =
      tableName === ""
        ? this.#homeTable()
        : (this.workbook.tableByName(tableName) ?? { sheet: this.sheet, table: undefined });
    const { sheet, table } = found;
    if (table === undefined) {
      return this.#means(tableName === "" ? "#VALUE!" : "#REF!");
    }
    const places = columns.map((name) =>
      table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
    );
    if (places.includes(-1)) return this.#means("#REF!");
    const left = table.area.left + (places.length === 0 ? 0 : Math.min(...places));
    const right = places.length === 0 ? table.area.right : table.area.left + Math.max(...places);
    const body = bodyArea(table);
    this.meanings.push(sheet, left, right, body.top, body.bottom);
    if (specials.includes("#This Row")) {
      const from = { row: 0, column: left, rowFixed: false, columnFixed: true };
      const to = { row: 0, column: right, rowFixed: false, columnFixed: true };
      this.precedents.push({ sheet, from, to });
      const rows = { top: body.top, bottom: body.bottom };
      return { kind: "reference", sheets: [sheet], from, to, single: left === right, rows };
    }
    const rows = rowsOf(table, body, specials);
    if (rows === null) return this.#means("#REF!");
    this.meanings.push(rows.top, rows.bottom);
    const from = fixed(rows.top, left);
    const to = fixed(rows.bottom, right);
    this.precedents.push({ sheet, from, to });
    return { kind: "reference", sheets: [sheet], from, to, single: false, rows: null };
  }

  #homeTable(): { sheet: Sheet; table: Table | undefined } {
    return { sheet: this.sheet, table: tableAt(this.sheet, this.home.row, this.home.column) };
  }

  #call(name: string, args: readonly (Expression | null)[], locals: ReadonlySet<string>): Bound {
    if (name === "LET") return this.#let(args, locals);
    if (name === "LAMBDA") return this.#lambda(args, locals);
    const bound = args.map((item) => (item === null ? null : this.bind(item, locals)));
    if (locals.has(name)) return { kind: "apply", callee: { kind: "local", name }, args: bound };
    if (name === "TODAY") this.#raise("day");
    else if (alwaysVolatile.has(name)) this.#raise("always");
    if (this.isKnown(name)) return { kind: "call", name, args: bound, callee: null };
    this.followsShape = true;
    const defined = findName(this.workbook, name, this.sheet);
    if (defined !== undefined)
      return { kind: "call", name, args: bound, callee: this.#defined(defined) };
    this.meanings.push(null);
    this.customNames.add(name);
    return { kind: "call", name, args: bound, callee: null };
  }

  #let(args: readonly (Expression | null)[], locals: ReadonlySet<string>): Bound {
    const body = args.at(-1);
    if (args.length % 2 === 0 || body === null || body === undefined) {
      return { kind: "error", code: "#VALUE!" };
    }
    const bindings: { name: string; value: Bound }[] = [];
    let scope = locals;
    for (let place = 0; place < args.length - 1; place += 2) {
      const name = args[place];
      const value = args[place + 1];
      if (name?.kind !== "name" || value === undefined || value === null) {
        return { kind: "error", code: "#NAME?" };
      }
      bindings.push({ name: name.name.toUpperCase(), value: this.bind(value, scope) });
      scope = new Set([...scope, name.name.toUpperCase()]);
    }
    return { kind: "let", bindings, body: this.bind(body, scope) };
  }

  #lambda(args: readonly (Expression | null)[], locals: ReadonlySet<string>): Bound {
    const parameters: string[] = [];
    for (const item of args.slice(0, -1)) {
      if (item?.kind !== "name") return { kind: "error", code: "#VALUE!" };
      parameters.push(item.name.toUpperCase());
    }
    const body = args.at(-1);
    if (body === null || body === undefined) return { kind: "error", code: "#VALUE!" };
    return {
      kind: "lambda",
      parameters,
      body: this.bind(body, new Set([...locals, ...parameters])),
    };
  }

  #raise(to: "day" | "always"): void {
    if (this.volatility !== "always") this.volatility = to;
  }
}

function rowsOf(
  table: Table,
  body: Area,
  specials: readonly string[],
): { top: number; bottom: number } | null {
  if (specials.length === 0) return body;
  let top = Infinity;
  let bottom = -1;
  const take = (from: number, to: number): void => {
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  };
  for (const special of specials) {
    if (special === "#All") take(table.area.top, table.area.bottom);
    else if (special === "#Data") take(body.top, body.bottom);
    else if (special === "#Headers" && table.showHeaders) take(table.area.top, table.area.top);
    else if (special === "#Totals" && table.showTotals) take(table.area.bottom, table.area.bottom);
  }
  return bottom < 0 ? null : { top, bottom };
}
