import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** Colleagues' clocks differ: ten minutes, as a part of the day. */
const slack = 1 / 144;

/**
 * Whether the audit table still stands in the order in which its rows were added, judged by its last rows: their times
 * run on, the entries of a deed stand together, and no row above them is younger than the first of them. The last is
 * counted by Excel, in one round trip. Where a person deleted the day or the time, nothing can be said, and it counts as
 * ordered.
 *
 * @param rows - the last rows of the table, in their order
 */
export async function standsInOrder(
  workbook: Workbook,
  { tables }: WorkbookFacts,
  rows: readonly Row[],
): Promise<Result<boolean, WorkbookFailure>> {
  const bound = tables.audit?.columns ?? {};
  if (bound["day"] === undefined || bound["time"] === undefined) return ok(true);
  const times = rows.flatMap((row) => timeOf(row["day"] ?? null, row["time"] ?? null) ?? []);
  const [first] = times;
  if (first === undefined) return ok(true);
  if (times.some((time, at) => at > 0 && isLater(times[at - 1], time))) return ok(false);
  if (!areTogether(rows.map((row) => textOf(row["deed"] ?? null)))) return ok(false);
  const counted = await workbook.countRows([
    { table: "audit", where: [{ column: "day", is: "above", number: first.day }] },
    {
      table: "audit",
      where: [
        { column: "day", is: "equal", number: first.day },
        { column: "time", is: "above", number: first.time + slack },
      ],
    },
  ]);
  if (!counted.ok) return counted;
  const [days = 0, sameDay = 0] = counted.value;
  return ok(days + sameDay <= times.filter((time) => compare(time, first) > 0).length);
}

/** A deed's place in time, and how many rows tell of it. */
export interface DeedTime {
  readonly deed: string;
  /** As the cell holds it; null where somebody overwrote it. */
  readonly day: number | null;
  readonly rows: number;
}

/** All deeds of the audit table, the oldest first, wherever their rows stand. Reads three columns whole. */
export async function readTimes(
  workbook: Workbook,
): Promise<Result<readonly DeedTime[], WorkbookFailure>> {
  const columns = ["deed", "day", "time"];
  const read = await workbook.readColumns([{ table: "audit", columns }]);
  if (!read.ok) return read;
  const { deed: ids = [], day = [], time = [] } = read.value[0]?.columns ?? {};
  const deeds = new Map<string, { rows: number; readonly time: Time | null }>();
  ids.forEach((cell, row) => {
    const id = textOf(cell).trim();
    const known = deeds.get(id);
    if (known !== undefined) known.rows += 1;
    else if (id !== "")
      deeds.set(id, { rows: 1, time: timeOf(day[row] ?? null, time[row] ?? null) });
  });
  return ok(
    [...deeds]
      .map(([deed, { rows, time: at }]) => ({ deed, rows, at }))
      // Deeds of the same minute stay as they stand; where a time was overwritten, they count as the oldest.
      .sort((one, other) => compare(one.at, other.at))
      .map(({ deed, rows, at }) => ({ deed, rows, day: at?.day ?? null })),
  );
}

/** A moment as the cells hold it: the number of the day, and the part of the day. */
export interface Time {
  readonly day: number;
  readonly time: number;
}

/** null where somebody overwrote the day. */
export function timeOf(day: Cell, time: Cell): Time | null {
  return typeof day === "number" ? { day, time: typeof time === "number" ? time : 0 } : null;
}

export function compare(one: Time | null, other: Time | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.day - other.day || one.time - other.time;
}

function isLater(one: Time | undefined, than: Time): boolean {
  if (one === undefined || one.day !== than.day) return one !== undefined && one.day > than.day;
  return one.time > than.time + slack;
}

function areTogether(deeds: readonly string[]): boolean {
  const seen = new Set<string>();
  return deeds.every((deed, at) => {
    const goesOn = deed === deeds[at - 1];
    const isNew = !seen.has(deed);
    seen.add(deed);
    return goesOn || isNew;
  });
}
