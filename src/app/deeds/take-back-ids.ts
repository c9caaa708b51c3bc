import { ok, type Result } from "../../domain/result";
import { isOfRows, type AuditEntry, type RecordedChange } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import { textOf, type CellStyle } from "../../tables/cells";
import { noChange, type Cell, type Row } from "../../tables/change";
import type { ColumnSpec, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { InstallFailure } from "../workbook/install";
import type { CommitFailure, Withdrawal } from "../workbook/rows";
import { lacksAudit, readyAudit } from "./audit-table";
import type { Performed, Trace } from "./perform";
import { entriesOf, without, type Deed } from "./record-deed";
import type { CellObstacle } from "./obstacles";

/** Ids that were given to rows typed by hand, as far as they can be taken back. */
export interface IdsPlan {
  readonly withdrawals: readonly Withdrawal[];
  readonly ready: readonly AuditEntry[];
  readonly refused: readonly {
    readonly entry: AuditEntry;
    readonly obstacles: readonly CellObstacle[];
  }[];
}

/** Whether an entry belongs to an id that was given, with which the row's day of creation goes as well. */
export function givesIds(entries: readonly AuditEntry[]): (entry: AuditEntry) => boolean {
  const rows = new Set(
    entries.flatMap(({ deed, what }) =>
      deed.kind === "identify" && what.kind === "cell" && what.column === "id"
        ? [`${what.table} ${what.rowId}`]
        : [],
    ),
  );
  return ({ deed, what }) =>
    deed.kind === "identify" && isOfRows(what) && rows.has(`${what.table} ${what.rowId}`);
}

/**
 * Tells which ids that were given can be taken back: those nothing refers to yet, in rows that still have the id and the
 * day of creation they got; rule P4. Reads those rows, and of other tables the columns that refer to them. Nothing is
 * written.
 *
 * @param entries - those for which `givesIds` says so
 */
export async function planWithdrawal(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
): Promise<Result<IdsPlan, WorkbookFailure>> {
  if (entries.length === 0) return ok({ withdrawals: [], ready: [], refused: [] });
  const rows = new Map<
    string,
    { readonly table: TableId; readonly id: string; entries: AuditEntry[] }
  >();
  for (const entry of entries) {
    if (!isOfRows(entry.what)) continue;
    const { table, rowId: id } = entry.what;
    const key = `${table} ${id}`;
    const row = rows.get(key) ?? { table, id, entries: [] };
    row.entries.push(entry);
    rows.set(key, row);
  }
  const all = [...rows.values()];
  const standing = await readRows(workbook, facts, all);
  if (!standing.ok) return standing;
  const users = await readUsers(workbook, facts, all);
  if (!users.ok) return users;

  const withdrawals: Withdrawal[] = [];
  const ready: AuditEntry[] = [];
  const refused: IdsPlan["refused"][number][] = [];
  for (const { table, id, entries: own } of all) {
    const place = { table, id };
    const day = own.map(({ what }) => what).find(isDay);
    const now = standing.value.get(`${table} ${id}`);
    const by = users.value.get(`${table} ${id}`);
    const found = now?.["createdDay"] ?? null;
    const obstacle: CellObstacle | null =
      facts.tables[table] === undefined
        ? { code: "table-gone", ...place }
        : now === undefined
          ? { code: "row-gone", ...place }
          : by !== undefined
            ? { code: "id-in-use", by, ...place }
            : day !== undefined && found !== day.to
              ? { code: "changed-since", ...place, column: "createdDay", expected: day.to, found }
              : null;
    if (obstacle !== null) {
      refused.push(...own.map((entry) => ({ entry, obstacles: [obstacle] })));
      continue;
    }
    ready.push(...own);
    withdrawals.push({ table, id, createdDay: day?.to ?? null });
  }
  return ok({ withdrawals, ready, refused });
}

function isDay(
  what: AuditEntry["what"],
): what is Extract<RecordedChange, { readonly kind: "cell" }> {
  return what.kind === "cell" && what.column === "createdDay";
}

/** Up to this many rows are searched for by their id; for more, the columns are read whole. */
const fewRows = 30;

async function readRows(
  workbook: Workbook,
  facts: WorkbookFacts,
  places: readonly { readonly table: TableId; readonly id: string }[],
): Promise<Result<ReadonlyMap<string, Row>, WorkbookFailure>> {
  const rows = new Map<string, Row>();
  const there = places.filter(({ table }) => facts.tables[table]?.columns["id"] !== undefined);
  if (there.length <= fewRows) {
    const read = await workbook.readRows(
      there.map(({ table, id }) => ({ table, column: "id", value: id, limit: 1 })),
    );
    if (!read.ok) return read;
    there.forEach(({ table, id }, at) => {
      const row = read.value[at]?.[0];
      if (row !== undefined) rows.set(`${table} ${id}`, row);
    });
    return ok(rows);
  }
  const tables = [...new Set(there.map(({ table }) => table))];
  const read = await workbook.readColumns(
    tables.map((table) => ({ table, columns: ["id", "createdDay"] })),
  );
  if (!read.ok) return read;
  for (const { table, columns } of read.value)
    (columns["id"] ?? []).forEach((id, at) => {
      const createdDay: Cell = columns["createdDay"]?.[at] ?? null;
      rows.set(`${table} ${textOf(id).trim()}`, { id, createdDay });
    });
  return ok(rows);
}

/** For each row something refers to, a table that does. */
async function readUsers(
  workbook: Workbook,
  { tables }: WorkbookFacts,
  places: readonly { readonly table: TableId; readonly id: string }[],
): Promise<Result<ReadonlyMap<string, TableId>, WorkbookFailure>> {
  const wanted = new Set(places.map(({ table, id }) => `${table} ${id}`));
  const named = new Set(places.map(({ table }) => table));
  const references = (Object.keys(tables) as TableId[]).flatMap((table) => {
    const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
    return specs.flatMap(({ id, references: to }) =>
      to !== undefined && named.has(to) && tables[table]?.columns[id] !== undefined
        ? [{ table, column: id, to }]
        : [],
    );
  });
  if (references.length === 0) return ok(new Map());
  const read = await workbook.readColumns(
    references.map(({ table, column }) => ({ table, columns: [column] })),
  );
  if (!read.ok) return read;
  const users = new Map<string, TableId>();
  references.forEach(({ table, column, to }, at) => {
    for (const cell of read.value[at]?.columns[column] ?? []) {
      const key = `${to} ${textOf(cell).trim()}`;
      if (wanted.has(key)) users.set(key, table);
    }
  });
  return ok(users);
}

/** Takes the ids back, with the audit rows that tell of it. */
export async function withdraw(
  workbook: Workbook,
  facts: WorkbookFacts,
  deed: Deed,
  withdrawals: readonly Withdrawal[],
  { who, now, newId }: Trace,
): Promise<Result<Performed, CommitFailure | InstallFailure>> {
  const deedFacts = { id: newId("A"), kind: deed.kind, about: deed.about, who, at: now };
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  const updated = withdrawals.map(({ table, id, createdDay }) => ({
    table,
    id,
    cells: {
      id: { from: id, to: null },
      ...(createdDay === null ? {} : { createdDay: { from: createdDay, to: null } }),
    },
  }));
  const entries = entriesOf({ ...noChange, updated }, deed, deedFacts, facts, 0);
  const rows = (lacking: ReadonlySet<string>) =>
    entries.map((entry) => without(auditRow(entry, style), lacking));
  let done = await workbook.withdrawIds(withdrawals, rows(new Set()));
  if (!done.ok && lacksAudit(done.error)) {
    const ready = await readyAudit(workbook);
    if (!ready.ok) return ready;
    done = await workbook.withdrawIds(withdrawals, rows(ready.value.lacking));
  }
  if (!done.ok) return done;
  // The rows have no id any more by which a list could follow them: it is read afresh.
  const { roundTrips } = done.value;
  return ok({ deed: deedFacts, count: entries.length, entries, change: noChange, roundTrips });
}
