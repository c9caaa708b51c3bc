import { useEffect, useRef, useState } from "react";
import { checkHealth } from "../../app/health/check";
import { fixHealth } from "../../app/health/fix";
import { withDayOrder, withTurnSaid } from "../../app/health/day-orders";
import { withWord, type RepeatedWord } from "../../app/health/words";
import type { DayColumn, HealthIssue, HealthReport, TurnedDays } from "../../app/health/report";
import { inSlices, unwatched, type Watcher } from "../../app/slices";
import type { DayOrder } from "../../domain/day-order";
import { browserPace } from "../import/browser-pace";
import { usePane, usePaneState, useWordsOf } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import {
  carriedOver,
  chosenIssues,
  defaultChoice,
  fixGroups,
  type FixChoice,
  type FixGroup,
} from "./fix-choice";
import { fixingOn, stopped, type HealthWork } from "./health-work";
import { overtakenIn, type Overtaken } from "./overtaken";
import { healthWords } from "../words/health";

/** A report and what a person wants done about it. */
export interface Findings {
  readonly report: HealthReport;
  readonly groups: readonly FixGroup[];
  readonly choice: FixChoice;
}

/** What the last attempt came to, besides its findings. */
export type HealthOutcome =
  | { readonly kind: "failed"; readonly failure: PaneFailure }
  | Overtaken
  | { readonly kind: "stopped" }
  | { readonly kind: "skipped"; readonly count: number };

export interface Health {
  readonly findings: Findings | null;
  readonly work: HealthWork;
  readonly outcome: HealthOutcome | null;
  /** Grows when work ends, so that the heading can be read out anew. */
  readonly version: number;
  check(): Promise<void>;
  stop(): void;
  choose(choice: FixChoice): void;
  /** The days of a column are read in that order; null leaves them as they are. */
  order(column: DayColumn, order: DayOrder | null): Promise<void>;
  /** The real days of a column were turned around, or are right; null leaves them as they are. */
  turned(column: DayColumn, said: TurnedDays["said"]): Promise<void>;
  /** A word no list has means this one in all rows of its column; null leaves it as it is. */
  sayWord(word: RepeatedWord, to: string | null): Promise<void>;
  /** Fixes the cells given, or all that are chosen. @returns whether it was done */
  fix(issues?: readonly HealthIssue[]): Promise<boolean>;
  /** A customer was confirmed: it leaves the list without a new check. */
  confirmed(id: string): void;
  failed(failure: PaneFailure): void;
}

/** The health check as the view works with it: checking, choosing, fixing, one at a time. */
export function useHealth(): Health {
  const pane = usePane();
  const say = useWordsOf(healthWords);
  const { workbook, today } = pane.services;
  const [findings, setFindings] = useState<Findings | null>(null);
  const [work, setWork] = useState<HealthWork>({ name: "idle" });
  const [outcome, setOutcome] = useState<HealthOutcome | null>(null);
  const [version, setVersion] = useState(0);
  const { notice } = usePaneState();
  const running = useRef(new AbortController());
  // Checking ends with the view; what is being written is written to its end.
  const checking = useRef(new AbortController());
  useEffect(() => () => checking.current.abort(), []);

  // What was fixed is back in the cells: the report tells of them again.
  const known = useRef(notice);
  useEffect(() => {
    if (notice === known.current) return;
    known.current = notice;
    if (notice?.kind === "taken-back" && findings !== null) void check();
  });

  function ended(): void {
    setWork({ name: "idle" });
    setVersion((now) => now + 1);
  }

  function watcher(onProgress: (share: number) => void): Watcher {
    const stop = new AbortController();
    running.current = stop;
    return { pace: browserPace, signal: stop.signal, onProgress };
  }

  async function check(): Promise<void> {
    const watch = watcher((share) => setWork({ name: "checking", share }));
    checking.current = running.current;
    setWork({ name: "checking", share: 0 });
    setOutcome(null);
    const checked = await checkHealth(workbook, today(), watch);
    if (watch.signal.aborted && checked.ok) return;
    ended();
    if (checked.ok) {
      const groups = fixGroups(checked.value);
      setFindings({ report: checked.value, groups, choice: defaultChoice(groups) });
    } else if (checked.error.code === "cancelled") setOutcome({ kind: "stopped" });
    else setOutcome({ kind: "failed", failure: checked.error });
  }

  async function fix(issues?: readonly HealthIssue[]): Promise<boolean> {
    if (findings === null) return false;
    const { report, groups, choice } = findings;
    const wanted = issues ?? chosenIssues(choice, groups);
    const all = chosenIssues(choice, groups).length;
    if (wanted.length === 0) {
      await check();
      setOutcome({ kind: "skipped", count: all });
      return false;
    }
    const watch = watcher((share) => setWork((now) => fixingOn(now, share)));
    setWork({ name: "fixing", share: 0, cancelling: false });
    setOutcome(null);
    const about = say.about(wanted.length);
    const done = await fixHealth(workbook, report.facts, wanted, about, pane.trace(), watch);
    if (!done.ok) {
      const { error: failure } = done;
      const overtaken = await overtakenIn(workbook, wanted, failure, watch);
      ended();
      if (failure.code === "cancelled") setOutcome({ kind: "stopped" });
      else if (overtaken === null) setOutcome({ kind: "failed", failure });
      else setOutcome(overtaken);
      // What could not be put back can be tried again.
      if (failure.code === "partly-applied") pane.did(failure.performed);
      return false;
    }
    ended();
    pane.did(done.value);
    await check();
    if (issues !== undefined && all > wanted.length)
      setOutcome({ kind: "skipped", count: all - wanted.length });
    return true;
  }

  async function order(column: DayColumn, wanted: DayOrder | null): Promise<void> {
    if (findings !== null) await replan(findings, withDayOrder(findings.report, column, wanted));
  }

  async function turned(column: DayColumn, said: TurnedDays["said"]): Promise<void> {
    if (findings !== null) await replan(findings, withTurnSaid(findings.report, column, said));
  }

  async function sayWord(word: RepeatedWord, to: string | null): Promise<void> {
    if (findings !== null) await replan(findings, withWord(findings.report, word, to));
  }

  async function replan(of: Findings, work: Generator<number, HealthReport>): Promise<void> {
    const report = await inSlices(work, { ...unwatched, pace: browserPace });
    // A new check meanwhile has another report.
    setFindings((now) => {
      if (report === null || now?.report !== of.report) return now;
      const groups = fixGroups(report);
      return { report, groups, choice: carriedOver(now.choice, now.groups, groups) };
    });
  }

  return {
    findings,
    order,
    turned,
    sayWord,
    work,
    outcome,
    version,
    check,
    stop() {
      running.current.abort();
      setWork(stopped);
    },
    choose: (choice) => setFindings((now) => now && { ...now, choice }),
    fix,
    confirmed: (id) =>
      setFindings(
        (now) =>
          now && {
            ...now,
            report: {
              ...now.report,
              unconfirmed: now.report.unconfirmed.filter((each) => each.id !== id),
            },
          },
      ),
    failed: (failure) => setOutcome({ kind: "failed", failure }),
  };
}
