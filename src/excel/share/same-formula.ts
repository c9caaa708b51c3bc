import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { columnLetters } from "../../tables/a1";
import { readingsSheet } from "../../tables/native/readings";
import { formulaInputs } from "../../tables/schema";
import { quotedSheet } from "../address";
import type { BoundTable } from "../binding";
import { fleeting, type Session } from "../run";
import { queuePlace, type Place } from "../table-place";
import { columnArea } from "./body";
import type { ExpectedRow } from "./column-runs";

/** What a row holds: the pattern's formula, no formula at all, or something that must be read to know. */
export type RowKind = "same" | "constant" | "other";

/** The rows of one column that are compared: its place in the table, and rows of the table's body. */
export interface ComparedRows {
  readonly index: number;
  readonly first: number;
  readonly count: number;
}

/** By row: what it holds and shows. */
export interface Comparison {
  readonly place: Place;
  readonly kinds: readonly RowKind[];
  readonly values: readonly unknown[];
}

/**
 * Lets Excel compare the formulas of a column with that of one row, where reading them all would be a gigabyte: on the
 * hidden sheet of the native formulas FORMULATEXT is asked for each row, and what travels is a number a row.
 *
 * A row answers with its own number, so that a cell Excel has not worked out yet never passes for the same. Two round
 * trips.
 *
 * @param title - the hidden sheet, right of whose cells nobody looks and to which nothing there refers
 * @param place - where the table stands
 * @param pattern - a row of ours whose formula reads no other row
 */
export async function compareRows(
  session: Session,
  title: string,
  bound: BoundTable,
  place: Place,
  pattern: ExpectedRow,
  rows: ComparedRows,
): Promise<Result<Comparison, WorkbookFailure>> {
  const { context } = session;
  const column = comparingColumn();
  const block = (row: number, count: number): Excel.Range =>
    fleeting(context.workbook.worksheets.getItem(title).getRangeByIndexes(row, column, count, 1));
  const cellIn = (row: number): string => {
    const letters = columnLetters(place.left + rows.index);
    return `${quotedSheet(bound.live.sheet)}!$${letters}${place.top + row + 1}`;
  };
  context.workbook.application.load("calculationMode");
  const texts = patternText(cellIn(pattern.row), bound, place, pattern);
  block(0, 2).formulas = [[texts], [comparison(cellIn(rows.first))]];
  if (rows.count > 1) block(1, rows.count).copyFrom(block(1, 1), Excel.RangeCopyType.formulas);
  const written = await session.attempt();
  if (!written.ok) return written;

  if (context.workbook.application.calculationMode === Excel.CalculationMode.manual)
    context.workbook.worksheets.getItem(title).calculate(false);
  const answers = block(1, rows.count).load("values");
  const cells = columnArea(context, bound, rows.index, rows).load("values");
  const stands = queuePlace(context, bound);
  const read = await session.attempt();
  if (!read.ok) return read;
  return ok({
    place: stands(),
    kinds: answers.values.map(([answer], at): RowKind => {
      const number = place.top + rows.first + at + 1;
      return answer === number ? "same" : answer === -number ? "constant" : "other";
    }),
    values: cells.values.map(([value]): unknown => value),
  });
}

/** Queues that nothing of it is left. */
export function clearComparison(context: Excel.RequestContext, title: string): void {
  const letters = columnLetters(comparingColumn());
  const sheet = context.workbook.worksheets.getItem(title);
  fleeting(sheet.getRange(`${letters}:${letters}`)).clear();
}

function comparingColumn(): number {
  return readingsSheet().columns.length + 1;
}

/** Stands for the row's number in the pattern's text; no formula of ours holds it. */
const mark = "CHAR(1)";

/** The text of the pattern's formula with the mark in place of its own row's number. */
function patternText(
  cell: string,
  bound: BoundTable,
  { top, left }: Place,
  { formula, row }: ExpectedRow,
): string {
  const columns = new Set(formulaInputs(formula).map((column) => bound.columns[column]?.index));
  let text = `FORMULATEXT(${cell})`;
  for (const index of columns) {
    if (index === undefined) continue;
    const reference = `$${columnLetters(left + index)}`;
    text = `SUBSTITUTE(${text},"${reference}${top + row + 1}","${reference}"&${mark})`;
  }
  return `=${text}`;
}

function comparison(cell: string): string {
  const pattern = `$${columnLetters(comparingColumn())}$1`;
  const filled = `SUBSTITUTE(${pattern},${mark},ROW(${cell}))`;
  return `=IF(ISFORMULA(${cell}),IF(EXACT(FORMULATEXT(${cell}),${filled}),ROW(${cell}),0),-ROW(${cell}))`;
}
