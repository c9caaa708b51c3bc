import { err, ok, type Result } from "../../domain/result";
import {
  entryId,
  type AuditEntry,
  type DeedFacts,
  type Recorded,
} from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import type { CellStyle } from "../../tables/cells";
import { noChange, type WholeRow } from "../../tables/change";
import { unwatched } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import { lacksAudit, readyAudit } from "./audit-table";
import { commitAll } from "./commit-all";
import type { Performed, PerformFailure, Trace } from "./perform";
import { without, type Deed } from "./record-deed";

/** Something that was done by other means than a commit, as the audit table shall tell of it. */
export interface Noted {
  readonly what: Recorded;
  readonly rowName?: string;
  readonly header?: string;
  readonly customerId?: string | null;
  /** For taking back: the entry this takes back. */
  readonly refersTo?: string | null;
}

/**
 * Tells the audit table of what was done by other means than a commit: formulas that were switched or put back, names,
 * lists, rules; rule P4. With what was before and after it can be taken back from there. Nothing else is written.
 */
export async function noteAll(
  workbook: Workbook,
  facts: WorkbookFacts,
  { kind, about }: Pick<Deed, "kind" | "about">,
  noted: readonly Noted[],
  { who, now, newId }: Trace,
): Promise<Result<Performed, PerformFailure>> {
  const deed: DeedFacts = { id: newId("A"), kind, about, who, at: now };
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  const entries = noted.map(
    ({ what, rowName = "", header = "", customerId = null, refersTo = null }, at): AuditEntry => ({
      id: entryId(deed.id, at + 1),
      deed,
      number: at + 1,
      what,
      rowName,
      header,
      customerId,
      refersTo,
    }),
  );
  const write = (lacking: ReadonlySet<string>) => {
    const added: readonly WholeRow[] = entries.map((entry) =>
      without(auditRow(entry, style), lacking),
    );
    return commitAll(workbook, [{ ...noChange, added }], unwatched);
  };
  let done = await write(new Set());
  if (!done.ok && lacksAudit(done.error)) {
    const ready = await readyAudit(workbook);
    if (!ready.ok) return ready;
    done = await write(ready.value.lacking);
  }
  if (done.ok) return ok({ deed, entries, change: noChange, roundTrips: done.value.roundTrips });
  const failure = done.error;
  if (failure.code !== "partly-applied") return err(failure);
  const performed = { deed, entries, change: noChange, roundTrips: 0 };
  return err({ ...failure, performed });
}
