import { isErrorCode, type ErrorCode } from "../model/cell";
import { FormulaSyntaxError, lex, type Corner, type SheetPart, type Token } from "./lexer";

/**
 * A corner relative to the cell the formula stands in: a fixed row or column is its index, a relative one the distance.
 * Two formulas that mean the same in R1C1 have equal trees, so a filled column is parsed once.
 */
export interface RelativeCorner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: ErrorCode }
  | {
      readonly kind: "reference";
      readonly sheet: SheetPart | null;
      readonly from: RelativeCorner;
      readonly to: RelativeCorner;
      /** A single cell gives its value where an area gives an array. */
      readonly single: boolean;
    }
  | { readonly kind: "name"; readonly sheet: SheetPart | null; readonly name: string }
  | {
      readonly kind: "structured";
      readonly table: string;
      readonly columns: readonly string[];
      readonly specials: readonly string[];
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Expression | null)[] }
  | {
      readonly kind: "apply";
      readonly callee: Expression;
      readonly args: readonly (Expression | null)[];
    }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "union"; readonly members: readonly Expression[] }
  /** `A1#`: the area a dynamic array fills. */
  | { readonly kind: "spilled"; readonly operand: Expression }
  | { readonly kind: "array"; readonly rows: readonly (readonly Expression[])[] };

const binding: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  " ": 8,
  ":": 9,
};
const prefixBinding = 7;
const deepest = 200;

/**
 * The tree of a formula standing in a cell.
 *
 * @param formula - en-US text, with or without its "="
 * @param row - zero-based row of the cell, from which relative references are measured
 * @param column - zero-based column of the cell
 * @throws FormulaSyntaxError where the text is no formula
 */
export function parseFormula(formula: string, row: number, column: number): Expression {
  const parser = new Parser(lex(formula), row, column, formula.length);
  return parser.whole();
}

/** What is no reference, so that a blank beside it shares no cells: `=86 138` is no formula. */
function isConstant({ kind }: Expression): boolean {
  return kind === "number" || kind === "text" || kind === "boolean" || kind === "array";
}

function relative(corner: Corner, row: number, column: number): RelativeCorner {
  return {
    row: corner.rowFixed ? corner.row : corner.row - row,
    column: corner.columnFixed ? corner.column : corner.column - column,
    rowFixed: corner.rowFixed,
    columnFixed: corner.columnFixed,
  };
}

class Parser {
  #place = 0;
  #depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly row: number,
    private readonly column: number,
    private readonly length: number,
  ) {}

  whole(): Expression {
    const expression = this.#expression(0);
    this.#skipSpace();
    const rest = this.tokens[this.#place];
    if (rest !== undefined) throw new FormulaSyntaxError("The formula should end here", rest.start);
    return expression;
  }

  #peek(): Token | undefined {
    return this.tokens[this.#place];
  }

  #skipSpace(): void {
    while (this.#peek()?.kind === "space") this.#place++;
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return token?.kind === "punctuation" && token.text === text;
  }

  #expect(text: string): void {
    this.#skipSpace();
    if (!this.#is(text)) {
      throw new FormulaSyntaxError(`${text} is missing`, this.#peek()?.start ?? this.length);
    }
    this.#place++;
  }

  #expression(least: number): Expression {
    if (++this.#depth > deepest) {
      throw new FormulaSyntaxError("The formula is nested too deep", this.#peek()?.start ?? 0);
    }
    let left = this.#prefix();
    for (;;) {
      const operator = this.#infix();
      if (operator === null) break;
      if (operator === "%" || operator === "#") {
        this.#skipSpace();
        this.#place++;
        left =
          operator === "%"
            ? { kind: "unary", operator, operand: left }
            : { kind: "spilled", operand: left };
        continue;
      }
      if (operator === "(") {
        this.#place++;
        left = { kind: "apply", callee: left, args: this.#arguments() };
        continue;
      }
      const strength = binding[operator] ?? 0;
      if (strength <= least) break;
      this.#skipSpace();
      if (operator !== " ") this.#place++;
      const start = this.#peek()?.start ?? this.length;
      const right = this.#expression(strength);
      if (operator === " " && (isConstant(left) || isConstant(right)))
        throw new FormulaSyntaxError("An operator is missing", start);
      left = { kind: "binary", operator, left, right };
    }
    this.#depth--;
    return left;
  }

  /** The operator that follows an operand; blank space before another operand is the intersection. */
  #infix(): string | null {
    let ahead = this.#place;
    while (this.tokens[ahead]?.kind === "space") ahead++;
    const token = this.tokens[ahead];
    if (token === undefined) return null;
    if (token.kind === "operator" && token.text !== "@") return token.text;
    if (token.kind === "punctuation") {
      if (token.text === "(") return ahead === this.#place ? "(" : " ";
      return null;
    }
    return ahead > this.#place ? " " : null;
  }

  #prefix(): Expression {
    this.#skipSpace();
    const token = this.#peek();
    if (token === undefined)
      throw new FormulaSyntaxError("The formula ends too early", this.length);
    this.#place++;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: token.value };
      case "text":
        return { kind: "text", value: token.value };
      case "error":
        return { kind: "error", code: isErrorCode(token.code) ? token.code : "#VALUE!" };
      case "reference":
        return {
          kind: "reference",
          sheet: token.sheet,
          from: relative(token.ref.from, this.row, this.column),
          to: relative(token.ref.to, this.row, this.column),
          single: token.ref.kind === "cell",
        };
      case "name": {
        const upper = token.name.toUpperCase();
        if (token.sheet === null && (upper === "TRUE" || upper === "FALSE")) {
          return { kind: "boolean", value: upper === "TRUE" };
        }
        return { kind: "name", sheet: token.sheet, name: token.name };
      }
      case "structured":
        return {
          kind: "structured",
          table: token.table,
          columns: token.columns.map((item) => item.name),
          specials: token.specials,
        };
      case "function":
        this.#expect("(");
        return { kind: "call", name: token.name, args: this.#arguments() };
      case "operator":
        if (token.text === "-" || token.text === "+" || token.text === "@") {
          return { kind: "unary", operator: token.text, operand: this.#expression(prefixBinding) };
        }
        break;
      case "punctuation":
        if (token.text === "(") return this.#parenthesis();
        if (token.text === "{") return this.#array();
        break;
      case "space":
        break;
    }
    throw new FormulaSyntaxError("A value is expected", token.start);
  }

  /** Arguments up to the closing parenthesis; null for one left out. `F()` has none. */
  #arguments(): (Expression | null)[] {
    const args: (Expression | null)[] = [];
    this.#skipSpace();
    if (this.#is(")")) {
      this.#place++;
      return args;
    }
    for (;;) {
      this.#skipSpace();
      args.push(this.#is(",") || this.#is(")") ? null : this.#expression(0));
      this.#skipSpace();
      if (!this.#is(",")) break;
      this.#place++;
    }
    this.#expect(")");
    return args;
  }

  #parenthesis(): Expression {
    const members = [this.#expression(0)];
    this.#skipSpace();
    while (this.#is(",")) {
      this.#place++;
      members.push(this.#expression(0));
      this.#skipSpace();
    }
    this.#expect(")");
    const [first] = members;
    return members.length === 1 && first !== undefined ? first : { kind: "union", members };
  }

  #array(): Expression {
    const rows: Expression[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.#expression(0));
      this.#skipSpace();
      if (this.#is(",")) this.#place++;
      else if (this.#is(";")) {
        this.#place++;
        rows.push([]);
      } else break;
    }
    this.#expect("}");
    return { kind: "array", rows };
  }
}
