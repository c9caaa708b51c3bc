import type { ColumnSwitch, FormulaSwitch, RowRun } from "../../app/share/formulas";
import { unknownKey } from "../../app/share/row-keys";
import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf, sameCell } from "../cell";
import { formulaForRow } from "../commit/row-formula";
import { fleeting } from "../run";
import { boundAt, type Place } from "../table-place";
import { columnArea } from "./body";
import { ColumnRuns } from "./column-runs";
import { inRow } from "./own-references";
import { plannedKeys, type PlacedRun, type Standing } from "./row-standing";
import { firstReaching, isAmong } from "./rows-within";

/** A cell of a person's that was written over: what stood there. */
export interface Surprise {
  readonly column: string;
  /** Of the table's body, when it was written over, with what the row is known by. */
  readonly row: number;
  readonly key: string;
  /** As it read in that row of the sheet, zero-based. */
  readonly formula: string | null;
  readonly sheetRow: number;
  readonly value: Cell;
}

/** What one message writes over. */
export interface Overwriting {
  readonly plan: FormulaSwitch;
  readonly standing: Standing;
  /** Rows of the table the message is about. */
  readonly piece: RowRun;
  /** By column, those of them that are written. */
  readonly runs: ReadonlyMap<ColumnSwitch, readonly PlacedRun[]>;
  /** Rows of the plan that hold what the switch led them to, or are on their way back from it. */
  readonly done: RowRun;
  /** Whether formulas are long ones, which are not read back. */
  readonly isLong: boolean;
}

/** What a message tells of the rows it wrote over. */
interface Told {
  readonly place: Place;
  readonly keys: readonly string[];
}

/**
 * Queues a look at rows that are about to be written over, in the same message and ahead of it: what was typed in between
 * is found all the same, and what stands in rows that changed places.
 *
 * Native formulas are not read back: then a formula typed over one is not found, whereas a word is. Of a row that changed
 * places, what stood there when the switch was planned is taken.
 *
 * @returns after the sync, the cells of a person's that were written over
 */
export function queueSurprises(
  context: Excel.RequestContext,
  bound: BoundTable,
  work: Overwriting,
): (told: Told) => readonly Surprise[] {
  const looks = [...work.runs].flatMap(([column, runs]): readonly Look[] => {
    const index = bound.columns[column.column]?.index;
    if (index === undefined || runs.length === 0) return [];
    const cells = columnArea(context, bound, index, work.piece);
    cells.load(work.isLong ? "values" : "formulas,values");
    if (!work.isLong) return [{ column, runs, index, cells, constants: null }];
    const constants = fleeting(cells).getSpecialCellsOrNullObject(Excel.SpecialCellType.constants);
    constants.untrack();
    constants.load("areas/items/rowIndex,areas/items/rowCount");
    return [{ column, runs, index, cells, constants }];
  });
  return (told) => looks.flatMap((look) => surprisesIn(look, work, bound, told));
}

interface Look {
  readonly column: ColumnSwitch;
  readonly runs: readonly PlacedRun[];
  readonly index: number;
  readonly cells: Excel.Range;
  /** Null where formulas were read. */
  readonly constants: Excel.RangeAreas | null;
}

/** What a cell held; `formula` with `{columnId}`, undefined where it holds one that was not read. */
interface Held {
  readonly formula: string | null | undefined;
  readonly value: Cell;
}

function surprisesIn(
  look: Look,
  { plan, standing, piece, done }: Overwriting,
  bound: BoundTable,
  { place, keys }: Told,
): readonly Surprise[] {
  const { column, runs, cells, constants } = look;
  const now = boundAt(bound, place);
  const heldIn = heldCells(look, now, place, piece);
  const surprises: Surprise[] = [];
  for (const { first, count, from } of runs)
    for (let row = first; row < first + count; row += 1) {
      const key = keys[row - piece.first] ?? unknownKey;
      const isThere = key === standing.keys[row];
      const was = isThere ? from + row - first : rowOf(plannedKeys(plan, bound), key);
      const held = heldIn(row);
      if (was !== null && isOurs(column, was, held, piece, done)) continue;
      const sheetRow = place.top + row;
      const seen = { column: column.column, row, key, sheetRow, value: held.value };
      if (held.formula !== undefined) {
        const text: unknown = constants === null ? cells.formulas[row - piece.first]?.[0] : null;
        surprises.push({ ...seen, formula: formulaOf(text, held.value) });
        continue;
      }
      const formula = was === null || isAmong(column.rows, was) ? null : foundAt(column, was);
      if (was === null || formula === null) continue;
      const then = place.top + was;
      const text = formulaForRow(formula, then, now, place.left);
      surprises.push({ ...seen, formula: inRow(text, then, sheetRow) });
    }
  return surprises;
}

function heldCells(
  { column, index, cells, constants }: Look,
  bound: BoundTable,
  place: Place,
  piece: RowRun,
): (row: number) => Held {
  const valueIn = (row: number): Cell => cellOf(cells.values[row - piece.first]?.[0]);
  if (constants !== null) {
    const items = constants.isNullObject ? [] : constants.areas.items;
    const typed = items.map((area) => ({ first: area.rowIndex - place.top, count: area.rowCount }));
    return (row) => ({ formula: isAmong(typed, row) ? null : undefined, value: valueIn(row) });
  }
  const read = new ColumnRuns(index, knownIn(column), bound);
  read.read(place, piece.first, cells.formulas, cells.values);
  return (row) => ({
    formula: read.runs[firstReaching(read.runs, row)]?.formula ?? null,
    value: valueIn(row),
  });
}

/** Whether a cell that is written over held what the switch expects of that row of the plan. */
function isOurs(
  column: ColumnSwitch,
  was: number,
  { formula, value }: Held,
  piece: RowRun,
  done: RowRun,
): boolean {
  if (!isAmong(column.rows, was)) return false;
  const { to, from, found, shown, contents } = column;
  if (isAmong([done], was)) {
    if (formula === undefined) return true;
    if (formula === null)
      return value === null || to === null || from === null || contents !== undefined;
    const ours = [to, from, ...(contents?.values() ?? [])];
    return ours.includes(formula) || found.some((run) => run.formula === formula);
  }
  if (!isAmong([piece], was)) return false;
  const expected = foundAt(column, was);
  if (formula === undefined) return expected !== null;
  const before = shown?.[was];
  return (
    formula === expected && (formula !== null || before === undefined || sameCell(before, value))
  );
}

/** The only row with this key; null where there is none, or more than one. */
function rowOf(keys: readonly string[], key: string): number | null {
  const row = key === unknownKey ? -1 : keys.indexOf(key);
  return row === -1 || keys.includes(key, row + 1) ? null : row;
}

/** A column holds few formulas; where a person's own are all different, their texts are taken apart. */
const mostKnown = 20;
const known = new WeakMap<ColumnSwitch, readonly string[]>();

/** The formulas a column held when the switch was planned, and those it is to hold. */
function knownIn(column: ColumnSwitch): readonly string[] {
  let formulas = known.get(column);
  if (formulas === undefined) {
    const all = new Set([
      ...column.found.flatMap(({ formula }) => formula ?? []),
      ...[column.to ?? [], column.from ?? []].flat(),
    ]);
    formulas = [...all].slice(0, mostKnown);
    known.set(column, formulas);
  }
  return formulas;
}

function foundAt({ found }: ColumnSwitch, row: number): string | null {
  return found[firstReaching(found, row)]?.formula ?? null;
}
