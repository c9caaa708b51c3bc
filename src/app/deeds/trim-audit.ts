import { isoDay, type Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import { auditTable } from "../../tables/specs/audit";
import type { DeedFacts } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import { readCell, textOf, type CellStyle } from "../../tables/cells";
import { columnOf } from "../../tables/records";
import type { Trace } from "./perform";
import { notedOf } from "./record-deed";
import type { TrimFailure, Workbook, WorkbookFacts, WorkbookFailure } from "../workbook";

/** The entries before a day, which stand at the top of the audit table. */
export interface OldEntries {
  readonly facts: WorkbookFacts;
  readonly before: Day;
  readonly count: number;
  readonly firstId: string;
  readonly lastId: string;
}

/**
 * Counts the entries before a day. They are the first rows of the table, up to the first one of that day or later: where
 * somebody sorted it otherwise, only those are counted. Reads one column whole, three round trips.
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
  const cells = days.value[0]?.columns["day"] ?? [];
  const later = cells.findIndex((cell) => {
    const { value } = readCell(columnOf(auditTable, "day"), cell, facts.dateSystem);
    return typeof value !== "number" || value >= before;
  });
  const count = later < 0 ? cells.length : later;
  if (count === 0) return ok(null);
  const at = (first: number) => ({
    table: "audit" as const,
    columns: ["id"],
    rows: { first, count: 1 },
  });
  const ids = await workbook.readColumns([at(0), at(count - 1)]);
  if (!ids.ok) return ids;
  const [firstId = "", lastId = ""] = ids.value.map(({ columns }) =>
    textOf(columns["id"]?.[0] ?? null),
  );
  return ok(firstId === "" ? null : { facts, before, count, firstId, lastId });
}

/**
 * Deletes old entries, and notes that it was done. What they tell of can no longer be taken back; nothing else changes.
 */
export function trimAudit(
  workbook: Workbook,
  { facts, before, count, firstId, lastId }: OldEntries,
  { who, now, newId }: Trace,
): Promise<Result<void, TrimFailure>> {
  const language = facts.language ?? "en";
  const style: CellStyle = { dateSystem: facts.dateSystem, language };
  const about =
    language === "zh" ? `${isoDay(before)} 之前 ${count} 条` : `${count} before ${isoDay(before)}`;
  const deed: DeedFacts = { id: newId("A"), kind: "trim", about, who, at: now };
  const record = auditRow(notedOf(deed, 1), style);
  return workbook.trimAudit({ count, firstId, lastId, record });
}
