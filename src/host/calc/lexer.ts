import { columnIndex, maxColumns, maxRows } from "../model/address";

/** One corner of a reference as written: zero-based, with its `$` signs. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** What a reference without its sheet says. Whole columns and rows run from edge to edge of the sheet. */
export interface RefShape {
  readonly kind: "cell" | "area" | "columns" | "rows";
  readonly from: Corner;
  readonly to: Corner;
}

/** The sheet part of a reference: `first` alone, or a 3-D range `first:last`. */
export interface SheetPart {
  readonly first: string;
  readonly last: string | null;
}

/** A column named in a structured reference, unescaped, and where its name stands in the formula. */
export interface ColumnItem {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface At {
  readonly start: number;
  readonly end: number;
}

export type Token = At &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "error"; readonly code: string }
    | {
        readonly kind: "reference";
        readonly sheet: SheetPart | null;
        /** Where the reference without its sheet begins. */
        readonly refStart: number;
        readonly ref: RefShape;
      }
    | {
        readonly kind: "name";
        readonly sheet: SheetPart | null;
        readonly nameStart: number;
        readonly name: string;
      }
    | { readonly kind: "function"; readonly name: string }
    | {
        readonly kind: "structured";
        /** "" where the table is the one the formula stands in. */
        readonly table: string;
        readonly columns: readonly ColumnItem[];
        readonly specials: readonly string[];
      }
    | { readonly kind: "operator"; readonly text: string }
    | { readonly kind: "punctuation"; readonly text: "(" | ")" | "," | "{" | "}" | ";" }
    | { readonly kind: "space" }
  );

/** A formula that is not written as Excel writes one; `at` is the offending character's place. */
export class FormulaSyntaxError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
    this.name = "FormulaSyntaxError";
  }
}

/** Excel's limit of characters in a formula. */
const longestFormula = 8192;

const space = /[ \t\r\n\u00a0\u3000]+/y;
const numberText = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const errorText =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|GETTING_DATA)/iy;
const quotedSheet = /'((?:[^']|'')+)'!/y;
const plainSheet = /([\p{L}_][\p{L}\p{N}_.]*)(?::([\p{L}_][\p{L}\p{N}_.]*))?!/uy;
const cellRef =
  /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!]))?/uy;
