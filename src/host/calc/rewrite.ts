import { columnLetters, maxColumns, maxRows, quoteSheet } from "../model/address";
import { escapeColumn, readTokens, type Corner, type RefShape, type Token } from "./lexer";
import { FilledText, relativeKey } from "./shared-formula";

/**
 * Changes of a formula's text that keep everything else as it was written: spaces, case, line breaks. A text that is no
 * formula comes back unchanged.
 */

/** Rows or columns put in or taken out of a sheet, or of a band of it where cells move aside. */
export interface CellShift {
  /** The sheet's name. */
  readonly sheet: string;
  readonly kind: "insert" | "delete";
  readonly axis: "rows" | "columns";
  /** The first row or column that is new or gone, from 0. */
  readonly at: number;
  readonly count: number;
  /** The columns (for rows) or rows (for columns) that move; the whole sheet where absent. */
  readonly band?: { readonly first: number; readonly last: number };
}

/** Replaces the pieces for which `change` answers with a text. */
export function replaceTokens(formula: string, change: (token: Token) => string | null): string {
  const tokens = readTokens(formula);
  if (tokens === null) return formula;
  let result = "";
  let copied = 0;
  for (const token of tokens) {
    const text = change(token);
    if (text === null) continue;
    result += formula.slice(copied, token.start) + text;
    copied = token.end;
  }
  return copied === 0 ? formula : result + formula.slice(copied);
}

type ReferenceToken = Extract<Token, { kind: "reference" }>;

/** Replaces what follows the sheet of a reference; null stands for a reference that is lost. */
function replaceReferences(
  formula: string,
  change: (token: ReferenceToken) => RefShape | null | undefined,
): string {
  return replaceTokens(formula, (token) => {
    if (token.kind !== "reference") return null;
    const changed = change(token);
    if (changed === undefined) return null;
    const sheet = formula.slice(token.start, token.refStart);
    return sheet + (changed === null ? "#REF!" : refText(changed));
  });
}

/** A reference in A1 spelling, with its `$` signs. */
export function refText({ kind, from, to }: RefShape): string {
  const column = (corner: Corner): string =>
    `${corner.columnFixed ? "$" : ""}${columnLetters(corner.column)}`;
  const row = (corner: Corner): string => `${corner.rowFixed ? "$" : ""}${corner.row + 1}`;
  switch (kind) {
    case "cell":
      return column(from) + row(from);
    case "area":
      return `${column(from)}${row(from)}:${column(to)}${row(to)}`;
    case "columns":
      return `${column(from)}:${column(to)}`;
    case "rows":
      return `${row(from)}:${row(to)}`;
  }
}

function isOnSheet(corner: Corner): boolean {
  return (
    corner.row >= 0 && corner.row < maxRows && corner.column >= 0 && corner.column < maxColumns
  );
}

/**
 * The formula as it reads after being copied or filled: relative references move along, `$` ones stay, and what leaves
 * the sheet is #REF!.
 *
 * @example
 * moveFormula("=A1*$B$1", 2, 0) //=> "=A3*$B$1"
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (corner: Corner, kind: RefShape["kind"]): Corner => ({
    ...corner,
    row: corner.rowFixed || kind === "columns" ? corner.row : corner.row + rows,
    column: corner.columnFixed || kind === "rows" ? corner.column : corner.column + columns,
  });
  return replaceReferences(formula, ({ ref }) => {
    const from = move(ref.from, ref.kind);
    const to = move(ref.to, ref.kind);
    return isOnSheet(from) && isOnSheet(to) ? { kind: ref.kind, from, to } : null;
  });
}

/**
 * The formula as `moveFormula` moves it down, read once for a column of any length.
 *
 * @returns the formula's text by the number of rows it is moved down
 */
export function filledDown(formula: string): (rows: number) => string {
  // What is moved once is spelled as everything moved is.
  const next = moveFormula(formula, 1, 0);
  const tokens = readTokens(next);
  if (tokens === null) return () => formula;
  const filled = new FilledText(next, tokens, 1);
  const moving = tokens.flatMap((token) =>
    token.kind === "reference" ? [token.ref.from, token.ref.to] : [],
  );
  const lowest = Math.max(0, ...moving.map(({ row, rowFixed }) => (rowFixed ? 0 : row)));
  const lost = tokens.some((token) => token.kind === "error" && token.code === "#REF!");
  return (rows) =>
    rows < 1 || lost || lowest + rows > maxRows ? moveFormula(formula, rows, 0) : filled.at(rows);
}

