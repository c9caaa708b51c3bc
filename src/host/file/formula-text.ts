import { columnIndex, columnLetters, maxColumns, maxRows } from "../model/address";
import { arrayFunctions, functionNameFromFile, functionNameInFile } from "./function-names";
import { closingParenthesis, formulaTokens, type FormulaToken } from "./formula-tokens";

/**
 * A formula as the model holds it (with "=", names as people see them) from the text in a file.
 *
 * @param table - name of the table the cell belongs to: its own name is left out of `[@Column]`
 * @example
 * formulaFromFile("_xlfn.XLOOKUP(T[[#This Row],[Id]],A:A,B:B)", "T") //=> "=XLOOKUP([@Id],A:A,B:B)"
 */
export function formulaFromFile(text: string, table: string | null): string {
  if (!/_xl|\[/i.test(text)) return `=${text}`;
  const tokens = formulaTokens(text);
  let result = "=";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as FormulaToken;
    const next = tokens[index + 1];
    if (token.kind === "identifier" && next?.kind === "bracket") {
      const row = /^\[\[#This Row\](?:,(.*))?\]$/is.exec(next.text);
      if (row !== null || next.text.toLowerCase() === "[#this row]") {
        const own = table !== null && token.text.toLowerCase() === table.toLowerCase();
        result += `${own ? "" : token.text}[@${shortColumns(row?.[1] ?? "")}]`;
        index++;
        continue;
      }
    }
    if (token.kind === "identifier" && /^_xlfn\.(SINGLE|ANCHORARRAY)$/i.test(token.text)) {
      const close = closingParenthesis(tokens, index + 1);
      const inner = tokens.slice(index + 2, close).map((part) => part.text);
      const operand = formulaFromFile(inner.join(""), table).slice(1);
      result += /SINGLE$/i.test(token.text) ? `@${operand}` : `${operand}#`;
      index = close;
      continue;
    }
    result += token.kind === "identifier" ? functionNameFromFile(token.text) : token.text;
  }
  return result;
}

/** "[Name]" → "Name" where that reads unambiguously; several columns keep their brackets. */
function shortColumns(columns: string): string {
  const one = /^\[([^[\]]*)\]$/.exec(columns);
  return one !== null && /^[\p{L}\p{N}_]+$/u.test(one[1] ?? "") ? (one[1] ?? "") : columns;
}

/**
 * The text a file holds for a formula of the model; the reverse of {@link formulaFromFile}.
 *
 * @param table - name of the table the cell belongs to, written out where the formula leaves it out
 */
export function formulaInFile(formula: string, table: string | null): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  if (!/[[@#.]|LET|LAMBDA|[A-Za-z]\(/i.test(text)) return text;
  return fileTokens(bindNames(formulaTokens(text)), table);
}

function fileTokens(tokens: readonly FormulaToken[], table: string | null): string {
  let result = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as FormulaToken;
    const next = tokens[index + 1];
    if (token.kind === "bracket") {
      const external = /^\[\d+\]$/.test(token.text) && tokens[index + 2]?.text === "!";
      const named = tokens[index - 1]?.kind === "identifier";
      if (!external) {
        result += `${named || table === null ? "" : table}${fullColumns(token.text)}`;
        continue;
      }
    } else if (token.kind === "other" && token.text === "@") {
      const end = operandEnd(tokens, index + 1);
      result += `_xlfn.SINGLE(${fileTokens(tokens.slice(index + 1, end), table)})`;
      index = end - 1;
      continue;
    } else if (token.kind === "identifier" && next?.text === "#" && next.kind === "other") {
      result += `_xlfn.ANCHORARRAY(${token.text})`;
      index++;
      continue;
    } else if (token.kind === "identifier" && next?.text === "(") {
      result += token.text.startsWith("_xlpm.") ? token.text : functionNameInFile(token.text);
      continue;
    }
    result += token.text;
  }
  return result;
}

/** "[@Name]" → "[[#This Row],[Name]]"; other bracket groups are as the file has them. */
function fullColumns(bracket: string): string {
  if (!bracket.startsWith("[@")) return bracket;
  const columns = bracket.slice(2, -1);
  if (columns === "") return "[#This Row]";
  return `[[#This Row],${columns.startsWith("[") ? columns : `[${columns}]`}]`;
}

/** Where the operand of "@" ends: a reference with its sheet, a call with its arguments, a name. */
function operandEnd(tokens: readonly FormulaToken[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as FormulaToken;
    const joins = token.kind === "other" && (token.text === "!" || token.text === ":");
    if (token.text === "(") at = closingParenthesis(tokens, at) + 1;
    else if (["identifier", "quoted", "bracket", "number"].includes(token.kind) || joins) at++;
    else break;
  }
  return Math.max(at, from + 1);
}

/** Marks the names LET and LAMBDA bind, within their call, with `_xlpm.`. */
function bindNames(tokens: FormulaToken[]): FormulaToken[] {
  const result = [...tokens];
  tokens.forEach((token, index) => {
    const name = token.text.toUpperCase();
    if ((name !== "LET" && name !== "LAMBDA") || tokens[index + 1]?.text !== "(") return;
    const close = closingParenthesis(tokens, index + 1);
    const bound = boundNames(tokens, index + 2, close, name === "LET" ? 2 : 1);
    for (let at = index + 2; at < close; at++) {
      const inside = result[at];
      if (inside?.kind === "identifier" && bound.has(inside.text.toLowerCase())) {
        result[at] = { kind: "identifier", text: `_xlpm.${inside.text}` };
      }
    }
  });
  return result;
}

function boundNames(
  tokens: readonly FormulaToken[],
  from: number,
  to: number,
  every: number,
): Set<string> {
  const starts = [from];
  for (let at = from, depth = 0; at < to; at++) {
    const text = tokens[at]?.kind === "other" ? tokens[at]?.text : "";
    if (text === "(" || text === "{") depth++;
    else if (text === ")" || text === "}") depth--;
    else if (text === "," && depth === 0) starts.push(at + 1);
  }
  const names = new Set<string>();
  // The last argument is the result, never a name.
  starts.slice(0, -1).forEach((start, index) => {
    if (index % every !== 0) return;
    const argument = tokens.slice(start, (starts[index + 1] ?? to + 1) - 1);
    const [only, extra] = argument.filter((token) => token.kind !== "blank");
    if (only?.kind === "identifier" && extra === undefined) names.add(only.text.toLowerCase());
  });
  return names;
}

/** True for a formula that answers an array by nature, so that a file must mark it as dynamic. */
export function answersArray(formula: string): boolean {
  if (!/[A-Z]\(/i.test(formula)) return false;
  const tokens = formulaTokens(formula);
  return tokens.some(
    (token, index) =>
      token.kind === "identifier" &&
      tokens[index + 1]?.text === "(" &&
      arrayFunctions.has(token.text.toUpperCase()),
  );
}

const cellPattern = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const columnPattern = /^(\$?)([A-Za-z]{1,3})$/;
const rowPattern = /^(\$?)(\d{1,7})$/;

/**
 * A shared formula's text moved to another cell: relative references shift and wrap around the sheet's edges, as the
 * file format defines them (ECMA-376 part 1, 18.3.1.40).
 */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return formulaShifter(text)(rows, columns);
}

/** `shiftFormula` for many cells: the text is taken apart once. */
export function formulaShifter(text: string): (rows: number, columns: number) => string {
  /** Texts between what moves, and what moves. */
  let parts: readonly (string | ((rows: number, columns: number) => string))[] | null = null;
  return (rows, columns) => {
    if (rows === 0 && columns === 0) return text;
    parts ??= movingParts(text);
    let moved = "";
    for (const part of parts) moved += typeof part === "string" ? part : part(rows, columns);
    return moved;
  };
}

function movingParts(text: string): (string | ((rows: number, columns: number) => string))[] {
  const column = (dollar: string, letters: string, columns: number): string =>
    dollar === "$"
      ? `$${letters}`
      : columnLetters((columnIndex(letters) + columns + maxColumns) % maxColumns);
  const row = (dollar: string, digits: string, rows: number): string =>
    dollar === "$" ? `$${digits}` : String(((Number(digits) - 1 + rows + maxRows) % maxRows) + 1);
  const parts: (string | ((rows: number, columns: number) => string))[] = [];
  let plain = "";
  const moves = (part: (rows: number, columns: number) => string): void => {
    parts.push(plain, part);
    plain = "";
  };
  const tokens = formulaTokens(text);
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]?.text;
    const after = tokens[index + 1]?.text;
    const ranged = before === ":" || after === ":";
    const named = token.kind === "identifier";
    const [, d1 = "", letters = "", d2 = "", digits = ""] =
      (named && after !== "(" && after !== "!" ? cellPattern.exec(token.text) : null) ?? [];
    if (letters !== "" && columnIndex(letters) >= 0) {
      moves((rows, columns) => column(d1, letters, columns) + row(d2, digits, rows));
      return;
    }
    const whole =
      named && ranged && after !== "(" && after !== "!" ? columnPattern.exec(token.text) : null;
    if (whole !== null) {
      moves((_rows, columns) => column(whole[1] ?? "", whole[2] ?? "", columns));
      return;
    }
    const line = ranged && (named || token.kind === "number") ? rowPattern.exec(token.text) : null;
    if (line !== null) moves((rows) => row(line[1] ?? "", line[2] ?? "", rows));
    else plain += token.text;
  });
  parts.push(plain);
  return parts;
}
