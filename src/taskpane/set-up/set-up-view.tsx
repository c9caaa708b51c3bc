import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { planSetUp, type SetUpPlan } from "../../app/set-up/plan-set-up";
import type {
  AdoptProposal,
  CreateProposal,
  Proposal,
  RestoreProposal,
} from "../../app/set-up/proposal";
import { proposeSetUp, readBody, setUp, withHeaderRow } from "../../app/set-up/set-up";
import { FailureMessage } from "../parts/failure-message";
import { Option } from "../parts/option";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import { useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { tableTitle } from "../words/failure-text";
import { Adopting } from "./adopting";
import { SetUpDone } from "./set-up-done";
import { stepFor, type SetUpStep } from "./set-up-flow";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  hint: { margin: "4px 0 10px", color: tokens.colorNeutralForeground2 },
});

/** 建立客户表: create the tables, or adopt the sheet that is there; says everything before it writes anything. */
export function SetUpView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(setUpWords);
  const asOf = useAsOf();
  const { workbook, newId } = pane.services;
  const [step, setStep] = useState<SetUpStep>({ name: "looking" });
  /** Grows with every question to the workbook: an answer to an older one is dropped. */
  const question = useRef(0);
  const writing = useRef(new AbortController());

  const take = useCallback(
    async (proposal: Proposal) => {
      const asked = ++question.current;
      setStep(stepFor(proposal));
      if (proposal.kind !== "adopt") return;
      const rows = await readBody(workbook, proposal, (read) => {
        if (asked !== question.current) return;
        setStep((now) => (now.name === "adopting" ? { ...now, read } : now));
      });
      if (asked !== question.current) return;
      setStep((now) => {
        if (!rows.ok) return { name: "refused", failure: rows.error };
        return now.name === "adopting" ? { ...now, rows: rows.value } : now;
      });
    },
    [workbook],
  );

  const look = useCallback(async () => {
    const asked = ++question.current;
    setStep({ name: "looking" });
    const proposed = await proposeSetUp(workbook);
    if (asked !== question.current) return;
    if (proposed.ok) await take(proposed.value);
    else setStep({ name: "refused", failure: proposed.error });
  }, [workbook, take]);

  useEffect(() => {
    const asking = question;
    void look();
    return () => {
      asking.current += 1;
    };
  }, [look]);

  async function carryOut(plan: SetUpPlan, before: SetUpStep): Promise<void> {
    const asked = ++question.current;
    const stop = new AbortController();
    const { signal } = stop;
    writing.current = stop;
    const working = (share: number | null): SetUpStep => ({
      name: "working",
      share,
      cancelling: signal.aborted,
      before,
    });
    setStep(working(null));
    const installed = await setUp(workbook, plan, {
      signal,
      onProgress: (share) => {
        if (asked === question.current) setStep(working(share));
      },
    });
    if (installed.ok) void pane.refresh();
    if (asked !== question.current) return;
    if (installed.ok)
      setStep({ name: "done", facts: installed.value.facts, isBlank: before.name === "choosing" });
    else if (installed.error.code === "cancelled") setStep(before);
    else setStep({ name: "failed", failure: installed.error, before });
  }

  /** Heard until the last cells go out; a moment later all is set up, and stays so. */
  function stopWriting(now: Extract<SetUpStep, { readonly name: "working" }>): void {
    writing.current.abort();
    setStep({ ...now, cancelling: true });
  }

  function make(proposal: CreateProposal | RestoreProposal): void {
    const planned = planSetUp(
      proposal,
      {},
      { language, asOf, newId, rows: [], trace: pane.trace() },
    );
    if (planned.ok) void carryOut(planned.value, step);
    else setStep({ name: "problems", problems: planned.error, before: step });
  }

  const createOption = ({ facts }: Proposal, isPrimary: boolean) => (
    <Option title={say.create} hint={say.createHint}>
      <Button
        appearance={isPrimary ? "primary" : "secondary"}
        onClick={() => make({ kind: "create", facts })}
      >
        {say.createStart}
      </Button>
    </Option>
  );
  const lookAgain = (
    <Button size="small" onClick={() => void look()}>
      {say.again}
    </Button>
  );

  function body() {
    switch (step.name) {
      case "looking":
        return <Waiting text={say.looking} />;
      case "refused":
        return <FailureMessage failure={step.failure} actions={lookAgain} />;
      case "choosing":
        return (
          <>
            <p className={styles.lead}>{say.lead}</p>
            {createOption(step.proposal, true)}
            <Option title={say.adopt} hint={say.adoptHint}>
              <Button onClick={() => void look()}>{say.useSelection}</Button>
            </Option>
          </>
        );
      case "restoring": {
        const titles = step.proposal.lacking.map((table) => tableTitle(table, language));
        return (
          <Option title={say.lacking(titles.join(words.list))} hint={say.restoreHint}>
            <Button appearance="primary" onClick={() => make(step.proposal)}>
              {words.restore}
            </Button>
          </Option>
        );
      }
      case "working":
        return (
          <Waiting
            text={step.cancelling ? say.cancelling : say.working}
            hint={say.workingHint}
            share={step.share ?? undefined}
          />
        );
      case "failed":
        return (
          <FailureMessage
            failure={step.failure}
            actions={
              // What was shown before is out of date by then.
              step.failure.code === "changed-since-shown" ? (
                lookAgain
              ) : (
                <Button size="small" onClick={() => setStep(step.before)}>
                  {words.back}
                </Button>
              )
            }
          />
        );
      case "problems":
        return (
          <>
            {step.problems.map((problem) => (
              <FailureMessage key={problem.code} failure={problem} />
            ))}
            <div>{lookAgain}</div>
          </>
        );
      case "done":
        return <SetUpDone facts={step.facts} isBlank={step.isBlank} />;
      case "adopting":
        return null;
    }
  }

  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      {step.name === "adopting" ? (
        <Adopting
          step={step}
          onMapping={(mapping) => setStep({ ...step, mapping })}
          onHeaderRow={(row) => void take(withHeaderRow(step.proposal, row))}
          onLookAgain={() => void look()}
          onStart={(plan) => void carryOut(plan, step)}
        >
          {createOption(step.proposal satisfies AdoptProposal, step.proposal.look !== "customers")}
        </Adopting>
      ) : (
        <div className={frame.body}>{body()}</div>
      )}
      {step.name === "working" && (
        <div className={frame.foot}>
          <Button disabledFocusable={step.cancelling} onClick={() => stopWriting(step)}>
            {words.cancel}
          </Button>
        </div>
      )}
    </main>
  );
}

function Waiting({
  text,
  hint,
  share,
}: {
  readonly text: string;
  readonly hint?: string;
  readonly share?: number | undefined;
}) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.lead} role="status">
        {text}
      </p>
      <WorkBar label={text} share={share} />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