/**
 * The formula after rows or columns were put in or taken out: references follow their cells, whether `$` or not; a
 * range loses what is deleted of it, and one whose cells are all gone is #REF!.
 *
 * @param ownSheet - the name of the sheet the formula stands on, which references without a sheet mean
 */
export function shiftFormula(formula: string, ownSheet: string, shift: CellShift): string {
  if (shift.axis === "rows" && !mentionsRowFrom(formula, shift.at)) return formula;
  const wanted = shift.sheet.toLowerCase();
  return replaceReferences(formula, ({ sheet, ref }) => {
    // A 3-D reference means the same place on several sheets, of which one changed: it stays.
    if (sheet?.last !== null && sheet !== null) return undefined;
    if ((sheet?.first ?? ownSheet).toLowerCase() !== wanted) return undefined;
    return shiftRef(ref, shift);
  });
}

/**
 * Whether a formula may refer to a row at or below one, zero-based: rows above it stay where they are. Reading the digits
 * is far cheaper than reading the formula, of which a workbook has hundreds of thousands.
 */
function mentionsRowFrom(formula: string, row: number): boolean {
  let number = 0;
  for (let at = 0; at < formula.length; at += 1) {
    const digit = formula.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : 0;
    if (number > row) return true;
  }
  return false;
}

/** Undefined where the reference stays as it is, null where its cells are gone. */
function shiftRef(ref: RefShape, shift: CellShift): RefShape | null | undefined {
  const rows = shift.axis === "rows";
  if (ref.kind === (rows ? "columns" : "rows")) return undefined;
  const along = (corner: Corner): number => (rows ? corner.row : corner.column);
  const across = (corner: Corner): number => (rows ? corner.column : corner.row);
  const { band } = shift;
  if (band !== undefined) {
    const first = Math.min(across(ref.from), across(ref.to));
    const last = Math.max(across(ref.from), across(ref.to));
    if (first < band.first || last > band.last) return undefined;
  }
  const first = Math.min(along(ref.from), along(ref.to));
  const last = Math.max(along(ref.from), along(ref.to));
  const moved = shiftSpan(first, last, shift, (rows ? maxRows : maxColumns) - 1);
  if (moved === null) return null;
  if (moved[0] === first && moved[1] === last) return undefined;
  const place = (corner: Corner): Corner => {
    const value = along(corner) === first ? moved[0] : moved[1];
    return rows ? { ...corner, row: value } : { ...corner, column: value };
  };
  return { kind: ref.kind, from: place(ref.from), to: place(ref.to) };
}

/** Where first..last lie after a shift; null where nothing of them is left. */
function shiftSpan(
  first: number,
  last: number,
  { kind, at, count }: CellShift,
  most: number,
): readonly [number, number] | null {
  if (kind === "insert") {
    const top = first >= at ? first + count : first;
    const bottom = last >= at ? last + count : last;
    return top > most ? null : [top, Math.min(bottom, most)];
  }
  const end = at + count;
  if (first >= at && last < end) return null;
  const top = first < at ? first : first < end ? at : first - count;
  const bottom = last < at ? last : last < end ? at - 1 : last - count;
  return [top, bottom];
}

/** The formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  const wanted = from.toLowerCase();
  const is = (name: string | null): boolean => name?.toLowerCase() === wanted;
  return replaceTokens(formula, (token) => {
    if (token.kind !== "reference" && token.kind !== "name") return null;
    const { sheet } = token;
    if (sheet === null || (!is(sheet.first) && !is(sheet.last))) return null;
    const rest = formula.slice(
      token.kind === "reference" ? token.refStart : token.nameStart,
      token.end,
    );
    return `${sheetPrefix(is(sheet.first) ? to : sheet.first, is(sheet.last) ? to : sheet.last)}${rest}`;
  });
}

/** Whether a name can occur in a formula at all: looking for a text is much quicker than reading tokens. */
function mentions(formula: string, name: string): boolean {
  return formula.toLowerCase().includes(name.replaceAll("'", "''").toLowerCase());
}

