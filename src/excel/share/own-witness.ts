/* eslint-disable office-addins/call-sync-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { OwnCells, RowRun } from "../../app/share/formulas";
import { corners } from "../../tables/a1";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { cellOf, formulaOf, sameCell } from "../cell";
import { fleeting, type Session } from "../run";
import { isAmong } from "./rows-within";

/**
 * By what the row of a person's own formula is known again, where values stand in its place: Excel follows a cell
 * through rows that come and go, but not through sorting. What stands beside it moves along with it.
 */

/** A second column is asked where the first says the same of two rows. */
export const mostWitnesses = 2;
/** Rows above and below a formula by which the columns are chosen. */
const sampledAround = 10;
const cellsAtOnce = 8_000;

/**
 * Chooses the columns beside each run that tell its rows apart best: constants that differ from row to row, the leftmost
 * of equals. None where nothing stands beside it. Two round trips.
 */
export async function chooseWitnesses(
  session: Session,
  runs: readonly OwnCells[],
): Promise<readonly (readonly number[])[]> {
  const { worksheets } = session.context.workbook;
  const asked = runs.map(({ sheet, address }) => {
    const { top, left } = corners(address);
    const cell = fleeting(worksheets.getItem(sheet).getRangeByIndexes(top, left, 1, 1));
    const region = fleeting(cell.getSurroundingRegion());
    return { sheet, top, left, region: region.load("rowIndex,columnIndex,rowCount,columnCount") };
  });
  await session.sync();
  const samples = asked.map(({ sheet, top, left, region }) => {
    const first = Math.max(region.rowIndex, top - sampledAround);
    const end = Math.min(region.rowIndex + region.rowCount, top + sampledAround + 1);
    const block = (row: number, rows: number): Excel.Range =>
      fleeting(
        worksheets
          .getItem(sheet)
          .getRangeByIndexes(row, region.columnIndex, rows, region.columnCount),
      );
    return {
      own: left - region.columnIndex,
      from: region.columnIndex,
      around: block(first, end - first).load("values"),
      // Of one row only: native formulas are long.
      beside: block(top, 1).load("formulas,values"),
    };
  });
  await session.sync();
  return samples.map(({ own, from, around, beside }) => {
    const scores = (beside.values[0] ?? []).flatMap((value: unknown, at) => {
      const isConstant = formulaOf(beside.formulas[0]?.[at], cellOf(value)) === null;
      if (at === own || !isConstant || isBlankCell(cellOf(value))) return [];
      const distinct = new Set(around.values.map((row): unknown => row[at]));
      return [{ column: from + at, distinct: distinct.size }];
    });
    scores.sort((one, other) => other.distinct - one.distinct || one.column - other.column);
    const [best] = scores;
    const enough = best?.distinct === around.values.length ? 1 : mostWitnesses;
    return scores.slice(0, enough).map(({ column }) => column);
  });
}

/** A cell whose formula waits to go back: where Excel followed it to, what it showed and what stood beside it. */
export interface Witnessed {
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly value: unknown;
  readonly beside: readonly unknown[];
}

/** Where cells belong by what stands beside them now. */
export interface Settled<Known> {
  readonly settled: readonly Known[];
  /** Whether any of them belong into other rows than Excel followed them to: their sheet was sorted. */
  readonly isSorted: boolean;
  /** Whether of some nobody can tell where they belong. */
  readonly isUnsure: boolean;
  /** What a row of their column shows; undefined where it holds a formula. */
  readonly shownIn: (row: number) => Cell | undefined;
}

/** Neighbouring rows of a sheet: what one column holds, and where each combination of what stands beside it is. */
interface Neighbours {
  readonly first: number;
  readonly end: number;
  /** What a constant shows, row by row; a cell that holds a formula is nobody's value. */
  readonly shown: readonly (Cell | undefined)[];
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
}

/**
 * Tells into which rows formulas belong. Each stretch of rows is read once, however many formulas stand in it: what goes
 * back meanwhile had no rival, and so is none.
 */
export class OwnRowFinder {
  readonly #read = new Map<string, Neighbours[]>();

  /** @param isLong - whether formulas beside them are native ones, which are not read: Excel tells where they are */
  constructor(
    private readonly session: Session,
    private readonly isLong = false,
  ) {}

