import { afterChange, isFollowed } from "../../app/today/after-change";
import { remember, takeBack } from "../../app/deeds/history";
import { fetched } from "../../app/later";
import { logFollowUp, type PlannedFollowUp } from "../../app/log-follow-up";
import type { Performed, PerformFailure, Trace } from "../../app/deeds/perform";
import type { RowOf } from "../../app/row-map";
import { atOnce, type Watcher } from "../../app/slices";
import type { Today } from "../../app/today/today";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { isOfRows, type DeedFacts } from "../../tables/audit/entries";
import type { LongChange } from "../../tables/change";
import { each } from "../../tables/row-list";
import type { TableId } from "../../tables/schema";
import type { ImportPlan } from "../../tables/import/plan";
import { browserPace } from "../import/browser-pace";
import type { PaneServices } from "../services";
import type { PaneFailure } from "../words/failure-words";
import { nowAndThen } from "./now-and-then";
import type { Notice, PaneAction, PaneState } from "./pane-state";

/** What a person changes through the pane; the latest deeds can be taken back from their notices. */
export interface PaneDeeds {
  /** By whom and when the next deed is done. */
  trace(): Trace;
  /** Commits a follow-up. A failure is returned to the form, which explains it beside the fields. */
  save(planned: PlannedFollowUp): Promise<Result<void, PerformFailure | WorkbookFailure>>;
  /** Carries a dry run out as one deed; goes on where the view is left meanwhile. */
  runImport(
    plan: ImportPlan,
    about: string,
    watcher: Watcher,
  ): Promise<Result<void, PerformFailure | WorkbookFailure>>;
  /** A view has carried out a deed: it can be taken back, is said where notices stand, and Today follows. */
  did(performed: Performed, notice?: Notice): void;
  /**
   * A view has taken back a deed or parts of it; no notice offers that deed any more.
   *
   * @param part - how many entries, where others of the deed stay; null for the whole of it
   * @param emptied - tables that were made for it and stay though they hold nothing now
   */
  tookBack(
    performed: Performed,
    of: DeedFacts,
    part: number | null,
    emptied: readonly TableId[],
  ): void;
  takeBack(): Promise<void>;
  /** Has had enough of a taking back under way: the workbook becomes as it was before it. */
  cancelTakingBack(): void;
}

/** From here on following every row would keep the pane from answering. */
const manyRows = 200;

/** Makes the pane's deeds on its state. */
export function paneDeeds(
  { workbook, now, newId }: PaneServices,
  {
    state,
    dispatch,
    adopt,
    follow: followMany,
    refresh,
  }: {
    readonly state: () => PaneState;
    readonly dispatch: (action: PaneAction) => void;
    readonly adopt: (today: Today) => void;
    readonly follow: (before: Today, change: LongChange) => Promise<void>;
    readonly refresh: () => Promise<void>;
  },
): PaneDeeds {
  let cancelling = new AbortController();
  const trace = (): Trace => ({ who: state().who, now: now(), newId });

  function currentToday(): Today | null {
    const { today } = state();
    return today.status === "ready" ? today.today : null;
  }

  async function currentFacts(): Promise<Result<WorkbookFacts, WorkbookFailure>> {
    const today = currentToday();
    return today === null ? workbook.describe() : ok(today.facts);
  }

  /** A change of our own is known without reading again. */
  function follow(change: LongChange): void {
    const today = currentToday();
    if (today === null) void refresh();
    else if (!isSmall(change)) void followMany(today, change);
    else if (atOnce(isFollowed(today, change))) adopt(afterChange(today, change));
    else void refresh();
  }

  /** The same for what a view has done: a step of structure, of which there are few at a time, moves more than rows. */
  function followDeed({ entries, change }: Performed): void {
    if (entries === null || entries.every(({ what }) => isOfRows(what))) follow(change);
    else void refresh();
  }

  return {
    trace,
    async save(planned) {
      dispatch({ type: "work-started", work: "saving" });
      const known = await currentFacts();
      const saved = known.ok ? await logFollowUp(workbook, known.value, planned, trace()) : known;
      if (!saved.ok) {
        dispatch({ type: "work-ended", notice: null });
        return saved;
      }
      const { customerName, gradeAfter, next } = planned;
      dispatch({
        type: "work-ended",
        notice: { kind: "logged", name: customerName, grade: gradeAfter, next },
        history: remember(state().history, saved.value),
      });
      follow(saved.value.change);
      return ok(undefined);
    },
    async runImport(plan, about, watcher) {
      dispatch({ type: "work-started", work: "importing" });
      const part = await fetched(
        () => import(/* webpackChunkName: "pane-import" */ "../../app/import/import"),
      );
      const known = await currentFacts();
      const done = !part.ok
        ? part
        : !known.ok
          ? known
          : await part.value.applyImport(
              workbook,
              known.value,
              plan,
              { about, trace: trace() },
              watcher,
            );
      if (!done.ok && done.error.code !== "partly-applied") {
        dispatch({ type: "work-ended", notice: null });
        return done;
      }
      // What could not be put back can be tried again.
      const performed = done.ok ? done.value : partOf(done.error);
      const { length: added } = plan.added;
      const { length: updated } = plan.updated;
      dispatch({
        type: "work-ended",
        notice: done.ok ? { kind: "imported", added, updated } : null,
        ...(performed === null ? {} : { history: remember(state().history, performed) }),
      });
      if (performed === null) void refresh();
      else followDeed(performed);
      return done.ok ? ok(undefined) : done;
    },
    did(performed, notice = { kind: "did", deed: performed.deed }) {
      dispatch({ type: "did", performed, notice });
      followDeed(performed);
    },
    tookBack(performed, of, part, emptied) {
      dispatch({ type: "took-back", performed, of, part, emptied });
      followDeed(performed);
    },
    async takeBack() {
      if (state().work !== null) return;
      dispatch({ type: "work-started", work: "taking-back" });
      cancelling = new AbortController();
      const done = await takeBack(workbook, state().history, trace(), {
        pace: browserPace,
        signal: cancelling.signal,
        onProgress: nowAndThen(
          (share) => dispatch({ type: "progressed", of: "work", share }),
          browserPace.now,
        ),
      });
      if (!done.ok) {
        dispatch({ type: "work-ended", notice: noticeOf(done.error) });
        return;
      }
      const { history, taken, performed, emptied } = done.value;
      const { deed, added, updated } = taken;
      dispatch({
        type: "work-ended",
        notice: {
          kind: "taken-back",
          deed,
          part: null,
          added,
          updated,
          emptied,
          undressed: performed.undressed !== undefined,
        },
        history,
      });
      followDeed(performed);
    },
    cancelTakingBack() {
      cancelling.abort();
      dispatch({ type: "work-cancelled" });
    },
  };
}

function noticeOf(failure: PaneFailure): Notice {
  return failure.code === "cancelled"
    ? { kind: "taking-back-cancelled" }
    : { kind: "failed", failure };
}

/** Whether it may be followed at once; what goes beyond customers and their log may also have made a table. */
function isSmall({ added, updated, removed }: LongChange): boolean {
  const isNear = ({ table }: { readonly table: TableId }): boolean =>
    table === "customers" || table === "followUps";
  return (
    added.length + updated.length + removed.length < manyRows &&
    [added, updated, removed].every((rows) => [...each<RowOf>(rows)].every(isNear))
  );
}

function partOf(failure: PerformFailure | WorkbookFailure): Performed | null {
  return failure.code === "partly-applied" ? failure.performed : null;
}