/** "Sheet1!", or "'First:Last'!" for a 3-D reference, quoted where Excel quotes. */
export function sheetPrefix(first: string, last: string | null): string {
  if (last === null) return `${quoteSheet(first)}!`;
  const plain = quoteSheet(first) === first && quoteSheet(last) === last;
  if (plain) return `${first}:${last}!`;
  return `'${first.replaceAll("'", "''")}:${last.replaceAll("'", "''")}'!`;
}

/** The formula after a sheet was deleted: its references are #REF!. */
export function deleteSheetIn(formula: string, name: string): string {
  if (!mentions(formula, name)) return formula;
  const wanted = name.toLowerCase();
  return replaceTokens(formula, (token) => {
    if (token.kind !== "reference" && token.kind !== "name") return null;
    return token.sheet?.last === null && token.sheet.first.toLowerCase() === wanted
      ? "#REF!"
      : null;
  });
}

/** The formula after a table got another name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  const wanted = from.toLowerCase();
  return replaceTokens(formula, (token) => {
    if (token.kind === "structured" && token.table.toLowerCase() === wanted) {
      return to + formula.slice(token.start + token.table.length, token.end);
    }
    const bare =
      token.kind === "name" && token.sheet === null && token.name.toLowerCase() === wanted;
    return bare ? to : null;
  });
}

/**
 * The formula after a column of a table got another name.
 *
 * @param ownTable - the name of the table the formula stands in, which `[@Column]` means; null outside tables
 */
export function renameColumnIn(
  formula: string,
  table: string,
  ownTable: string | null,
  from: string,
  to: string,
): string {
  const wanted = from.toLowerCase();
  return replaceTokens(formula, (token) => {
    if (token.kind !== "structured") return null;
    const meant = token.table === "" ? ownTable : token.table;
    if (meant?.toLowerCase() !== table.toLowerCase()) return null;
    if (!token.columns.some((column) => column.name.toLowerCase() === wanted)) return null;
    let text = "";
    let copied = token.start;
    for (const { name, start, end } of token.columns) {
      if (name.toLowerCase() !== wanted) continue;
      const bracketed = formula.charAt(start - 1) === "[";
      // After a bare @ a name with other signs needs brackets of its own: [@[Unit price]].
      const plain = bracketed || /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(to);
      text += formula.slice(copied, start) + (plain ? escapeColumn(to) : `[${escapeColumn(to)}]`);
      copied = end;
    }
    return text + formula.slice(copied, token.end);
  });
}

/**
 * The formula after a column of a table was deleted: what named it is #REF!.
 *
 * @param ownTable - the name of the table the formula stands in; null outside tables
 */
export function deleteColumnIn(
  formula: string,
  table: string,
  ownTable: string | null,
  column: string,
): string {
  const wanted = column.toLowerCase();
  return replaceTokens(formula, (token) => {
    if (token.kind !== "structured") return null;
    const meant = token.table === "" ? ownTable : token.table;
    if (meant?.toLowerCase() !== table.toLowerCase()) return null;
    return token.columns.some(({ name }) => name.toLowerCase() === wanted) ? "#REF!" : null;
  });
}

/** The formula after a defined name got another one. */
export function renameNameIn(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  return replaceTokens(formula, (token) => {
    if (token.kind === "function" && token.name.toLowerCase() === wanted) return to;
    if (token.kind !== "name" || token.name.toLowerCase() !== wanted) return null;
    return formula.slice(token.start, token.nameStart) + to;
  });
}

/**
 * The formula in R1C1 terms: equal for two cells whose formulas are fillings of each other. A key for comparing, not a
 * text for people.
 *
 * @param row - zero-based row of the formula's cell
 * @param column - zero-based column of the formula's cell
 */
export function formulaKey(formula: string, row: number, column: number): string {
  const tokens = readTokens(formula);
  return tokens === null ? formula : relativeKey(formula, tokens, row, column);
}
