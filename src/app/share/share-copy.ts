import { ok, type Result } from "../../domain/result";
import { twice } from "../deeds/twice";
import type { PerformFailure, Trace } from "../deeds/perform";
import { ToldDeed } from "../deeds/told-deed";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { AtWorkElsewhere, SwitchFailure } from "../workbook/failures";
import { forPart, unwatched, type Watcher } from "../slices";
import type { OwnLeft, Switched } from "./formulas";
import { tellOwnLeft } from "./own-left";
import { planShare, type ShareFailure, type SharePlan } from "./share";

/** What is being done of a share copy. */
export type CopyStep = "switching" | "taking" | "going-back" | "opening";

/**
 * How it went. `opened`: the copy is open, the workbook as before · `not-taken`, `not-opened`: there is no copy, the
 * workbook is as before · `still-switched`: the workbook could not be switched back, and is a share copy itself.
 */
export type CopyOutcome =
  | {
      readonly kind: "opened";
      readonly ownLeft: readonly OwnLeft[];
      readonly unrecorded: PerformFailure | null;
    }
  | {
      readonly kind: "not-taken" | "not-opened" | "still-switched";
      readonly cause: ShareFailure | AtWorkElsewhere;
    };

/** What came back with the functions, and why what could not is not told of. */
interface CameBack {
  readonly ownLeft: readonly OwnLeft[];
  readonly unkept: PerformFailure | null;
}

/**
 * Makes a share copy in one go: switches the calculated columns, takes the workbook's file, switches back and opens the
 * file as another workbook. The person's own workbook is as it was, also where a step fails, unless it says otherwise.
 *
 * @param about - how the copy is called, for the audit table (P4)
 * @param watch - asked at the beginning of each step for who looks on; only the first can be cancelled
 * @returns the failure of the first switch, which then has left no trace; else how it went
 */
export async function shareCopy(
  workbook: Workbook,
  facts: WorkbookFacts,
  plan: SharePlan,
  about: string,
  trace: Trace,
  watch: (step: CopyStep) => Watcher,
): Promise<Result<CopyOutcome, SwitchFailure>> {
  const there = await workbook.switchFormulas(plan.work, watch("switching"));
  if (!there.ok) return there;
  const { onProgress } = watch("taking");
  const taken = await workbook.takeCopy(onProgress);
  // What has to be done anyway cannot be cancelled, and one lost answer shall not leave the workbook switched.
  const goingBack = { ...watch("going-back"), signal: unwatched.signal };
  const deed = new ToldDeed(workbook, facts, { kind: "share", about }, trace);
  // Not together with the taking: the copy would remember whose turn it was, and let nobody else work.
  const back = await twice(() =>
    workbook.inTurn<CameBack, ShareFailure>(async () => {
      const done = await switchBack(workbook, goingBack);
      if (!done.ok) return done;
      const { ownLeft } = done.value;
      return ok({ ownLeft, unkept: await tellOwnLeft(workbook, deed, ownLeft) });
    }),
  );
  if (!back.ok) return ok({ kind: "still-switched", cause: back.error });
  const { ownLeft, unkept } = back.value;
  if (!taken.ok) return ok({ kind: "not-taken", cause: taken.error });
  watch("opening");
  const opened = await workbook.openCopy(taken.value);
  if (!opened.ok) return ok({ kind: "not-opened", cause: opened.error });
  const noted = await deed.tell([{ what: { kind: "note" } }]);
  return ok({ kind: "opened", ownLeft, unrecorded: noted.ok ? unkept : noted.error });
}

/** Looks afresh, as somebody may have typed into the columns meanwhile: that stays. */
async function switchBack(
  workbook: Workbook,
  watcher: Watcher,
): Promise<Result<Switched, ShareFailure>> {
  const facts = await workbook.describe();
  if (!facts.ok) return facts;
  const plan = await planShare(workbook, facts.value, "functions", forPart(watcher, 0, 0.5));
  if (!plan.ok) return plan;
  return workbook.switchFormulas(plan.value.work, forPart(watcher, 0.5, 1));
}