const columnsRef = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!$])/uy;
const rowsRef = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/uy;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const wordContinues = /[\p{L}\p{N}_.\\?([!]/u;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function corner(
  columnFixed: string,
  letters: string,
  rowFixed: string,
  digits: string,
): Corner | null {
  const column = columnIndex(letters);
  const row = Number(digits) - 1;
  if (column < 0 || row < 0 || row >= maxRows) return null;
  return { row, column, rowFixed: rowFixed === "$", columnFixed: columnFixed === "$" };
}

/** The reference that begins at `at`, or null where none does. */
function readRef(text: string, at: number): { ref: RefShape; end: number } | null {
  const cell = match(cellRef, text, at);
  if (cell !== null) {
    const from = corner(cell[1] ?? "", cell[2] ?? "", cell[3] ?? "", cell[4] ?? "");
    if (from !== null) {
      if (cell[6] !== undefined) {
        const to = corner(cell[5] ?? "", cell[6], cell[7] ?? "", cell[8] ?? "");
        if (to !== null) return { ref: { kind: "area", from, to }, end: at + cell[0].length };
      }
      const colon = cell[6] === undefined ? -1 : cell[0].indexOf(":");
      const end = at + (colon < 0 ? cell[0].length : colon);
      if (!wordContinues.test(text.charAt(end)) || text.charAt(end) === "[") {
        return { ref: { kind: "cell", from, to: from }, end };
      }
    }
  }
  const columns = match(columnsRef, text, at);
  if (columns !== null) {
    const left = columnIndex(columns[2] ?? "");
    const right = columnIndex(columns[4] ?? "");
    if (left >= 0 && right >= 0) {
      const from = { row: 0, rowFixed: true, column: left, columnFixed: columns[1] === "$" };
      const to = {
        row: maxRows - 1,
        rowFixed: true,
        column: right,
        columnFixed: columns[3] === "$",
      };
      return { ref: { kind: "columns", from, to }, end: at + columns[0].length };
    }
  }
  const rows = match(rowsRef, text, at);
  if (rows !== null) {
    const top = Number(rows[2]) - 1;
    const bottom = Number(rows[4]) - 1;
    if (top >= 0 && bottom >= 0 && top < maxRows && bottom < maxRows) {
      const from = { row: top, rowFixed: rows[1] === "$", column: 0, columnFixed: true };
      const to = {
        row: bottom,
        rowFixed: rows[3] === "$",
        column: maxColumns - 1,
        columnFixed: true,
      };
      return { ref: { kind: "rows", from, to }, end: at + rows[0].length };
    }
  }
  return null;
}

/** Where the bracket opened at `at` closes; `'` escapes the character after it. */
function closingBracket(text: string, at: number): number {
  let depth = 0;
  for (let place = at; place < text.length; place++) {
    const character = text.charAt(place);
    if (character === "'") place++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return place;
  }
  throw new FormulaSyntaxError("A bracket is not closed", at);
}

/** The characters a column name escapes with `'` inside a structured reference. */
export function escapeColumn(name: string): string {
  return name.replace(/['#@[\]]/g, (character) => `'${character}`);
}

export function unescapeColumn(text: string): string {
  return text.replace(/'(.)/gs, "$1");
}

const specialNames = ["#All", "#Data", "#Headers", "#Totals", "#This Row"];

/** Reads the inside of `Table[…]`: `start` is the place of the opening bracket. */
function readStructured(
  text: string,
  start: number,
  end: number,
): { columns: ColumnItem[]; specials: string[] } {
  const columns: ColumnItem[] = [];
  const specials: string[] = [];
  const item = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const special = specialNames.find((name) => name.toLowerCase() === raw.trim().toLowerCase());
    if (special !== undefined) specials.push(special);
    else columns.push({ name: unescapeColumn(raw), start: from, end: to });
  };
  let place = start + 1;
  const skip = (): void => {
    while (place < end && /\s/.test(text.charAt(place))) place++;
  };
  skip();
  if (text.charAt(place) === "@") {
    specials.push("#This Row");
    place++;
    skip();
  }
  if (place >= end) return { columns, specials };
  if (text.charAt(place) !== "[") {
    let last = end;
    while (last > place && /\s/.test(text.charAt(last - 1))) last--;
    item(place, last);
    return { columns, specials };
  }
  while (place < end) {
    skip();
    if (text.charAt(place) !== "[") throw new FormulaSyntaxError("A column is expected", place);
    const close = closingBracket(text, place);
    item(place + 1, close);
    place = close + 1;
    skip();
    const separator = text.charAt(place);
    if (place >= end) break;
    if (separator !== "," && separator !== ":") {
      throw new FormulaSyntaxError("A comma or a colon is expected", place);
    }
    place++;
  }
  return { columns, specials };
}

/**
 * The tokens of a formula in the en-US A1 spelling, with their places, so that it can be parsed or rewritten piece by
 * piece. A leading "=" is skipped.
 *
 * @throws FormulaSyntaxError where the text is no formula
 */
export function lex(text: string): Token[] {
  if (text.length > longestFormula)
    throw new FormulaSyntaxError("The formula is too long", longestFormula);
  const tokens: Token[] = [];
  let at = text.startsWith("=") ? 1 : 0;
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** What was read last: a formula that is entered is spelled, checked and bound, one right after the other. */
let last: { readonly formula: string; readonly tokens: readonly Token[] | null } | null = null;

/** A formula's tokens, or null where the text is no formula. */
export function readTokens(formula: string): readonly Token[] | null {
  if (last?.formula !== formula) last = { formula, tokens: tokensOf(formula) };
  return last.tokens;
}

function tokensOf(formula: string): readonly Token[] | null {
  try {
    return lex(formula);
  } catch (failure) {
    if (failure instanceof FormulaSyntaxError) return null;
    throw failure;
  }
}

function readToken(text: string, start: number): Token {
  const character = text.charAt(start);
  const blank = match(space, text, start);
  if (blank !== null) return { kind: "space", start, end: start + blank[0].length };
  if (character === '"') {
    for (let place = start + 1; place < text.length; place++) {
      if (text.charAt(place) !== '"') continue;
      if (text.charAt(place + 1) === '"') {
        place++;
        continue;
      }
      const value = text.slice(start + 1, place).replaceAll('""', '"');
      return { kind: "text", value, start, end: place + 1 };
    }
    throw new FormulaSyntaxError("A text is not closed", start);
  }
  if (character === "#") {
    const error = match(errorText, text, start);
    if (error === null) return { kind: "operator", text: "#", start, end: start + 1 };
    let end = start + error[0].length;
    // A reference to a deleted sheet is written #REF!A1: one error.
    if (error[0].toUpperCase() === "#REF!") end = readRef(text, end)?.end ?? end;
    return { kind: "error", code: error[0].toUpperCase(), start, end };
  }
  const sheet = readSheet(text, start);
  const at = sheet?.end ?? start;
  const part = sheet?.part ?? null;
  const ref = readRef(text, at);
  if (ref !== null) {
    return { kind: "reference", sheet: part, refStart: at, ref: ref.ref, start, end: ref.end };
  }
  if (part === null && /[\d.]/.test(character)) {
    const digits = match(numberText, text, start);
    if (digits !== null) {
      return { kind: "number", value: Number(digits[0]), start, end: start + digits[0].length };
    }
  }
  const name = match(word, text, at);
  if (name !== null) {
    const end = at + name[0].length;
    const next = text.charAt(end);
    if (next === "(") {
      const plain = name[0].toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?|^_XLWS\./, "");
      return { kind: "function", name: plain, start, end };
    }
    if (next === "[") {
      const close = closingBracket(text, end);
      const inside = readStructured(text, end, close);
      return { kind: "structured", table: name[0], ...inside, start, end: close + 1 };
    }
    return { kind: "name", sheet: part, nameStart: at, name: name[0], start, end };
  }
  if (sheet !== null) throw new FormulaSyntaxError("A reference is expected after a sheet", at);
  if (character === "[") {
    const close = closingBracket(text, start);
    return {
      kind: "structured",
      table: "",
      ...readStructured(text, start, close),
      start,
      end: close + 1,
    };
  }
  const two = text.slice(start, start + 2);
  if (two === "<>" || two === "<=" || two === ">=") {
    return { kind: "operator", text: two, start, end: start + 2 };
  }
  if ("+-*/^&=<>%:@".includes(character)) {
    return { kind: "operator", text: character, start, end: start + 1 };
  }
  switch (character) {
    case "(":
    case ")":
    case ",":
    case "{":
    case "}":
    case ";":
      return { kind: "punctuation", text: character, start, end: start + 1 };
    default:
      throw new FormulaSyntaxError(`Unexpected character ${character}`, start);
  }
}

function readSheet(text: string, start: number): { part: SheetPart; end: number } | null {
  const quoted = match(quotedSheet, text, start);
  if (quoted !== null) {
    const name = (quoted[1] ?? "").replaceAll("''", "'");
    const colon = name.indexOf(":");
    const part =
      colon < 0
        ? { first: name, last: null }
        : { first: name.slice(0, colon), last: name.slice(colon + 1) };
    return { part, end: start + quoted[0].length };
  }
  const plain = match(plainSheet, text, start);
  if (plain === null) return null;
  return {
    part: { first: plain[1] ?? "", last: plain[2] ?? null },
    end: start + plain[0].length,
  };
}
