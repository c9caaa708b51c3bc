import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { SharePlan } from "../../app/share/share";
import type { CopyOutcome as Outcome } from "../../app/share/share-copy";
import type { ShareMode } from "../../tables/specs/shared-columns";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import { usePane, usePaneState, useWords, useWordsOf } from "../state/use-pane";
import { OwnCalls, OwnLeftList } from "./own-calls";
import { useSwitch, type Switch, type SwitchState } from "./use-switch";
import { shareWords } from "../words/share";
import type { ShareWords } from "../words/share-words";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    padding: "0 0 6px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { border: "none", margin: 0, padding: 0, display: "grid", gap: "6px" },
  choice: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    gap: "0 10px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { border: `1px solid ${tokens.colorBrandStroke1}` },
  radio: {
    width: "16px",
    height: "16px",
    margin: "2px 0 0",
    outlineStyle: "none",
    accentColor: tokens.colorBrandBackground,
  },
  hint: {
    gridColumn: "2",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { margin: 0, paddingInlineStart: "20px", display: "grid", gap: "4px" },
  action: { alignSelf: "flex-start", flexShrink: 0 },
  outcome: { ":empty": { display: "none" } },
});

type Copy = Exclude<ShareMode, "functions">;
const copies: readonly Copy[] = ["native", "values"];

/** 共享副本: the workbook as colleagues without the add-in can read it, and back again. */
export function ShareView() {
  const frame = useViewFrame();
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const { today } = usePaneState();
  const work = useSwitch();
  const mode = today.status === "ready" ? today.today.facts.mode : "functions";
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      <div className={frame.body}>
        <div className={styles.outcome} role="status" aria-live="polite">
          <Said work={work} />
        </div>
        {mode === "functions" ? <Choosing work={work} /> : <Saving work={work} mode={mode} />}
        <Message tone="info" {...say.truth} />
      </div>
    </main>
  );
}

function Said({ work: { state } }: { readonly work: Switch }) {
  const say = useWordsOf(shareWords);
  if (state.status === "failed") return <FailureMessage failure={state.failure} />;
  if (state.status === "copied") return <CopyOutcome outcome={state.outcome} />;
  if (state.status !== "done") return null;
  const { to, kept } = state.plan;
  const { ownLeft } = state;
  return (
    <Message
      tone={state.recorded && ownLeft.length === 0 ? "success" : "warning"}
      what={say.done[to]}
      remedy={
        <>
          {to === "functions" && kept.length > 0 && <Kept plan={state.plan} />}
          <OwnLeftList left={ownLeft} />
          {state.recorded ? to !== "functions" && say.undoHint : say.unrecorded}
        </>
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

function Choosing({ work }: { readonly work: Switch }) {
  const styles = useStyles();
  const say = useWordsOf(shareWords);
  const [copy, setCopy] = useState<Copy>("native");
  const { state } = work;
  const busy = state.status === "reading" || state.status === "switching";
  return (
    <>
      <p className={styles.text}>{say.lead}</p>
      <fieldset className={styles.group} disabled={busy}>
        <legend className={styles.title}>{say.choose}</legend>
        {copies.map((of) => (
          <label key={of} className={`${styles.choice} ${of === copy ? styles.chosen : ""}`}>
            <input
              className={styles.radio}
              type="radio"
              name="copy"
              checked={of === copy}
              onChange={() => {
                setCopy(of);
                work.forget();
              }}
            />
            <span>{say.mode[of]}</span>
            <span className={styles.hint}>{say.modeHint[of]}</span>
          </label>
        ))}
      </fieldset>
      {state.status === "planned" ? (
        <Planned
          plan={state.plan}
          onOpenCopy={(own) => void work.openCopy(own)}
          onSwitch={(own) => void work.carryOut(own)}
        />
      ) : (
        <Button
          className={styles.action}
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void work.look(copy)}
        >
          {state.status === "switching" ? stepOf(state, say) : say.look}
        </Button>
      )}
      <Progress work={work} />
    </>
  );
}

function stepOf(
  { step }: Extract<SwitchState, { readonly status: "switching" }>,
  say: ShareWords,
): string {
  return step === undefined ? say.switching : say.copyStep[step];
}

function Planned({
  plan,
  onOpenCopy,
  onSwitch,
}: {
  readonly plan: SharePlan;
  /** `own`: whether people's own formulas become values, too. */
  readonly onOpenCopy: (own: boolean) => void;
  readonly onSwitch: (own: boolean) => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const [own, setOwn] = useState(true);
  const opens = pane.services.workbook.opensCopies();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  const cells = plan.columns.reduce((sum, column) => sum + column.cells, 0);
  const headers = plan.columns.filter((column) => column.cells > 0).map(({ header }) => header);
  return (
    <>
      <p className={styles.text} role="status">
        {cells === 0 ? say.nothingToChange : say.willChange(cells, headers.join(words.list))}
      </p>
      <Kept plan={plan} />
      <OwnCalls calls={plan.own} asValues={own} onAsValues={setOwn} />
      {plan.to === "values" && plan.unready > 0 && (
        <Message tone="warning" what={say.unready(plan.unready)} remedy={say.unreadyRemedy} />
      )}
      {cells > 0 && opens && (
        <>
          <p className={styles.text}>{say.openCopyHint}</p>
          <Button className={styles.action} appearance="primary" onClick={() => onOpenCopy(own)}>
            {say.openCopy}
          </Button>
        </>
      )}
      {cells > 0 && (
        <Button
          className={styles.action}
          appearance={opens ? "secondary" : "primary"}
          onClick={() => onSwitch(own)}
        >
          {opens ? say.switchInstead : say.switchTo[plan.to]}
        </Button>
      )}
    </>
  );
}

function Kept({ plan: { kept } }: { readonly plan: SharePlan }) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  const titleId = useId();
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <p id={titleId} className={styles.text}>
        {say.keptTitle}
      </p>
      <ul className={styles.list}>
        {kept.map(({ header, kind, count, customers }) => (
          <li key={header + kind}>{say.kept(header, kind, count, customers.join(words.list))}</li>
        ))}
      </ul>
    </section>
  );
}

function Saving({ work, mode }: { readonly work: Switch; readonly mode: Copy }) {
  const styles = useStyles();
  const say = useWordsOf(shareWords);
  const titleId = useId();
  const { status } = work.state;
  const busy = status === "reading" || status === "switching";
  return (
    <>
      {status !== "done" && <Message tone="warning" {...say.bar[mode]} />}
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
        disabledFocusable={busy}
        onClick={() => void work.goBack()}
      >
        {status === "switching" ? say.switching : say.switchTo.functions}
      </Button>
      <Progress work={work} />
    </>
  );
}

/** How far the reading has come: native formulas are long, and there may be many. */
export function Progress({ work }: { readonly work: Switch }) {
  const { state } = work;
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  if (state.status === "reading") return <WorkBar label={say.reading} share={state.share} />;
  if (state.status !== "switching") return null;
  const { share, cancelling } = state;
  const text = cancelling ? say.cancelling : stepOf(state, say);
  return (
    <>
      <WorkBar label={text} share={share ?? undefined} />
      {(state.step === undefined || state.step === "switching") && (
        <Button
          className={styles.action}
          disabledFocusable={cancelling}
          onClick={() => work.cancel()}
        >
          {words.cancel}
        </Button>
      )}
      {cancelling && <p role="status">{text}</p>}
    </>
  );
}
