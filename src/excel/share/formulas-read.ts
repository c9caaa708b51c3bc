import type { FormulaRun, FormulasAnswer, FormulasRequest } from "../../app/share/formulas";
import type { WorkbookFailure } from "../../app/workbook";
import { err, ok, type Result } from "../../domain/result";
import { formulaInputs } from "../../tables/schema";
import type { BoundTable } from "../binding";
import { formulaOf } from "../cell";
import { averageRowBytes, messageBytes } from "../message-size";
import { changedWhileReading } from "../read";
import { formulaForRow, formulaOfRow } from "../commit/row-formula";
import { fleeting, type Session } from "../run";

interface Reading {
  readonly column: string;
  readonly index: number;
  readonly known: readonly string[];
  readonly runs: { first: number; count: number; formula: string | null; blank: boolean }[];
}

/** Where the table stood in one message; with another place what was read before no longer fits. */
interface Place {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
}

const rowsToWeigh = 25;

/**
 * Reads the formulas of whole columns and keeps of them only where one ends and another begins. The pieces grow and
 * shrink by the bytes seen: a native formula is a hundred times as long as a function's.
 */
export async function readFormulas(
  session: Session,
  bound: BoundTable,
  { table, columns, most = Infinity }: FormulasRequest,
  onProgress: (share: number) => void,
): Promise<Result<FormulasAnswer, WorkbookFailure>> {
  const readings = columns.flatMap(({ column, known }): readonly Reading[] => {
    const index = bound.columns[column]?.index;
    return index === undefined ? [] : [{ column, index, known, runs: [] }];
  });
  let waiting = 0;
  const unknown: Record<string, number> = {};
  let place: Place | null = null;
  for (const [at, reading] of readings.entries()) {
    // A few rows tell how long the formulas are, which may be forty bytes or eight thousand.
    let weight = messageBytes / rowsToWeigh;
    for (let row = 0; row < Math.min(most, place?.rows ?? Infinity);) {
      const count: number = Math.min(most, Math.max(1, Math.floor(messageBytes / weight)));
      const piece = await readPiece(session, bound, reading, row, count);
      if (!piece.ok && piece.error.code !== "too-large") return piece;
      if (!piece.ok || piece.value === null) {
        if (count === 1) return err({ code: "too-large" });
        weight *= 2;
        continue;
      }
      const seen: Place = piece.value.place;
      if (place !== null && !samePlace(place, seen)) return err(changedWhileReading);
      place = seen;
      const { formulas, values } = piece.value;
      const unnamed = take(reading, bound, seen, row, formulas, values);
      if (unnamed > 0) unknown[reading.column] = (unknown[reading.column] ?? 0) + unnamed;
      for (const [value] of values) {
        if (value === "#BUSY!" || value === "#GETTING_DATA") waiting += 1;
      }
      weight = Math.max(24, (averageRowBytes(formulas) + averageRowBytes(values)) * 1.1);
      row += formulas.length;
      onProgress((at + Math.min(1, row / Math.max(1, place.rows))) / readings.length);
      if (formulas.length === 0) break;
    }
  }
  return ok({
    table,
    rows: place?.rows ?? 0,
    columns: Object.fromEntries(readings.map(({ column, runs }) => [column, runs])),
    waiting,
    unknown,
  });
}

interface Piece {
  readonly place: Place;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
}

/** @returns null where Excel answered less than was asked for, as it may with very large answers */
async function readPiece(
  session: Session,
  { live }: BoundTable,
  { index }: Reading,
  row: number,
  count: number,
): Promise<Result<Piece | null, WorkbookFailure>> {
  const table = session.context.workbook.tables.getItem(live.id);
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  // Cut at the table's end by the intersection, as its height is not known before.
  const wanted = fleeting(
    fleeting(fleeting(table.getDataBodyRange()).getCell(row, index)).getResizedRange(count - 1, 0),
  );
  const cells = fleeting(wanted.getIntersectionOrNullObject(fleeting(table.getDataBodyRange())));
  cells.load("formulas,values");
  const sent = await session.attempt();
  if (!sent.ok) return sent;
  const place: Place = { top: body.rowIndex, left: body.columnIndex, rows: body.rowCount };
  if (cells.isNullObject) return ok({ place, formulas: [], values: [] });
  const expected = Math.min(count, place.rows - row);
  if (!Array.isArray(cells.formulas) || cells.formulas.length < expected) return ok(null);
  return ok({ place, formulas: cells.formulas, values: cells.values });
}

/** Adds a piece to the runs. @returns how many cells with an expected formula show #NAME? */
function take(
  { known, runs }: Reading,
  bound: BoundTable,
  { top, left }: Place,
  row: number,
  formulas: Piece["formulas"],
  values: Piece["values"],
): number {
  let unnamed = 0;
  const expected = inRows(known, bound, left);
  formulas.forEach(([cell], index) => {
    const value = values[index]?.[0];
    const text = formulaOf(cell, value);
    const sheetRow = top + row + index;
    const last = runs.at(-1);
    const formula = text === null ? null : named(text, sheetRow, last, expected, bound, left);
    const blank = formula === null && cell === "";
    if (value === "#NAME?" && formula !== null && expected.has(formula)) unnamed += 1;
    if (last !== undefined && last.formula === formula && last.blank === blank) last.count += 1;
    else runs.push({ first: row + index, count: 1, formula, blank });
  });
  return unnamed;
}

/** The formula with `{columnId}`: most cells hold the same as the one above, or one that is expected. */
function named(
  text: string,
  sheetRow: number,
  above: FormulaRun | undefined,
  expected: ReadonlyMap<string, RowFormula>,
  bound: BoundTable,
  left: number,
): string {
  const same = above?.formula ?? null;
  if (same !== null && expected.get(same)?.(sheetRow) === text) return same;
  for (const [formula, inRow] of expected) if (inRow(sheetRow) === text) return formula;
  return formulaOfRow(text, sheetRow, bound, left);
}

type RowFormula = (sheetRow: number) => string;

/** The expected formulas, each ready to be written out for any row; those that name a column the table lacks are left out. */
function inRows(
  known: readonly string[],
  bound: BoundTable,
  left: number,
): ReadonlyMap<string, RowFormula> {
  return new Map(
    known.flatMap((formula) => {
      const lacks = formulaInputs(formula).some((column) => bound.columns[column] === undefined);
      if (lacks) return [];
      // Written out once with a row that is found again, then only joined: long formulas are compared very often.
      const mark = 1_234_566;
      const parts = formulaForRow(formula, mark, bound, left).split(String(mark + 1));
      return [[formula, (row: number) => parts.join(String(row + 1))] as const];
    }),
  );
}

function samePlace(one: Place, other: Place): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows;
}
