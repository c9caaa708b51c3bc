import { err, ok, type Result } from "../../domain/result";
import { isOfStructure, type DeedFacts } from "../../tables/audit/entries";
import type { RecordedStructure } from "../../tables/audit/structure";
import { auditRow } from "../../tables/audit/rows";
import type { CellStyle } from "../../tables/cells";
import { noChange, type Change, type WholeRow } from "../../tables/change";
import type { TableId } from "../../tables/schema";
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

export type RestructureFailure = ColumnsFailure | CommitAllFailure | InstallFailure | HalfDone;

/**
 * It stopped midway, and what was done could not be put back: as where a sheet becomes protected meanwhile. The audit
 * table tells of what stands, so that it can be taken back from there; a rerun does the rest.
 */
export interface HalfDone {
  readonly code: "half-done";
  readonly words: boolean;
  /** Whose headers, lists and formulas are changed. */
  readonly tables: readonly TableId[];
  readonly cause: Exclude<RestructureFailure, HalfDone>;
}

/** A structural deed, and for taking back, which entry each step takes back. */
export type StructuralDeed = Pick<Deed, "kind" | "about"> & {
  readonly refersTo?: (what: RecordedStructure) => string | null;
};

/**
 * Changes the structure of the workbook: columns, headers, lists, formulas, words; the twin of `perform`, which changes
 * cells. All of it or nothing, or `half-done`; the audit rows that tell of it are written in the same message as its last
 * part; rule P4.
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
  const rows: RowsTelling = (lacking, isTold = () => true) =>
    entries
      .filter(({ what }) => isOfStructure(what) && isTold(what))
      .map((entry) => without(auditRow(entry, style), lacking));

  const done = await carryOut(workbook, facts, work, rows, watcher);
  if (!done.ok) return done;
  const { length: count } = entries;
  return ok({ deed: deedFacts, count, entries, change: noChange, roundTrips: done.value });
}

/** Rows of the audit table that tell of all steps, or of some. */
type RowsTelling = (
  lacking: ReadonlySet<string>,
  isTold?: (what: RecordedStructure) => boolean,
) => readonly WholeRow[];

async function carryOut(
  workbook: Workbook,
  facts: WorkbookFacts,
  { columns: wanted, words, steps }: Restructuring,
  rows: RowsTelling,
  watcher: Watcher,
): Promise<Result<number, RestructureFailure>> {
  let lackingLog: ReadonlySet<string> = new Set();
  let record = rows(lackingLog);
  const makeReady = async () => {
    const ready = await readyAudit(workbook);
    if (ready.ok) {
      lackingLog = ready.value.lacking;
      record = rows(lackingLog);
    }
    return ready;
  };
  if (facts.tables.audit === undefined) {
    const ready = await makeReady();
    if (!ready.ok) return ready;
  }
  // The audit table's own headers first: the rows that tell of all are looked for by them.
  const isLog = ({ table }: ColumnsChange): boolean => table === "audit";
  const columns = [...wanted.filter(isLog), ...wanted.filter((each) => !isLog(each))].map(inTurn);
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
  const { applied } = committed.value;

  const done: ColumnsChange[] = [];
  for (const [index, change] of columns.entries()) {
    const isLast = index === columns.length - 1;
    const send = () => workbook.changeColumns(isLast ? { ...change, record } : change);
    let changed: Result<WorkbookFacts, ColumnsFailure | InstallFailure> = await send();
    // Half of it would be in the way of another attempt.
    const isHalf = !changed.ok && changed.error.code === "half-written" && !changed.error.restored;
    if (!changed.ok && !isHalf) changed = await send();
    if (!changed.ok && lacksAudit(changed.error)) {
      // Somebody deleted the table, or columns of it that can be done without.
      const ready = await makeReady();
      changed = ready.ok ? await twice(send) : ready;
    }
    if (changed.ok) {
      done.push(change);
      continue;
    }
    const left: ColumnsChange[] = [];
    for (const each of [...done].reverse()) {
      const undone = await twice(() => workbook.changeColumns(opposite(each, facts)));
      if (!undone.ok) left.push(each);
    }
    const back = await commitAll(workbook, undoing(applied), unwatched);
    if (back.ok && left.length === 0) return changed;
    const { error } = changed;
    const cause = error.code === "half-written" ? error.cause : error;
    // Its headers come first, in a message of their own.
    const now = await workbook.describe();
    const isRenamed = ({ table, column, to }: RecordedStructure): boolean =>
      table === change.table && now.ok && now.value.tables[table]?.columns[column]?.header === to;
    const stands = (what: RecordedStructure): boolean => {
      if (what.kind === "words") return !back.ok;
      if (what.kind === "renamed" && isRenamed(what)) return true;
      return what.kind !== "language" && left.some(({ table }) => table === what.table);
    };
    // Where even this cannot be written, the answer alone tells of it.
    const added = rows(lackingLog, stands);
    await twice(() => commitAll(workbook, [{ ...noChange, added }], unwatched));
    const tables = new Set(
      steps.flatMap((what) => (what.kind !== "words" && stands(what) ? [what.table] : [])),
    );
    return err({ code: "half-done", words: !back.ok, tables: [...tables], cause });
  }
  return ok(committed.value.roundTrips);
}

/** The workbook speaks another language once all of it is done. */
function inTurn(
  { language, ...change }: ColumnsChange,
  index: number,
  { length }: readonly ColumnsChange[],
): ColumnsChange {
  return language === undefined || index < length - 1 ? change : { ...change, language };
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
