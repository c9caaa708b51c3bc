import type { ColumnSwitch, FormulaSwitch, RowRun } from "../../app/share/formulas";
import { rowsByKey, unknownKey } from "../../app/share/row-keys";
import { TextMap } from "../../domain/text-map";
import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf, sameCell } from "../cell";
import { formulaForRow } from "../commit/row-formula";
import { fleeting } from "../run";
import { boundAt, type Place } from "../table-place";
import { formulaInputs } from "../../tables/schema";
import { columnArea, type Body } from "./body";
import { ColumnRuns } from "./column-runs";
import { frozenValues } from "./frozen";
import { inRow } from "./own-references";
import { plannedKeys, queueFrozenKeys, type PlacedRun, type Standing } from "./row-standing";
import { firstReaching, isAmong } from "./rows-within";
import { queueTypedFormulas, type TypedFormulas } from "./typed-formulas";

/** A cell of a person's that was written over: what stood there. */
export interface Surprise {
  readonly column: string;
  /** Of the table's body, when it was written over, with what the row is known by. */
  readonly row: number;
  readonly key: string;
  /** As it read in that row of the sheet, zero-based. */
  readonly formula: string | null;
  /** Whether the formula is in the language of this Excel. */
  readonly isLocal: boolean;
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
  /** Where the table stands, and the hidden sheet on which Excel compares long formulas; null where there is none. */
  readonly body: Body;
  readonly readings: string | null;
  /** The hidden sheet that remembers which values took the formulas' place; null where there is none. */
  readonly frozen: string | null;
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
 * Native formulas are not read back: Excel is asked for those that are others. Of a row that changed places, what stood
 * there when the switch was planned is taken.
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
    const isValue = queueValues(context, bound, column, runs, work);
    if (!work.isLong) return [{ column, runs, index, cells, isValue, long: null }];
    const constants = fleeting(cells).getSpecialCellsOrNullObject(Excel.SpecialCellType.constants);
    constants.untrack();
    constants.load("areas/items/rowIndex,areas/items/rowCount");
    const typed = queueTyped(context, bound, column, index, work);
    return [{ column, runs, index, cells, isValue, long: { constants, typed } }];
  });
  return (told) => looks.flatMap((look) => surprisesIn(look, work, bound, told));
}

/** Formulas of the add-in that may stand in a column while it is switched. */
function oursIn({ to, from }: ColumnSwitch): readonly string[] {
  return [to, from].filter((formula) => formula !== null);
}

function queueTyped(
  context: Excel.RequestContext,
  bound: BoundTable,
  column: ColumnSwitch,
  index: number,
  { plan, piece, body, readings }: Overwriting,
): () => TypedFormulas {
  const known = oursIn(column);
  const lacks = known.flatMap(formulaInputs).some((input) => bound.columns[input] === undefined);
  if (readings === null || lacks) return () => () => null;
  const slot = plan.columns.indexOf(column);
  return queueTypedFormulas(context, readings, plan, { bound, body, index, piece, known, slot });
}

interface Look {
  readonly column: ColumnSwitch;
  readonly runs: readonly PlacedRun[];
  readonly index: number;
  readonly cells: Excel.Range;
  /** Whether a value stands in a row of the plan because the switch found it, or put it there. */
  readonly isValue: (was: number, value: Cell) => boolean;
  /** Null where formulas were read. */
  readonly long: {
    readonly constants: Excel.RangeAreas;
    readonly typed: () => TypedFormulas;
  } | null;
}

/** What a cell held. */
interface Held {
  /** With `{columnId}`, undefined where it is one that was not read. */
  readonly formula: string | null | undefined;
  /** As the cell shows it. */
  readonly text: string | null;
  /** Whether that is in the language of this Excel, and surely none of ours. */
  readonly isLocal: boolean;
  readonly value: Cell;
}

