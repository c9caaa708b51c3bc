import { certainDay } from "../../tables/certain-day";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { ExistingRows, IncomingRows } from "../../tables/import/plan";
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
    found.push(
      index === undefined || !isTheirs
        ? column
        : heldAs(column, existing.columns[column.id] ?? [], rows, index, dateSystem),
    );
    yield found.length / columns.length;
  }
  return found;
}

function heldAs(
  column: ColumnSpec,
  present: readonly Cell[],
  rows: IncomingRows,
  index: number,
  dateSystem: DateSystem,
): ColumnSpec {
  const held = present.filter((cell) => !isBlankCell(cell));
  if (held.length === 0 || !held.every((cell) => typeof cell === "number")) return column;
  const coming = rows.map((row): Cell => row[index] ?? null).filter((cell) => !isBlankCell(cell));
  if (coming.every(isPlainNumber)) return { ...column, kind: "number" };
  const asDay: ColumnSpec = { ...column, kind: "day" };
  const areDays =
    held.every(isDaySerial) &&
    coming.every((cell) => certainDay(asDay, cell, null, dateSystem) !== null);
  return areDays ? asDay : column;
}

function isPlainNumber(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && plainNumber.test(cell));
}

function isDaySerial(cell: Cell): boolean {
  return typeof cell === "number" && cell >= earliest && cell <= latest;
}
