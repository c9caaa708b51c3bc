import { ok, type Result } from "../../domain/result";
import type { CellChange, Change, UpdatedRow } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { dayCell } from "../../tables/cells";
import { customersTable } from "../../tables/specs/customers";
import { columnOf } from "../../tables/records";
import { addOurColumn, type FieldFailure } from "../fields/fields";
import type { Day } from "../../domain/day";
import type { HealthIssue, Unconfirmed } from "./report";
import { perform, type Performed, type PerformFailure, type Trace } from "../deeds/perform";
import type { Watcher } from "../slices";
import { conflictKey, isMineToWrite, type SideOf } from "../conflicts/resolve";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { Conflict } from "../workbook/rows";

/** Rows of one change: each is a step of the progress bar, and the longest a cancel waits. */
const rowsAtOnce = 1_000;

/**
 * The proposals of issues as reversible changes: every cell from what was read to what is proposed. Rows come in the
 * order of their sheet, so that neighbours travel together. Issues without a proposal are left out.
 */
export function planFixes(issues: readonly HealthIssue[]): readonly Change[] {
  const rows = new Map<string, FixedRow>();
  for (const { table, id, row, column, found, proposal } of issues) {
    if (proposal === null || id === null || column === null) continue;
    const key = `${table} ${id}`;
    const fixed = rows.get(key) ?? { table, id, at: row ?? 0, cells: {} };
    fixed.cells[column] = { from: found, to: proposal.to };
    rows.set(key, fixed);
  }
  const tables = [...new Set(Array.from(rows.values(), ({ table }) => table))];
  return tables.flatMap((table) => {
    const fixed = [...rows.values()]
      .filter((row) => row.table === table)
      .sort((one, other) => one.at - other.at);
    return Array.from({ length: Math.ceil(fixed.length / rowsAtOnce) }, (_, part): Change => {
      const some = fixed.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce);
      return {
        added: [],
        updated: some.map(({ id, cells }): UpdatedRow => ({ table, id, cells })),
        removed: [],
      };
    });
  });
}

interface FixedRow {
  readonly table: TableId;
  readonly id: string;
  readonly at: number;
  readonly cells: Record<string, CellChange>;
}

/**
 * Gives cells their proposed values, all or none, as one deed that can be taken back. Cells that were changed since the
 * check are a `conflict`, and nothing is written.
 *
 * @param about - what the deed is called in the audit table, such as the kinds mended
 */
export function fixHealth(
  workbook: Workbook,
  facts: WorkbookFacts,
  issues: readonly HealthIssue[],
  about: string,
  trace: Trace,
  watcher: Watcher,
): Promise<Result<Performed, PerformFailure>> {
  const names = new Map(
    issues.map(({ table, id, customer }) => [`${table} ${id ?? ""}`, customer]),
  );
  const nameOf = (table: TableId, id: string) => names.get(`${table} ${id}`) ?? null;
  return perform(
    workbook,
    facts,
    { kind: "health", about, nameOf },
    planFixes(issues),
    trace,
    watcher,
  );
}

/**
 * Notes that a customer's data was confirmed on that day; rule I3. The first time in a workbook without the column it is
 * added.
 */
export async function confirmCustomer(
  workbook: Workbook,
  { id, name, cell }: Pick<Unconfirmed, "id" | "name" | "cell">,
  asOf: Day,
  trace: Trace,
): Promise<Result<Performed, FieldFailure | PerformFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const ready = await withConfirmedColumn(workbook, described.value, trace);
  if (!ready.ok) return ready;
  const facts = ready.value;
  const cells = { confirmedDay: { from: cell, to: dayCell(asOf, facts.dateSystem) } };
  const change: Change = {
    added: [],
    updated: [{ table: "customers", id, cells }],
    removed: [],
  };
  const deed = { kind: "health", about: name, customerId: id } as const;
  return perform(workbook, facts, deed, [change], trace);
}

async function withConfirmedColumn(
  workbook: Workbook,
  facts: WorkbookFacts,
  trace: Trace,
): Promise<Result<WorkbookFacts, FieldFailure>> {
  if (facts.tables.customers?.columns[confirmedColumn.id] !== undefined) return ok(facts);
  const added = await addOurColumn(workbook, facts, confirmedColumn, trace);
  return added.ok ? workbook.describe() : added;
}

const confirmedColumn = columnOf(customersTable, "confirmedDay");

/**
 * The issues as they shall be mended after a person decided about cells that had changed since the check: left out, or
 * mended over what was found. Where what was found is what was proposed, there is nothing left to do.
 */
export function resolvedIssues(
  issues: readonly HealthIssue[],
  conflicts: readonly Conflict[],
  sideOf: SideOf,
): readonly HealthIssue[] {
  const changed = new Map(conflicts.map((conflict) => [conflictKey(conflict), conflict]));
  return issues.flatMap((issue): readonly HealthIssue[] => {
    const { table, id, column, proposal } = issue;
    if (id === null || column === null) return [issue];
    const conflict = changed.get(conflictKey({ table, id, column }));
    if (conflict === undefined) return [issue];
    const writes = sideOf(conflict) === "mine" && isMineToWrite(conflict);
    return writes && proposal?.to !== conflict.found ? [{ ...issue, found: conflict.found }] : [];
  });
}