function surprisesIn(
  look: Look,
  work: Overwriting,
  bound: BoundTable,
  { place, keys }: Told,
): readonly Surprise[] {
  const { plan, standing, piece } = work;
  const { column, runs } = look;
  const now = boundAt(bound, place);
  const heldIn = heldCells(look, now, place, piece);
  const surprises: Surprise[] = [];
  for (const { first, count, from } of runs)
    for (let row = first; row < first + count; row += 1) {
      const key = keys[row - piece.first] ?? unknownKey;
      const isThere = key === standing.keys[row];
      const was = isThere ? from + row - first : rowOf(plannedKeys(plan, bound), key);
      const held = heldIn(row);
      if (was !== null && isOurs(look, was, held, work)) continue;
      const sheetRow = place.top + row;
      const { value, isLocal } = held;
      const seen = { column: column.column, row, key, sheetRow, value, isLocal };
      if (held.formula !== undefined) {
        surprises.push({ ...seen, formula: held.text });
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
  { column, index, cells, long }: Look,
  bound: BoundTable,
  place: Place,
  piece: RowRun,
): (row: number) => Held {
  const valueIn = (row: number): Cell => cellOf(cells.values[row - piece.first]?.[0]);
  if (long !== null) {
    const items = long.constants.isNullObject ? [] : long.constants.areas.items;
    const typed = items.map((area) => ({ first: area.rowIndex - place.top, count: area.rowCount }));
    const textIn = long.typed();
    return (row) => {
      const text = textIn(row);
      const formula = isAmong(typed, row) ? null : (text ?? undefined);
      return { formula, text, isLocal: text !== null, value: valueIn(row) };
    };
  }
  const read = new ColumnRuns(index, knownIn(column), bound);
  read.read(place, piece.first, cells.formulas, cells.values);
  return (row) => {
    const value = valueIn(row);
    const formula = read.runs[firstReaching(read.runs, row)]?.formula ?? null;
    const text = formulaOf(cells.formulas[row - piece.first]?.[0], value);
    return { formula, text, isLocal: false, value };
  };
}

/** Whether a cell that is written over held what the switch expects of that row of the plan. */
function isOurs(
  { column, isValue }: Look,
  was: number,
  { formula, isLocal, value }: Held,
  { piece, done }: Overwriting,
): boolean {
  if (!isAmong(column.rows, was)) return false;
  const { to, from, contents } = column;
  const expected = foundAt(column, was);
  // What stood there may be no formula of ours, or one in another spelling: Excel was not asked about those.
  if (isLocal) return expected !== null && !oursIn(column).includes(expected);
  if (isAmong([done], was)) {
    if (formula === undefined) return true;
    if (formula === null) return value === null || isValue(was, value);
    return [to, from, expected, ...(contents?.values() ?? [])].includes(formula);
  }
  if (!isAmong([piece], was)) return false;
  if (formula === undefined) return expected !== null;
  return formula === expected && (formula !== null || isValue(was, value));
}

/**
 * Queues what values a column holds where it holds no formula.
 *
 * @returns after the sync, whether a value stands in a row of the plan because the switch found it or wrote it there
 */
function queueValues(
  context: Excel.RequestContext,
  bound: BoundTable,
  column: ColumnSwitch,
  runs: readonly PlacedRun[],
  { plan, done, frozen }: Overwriting,
): Look["isValue"] {
  const { to, from, found, shown, contents } = column;
  if (contents !== undefined) return () => true;
  const isShown = (was: number, value: Cell): boolean =>
    shown === null || sameCell(shown[was] ?? null, value);
  if (plan.mends)
    return (was, value) => {
      const run = found[firstReaching(found, was)];
      return run?.formula === null && (run.blank ? value === null : isShown(was, value));
    };
  if (from === null) return isShown;
  if (to !== null) return () => false;
  if (frozen === null) return () => true;
  return queueRemembered(context, bound, column, runs, { plan, done, frozen });
}

/**
 * Queues what the hidden sheet remembers of the rows that are back. They may have changed places in the message in which
 * it was written, or since: what stood in them is found by what they are known by.
 */
function queueRemembered(
  context: Excel.RequestContext,
  bound: BoundTable,
  { column }: ColumnSwitch,
  runs: readonly PlacedRun[],
  { plan, done, frozen }: Pick<Overwriting, "plan" | "done"> & { readonly frozen: string },
): Look["isValue"] {
  const planned = plannedKeys(plan, bound);
  const remembered = runs
    .filter(({ from }) => isAmong([done], from))
    .map(({ from: first, count }) => {
      const piece = { first, count };
      const keys = queueFrozenKeys(context, plan, bound, frozen, piece);
      const cells = frozenValues(context, plan, frozen, column, piece).load("values");
      return { first, cells, keys };
    });
  const read = () => {
    const byKey = new TextMap<Cell>();
    const byRow = new Map<number, Cell>();
    for (const { first, cells, keys } of remembered)
      for (const [at, key] of keys().entries()) {
        const value = cellOf(cells.values[at]?.[0]);
        byRow.set(first + at, value);
        if (key !== unknownKey) byKey.set(key, value);
      }
    return { byKey, byRow };
  };
  let known: ReturnType<typeof read> | null = null;
  return (was, value) => {
    known ??= read();
    const key = planned[was] ?? unknownKey;
    const found = known.byKey.has(key) ? known.byKey.get(key) : known.byRow.get(was);
    return found !== undefined && sameCell(found, value);
  };
}

const rows = new WeakMap<readonly string[], ReturnType<typeof rowsByKey>>();

/** The only row with this key; null where there is none, or more than one. */
function rowOf(keys: readonly string[], key: string): number | null {
  const known = rows.get(keys) ?? rowsByKey(keys);
  rows.set(keys, known);
  return known.get(key) ?? null;
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
