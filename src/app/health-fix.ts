import type { Result } from "../domain/result";
import type { CellChange, Change, UpdatedRow } from "../tables/change";
import type { TableId } from "../tables/schema";
import { dayCell } from "../tables/cells";
import type { Day } from "../domain/day";
import type { HealthIssue, Unconfirmed } from "./health-report";
import { perform, type Performed, type PerformFailure, type Trace } from "./perform";
import type { Watcher } from "./slices";
import type { Workbook, WorkbookFacts } from "./workbook";

/**
 * The proposals of issues as one reversible change: every cell from what was read to what is proposed. Issues without a
 * proposal are left out.
 */
export function planFixes(issues: readonly HealthIssue[]): Change {
  const rows = new Map<string, { table: TableId; id: string; cells: Record<string, CellChange> }>();
  for (const { table, id, column, found, proposal } of issues) {
    if (proposal === null || id === null || column === null) continue;
    const key = `${table} ${id}`;
    const row = rows.get(key) ?? { table, id, cells: {} };
    row.cells[column] = { from: found, to: proposal.to };
    rows.set(key, row);
  }
  const updated: readonly UpdatedRow[] = [...rows.values()];
  return { added: [], updated, removed: [] };
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
    [planFixes(issues)],
    trace,
    watcher,
  );
}

/** Notes that a customer's data was confirmed on that day; rule I3. */
export function confirmCustomer(
  workbook: Workbook,
  facts: WorkbookFacts,
  { id, name, cell }: Pick<Unconfirmed, "id" | "name" | "cell">,
  asOf: Day,
  trace: Trace,
): Promise<Result<Performed, PerformFailure>> {
  const cells = { confirmedDay: { from: cell, to: dayCell(asOf, facts.dateSystem) } };
  const change: Change = {
    added: [],
    updated: [{ table: "customers", id, cells }],
    removed: [],
  };
  const deed = { kind: "health", about: name, customerId: id } as const;
  return perform(workbook, facts, deed, [change], trace);
}

/** The issues that are left when those whose cells have changed meanwhile, or whose rows are gone, are left out. */
export function withoutConflicts(
  issues: readonly HealthIssue[],
  conflicts: readonly { readonly table: TableId; readonly id: string; readonly column: string }[],
): readonly HealthIssue[] {
  const key = (table: TableId, id: string | null, column: string | null) =>
    `${table} ${id ?? ""} ${column ?? ""}`;
  const changed = new Set(conflicts.map(({ table, id, column }) => key(table, id, column)));
  return issues.filter(({ table, id, column }) => !changed.has(key(table, id, column)));
}
