import { useEffect, useRef, useState } from "react";
import type { OwnLeft } from "../../app/share/formulas";
import type { SharePlan } from "../../app/share/share";
import type { CopyOutcome, CopyStep } from "../../app/share/share-copy";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { ShareMode } from "../../tables/specs/shared-columns";
import type { Watcher } from "../../app/slices";
import { browserPace } from "../import/browser-pace";
import { nowAndThen } from "../state/now-and-then";
import { usePane, usePaneState, useWordsOf } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { shareWords } from "../words/share";

/** How far a switch of the calculated columns has come. */
export type SwitchState =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly share: number }
  | { readonly status: "planned"; readonly plan: SharePlan; readonly facts: WorkbookFacts }
  | {
      readonly status: "switching";
      /** Of the columns; null before the first sign of it. */
      readonly share: number | null;
      readonly cancelling: boolean;
      readonly step?: CopyStep;
    }
  /** The columns are switched, and Today is read afresh; with its share. */
  | { readonly status: "following"; readonly share: number }
  | { readonly status: "copied"; readonly outcome: CopyOutcome }
  | {
      readonly status: "done";
      readonly plan: SharePlan;
      readonly ownLeft: readonly OwnLeft[];
      readonly recorded: boolean;
    }
  | { readonly status: "failed"; readonly failure: PaneFailure };

export interface Switch {
  readonly state: SwitchState;
  /** Reads the columns and shows what a switch would do. */
  look(to: ShareMode): Promise<void>;
  /** Carries out what was shown. @param own - whether people's own formulas become values, too */
  carryOut(own: boolean): Promise<void>;
  /** Makes the copy that was shown and opens it; this workbook stays as it is. */
  openCopy(own: boolean): Promise<void>;
  /** Has had enough of a switch under way: the workbook becomes as it was. */
  cancel(): void;
  /** Both at once: for the way back, which needs no choice. */
  goBack(): Promise<void>;
  forget(): void;
}

/** Whether something is under way. */
export function isBusy({ status }: SwitchState): boolean {
  return status === "reading" || status === "switching" || status === "following";
}

/** The steps of a switch, for the view and for the bar in Today. The rules are fetched when first needed. */
export function useSwitch(): Switch {
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const { today, shares } = usePaneState();
  const [known, setState] = useState<SwitchState>({ status: "idle" });
  const here = useRef(true);
  const stop = useRef(new AbortController());
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const show = (next: SwitchState): void => {
    if (here.current) setState(next);
  };
  const { workbook } = pane.services;
  // What the workbook is now is drawn by what Today knows of it: said before that, the view would change under a reader.
  const isFollowing =
    known.status === "done" &&
    today.status === "ready" &&
    today.refreshing &&
    today.today.facts.mode !== known.plan.to;
  const state: SwitchState = isFollowing ? { status: "following", share: shares.today } : known;

  /** Shows how far a switch has come, a few times a second. */
  function watched(step?: CopyStep): Watcher {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const at = (share: number | null): SwitchState => ({
      status: "switching",
      share,
      cancelling: signal.aborted,
      ...(step === undefined ? {} : { step }),
    });
    show(at(null));
    const onProgress = nowAndThen((share) => show(at(share)), browserPace.now);
    return { pace: browserPace, signal, onProgress };
  }

  async function planned(
    to: ShareMode,
  ): Promise<Extract<SwitchState, { readonly status: "planned" }> | null> {
    show({ status: "reading", share: 0 });
    const { planShare } = await import(
      /* webpackChunkName: "pane-share" */ "../../app/share/share"
    );
    const facts = await workbook.describe();
    const onProgress = nowAndThen((share) => show({ status: "reading", share }), browserPace.now);
    const plan = facts.ok
      ? await planShare(workbook, facts.value, to, { pace: browserPace, onProgress })
      : facts;
    if (!facts.ok || !plan.ok) {
      if (!plan.ok) show({ status: "failed", failure: plan.error });
      return null;
    }
    return { status: "planned", plan: plan.value, facts: facts.value };
  }

  async function carried({
    plan,
    facts,
  }: Extract<SwitchState, { readonly status: "planned" }>): Promise<void> {
    const watcher = watched();
    const { share } = await import(/* webpackChunkName: "pane-share" */ "../../app/share/share");
    const done = await share(workbook, facts, plan, say.mode[plan.to], pane.trace(), watcher);
    show(
      done.ok
        ? {
            status: "done",
            plan,
            ownLeft: done.value.ownLeft,
            recorded: done.value.unrecorded === null,
          }
        : { status: "failed", failure: done.error },
    );
    await pane.refresh();
  }

  return {
    state,
    async look(to) {
      const found = await planned(to);
      if (found !== null) show(found);
    },
    async carryOut(own) {
      if (state.status === "planned") await carried(await choosing(state, own));
    },
    async openCopy(own) {
      if (state.status !== "planned") return;
      const { plan, facts } = await choosing(state, own);
      const { shareCopy } = await import(
        /* webpackChunkName: "pane-share" */ "../../app/share/share-copy"
      );
      const about = say.mode[plan.to];
      const done = await shareCopy(workbook, facts, plan, about, pane.trace(), watched);
      show(
        done.ok
          ? { status: "copied", outcome: done.value }
          : { status: "failed", failure: done.error },
      );
      await pane.refresh();
    },
    async goBack() {
      const found = await planned("functions");
      if (found !== null) await carried(found);
    },
    cancel() {
      stop.current.abort();
      if (state.status === "switching") show({ ...state, cancelling: true });
    },
    forget: () => setState({ status: "idle" }),
  };
}

/** What was shown, with or without values in the place of people's own formulas. */
async function choosing<Planned extends { readonly plan: SharePlan }>(
  planned: Planned,
  own: boolean,
): Promise<Planned> {
  if (own) return planned;
  const { leavingOwn } = await import(/* webpackChunkName: "pane-share" */ "../../app/share/share");
  return { ...planned, plan: leavingOwn(planned.plan) };
}
