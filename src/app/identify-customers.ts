import type { Result } from "../domain/result";
import type { DeedFacts } from "../tables/audit/entries";
import { auditRow } from "../tables/audit/rows";
import { dayCell, isBlankCell, textOf, type CellStyle } from "../tables/cells";
import type { Cell, Change, WholeRow } from "../tables/change";
import type { NewId } from "../tables/ids";
import { schemaVersion } from "../tables/schema";
import { lacksAudit, readyAudit } from "./deeds/audit-table";
import type { PerformFailure, Trace } from "./deeds/perform";
import { entriesOf, without } from "./deeds/record-deed";
import type { CustomerView } from "./today/customer-view";
import type { Today } from "./today/today";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";
import type { Identified, Newcomer } from "./workbook/rows";

/** More than a person writes or pastes at once; the rest follow at the next reading. */
export const mostAtOnce = 2_000;

/**
 * The customers a person wrote or pasted below the table, which have a name but no id yet, each with a new id and today
 * as its day of creation (F2: somebody never followed up is due from that day). Without them nothing could be logged.
 *
 * @param met - keys of newcomers (see `newcomerKey`) that were offered before and are left alone: what a person took
 * back with Ctrl+Z must not come again by itself
 */
export function newcomers(
  today: Today,
  newId: NewId,
  met: ReadonlySet<string>,
): readonly Newcomer[] {
  const { facts, asOf } = today;
  if (facts.readOnly || facts.schemaVersion === null || facts.schemaVersion > schemaVersion)
    return [];
  const createdDay = dayCell(asOf, facts.dateSystem);
  return today.customers
    .unidentified()
    .filter(isNewcomer)
    .map(({ row, cells }) => ({
      table: "customers" as const,
      row,
      column: "name",
      found: cells["name"] ?? null,
      createdDay,
    }))
    .filter((newcomer) => !met.has(newcomerKey(newcomer)))
    .slice(0, mostAtOnce)
    .map((newcomer) => ({ ...newcomer, id: newId("C") }));
}

/**
 * Gives newcomers of any table their id and their day of creation, in the same message as the audit rows that tell of it
 * (P4). It can be taken back as long as nothing refers to the id.
 *
 * @returns how many rows have got an id
 */
export async function identify(
  workbook: Workbook,
  facts: WorkbookFacts,
  found: readonly Newcomer[],
  { who, now, newId }: Trace,
): Promise<Result<{ readonly identified: number }, PerformFailure>> {
  const [only] = found;
  const about = found.length === 1 ? textOf(only?.found ?? null).trim() : "";
  const deed: DeedFacts = { id: newId("A"), kind: "identify", about, who, at: now };
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  const recorder =
    (lacking: ReadonlySet<string>) =>
    (identified: readonly Identified[]): readonly WholeRow[] =>
      entriesOf(changeOf(identified), { nameOf: namesOf(identified) }, deed, facts, 0).map(
        (entry) => without(auditRow(entry, style), lacking),
      );
  const done = await workbook.identify(found, recorder(new Set()));
  if (done.ok || !lacksAudit(done.error)) return done;
  const ready = await readyAudit(workbook);
  if (!ready.ok) return ready;
  return workbook.identify(found, recorder(ready.value.lacking));
}

function changeOf(identified: readonly Identified[]): Change {
  return {
    added: [],
    removed: [],
    updated: identified.map(({ newcomer: { table, id, createdDay }, created }) => ({
      table,
      id,
      cells: {
        id: { from: null, to: id },
        ...(created ? { createdDay: { from: null, to: createdDay } } : {}),
      },
    })),
  };
}

function namesOf(identified: readonly Identified[]): (table: unknown, id: string) => string {
  const names = new Map<string, Cell>(identified.map(({ newcomer: { id, found } }) => [id, found]));
  return (_, id) => textOf(names.get(id) ?? null).trim();
}

/** By what a newcomer is known before it has an id. */
export function newcomerKey({
  table,
  row,
  found,
}: Pick<Newcomer, "table" | "row" | "found">): string {
  return `${table}:${row}:${String(found ?? "")}`;
}

function isNewcomer({ cells }: Pick<CustomerView, "cells">): boolean {
  return isBlankCell(cells["id"] ?? null) && !isBlankCell(cells["name"] ?? null);
}
