import type { Moment } from "../../domain/moment";
import { err, ok, type Result } from "../../domain/result";
import type { AuditEntry, DeedFacts } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import type { CellStyle } from "../../tables/cells";
import { wholeChange, type Change, type LongChange } from "../../tables/change";
import { joined } from "../../tables/row-list";
import type { NewId } from "../../tables/ids";
import { lacksAudit, readyAudit } from "./audit-table";
import { commitAll, type CommitAllFailure, type CommittedAll } from "./commit-all";
import { entriesOf, notedOf, without, type Deed } from "./record-deed";
import { unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { InstallFailure } from "../workbook/install";

/** By whom, when and under which ids a deed is done. */
export interface Trace {
  /** As far as Excel tells: the name entered on this computer, "" where none was. */
  readonly who: string;
  readonly now: Moment;
  readonly newId: NewId;
}

/** A deed that was done, with all that taking it back needs. */
export interface Performed {
  readonly deed: DeedFacts;
  /** How many entries the audit table has of it. */
  readonly count: number;
  /** Those; null for a long deed, of which they are read there when they are wanted. */
  readonly entries: readonly AuditEntry[] | null;
  /** What was committed besides the audit rows: with it `afterChange` gives the new Today. */
  readonly change: LongChange;
  readonly roundTrips: number;
  /** Why a row that came back lacks the colours and comments it had; absent where it has them, or had none. */
  readonly undressed?: WorkbookFailure;
}

export type PerformFailure =
  | Exclude<CommitAllFailure, PartlyApplied>
  | (PartlyApplied & {
      /** What is still in the workbook, so that it can be taken back. */
      readonly performed: Performed;
    })
  | InstallFailure;

type PartlyApplied = Extract<CommitAllFailure, { readonly code: "partly-applied" }>;

/**
 * Changes the workbook: the one way every use case does. Each change is committed together with its rows in the audit
 * table, in the same round trips, so that neither is ever there without the other; rule P4. All changes or none.
 *
 * The first deed of a workbook makes the audit table. A large change is cut; all its pieces belong to the same deed.
 *
 * @param facts - for headers, words and days; they may be a little old
 * @param watcher - shows progress and cancels; not needed for what is over at once
 * @returns the deed, to be kept for Undo. On a failure nothing was written, except what `partly-applied` says
 *
 * @example
 * await perform(workbook, facts, { kind: "follow-up", about: "新华书店", customerId }, [change], trace)
 */
export async function perform(
  workbook: Workbook,
  facts: WorkbookFacts,
  deed: Deed,
  changes: readonly LongChange[],
  { who, now, newId }: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, PerformFailure>> {
  const { kind, about } = deed;
  const deedFacts: DeedFacts = { id: newId("A"), kind, about, who, at: now };
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  // Which entries a piece has follows from how many were before: of a long deed they are more than the deed, and made
  // again where they are wanted once more.
  let counts: number[] = [];
  const countBefore = (at: number): number =>
    counts.slice(0, at).reduce((sum, count) => sum + count, 0);
  const entriesIn = (change: Change, at: number): readonly AuditEntry[] =>
    change === nothing
      ? [notedOf(deedFacts, countBefore(at) + 1)]
      : entriesOf(change, deed, deedFacts, facts, countBefore(at));
  const attempt = (lacking: ReadonlySet<string>) => {
    counts = [];
    const together = (change: Change, entries: readonly AuditEntry[]): Change => {
      const rows = entries.map((entry) => without(auditRow(entry, style), lacking));
      return { ...change, added: [...change.added, ...rows] };
    };
    const record = (change: Change, at: number): Change => {
      const entries = entriesIn(change, at);
      counts[at] = entries.length;
      return together(change, entries);
    };
    const again = (change: Change, at: number): Change => together(change, entriesIn(change, at));
    return commitAll(workbook, changes, watcher, { record, again });
  };
  const performed = ({ applied, roundTrips }: CommittedAll): Performed => {
    const count = countBefore(applied.length);
    const entries = (): readonly AuditEntry[] =>
      applied.flatMap((piece, at) => entriesIn(wholeChange(piece), at));
    return {
      deed: deedFacts,
      count,
      entries: count > entriesKept ? null : entries(),
      change: asOne(applied),
      roundTrips,
    };
  };

  let done = await attempt(new Set());
  if (!done.ok && lacksAudit(done.error)) {
    const ready = await readyAudit(workbook);
    if (!ready.ok) return ready;
    done = await attempt(ready.value.lacking);
  }
  if (done.ok) return ok(performed(done.value));
  const failure = done.error;
  if (failure.code !== "partly-applied") return err(failure);
  const { applied } = failure;
  return err({ ...failure, performed: performed({ applied, roundTrips: 0 }) });
}

/**
 * Notes in the audit table what is not a change of cells: a copy that was made and opened, a sheet of rejected
 * rows. There is nothing to take back; what there is goes through `ToldDeed` or `restructure`. Rule P4.
 */
export function note(
  workbook: Workbook,
  facts: WorkbookFacts,
  deed: Pick<Deed, "kind" | "about">,
  trace: Trace,
): Promise<Result<Performed, PerformFailure>> {
  return perform(workbook, facts, deed, [nothing], trace);
}

/** Entries a deed may have for the pane to keep them. */
const entriesKept = 2_000;

/** A change that is recorded although no cell moves. */
const nothing: Change = { added: [], updated: [], removed: [] };

function asOne(changes: readonly LongChange[]): LongChange {
  const [only] = changes;
  if (only !== undefined && changes.length === 1) return only;
  return {
    added: joined(changes.map(({ added }) => added)),
    updated: joined(changes.map(({ updated }) => updated)),
    removed: joined(changes.map(({ removed }) => removed)),
  };
}
