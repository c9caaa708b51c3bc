import {
  isAmple,
  OrderTally,
  provenOrder,
  turned,
  TurnTally,
  type DayOrder,
} from "../../domain/day-order";
import type { DateSystem } from "../../domain/serial";
import { certainDay } from "../certain-day";
import type { Cell } from "../change";
import type { ColumnSpec } from "../schema";
import type { IncomingDays, TurnedIncoming } from "./days-found";
import type { ImportChoices, IncomingRows } from "./plan";

/** How the days of one column are read. */
export interface DayReading {
  readonly order: DayOrder | null;
  /** Real days get their month and their day of the month exchanged. */
  readonly isTurned: boolean;
}

const rowsPerStep = 500;

/** The incoming rows, and how their columns are taken. */
interface Incoming {
  readonly rows: IncomingRows;
  readonly choices: Pick<ImportChoices, "mapping" | "corrections" | "dayOrder" | "days">;
  readonly dateSystem: DateSystem;
}

/**
 * Looks at the columns of days as the health check does (R1): texts with the year last tell an order; where they all tell
 * the same and no other day of the column is later than the twelfth, those were turned around by the program that opened
 * the file. Cells a person mended are what they say, and tell nothing. Each `yield` is a place to pause.
 *
 * @returns the columns that hold days with the year last
 */
export function* lookAtDays(
  specs: readonly ColumnSpec[],
  incoming: Incoming,
): Generator<undefined, readonly IncomingDays[], void> {
  const found: IncomingDays[] = [];
  for (const spec of specs) {
    const index = incoming.choices.mapping[spec.id];
    if (spec.kind !== "day" || index === undefined) continue;
    const days = yield* lookAtColumn(spec, index, incoming);
    if (days !== null) found.push(days);
  }
  return found;
}

function* lookAtColumn(
  spec: ColumnSpec,
  index: number,
  { rows, choices, dateSystem }: Incoming,
): Generator<undefined, IncomingDays | null, void> {
  const { corrections, dayOrder, days } = choices;
  const cellAt = (row: number): Cell =>
    corrections.get(row)?.has(index) === true ? null : (rows[row]?.[index] ?? null);
  const texts = new OrderTally();
  let isYearLast = false;
  for (let row = 0; row < rows.length; row += 1) {
    if (row % rowsPerStep === rowsPerStep - 1) yield;
    const cell = cellAt(row);
    if (typeof cell === "string" && texts.add(cell)) isYearLast = true;
  }
  if (!isYearLast) return null;
  const { evidence } = texts;
  const said = days[spec.id];
  const proven = provenOrder(evidence);
  const order = said?.order ?? dayOrder ?? (isAmple(evidence) ? proven : null);
  const plain: IncomingDays = { column: spec.id, evidence, order, turned: null };
  if (proven === null || evidence.either > 0) return plain;
  const real = new TurnTally();
  let count = 0;
  let example: TurnedIncoming["example"] | null = null;
  for (let row = 0; row < rows.length; row += 1) {
    if (row % rowsPerStep === rowsPerStep - 1) yield;
    // Without an order no text with the year last is a day: what remains are the others.
    const day = certainDay(spec, cellAt(row), null, dateSystem);
    if (day === null) continue;
    real.add(day);
    const to = turned(day);
    if (to === null) continue;
    count += 1;
    example ??= { from: day, to };
  }
  if (example === null || !real.looksTurned(evidence)) return plain;
  return { ...plain, order: proven, turned: { count, example, said: said?.turned ?? null } };
}

/** How the days of each column are read, by what was found and said. */
export function dayReadings(found: readonly IncomingDays[]): Readonly<Record<string, DayReading>> {
  return Object.fromEntries(
    found.map(({ column, order, turned: days }) => [
      column,
      { order, isTurned: days?.said === "turned" },
    ]),
  );
}

/** Whether the order of a column's days is for a person to say: nothing tells it, or some of them contradict it. */
export function isOrderOpen({ evidence, order, turned: days }: IncomingDays): boolean {
  if (days !== null) return false;
  const { monthFirst, dayFirst, either } = evidence;
  if (order === null) return monthFirst + dayFirst + either > 0;
  return (order === "month-first" ? dayFirst : monthFirst) > 0;
}
