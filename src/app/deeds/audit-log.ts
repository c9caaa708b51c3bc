import type { Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import { auditTable } from "../../tables/specs/audit";
import type { AuditEntry, DeedFacts } from "../../tables/audit/entries";
import { readAuditRow } from "../../tables/audit/rows";
import { readCell } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { columnOf } from "../../tables/records";
import { rowsOf } from "../today/assemble-today";
import { unwatched, type Onlooker } from "../slices";
import { entriesOf, readScattered, readWindow, windowOf } from "./audit-entries";
import { readTimes, standsInOrder } from "./audit-order";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** A deed as the audit table tells of it. */
export interface LoggedDeed {
  readonly deed: DeedFacts;
  /** How many entries it has in all. */
  readonly count: number;
  /** Zero-based body row of its first entry; null where rows were not read in their order. */
  readonly first: number | null;
  /** Those at hand, in order: all of a small deed, the last of a large one, one customer's where only those were asked. */
  readonly entries: readonly AuditEntry[];
}

/** The newest deeds, or those before them. */
export interface AuditPage {
  /** The newest first. */
  readonly deeds: readonly LoggedDeed[];
  /** The body row before which older ones are read; null when there are none. */
  readonly before: number | null;
  readonly facts: WorkbookFacts;
  readonly rowCount: number;
  /** The day of the oldest entry. */
  readonly since: Day | null;
  /** Rows somebody changed so that they cannot be read any more. */
  readonly unreadable: number;
  /** False where somebody sorted the table otherwise: `before` then counts deeds in the order of their time. */
  readonly ordered: boolean;
}

/** Rows read for one page: about fifty deeds, and some 50 kB. */
const pageRows = 200;

/**
 * Reads deeds from the end of the audit table, a page at a time; rule P4. Two round trips and the same bytes whatever
 * the table's length: its rows are in the order in which they were added, and the entries of a deed are counted.
 *
 * Where somebody sorted the table otherwise, which Excel's own counting tells in a third trip, the deeds are put in order
 * by their time and read by their ids.
 *
 * @param before - the body row before which to read; null for the newest
 * @param ordered - as the page before said; a newest page finds out
 */
export async function readDeeds(
  workbook: Workbook,
  before: number | null,
  ordered = true,
): Promise<Result<AuditPage, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const rowCount = facts.tables.audit?.rowCount ?? 0;
  const end = Math.min(before ?? rowCount, rowCount);
  const start = Math.max(0, end - pageRows);
  const empty: AuditPage = {
    deeds: [],
    before: null,
    facts,
    rowCount,
    since: null,
    unreadable: 0,
    ordered: true,
  };
  if (end <= 0) return ok(empty);
  if (!ordered) return readSorted(workbook, empty, before);
  const answers = await workbook.readColumns([
    windowOf(facts, start, end - start),
    { ...windowOf(facts, 0, 1), columns: ["day"] },
  ]);
  if (!answers.ok) return answers;
  const rows = rowsOf(answers.value[0]);
  if (before === null) {
    const sorted = await standsInOrder(workbook, facts, rows);
    if (!sorted.ok) return sorted;
    if (!sorted.value) return readSorted(workbook, empty, null);
  }
  const read = rows.map((row) => readAuditRow(row, facts.dateSystem));
  const unreadable = rows.filter((row, index) => read[index] === null && !isBlankRow(row)).length;
  const page = deedsIn(read, start);
  const older = await olderThan(workbook, facts, page, start);
  if (!older.ok) return older;
  return ok({
    ...empty,
    deeds: page.deeds,
    before: older.value,
    since: dayOf(rowsOf(answers.value[1])[0], facts),
    unreadable,
    // A table made empty shows one blank row.
    rowCount: rowCount === 1 && rows.every(isBlankRow) ? 0 : rowCount,
  });
}

/** Up to this many entries are searched one by one where they no longer stand together. */
const fewEntries = 500;

/**
 * All entries of a deed, in order: those at hand, or read from the table where there are more, which for the import of a
 * long list is as many as the list is long.
 */
export async function readEntries(
  workbook: Workbook,
  facts: Pick<WorkbookFacts, "tables" | "dateSystem">,
  { deed, count, first, entries }: LoggedDeed,
  onlooker: Onlooker = unwatched,
): Promise<Result<readonly AuditEntry[], WorkbookFailure>> {
  if (entries.length >= count) return ok(entries);
  if (first !== null) {
    const read = await readWindow(workbook, facts, deed.id, { first, count }, onlooker);
    if (!read.ok || read.value.length === count) return read;
  }
  // Somebody sorted the table.
  if (count > fewEntries) return readScattered(workbook, facts, deed.id, onlooker);
  const found = await workbook.readRows([
    { table: "audit", column: "deed", value: deed.id, limit: count },
  ]);
  if (!found.ok) return found;
  return ok(entriesOf(found.value[0] ?? [], facts, deed.id));
}

/**
 * The last deeds that concern a customer, each with the entries about that customer only; the newest first. Reads one
 * column of the audit table whole, and the rows found.
 */
