import type { ColumnSwitch, RowRun } from "../../app/share/formulas";
import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf, sameCell } from "../cell";
import { fleeting } from "../run";
import { written } from "../safe-text";
import type { Place } from "../table-place";
import { columnArea } from "./body";
import { ColumnRuns } from "./column-runs";
import { firstReaching, runsWithin } from "./rows-within";

/** A cell that a person filled while the switch was planned or carried out: what stood there when it was overwritten. */
export interface Surprise {
  readonly column: string;
  readonly row: number;
  readonly formula: string | null;
  readonly value: Cell;
}

/**
 * Queues a look at rows that are about to be written over, in the same message and ahead of it: what is typed in between
 * is found all the same.
 *
 * @param isLong - their formulas are native ones, which are not read back: then a formula typed over one is not found,
 *   whereas a word is
 * @returns after the sync, the cells that hold something else than when the switch was planned
 */
export function queueSurprises(
  context: Excel.RequestContext,
  bound: BoundTable,
  columns: readonly ColumnSwitch[],
  piece: RowRun,
  isLong: boolean,
): (place: Place) => readonly Surprise[] {
  const looks = columns.flatMap((column): readonly Look[] => {
    const index = bound.columns[column.column]?.index;
    if (index === undefined || runsWithin(column.rows, piece).length === 0) return [];
    const cells = columnArea(context, bound, index, piece);
    cells.load(isLong ? "values" : "formulas,values");
    if (!isLong) return [{ column, index, cells, constants: null }];
    const constants = fleeting(cells).getSpecialCellsOrNullObject(Excel.SpecialCellType.constants);
    constants.untrack();
    constants.load("areas/items/rowIndex,areas/items/rowCount");
    return [{ column, index, cells, constants }];
  });
  return (place) =>
    looks.flatMap(({ column, index, cells, constants }) => {
      const rows = runsWithin(column.rows, piece);
      const valueAt = (row: number): Cell => cellOf(cells.values[row - piece.first]?.[0]);
      if (constants !== null) {
        const areas = constants.isNullObject ? [] : constants.areas.items;
        const typed = areas.map(({ rowIndex, rowCount }) => ({
          first: rowIndex - place.top,
          count: rowCount,
        }));
        return rows
          .flatMap((run) => typed.flatMap((area) => runsWithin([area], run)))
          .flatMap(rowsOf)
          .filter((row) => foundAt(column, row) !== null)
          .map((row) => ({ column: column.column, row, formula: null, value: valueAt(row) }));
      }
      const now = new ColumnRuns(index, knownIn(column), bound);
      now.read(place, piece.first, cells.formulas, cells.values);
      return rows.flatMap(rowsOf).flatMap((row): readonly Surprise[] => {
        const { formula = null } = now.runs[firstReaching(now.runs, row)] ?? {};
        const value = valueAt(row);
        const before = column.shown?.[row];
        const isSame =
          formula === foundAt(column, row) &&
          (formula !== null || before === undefined || sameCell(before, value));
        if (isSame) return [];
        const text = formulaOf(cells.formulas[row - piece.first]?.[0], value);
        return [{ column: column.column, row, formula: text, value }];
      });
    });
}

/** Queues what a person had typed, back into its place. */
export function queueTyped(
  context: Excel.RequestContext,
  bound: BoundTable,
  typed: readonly Surprise[],
): void {
  for (const { column, row, formula, value } of typed) {
    const index = bound.columns[column]?.index;
    if (index === undefined) continue;
    const cell = columnArea(context, bound, index, { first: row, count: 1 });
    if (formula === null) cell.values = [[written(value, "General")]];
    else cell.formulas = [[formula]];
  }
}

interface Look {
  readonly column: ColumnSwitch;
  readonly index: number;
  readonly cells: Excel.Range;
  readonly constants: Excel.RangeAreas | null;
}

/** A column holds few formulas; where a person's own are all different, their texts are taken apart. */
const mostKnown = 20;
const known = new WeakMap<ColumnSwitch, readonly string[]>();

/** The formulas a column held when the switch was planned. */
function knownIn(column: ColumnSwitch): readonly string[] {
  let formulas = known.get(column);
  if (formulas === undefined) {
    const all = new Set(column.found.flatMap(({ formula }) => formula ?? []));
    formulas = [...all].slice(0, mostKnown);
    known.set(column, formulas);
  }
  return formulas;
}

function foundAt({ found }: ColumnSwitch, row: number): string | null {
  return found[firstReaching(found, row)]?.formula ?? null;
}

function rowsOf({ first, count }: RowRun): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}