  /**
   * Finds the rows to which cells of one column belong. A cell whose row is not the only one that answers to what stood
   * beside it, while another holds the same value, is left out: two formulas must never change places unseen.
   *
   * @param columns - where what stood beside stands now
   */
  async settle<Known extends Witnessed>(
    cells: readonly Known[],
    columns: readonly number[],
  ): Promise<Settled<Known>> {
    const [start] = cells;
    if (start === undefined)
      return { settled: [], isSorted: false, isUnsure: false, shownIn: () => undefined };
    const ownRows = new Set(cells.map(({ place }) => place.row));
    const { first, shown, rowsOf } = await this.#neighbours(start.place, ownRows, columns);
    const settled: Known[] = [];
    let isSorted = false;
    for (const each of cells) {
      const found = rowsOf.get(keyOf(each.beside)) ?? [];
      const stays = found.includes(each.place.row);
      const home = stays ? each.place.row : found.length === 1 ? found[0] : undefined;
      if (home === undefined) continue;
      const value = cellOf(each.value);
      const isRivalled = found.some((at) => {
        const rival = shown[at - first];
        return at !== home && !ownRows.has(at) && rival !== undefined && sameCell(rival, value);
      });
      if (isRivalled) continue;
      isSorted ||= !stays;
      settled.push(stays ? each : { ...each, place: { ...each.place, row: home } });
    }
    const isUnsure = settled.length < cells.length;
    return { settled, isSorted, isUnsure, shownIn: (row) => shown[row - first] };
  }

  /** Reads them, or remembers having done so: they reach over all the rows asked for. */
  async #neighbours(
    { sheet, column, row }: Witnessed["place"],
    rows: ReadonlySet<number>,
    columns: readonly number[],
  ): Promise<Neighbours> {
    const key = JSON.stringify([sheet, column, ...columns]);
    const known = this.#read.get(key) ?? [];
    const covering = known.find(({ first, end }) =>
      [...rows].every((each) => each >= first && each < end),
    );
    if (covering !== undefined) return covering;
    const { worksheets } = this.session.context.workbook;
    const cell = fleeting(worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1));
    const region = fleeting(cell.getSurroundingRegion()).load("rowIndex,rowCount");
    await this.session.sync();
    let first = region.rowIndex;
    let end = first + region.rowCount;
    for (const each of rows) {
      first = Math.min(first, each);
      end = Math.max(end, each + 1);
    }
    const shown: (Cell | undefined)[] = [];
    const rowsOf = new Map<string, number[]>();
    for (let top = first; top < end; top += cellsAtOnce) {
      const count = Math.min(cellsAtOnce, end - top);
      const part = (at: number): Excel.Range =>
        fleeting(worksheets.getItem(sheet).getRangeByIndexes(top, at, count, 1));
      const own = part(column).load(this.isLong ? "values" : "formulas,values");
      const isFormula = this.isLong ? queueFormulas(part(column), top) : null;
      const beside = columns.map((at) => part(at).load("values"));
      await this.session.sync();
      for (let at = 0; at < count; at += 1) {
        const value = cellOf(own.values[at]?.[0]);
        const isConstant =
          isFormula === null ? formulaOf(own.formulas[at]?.[0], value) === null : !isFormula(at);
        shown.push(isConstant ? value : undefined);
        const text = keyOf(beside.map(({ values }): unknown => values[at]?.[0]));
        const alike = rowsOf.get(text);
        if (alike === undefined) rowsOf.set(text, [top + at]);
        else alike.push(top + at);
      }
    }
    const read = { first, end, shown, rowsOf };
    this.#read.set(key, [...known, read]);
    return read;
  }
}

/** Queues the question which cells of a column hold formulas, by their place in it. @returns the answer, after the sync */
function queueFormulas(cells: Excel.Range, top: number): (at: number) => boolean {
  const formulas = cells.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.untrack();
  formulas.load("areas/items/rowIndex,areas/items/rowCount");
  let runs: readonly RowRun[] | null = null;
  return (at) => {
    runs ??= (formulas.isNullObject ? [] : formulas.areas.items)
      .map(({ rowIndex, rowCount }) => ({ first: rowIndex - top, count: rowCount }))
      .sort((one, other) => one.first - other.first);
    return isAmong(runs, at);
  };
}

/** What stands beside a cell, as one text. */
function keyOf(beside: readonly unknown[]): string {
  return JSON.stringify(beside.map((value) => cellOf(value)));
}
