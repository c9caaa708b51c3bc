import { certainDay } from "../../tables/certain-day";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { ExistingRows, IncomingRows } from "../../tables/import/plan";
import { RememberedCells } from "../../tables/import/remembered";
import { ownHeader, type ColumnSpec } from "../../tables/schema";
import type { DateSystem } from "../../domain/serial";
import type { Mapping } from "../set-up/proposal";

/** A number as it is typed to be counted with: no sign of a code or a telephone number, and few enough digits. */
const plainNumber = /^\s*-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14})(?:\.\d{1,10})?\s*$/u;

/** Serial numbers of the years 1950 to 2100, within which people's days lie. */
const [earliest, latest] = [18_264, 73_415] as const;

/**
 * The columns as they are held: one that is nothing but a person's own takes text, unless all that stands in it are
 * numbers. Then numbers come in as numbers and days as days, if all that come are such, so that sums over the column
 * and its sorting go on as before. Every `yield` is a place to pause.
 *
 * @param fields - the columns of which a person has said what they hold: they stay what was said
 */
export function* asHeld(
  columns: readonly ColumnSpec[],
  fields: ReadonlySet<string>,
  existing: ExistingRows,
  rows: IncomingRows,
  mapping: Mapping,
  dateSystem: DateSystem,
): Generator<number, readonly ColumnSpec[], void> {
  const found: ColumnSpec[] = [];
  for (const column of columns) {
    const index = mapping[column.id];
    const isTheirs = ownHeader(column.id) !== null && !fields.has(column.id);
    const share = found.length / columns.length;
    if (index === undefined || !isTheirs) found.push(column);
    else {
      const looking = heldAs(
        column,
        existing.columns[column.id] ?? [],
        rows.length,
        (row) => rows[row]?.[index] ?? null,
        dateSystem,
      );
      let step = looking.next();
      for (; step.done !== true; step = looking.next()) yield share;
      found.push(step.value);
    }
    yield share;
  }
  return found;
}

function* heldAs(
  column: ColumnSpec,
  present: readonly Cell[],
  coming: number,
  comingAt: (row: number) => Cell,
  dateSystem: DateSystem,
): Generator<undefined, ColumnSpec, void> {
  const presentAt = (row: number): Cell => present[row] ?? null;
  const isNumber = (cell: Cell): boolean => typeof cell === "number";
  if ((yield* allFilled(present.length, presentAt, isNumber)) !== true) return column;
  if ((yield* allFilled(coming, comingAt, isPlainNumber)) !== false)
    return { ...column, kind: "number" };
  if ((yield* allFilled(present.length, presentAt, isDaySerial)) !== true) return column;
  const asDay: ColumnSpec = { ...column, kind: "day" };
  const days = new RememberedCells((_, cell) => certainDay(asDay, cell, null, dateSystem) !== null);
  const isDay = (cell: Cell): boolean => days.of(asDay, cell);
  return (yield* allFilled(coming, comingAt, isDay)) === false ? column : asDay;
}

const cellsPerStep = 1_000;

/** Whether all cells that are filled are such; null where none is filled. Each `yield` is a place to pause. */
function* allFilled(
  count: number,
  cellAt: (row: number) => Cell,
  isSuch: (cell: Cell) => boolean,
): Generator<undefined, boolean | null, void> {
  let answer: boolean | null = null;
  for (let row = 0; row < count; row += 1) {
    if (row % cellsPerStep === cellsPerStep - 1) yield;
    const cell = cellAt(row);
    if (isBlankCell(cell)) continue;
    if (!isSuch(cell)) return false;
    answer = true;
  }
  return answer;
}

function isPlainNumber(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && plainNumber.test(cell));
}

function isDaySerial(cell: Cell): boolean {
  return typeof cell === "number" && cell >= earliest && cell <= latest;
}
