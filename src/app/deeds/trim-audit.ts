import { isoDay, type Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import { auditTable } from "../../tables/specs/audit";
import type { DeedFacts } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import { dayCell, readCell, textOf, type CellStyle } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { columnOf } from "../../tables/records";
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
  /** Of the first and the last of them, at the top of the table; "" where it is sorted otherwise. */
  readonly firstId: string;
  readonly lastId: string;
}

/**
 * Counts the entries before a day. They are the first rows of the table, unless somebody sorted it otherwise. Reads one
 * column whole, three round trips.
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
  const isOld = (cell: Cell): boolean => {
    const { value } = readCell(columnOf(auditTable, "day"), cell, facts.dateSystem);
    return typeof value === "number" && value < before;
  };
  const later = cells.findIndex((cell) => !isOld(cell));
  const count = cells.filter(isOld).length;
  if (count === 0) return ok(null);
  // Old rows below younger ones: somebody sorted the table otherwise.
  if (later >= 0 && later < count) return ok({ facts, before, count, firstId: "", lastId: "" });
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
  return ok({ facts, before, count, firstId, lastId });
}

/**
 * Deletes old entries, and notes that it was done. A table that somebody sorted is put in the order of time for it. What they tell of can no longer be taken back; nothing else changes.
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
  const day = dayCell(before, facts.dateSystem);
  const sorting = firstId === "" && typeof day === "number" ? { sortedBefore: day } : {};
  return workbook.trimAudit({ count, firstId, lastId, record, ...sorting });
}
