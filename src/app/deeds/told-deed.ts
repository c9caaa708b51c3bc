import { err, ok, type Result } from "../../domain/result";
import {
  entryId,
  type AuditEntry,
  type DeedFacts,
  type Recorded,
} from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import type { CellStyle } from "../../tables/cells";
import { noChange, type LongChange, type WholeRow } from "../../tables/change";
import { unwatched } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import { lacksAudit, readyAudit } from "./audit-table";
import { commitAll, undoing, type CommittedAll } from "./commit-all";
import type { Performed, PerformFailure, Trace } from "./perform";
import { without, type Deed } from "./record-deed";
import { twice } from "./twice";

/** Something that is done by other means than a commit, as the audit table shall tell of it. */
export interface Noted {
  readonly what: Recorded;
  readonly rowName?: string;
  readonly header?: string;
  readonly customerId?: string | null;
  /** For taking back: the entry this takes back. */
  readonly refersTo?: string | null;
}

/**
 * A deed done by other means than commits: formulas that are switched or put back, names, lists, rules. Each step is
 * told in the audit table before it is done, so that what stood there is written down, before → after, when it is written
 * over; rule P4. Where the step then fails and leaves nothing, its rows go again.
 */
export class ToldDeed {
  readonly #deed: DeedFacts;
  readonly #style: CellStyle;
  readonly #entries: AuditEntry[] = [];
  #roundTrips = 0;

  constructor(
    private readonly workbook: Workbook,
    facts: Pick<WorkbookFacts, "dateSystem" | "language">,
    { kind, about }: Pick<Deed, "kind" | "about">,
    { who, now, newId }: Trace,
  ) {
    this.#deed = { id: newId("A"), kind, about, who, at: now };
    this.#style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  }

  /** What was told so far. */
  performed(): Performed {
    return {
      deed: this.#deed,
      count: this.#entries.length,
      entries: [...this.#entries],
      change: noChange,
      roundTrips: this.#roundTrips,
    };
  }

  /** Tells of a step, then takes it. What cannot be told is not done. */
  async step<T, E extends { readonly code: string }>(
    noted: readonly Noted[],
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | PerformFailure>> {
    const entries = this.#entriesOf(noted);
    const told = await this.#write(entries);
    if (!told.ok) return told;
    const done = await work();
    if (done.ok || leavesSomething(done.error) || !(await this.#withdraw(told.value.applied)))
      this.#entries.push(...entries);
    return done;
  }

  /** Tells of what was done already. */
  tell(noted: readonly Noted[]): Promise<Result<void, PerformFailure>> {
    return this.step(noted, () => Promise.resolve(ok(undefined)));
  }

  #entriesOf(noted: readonly Noted[]): readonly AuditEntry[] {
    return noted.map(
      ({ what, rowName = "", header = "", customerId = null, refersTo = null }, at): AuditEntry => {
        const number = this.#entries.length + at + 1;
        const id = entryId(this.#deed.id, number);
        return { id, deed: this.#deed, number, what, rowName, header, customerId, refersTo };
      },
    );
  }

  async #write(entries: readonly AuditEntry[]): Promise<Result<CommittedAll, PerformFailure>> {
    if (entries.length === 0) return ok({ applied: [], roundTrips: 0 });
    const write = (lacking: ReadonlySet<string>) => {
      const added: readonly WholeRow[] = entries.map((entry) =>
        without(auditRow(entry, this.#style), lacking),
      );
      return commitAll(this.workbook, [{ ...noChange, added }], unwatched);
    };
    let done = await write(new Set());
    if (!done.ok && lacksAudit(done.error)) {
      const ready = await readyAudit(this.workbook);
      if (!ready.ok) return ready;
      done = await write(ready.value.lacking);
    }
    if (done.ok) {
      this.#roundTrips += done.value.roundTrips;
      return done;
    }
    const failure = done.error;
    if (failure.code !== "partly-applied") return err(failure);
    return err({ ...failure, performed: this.performed() });
  }

  /** @returns whether the rows are gone; where not, they say what a cell holds anyway, and taking back says so */
  async #withdraw(applied: readonly LongChange[]): Promise<boolean> {
    const gone = await twice(() => commitAll(this.workbook, undoing(applied), unwatched));
    return gone.ok;
  }
}

/** Whether a failed step has left anything in the workbook that must be told of. */
function leavesSomething(failure: { readonly code: string }): boolean {
  if (failure.code === "half-written") return !("restored" in failure) || failure.restored !== true;
  return failure.code === "partly-applied";
}