export async function readDeedsOfCustomer(
  workbook: Workbook,
  customerId: string,
  limit = pageRows,
): Promise<Result<AuditPage, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const { audit } = facts.tables;
  const rowCount = audit?.rowCount ?? 0;
  const page = { facts, rowCount, before: null, since: null, ordered: true };
  if (audit?.columns["customerId"] === undefined) return ok({ ...page, deeds: [], unreadable: 0 });
  const found = await workbook.readRows([
    { table: "audit", column: "customerId", value: customerId, limit },
  ]);
  if (!found.ok) return found;
  const rows = found.value[0] ?? [];
  const read = rows.map((row) => readAuditRow(row, facts.dateSystem));
  const deeds = deedsIn(read, 0).deeds.map((logged): LoggedDeed => ({
    ...logged,
    count: logged.entries.length,
    first: null,
  }));
  return ok({ ...page, deeds, unreadable: read.filter((entry) => entry === null).length });
}

/** Deeds read at once where they are read by their ids. */
const sortedDeeds = 50;

/** The newest deeds by their time, wherever their rows stand. Three columns are read whole, and then those deeds' rows. */
async function readSorted(
  workbook: Workbook,
  empty: AuditPage,
  before: number | null,
): Promise<Result<AuditPage, WorkbookFailure>> {
  const { facts } = empty;
  const times = await readTimes(workbook);
  if (!times.ok) return times;
  const deeds = times.value;
  const end = Math.min(before ?? deeds.length, deeds.length);
  const start = Math.max(0, end - sortedDeeds);
  const wanted = deeds.slice(start, end);
  const found = await workbook.readRows(
    wanted.map(({ deed, rows }) => ({
      table: "audit",
      column: "deed",
      value: deed,
      limit: Math.min(rows, pageRows),
    })),
  );
  if (!found.ok) return found;
  let unreadable = 0;
  const logged = found.value.flatMap((rows, at): readonly LoggedDeed[] => {
    const { deed = "", rows: count = 0 } = wanted[at] ?? {};
    const entries = entriesOf(rows, facts, deed);
    unreadable += rows.length - entries.length;
    const last = entries.at(-1);
    return last === undefined ? [] : [{ deed: last.deed, count, first: null, entries }];
  });
  return ok({
    ...empty,
    deeds: logged.reverse(),
    before: start > 0 ? start : null,
    since: dayOf({ day: deeds[0]?.day ?? null }, facts),
    unreadable,
    ordered: false,
  });
}

interface Grouped {
  readonly deeds: readonly LoggedDeed[];
  /** The row before which to go on; null when nothing of the page was left out. */
  readonly before: number | null;
  /** The one large deed that the page shows the end of. */
  readonly large: LoggedDeed | null;
}

/** Groups rows that were read from `start` on by deed; a small deed cut off by the page's beginning is left for the next. */
function deedsIn(read: readonly (AuditEntry | null)[], start: number): Grouped {
  const groups = new Map<string, { entries: AuditEntry[]; firstIndex: number }>();
  read.forEach((entry, index) => {
    if (entry === null) return;
    const group = groups.get(entry.deed.id) ?? { entries: [], firstIndex: index };
    group.entries.push(entry);
    groups.set(entry.deed.id, group);
  });
  const logged = [...groups.values()].map(({ entries, firstIndex }): LoggedDeed => {
    const last = entries.at(-1);
    const head = entries[0];
    if (last === undefined || head === undefined) throw new Error("a group without entries");
    const count = Math.max(last.number, entries.length);
    return { deed: last.deed, count, first: start + firstIndex - (head.number - 1), entries };
  });
  const [cut] = logged;
  const isCut = start > 0 && cut !== undefined && cut.entries.length < cut.count;
  if (!isCut) return { deeds: logged.reverse(), before: null, large: null };
  if (logged.length === 1) return { deeds: logged, before: null, large: cut };
  const lastOfCut = read.findLastIndex((entry) => entry?.deed.id === cut.deed.id);
  return { deeds: logged.slice(1).reverse(), before: start + lastOfCut + 1, large: null };
}

/** Where the page before this one ends: above the beginning of a large deed, if that is really there. */
async function olderThan(
  workbook: Workbook,
  facts: WorkbookFacts,
  { before, large }: Grouped,
  start: number,
): Promise<Result<number | null, WorkbookFailure>> {
  const above = before ?? start;
  if (large === null || large.first === null || large.first <= 0)
    return ok(large === null && above > 0 ? above : null);
  const answers = await workbook.readColumns([windowOf(facts, large.first, 1)]);
  if (!answers.ok) return answers;
  const [head] = entriesOf(rowsOf(answers.value[0]), facts, large.deed.id);
  return ok(head?.number === 1 ? large.first : start);
}

function dayOf(row: Row | undefined, { dateSystem }: WorkbookFacts): Day | null {
  const { value } = readCell(columnOf(auditTable, "day"), row?.["day"] ?? null, dateSystem);
  return typeof value === "number" ? (value as Day) : null;
}

function isBlankRow(row: Row): boolean {
  return Object.values(row).every((cell) => cell === null);
}
