import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { tableAt } from "./binding";
import { escapeColumn, type Corner, type RefShape, type Token } from "./lexer";
import { refText, replaceTokens, sheetPrefix } from "./rewrite";

/** Where a formula is entered, and which names it may use. */
export interface SpellingFacts {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly isFunction: (name: string) => boolean;
}

/** Without small letters and areas there is nothing to spell otherwise; looking is much quicker than reading. */
const maySpell = /[a-z:]/;

/**
 * A formula as Excel spells it once it is entered: functions, references and TRUE in capitals, corners in order, sheets,
 * tables, columns and names as they are called. Spaces, texts and unknown names stay.
 *
 * @example
 * spelled("=sum(b2:a1, rate)", facts) //=> "=SUM(A1:B2, Rate)" where the workbook has a name Rate
 */
export function spelled(formula: string, facts: SpellingFacts): string {
  if (!maySpell.test(formula)) return formula;
  return replaceTokens(formula, (token) => spelledToken(formula, token, facts));
}

function spelledToken(formula: string, token: Token, facts: SpellingFacts): string | null {
  const { workbook } = facts;
  switch (token.kind) {
    case "function": {
      const named = nameCalled(workbook, token.name);
      return facts.isFunction(token.name) ? token.name : named;
    }
    case "error":
      return token.code === "#REF!" ? null : token.code;
    case "reference":
      return `${sheetIn(formula, token, token.refStart, workbook)}${refText(inOrder(token.ref))}`;
    case "name": {
      if (token.sheet === null && /^(?:true|false)$/i.test(token.name)) {
        return token.name.toUpperCase();
      }
      const sheet = sheetIn(formula, token, token.nameStart, workbook);
      const called = nameCalled(workbook, token.name) ?? tableCalled(workbook, token.name)?.name;
      return sheet + (called ?? token.name);
    }
    case "structured":
      return spelledStructured(formula, token, facts);
    default:
      return null;
  }
}

function spelledStructured(
  formula: string,
  token: Extract<Token, { kind: "structured" }>,
  { workbook, sheet, row, column }: SpellingFacts,
): string | null {
  const table =
    token.table === "" ? tableAt(sheet, row, column) : tableCalled(workbook, token.table);
  if (table === undefined) return null;
  let text = token.table === "" ? "" : table.name;
  let copied = token.start + token.table.length;
  for (const { name, start, end } of token.columns) {
    const called = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (called === undefined || called.name === name) continue;
    text += formula.slice(copied, start) + escapeColumn(called.name);
    copied = end;
  }
  return text + formula.slice(copied, token.end);
}

/** The part of a reference before its cells, with the sheets as they are called. */
function sheetIn(
  formula: string,
  { start, sheet }: Extract<Token, { kind: "reference" | "name" }>,
  end: number,
  workbook: Workbook,
): string {
  if (sheet === null) return "";
  const called = (name: string): string | undefined =>
    workbook.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;
  const first = called(sheet.first);
  const last = sheet.last === null ? null : called(sheet.last);
  const isKnown = first !== undefined && last !== undefined;
  return isKnown ? sheetPrefix(first, last) : formula.slice(start, end);
}

function nameCalled(workbook: Workbook, name: string): string | null {
  const wanted = name.toLowerCase();
  return workbook.names.find((one) => one.name.toLowerCase() === wanted)?.name ?? null;
}

function tableCalled(workbook: Workbook, name: string): ReturnType<typeof tableAt> {
  const wanted = name.toLowerCase();
  for (const { table } of workbook.tables()) if (table.name.toLowerCase() === wanted) return table;
  return undefined;
}

/** The upper left corner first; each side keeps its own `$`. */
function inOrder({ kind, from, to }: RefShape): RefShape {
  const rows = from.row > to.row ? [to, from] : [from, to];
  const columns = from.column > to.column ? [to, from] : [from, to];
  const corner = (place: 0 | 1): Corner => {
    const [row, column] = [rows[place] ?? from, columns[place] ?? from];
    return {
      row: row.row,
      rowFixed: row.rowFixed,
      column: column.column,
      columnFixed: column.columnFixed,
    };
  };
  return { kind, from: corner(0), to: corner(1) };
}
