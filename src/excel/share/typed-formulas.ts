import type { RowRun } from "../../app/share/formulas";
import { columnLetters } from "../../tables/a1";
import { readingsSheet } from "../../tables/native/readings";
import { quotedSheet } from "../address";
import type { BoundTable } from "../binding";
import { formulaForRow } from "../commit/row-formula";
import { fleeting } from "../run";
import type { Body } from "./body";

/** Formulas from this length on are told by it alone: native ones have thousands of characters. */
const longFormula = 400;
/** A row of the hidden sheet in which nothing stands, zero-based: what a formula reads there is blank. */
const blankRow = 999_999;
/** Above the answers: a native formula, and its length. */
const headRows = 2;

/** One column of a piece that is about to be written over. */
export interface Asked {
  readonly bound: BoundTable;
  readonly body: Body;
  /** The column's place in the table. */
  readonly index: number;
  readonly piece: RowRun;
  /** Formulas of ours that may stand there, with `{columnId}`. */
  readonly known: readonly string[];
  /** Columns that are asked about in the same message each have a number. */
  readonly slot: number;
}

/** What a row holds: a formula that is none of those known, as this Excel shows it, in its person's language. */
export type TypedFormulas = (row: number) => string | null;

/** By text of a native formula, how long it is in this Excel's language without its row's numbers. */
const lengths = new WeakMap<object, Map<string, number>>();

/**
 * Queues the question which rows hold formulas that are none of ours, where native formulas stand, whose texts would be a
 * gigabyte. On the hidden sheet of the native formulas Excel compares, answers with nothing for what is ours, and with the
 * text of what is not; then the answers are cleared. All within the message that writes over them.
 *
 * @param title - the hidden sheet, right of whose cells nobody looks and to which nothing there refers
 * @param memory - by which lengths are measured once
 * @returns the answer, after the sync; it holds only while the table stands where it was seen
 */
export function queueTypedFormulas(
  { workbook }: Excel.RequestContext,
  title: string,
  memory: object,
  { bound, body, index, piece, known, slot }: Asked,
): () => TypedFormulas {
  const sheet = workbook.worksheets.getItem(title);
  // Beside the column in which another page may be comparing.
  const column = readingsSheet().columns.length + 2 + slot;
  const block = (row: number, rows: number): Excel.Range =>
    fleeting(sheet.getRangeByIndexes(row, column, rows, 1));
  const cell = `${quotedSheet(bound.live.sheet)}!$${columnLetters(body.left + index)}${body.firstRow + piece.first + 1}`;
  const native = known.find(({ length }) => length >= longFormula) ?? null;
  const text = native === null ? null : formulaForRow(native, blankRow, bound, body.left);
  const measured = lengths.get(memory) ?? new Map<string, number>();
  lengths.set(memory, measured);
  const length = text === null ? null : (measured.get(text) ?? null);
  const letters = columnLetters(column);
  if (native !== null && text !== null && length === null)
    block(0, headRows).formulas = [
      [text],
      [`=LEN(FORMULATEXT($${letters}$1))-${rowNumbers(native) * digits(blankRow)}`],
    ];
  const head = block(1, 1).load("values");
  const isOurs = known.map((formula) =>
    formula === native
      ? `LEN(FORMULATEXT(${cell}))=${length ?? `$${letters}$2`}+${rowNumbers(formula)}*LEN(ROW(${cell}))`
      : `EXACT(SUBSTITUTE(FORMULATEXT(${cell}),";",","),${inWords(formula, cell, bound, body)})`,
  );
  const check = `IF(OR(${isOurs.join()}),"",FORMULATEXT(${cell}))`;
  block(headRows, 1).formulas = [[`=IF(ISFORMULA(${cell}),${check},"")`]];
  const answers = block(headRows, piece.count);
  if (piece.count > 1) answers.copyFrom(block(headRows, 1), Excel.RangeCopyType.formulas);
  if (body.isManual) sheet.calculate(false);
  answers.load("values");
  block(0, headRows + piece.count).clear();
  return () => {
    const found: unknown = head.values[0]?.[0];
    if (text !== null && typeof found === "number") measured.set(text, found);
    return (row) => typedIn(answers.values[row - piece.first]?.[0]);
  };
}

/** The text of a formula; null where the answer is none. Of one that was entered as an array the braces go. */
function typedIn(answer: unknown): string | null {
  if (typeof answer !== "string") return null;
  const formula = /^\{(=[^]*)\}$/u.exec(answer)?.[1] ?? answer;
  return formula.startsWith("=") ? formula : null;
}

/** How often a formula of ours names its row. */
function rowNumbers(formula: string): number {
  return formula.match(/\{(?:\w+|#)\}/gu)?.length ?? 0;
}

function digits(row: number): number {
  return String(row + 1).length;
}

/** A short formula's text for the row of a cell, as Excel puts it together; in some languages its commas are others. */
function inWords(formula: string, cell: string, bound: BoundTable, { left }: Body): string {
  const parts = formulaForRow(formula, blankRow, bound, left)
    .replaceAll(";", ",")
    .split(String(blankRow + 1));
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(`&ROW(${cell})&`);
}
