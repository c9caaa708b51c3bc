import { isoDay, type Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import type { DeedFacts } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import { dayCell, type CellStyle } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { Trace } from "./perform";
import { notedOf } from "./record-deed";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { TrimFailure } from "../workbook/rows";

/** The entries before a day. */
export interface OldEntries {
  readonly facts: WorkbookFacts;
  readonly before: Day;
  readonly count: number;
  /** Whether they are the first rows of the table. */
  readonly ordered: boolean;
}

/**
 * Counts the entries before a day. What somebody has written in place of a day is never an entry before it. Reads one
 * column whole, two round trips.
 *
 * @returns null when there are none
 */
export async function findOldEntries(
  workbook: Workbook,
  before: Day,
): Promise<Result<OldEntries | null, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.tables.audit?.columns["day"] === undefined) return ok(null);
  const days = await workbook.readColumns([{ table: "audit", columns: ["day"] }]);
  if (!days.ok) return days;
  const limit = dayNumber(before, facts);
  const cells = days.value[0]?.columns["day"] ?? [];
  const isOld = (cell: Cell): boolean => typeof cell === "number" && cell < limit;
  const count = cells.filter(isOld).length;
  const ordered = cells.slice(0, count).every(isOld);
  return ok(count === 0 ? null : { facts, before, count, ordered });
}

/**
 * Deletes old entries, and notes that it was done. The table is put in the order of time for it, where somebody sorted it
 * otherwise. What the entries tell of can no longer be taken back; nothing else changes.
 *
 * @returns `changed-since-shown` where there are more or fewer of them by now
 */
export function trimAudit(
  workbook: Workbook,
  { facts, before, count, ordered }: OldEntries,
  { who, now, newId }: Trace,
): Promise<Result<void, TrimFailure>> {
  const language = facts.language ?? "en";
  const style: CellStyle = { dateSystem: facts.dateSystem, language };
  const about =
    language === "zh" ? `${isoDay(before)} 之前 ${count} 条` : `${count} before ${isoDay(before)}`;
  const deed: DeedFacts = { id: newId("A"), kind: "trim", about, who, at: now };
  const record = auditRow(notedOf(deed, 1), style);
  return workbook.trimAudit({ count, before: dayNumber(before, facts), ordered, record });
}

function dayNumber(day: Day, { dateSystem }: WorkbookFacts): number {
  const cell = dayCell(day, dateSystem);
  // A day before the workbook's first one stands there as text, and nothing is older.
  return typeof cell === "number" ? cell : 0;
}
