import { ok, type Result } from "../../domain/result";
import type { DeedFacts } from "../../tables/audit/entries";
import type { RecordedStructure } from "../../tables/audit/structure";
import { auditRow } from "../../tables/audit/rows";
import type { CellStyle } from "../../tables/cells";
import { noChange, type Change, type WholeRow } from "../../tables/change";
import { unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { ColumnsChange, ColumnsFailure } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { InstallFailure } from "../workbook/install";
import { lacksAudit, readyAudit } from "./audit-table";
import { commitAll, undoing, type CommitAllFailure } from "./commit-all";
import type { Performed, Trace } from "./perform";
import { without, type Deed } from "./record-deed";
import { structureEntries } from "./record-structure";
import { twice } from "./twice";

/** A change of a workbook's structure, with the steps that tell of it. */
export interface Restructuring {
  readonly columns: readonly ColumnsChange[];
  /** Cells that go along and are told of by steps, not one by one: words of another language. */
  readonly words: Change;
  readonly steps: readonly RecordedStructure[];
}

export type RestructureFailure = ColumnsFailure | CommitAllFailure | InstallFailure;

/** A structural deed, and for taking back, which entry each step takes back. */
export type StructuralDeed = Pick<Deed, "kind" | "about"> & {
  readonly refersTo?: (what: RecordedStructure) => string | null;
};

/**
 * Changes the structure of the workbook: columns, headers, lists, formulas, words; the twin of `perform`, which changes
 * cells. All of it or nothing, and the audit rows that tell of it are written in the same message as its last part;
 * rule P4.
 *
 * @returns the deed, with the workbook as it stands afterwards
 */
export async function restructure(
  workbook: Workbook,
  facts: WorkbookFacts,
  deed: StructuralDeed,
  work: Restructuring,
  { who, now, newId }: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, RestructureFailure>> {
  const deedFacts: DeedFacts = {
    id: newId("A"),
    kind: deed.kind,
    about: deed.about,
    who,
    at: now,
  };
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  const entries = structureEntries(work.steps, deedFacts, facts, 0, deed.refersTo);
  const rows = (lacking: ReadonlySet<string>) =>
    entries.map((entry) => without(auditRow(entry, style), lacking));

  const done = await carryOut(workbook, facts, work, rows, watcher);
  if (!done.ok) return done;
  const { length: count } = entries;
  return ok({ deed: deedFacts, count, entries, change: noChange, roundTrips: done.value });
}

async function carryOut(
  workbook: Workbook,
  facts: WorkbookFacts,
  { columns: wanted, words }: Restructuring,
  rows: (lacking: ReadonlySet<string>) => readonly WholeRow[],
  watcher: Watcher,
): Promise<Result<number, RestructureFailure>> {
  let record = rows(new Set());
  const makeReady = async () => {
    const ready = await readyAudit(workbook);
    if (ready.ok) record = rows(ready.value.lacking);
    return ready;
  };
  if (facts.tables.audit === undefined) {
    const ready = await makeReady();
    if (!ready.ok) return ready;
  }
  // The audit table's own headers first: the rows that tell of all are looked for by them.
  const isLog = ({ table }: ColumnsChange): boolean => table === "audit";
  const columns = [...wanted.filter(isLog), ...wanted.filter((each) => !isLog(each))];
  // Without columns the words carry the record.
  const toldApart = columns.length === 0;
  const commitWords = () =>
    commitAll(workbook, toldApart ? [{ ...words, added: record }] : [words], watcher);
  let committed = await commitWords();
  if (!committed.ok && lacksAudit(committed.error)) {
    const ready = await makeReady();
    if (!ready.ok) return ready;
    committed = await commitWords();
  }
  if (!committed.ok) return committed;

  const done: ColumnsChange[] = [];
  for (const [index, change] of columns.entries()) {
    const isLast = index === columns.length - 1;
    const send = () => workbook.changeColumns(isLast ? { ...change, record } : change);
    let changed: Result<WorkbookFacts, RestructureFailure> = await twice(send);
    if (!changed.ok && lacksAudit(changed.error)) {
      // Somebody deleted the table, or columns of it that can be done without.
      const ready = await makeReady();
      changed = ready.ok ? await twice(send) : ready;
    }
    if (changed.ok) {
      done.push(change);
      continue;
    }
    for (const each of [...done].reverse())
      await twice(() => workbook.changeColumns(opposite(each, facts)));
    const undone = undoing(committed.value.applied);
    const back = await commitAll(workbook, undone, unwatched);
    return back.ok ? changed : back;
  }
  return ok(committed.value.roundTrips);
}

/** The change of headers, lists, formulas and language that takes one back; columns that came or went stand last. */
function opposite(change: ColumnsChange, { language }: WorkbookFacts): ColumnsChange {
  return {
    ...change,
    added: [],
    removed: change.added.map(({ column }) => column),
    renamed: change.renamed.map(({ column, from, to }) => ({ column, from: to, to: from })),
    lists: swapped(change.lists),
    formulas: swapped(change.formulas),
    ...(change.fields === undefined
      ? {}
      : { fields: { from: change.fields.to, to: change.fields.from } }),
    ...(language === null ? {} : { language }),
  };
}

function swapped<T>(
  entries: Readonly<Record<string, { readonly from: T; readonly to: T }>>,
): Readonly<Record<string, { readonly from: T; readonly to: T }>> {
  return Object.fromEntries(
    Object.entries(entries).map(([column, { from, to }]) => [column, { from: to, to: from }]),
  );
}
