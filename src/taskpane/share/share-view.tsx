import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useId } from "react";
import { isWaiting } from "../../app/share/formulas";
import type { CopyOutcome as Outcome } from "../../app/share/share-copy";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAnswer, usePane, usePaneState, useWords, useWordsOf } from "../state/use-pane";
import { shareWords } from "../words/share";
import { ChoosingCopy, type Copy } from "./choosing-copy";
import { KeptCells } from "./kept-cells";
import { OwnLeftList } from "./own-calls";
import { stepOf, SwitchProgress } from "./switch-progress";
import { isBusy, useSwitch, type Switch } from "./use-switch";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    padding: "0 0 6px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: "20px", display: "grid", gap: "4px" },
  action: { alignSelf: "flex-start", flexShrink: 0 },
  parts: { display: "grid", gap: "6px", ":empty": { display: "none" } },
  outcome: { ":empty": { display: "none" } },
});

/** 共享副本: the workbook as colleagues without the add-in can read it, and back again. */
export function ShareView() {
  const frame = useViewFrame();
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const { today } = usePaneState();
  const work = useSwitch();
  const { workbook } = pane.services;
  // Whenever something is about to be chosen: a filter may have come or gone meanwhile.
  const isChoosing = work.state.status === "idle";
  const ask = useCallback(
    async () => (isChoosing ? workbook.canSwitch("customers") : null),
    [workbook, isChoosing],
  );
  const { value: free } = useAnswer(ask);
  const mode = today.status === "ready" ? today.today.facts.mode : "functions";
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      <div className={frame.body}>
        <div className={styles.outcome} role="status" aria-live="polite">
          {isChoosing && free?.ok === false ? (
            <FailureMessage failure={free.error} />
          ) : (
            <Said work={work} />
          )}
        </div>
        {mode === "functions" ? <ChoosingCopy work={work} /> : <Saving work={work} mode={mode} />}
        <Message tone="info" {...say.truth} />
      </div>
    </main>
  );
}

function Said({ work: { state } }: { readonly work: Switch }) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  if (state.status === "failed") return <FailureMessage failure={state.failure} />;
  if (state.status === "copied") return <CopyOutcome outcome={state.outcome} />;
  if (state.status !== "done") return null;
  const { to, kept } = state.plan;
  const { ownLeft } = state;
  return (
    <Message
      tone={state.recorded && ownLeft.length === 0 ? "success" : "warning"}
      what={ownLeft.length === 0 ? say.done[to] : say.backExcept}
      remedy={
        <div className={styles.parts}>
          <OwnLeftList left={ownLeft} />
          {to === "functions" && kept.length > 0 && <KeptCells plan={state.plan} />}
          {state.recorded ? to !== "functions" && say.undoHint : say.unrecorded}
        </div>
      }
      actions={
        ownLeft.some(isWaiting) ? (
          <Button size="small" onClick={() => pane.show({ name: "repair" })}>
            {words.views.repair.title}
          </Button>
        ) : undefined
      }
    />
  );
}

function CopyOutcome({ outcome }: { readonly outcome: Outcome }) {
  const say = useWordsOf(shareWords);
  if (outcome.kind === "opened")
    return (
      <Message
        tone={outcome.unrecorded === null ? "success" : "warning"}
        what={say.copyOutcome.opened.what}
        remedy={
          <>
            {say.copyOutcome.opened.remedy}
            <OwnLeftList left={outcome.ownLeft} />
            {outcome.unrecorded !== null && say.unrecorded}
          </>
        }
      />
    );
  return (
    <>
      <FailureMessage failure={outcome.cause} />
      <Message tone="warning" {...say.copyOutcome[outcome.kind]} />
    </>
  );
}

function Saving({ work, mode }: { readonly work: Switch; readonly mode: Copy }) {
  const styles = useStyles();
  const say = useWordsOf(shareWords);
  const titleId = useId();
  const { state } = work;
  return (
    <>
      {state.status !== "done" && <Message tone="warning" {...say.bar[mode]} />}
      <section aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {say.stepsTitle}
        </h2>
        <ol className={styles.list}>
          {say.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <p className={styles.text}>{say.saveAsHint}</p>
      <Button
        className={styles.action}
        appearance="primary"
        disabledFocusable={isBusy(state)}
        onClick={() => void work.goBack()}
      >
        {state.status === "switching" || state.status === "following"
          ? stepOf(state, say)
          : say.switchTo.functions}
      </Button>
      <SwitchProgress work={work} />
    </>
  );
}
