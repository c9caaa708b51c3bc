import type { Day } from "../domain/day";
import { err, ok, type Result } from "../domain/result";
import type { CellStyle } from "../tables/cells";
import { adoptableColumns, customersTable } from "../tables/customers";
import type { NewId } from "../tables/ids";
import { importChanges } from "../tables/import-change";
import { columnsOfKey, usableKeys, type ImportKey } from "../tables/import-key";
import { planImport, type ImportChoices, type ImportPlan } from "../tables/import-plan";
import type { ImportSource } from "./import-source";
import { perform, type Performed, type PerformFailure, type Trace } from "./perform";
import { guessedMapping, type Mapping } from "./proposal";
import { inSlices, type Watcher } from "./slices";
import type { Workbook, WorkbookFacts, WorkbookFailure } from "./workbook";

export type DryRunFailure =
  | WorkbookFailure
  | { readonly code: "not-set-up" }
  /** No column that would tell customers apart is mapped. */
  | { readonly code: "no-key" }
  | { readonly code: "cancelled" };

/** What a person decided about an import. */
export type { ImportChoices } from "../tables/import-plan";

/** Our columns a source can fill: those the workbook has and no formula answers. */
export function importableColumns(facts: WorkbookFacts): readonly string[] {
  const present = facts.tables.customers?.columns ?? {};
  return adoptableColumns.filter(({ id }) => present[id] !== undefined).map(({ id }) => id);
}

/** The mapping to begin with: what recognition guessed, without columns the workbook lacks. */
export function importMapping({ proposal }: ImportSource, facts: WorkbookFacts): Mapping {
  const columns = new Set(importableColumns(facts));
  return Object.fromEntries(
    Object.entries(guessedMapping(proposal)).filter(([column]) => columns.has(column)),
  );
}

/** The keys by which rows of that mapping can be matched, the most certain first. */
export function keysFor(mapping: Mapping, facts: WorkbookFacts): readonly ImportKey[] {
  const columns = facts.tables.customers?.columns ?? {};
  return usableKeys(
    (column) => mapping[column] !== undefined,
    (column) => columns[column] !== undefined,
  );
}

/**
 * Compares a source with the customers, without writing: what is new, what changes from → to, what stays, and what
 * cannot come in and why. Only the columns concerned are read.
 */
export async function dryRun(
  workbook: Workbook,
  source: ImportSource,
  choices: ImportChoices,
  context: { readonly asOf: Day; readonly newId: NewId },
  watcher: Watcher,
): Promise<Result<ImportPlan, DryRunFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const { customers } = facts.tables;
  if (customers === undefined) return err({ code: "not-set-up" });
  const has = (column: string) => customers.columns[column] !== undefined;
  if (!has("id")) return err({ code: "column-missing", table: "customers", column: "id" });
  const { mapping, key } = choices;
  const keyColumns = columnsOfKey(key, (column) => mapping[column] !== undefined, has);
  if (keyColumns === null) return err({ code: "no-key" });

  const columns = new Set(["id", "createdDay", ...keyColumns, ...Object.keys(mapping)]);
  const read = await workbook.readColumns([
    { table: "customers", columns: [...columns].filter(has) },
  ]);
  if (!read.ok) return read;
  const existing = read.value[0]?.columns ?? {};
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "zh" };
  const plan = await inSlices(
    planImport(source.rows, { rowCount: existing["id"]?.length ?? 0, columns: existing }, choices, {
      ...context,
      style,
      table: customersTable,
    }),
    watcher,
  );
  return plan === null ? err({ code: "cancelled" }) : ok(plan);
}

/**
 * Carries a dry run out as one deed, in changes that each fit a message together with their audit rows (P4). All or
 * nothing: when one fails, someone changed a cell since the dry run, or a person cancels, what was written is taken
 * back.
 *
 * @param about - where the rows came from, for the audit table: the file's or the sheet's name
 */
export function applyImport(
  workbook: Workbook,
  facts: WorkbookFacts,
  plan: ImportPlan,
  { about, trace }: { readonly about: string; readonly trace: Trace },
  watcher: Watcher,
): Promise<Result<Performed, PerformFailure>> {
  const deed = { kind: "import", about } as const;
  return perform(workbook, facts, deed, importChanges(plan), trace, watcher);
}
