import { maxColumns, maxRows } from "../model/address";
import { readTokens, type Corner } from "./lexer";
import { refText } from "./rewrite";

/** Formulas in R1C1 spelling, as seen from the cell they stand in. */

/** @example toR1C1("=A1*$B$2", 1, 1) //=> "=R[-1]C[-1]*R2C2" */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, at: number, fixed: boolean, home: number): string => {
    if (fixed) return `${letter}${at + 1}`;
    return at === home ? letter : `${letter}[${at - home}]`;
  };
  const rowOf = (corner: Corner): string => part("R", corner.row, corner.rowFixed, row);
  const columnOf = (corner: Corner): string => part("C", corner.column, corner.columnFixed, column);
  let text = "";
  let copied = 0;
  for (const token of readTokens(formula) ?? []) {
    if (token.kind !== "reference") continue;
    const { kind, from, to } = token.ref;
    const corner = (one: Corner): string =>
      kind === "rows"
        ? rowOf(one)
        : kind === "columns"
          ? columnOf(one)
          : rowOf(one) + columnOf(one);
    const spelled = kind === "cell" ? corner(from) : `${corner(from)}:${corner(to)}`;
    text += formula.slice(copied, token.refStart) + spelled;
    copied = token.end;
  }
  return text + formula.slice(copied);
}

const passed = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\][]*[\p{L}][^\][]*\]/uy;
const axis = String.raw`(?:\[-?\d+\]|\d+)?`;
const cell = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$])(?:R(?<row>${axis})C(?<column>${axis})|R(?<rowOnly>${axis})|C(?<columnOnly>${axis}))(?![\p{L}\p{N}_.(!\[])`,
  "iuy",
);

/**
 * The A1 spelling of a formula written in R1C1; another text comes back as it is.
 *
 * @example fromR1C1("=R[-1]C[-1]*R2C2", 1, 1) //=> "=A1*$B$2"
 */
export function fromR1C1(formula: string, row: number, column: number): string {
  if (!formula.startsWith("=")) return formula;
  let text = "";
  for (let at = 0; at < formula.length;) {
    passed.lastIndex = at;
    const aside = passed.exec(formula);
    if (aside !== null) {
      text += aside[0];
      at = passed.lastIndex;
      continue;
    }
    cell.lastIndex = at;
    const found = cell.exec(formula);
    if (found === null) {
      text += formula.charAt(at++);
      continue;
    }
    text += inA1(found.groups ?? {}, row, column);
    at = cell.lastIndex;
  }
  // Whole rows and columns are spelled twice in A1 ("B:B"); "C2:C3" gave "B:B:C:C".
  return text
    .replace(/(\$?[A-Z]+):\1:(\$?[A-Z]+):\2/g, "$1:$2")
    .replace(/(\$?\d+):\1:(\$?\d+):\2/g, "$1:$2");
}

function inA1(
  groups: Readonly<Record<string, string | undefined>>,
  row: number,
  column: number,
): string {
  const place = (text: string, home: number, limit: number): { at: number; fixed: boolean } => {
    if (text === "") return { at: home, fixed: false };
    if (!text.startsWith("[")) return { at: Number(text) - 1, fixed: true };
    // Beyond the edge Excel counts on from the other side.
    return { at: (((home + Number(text.slice(1, -1))) % limit) + limit) % limit, fixed: false };
  };
  const { row: rowText, column: columnText, rowOnly, columnOnly } = groups;
  const rows = place(rowText ?? rowOnly ?? "", row, maxRows);
  const columns = place(columnText ?? columnOnly ?? "", column, maxColumns);
  const corner: Corner = {
    row: rows.at,
    column: columns.at,
    rowFixed: rows.fixed,
    columnFixed: columns.fixed,
  };
  const kind = rowOnly !== undefined ? "rows" : columnOnly !== undefined ? "columns" : "cell";
  return refText({ kind, from: corner, to: corner });
}
