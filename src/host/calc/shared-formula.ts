import { columnLetters, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { bindFormula, tableAt } from "./binding";
import type { BoundFormula, Meaning, Precedent } from "./bound";
import { isBuiltin } from "./builtin";
import { compile } from "./compile";
import type { Operand } from "./evaluator";
import { FormulaSyntaxError, readTokens, type Token } from "./lexer";
import { parseFormula, type Expression } from "./syntax";
import { specialFunctions } from "./special-functions";

/** A name that stays: excelts and the functions evaluated here. */
export function isWorksheetFunction(name: string): boolean {
  return specialFunctions.has(name) || name === "LET" || name === "LAMBDA" || isBuiltin(name);
}

/** Cells of one column, one below the other, that hold the same formula filled down. */
export interface FormulaRun {
  readonly sheet: Sheet;
  readonly column: number;
  top: number;
  bottom: number;
  readonly shared: SharedFormula;
  readonly text: FilledText;
  /** Where the run is listed as a reader. */
  watches: Watch[];
}

/** One reference of a run: all cells it reads from any of its rows. */
export interface Watch {
  readonly run: FormulaRun;
  readonly precedent: Precedent;
  readonly area: Area;
  /** The query that met it last, so that it is reported once. */
  seenBy: number;
}

/**
 * A formula as all the cells share it that say the same in R1C1: parsed and bound once for a filled column of any
 * length.
 */
export class SharedFormula {
  /** Runs of cells that hold it. */
  readonly runs = new Set<FormulaRun>();
  #bound: BoundFormula;
  #operand: Operand | null = null;

  constructor(
    readonly key: string,
    readonly sheet: Sheet,
    readonly expression: Expression,
    private readonly workbook: Workbook,
    home: { readonly row: number; readonly column: number },
  ) {
    this.#bound = bindFormula(expression, workbook, sheet, home, isWorksheetFunction);
  }

  get bound(): BoundFormula {
    return this.#bound;
  }

  /** The formula ready to be evaluated: compiled when a cell that holds it is first calculated. */
  get operand(): Operand {
    this.#operand ??= compile(this.#bound.body);
    return this.#operand;
  }

  /** Resolves names, tables and sheets again; true where the formula now means something else. */
  bindAgain(): boolean {
    const [run] = this.runs;
    if (run === undefined) return false;
    const home = { row: run.top, column: run.column };
    const bound = bindFormula(
      this.expression,
      this.workbook,
      this.sheet,
      home,
      isWorksheetFunction,
    );
    if (isSame(bound.meanings, this.#bound.meanings)) return false;
    this.#bound = bound;
    this.#operand = null;
    return true;
  }
}

function isSame(one: readonly Meaning[], other: readonly Meaning[]): boolean {
  return one.length === other.length && one.every((meaning, at) => meaning === other[at]);
}

/**
 * Writes a formula's text for any row of one column, to see cheaply whether the next cell holds the same formula
 * filled down.
 */
export class FilledText {
  readonly #parts: (string | number)[] = [];

  constructor(text: string, tokens: readonly Token[], row: number) {
    let plain = "";
    let copied = 0;
    const upTo = (place: number): void => {
      plain += text.slice(copied, place);
      copied = place;
    };
    const number = (offset: number): void => {
      this.#parts.push(plain, offset);
      plain = "";
    };
    for (const token of tokens) {
      if (token.kind !== "reference" || token.ref.kind === "columns") continue;
      const written = text.slice(token.refStart, token.end);
      const corners = [token.ref.from, token.ref.to];
      let place = token.refStart;
      written.split(":").forEach((part, index) => {
        const found = corners[index];
        const digits = /\d+$/.exec(part);
        if (found !== undefined && !found.rowFixed && digits !== null) {
          upTo(place + digits.index);
          copied = place + part.length;
          number(found.row + 1 - row);
        }
        place += part.length + 1;
      });
    }
    upTo(text.length);
    this.#parts.push(plain);
  }

  at(row: number): string {
    let text = "";
    for (const part of this.#parts) {
      text += typeof part === "string" ? part : String(part + row);
    }
    return text;
  }
}

/** The formula in R1C1 terms: equal for cells whose formulas are fillings of each other. */
export function relativeKey(
  text: string,
  tokens: readonly Token[],
  row: number,
  column: number,
): string {
  let key = "";
  let copied = 0;
  for (const token of tokens) {
    if (token.kind !== "reference") continue;
    key += text.slice(copied, token.refStart);
    copied = token.end;
    const { ref } = token;
    for (const corner of ref.kind === "cell" ? [ref.from] : [ref.from, ref.to]) {
      if (ref.kind !== "columns") {
        key += corner.rowFixed ? `R${corner.row + 1}` : `R[${corner.row - row}]`;
      }
      if (ref.kind !== "rows") {
        key += corner.columnFixed ? `C${corner.column + 1}` : `C[${corner.column - column}]`;
      }
      key += ":";
    }
    key = key.slice(0, -1);
  }
  return key + text.slice(copied);
}

/** The shared formulas of a workbook. */
export class SharedFormulas {
  readonly #byKey = new Map<string, SharedFormula>();

  constructor(private readonly workbook: Workbook) {}

  /** The shared formula a cell's text is, or null where the text is no formula. */
  of(
    sheet: Sheet,
    text: string,
    row: number,
    column: number,
  ): { shared: SharedFormula; tokens: readonly Token[] } | null {
    const tokens = readTokens(text);
    if (tokens === null) return null;
    const ownTable = tokens.some((token) => token.kind === "structured" && token.table === "");
    const table = ownTable ? (tableAt(sheet, row, column)?.id ?? 0) : "";
    const key = `${sheet.id} ${table} ${relativeKey(text, tokens, row, column)}`;
    let shared = this.#byKey.get(key);
    if (shared === undefined) {
      let expression: Expression;
      try {
        expression = parseFormula(text, row, column);
      } catch (failure) {
        if (failure instanceof FormulaSyntaxError) return null;
        throw failure;
      }
      shared = new SharedFormula(key, sheet, expression, this.workbook, { row, column });
      if (this.#byKey.size > 20_000) this.forgetUnused();
      this.#byKey.set(key, shared);
    }
    return { shared, tokens };
  }

  all(): Iterable<SharedFormula> {
    return this.#byKey.values();
  }

  clear(): void {
    this.#byKey.clear();
  }

  /** Drops formulas no cell holds; evaluated on their own, they are read again. */
  forgetUnused(): void {
    for (const [key, shared] of this.#byKey) if (shared.runs.size === 0) this.#byKey.delete(key);
  }
}

/** "Sheet1!A1", as a custom function is told where it is called from. */
export function callerAddress(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name}!${columnLetters(column)}${row + 1}`;
}
