import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Finding } from "../../app/repair/finding";
import { examine, repair, type Examined, type Repaired } from "../../app/repair/repair";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import { usePane, usePaneState, useWords, useWordsOf } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { findingText } from "./finding-text";
import { repairWords } from "../words/repair";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "4px" },
  finding: {
    display: "grid",
    gridTemplateColumns: "36px 1fr",
    padding: "2px 8px 6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Beside both lines, so that the hint follows the label at the same distance, however long that is.
  check: { gridRow: "1 / span 2", alignSelf: "start" },
  label: { paddingTop: "6px", overflowWrap: "anywhere", cursor: "pointer" },
  hint: {
    gridColumn: "2",
    margin: "2px 0 0",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  actions: { display: "flex", flexWrap: "wrap", flexShrink: 0, gap: "8px" },
  outcome: { ":empty": { display: "none" } },
});

type State =
  | { readonly status: "looking"; readonly share: number }
  | { readonly status: "failed"; readonly failure: PaneFailure }
  | { readonly status: "found"; readonly examined: Examined }
  | { readonly status: "repairing"; readonly examined: Examined };

/** 修复: what came apart, each with a choice, and one button that puts it right. */
export function RepairView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const say = useWordsOf(repairWords);
  const { today } = usePaneState();
  const [state, setState] = useState<State>({ status: "looking", share: 0 });
  const [outcome, setOutcome] = useState<Repaired | null>(null);
  const { workbook } = pane.services;
  const asked = useRef(0);

  const look = useCallback(async () => {
    const question = ++asked.current;
    setState({ status: "looking", share: 0 });
    const answer = await examine(workbook, (share) => {
      if (question === asked.current) setState({ status: "looking", share });
    });
    if (question !== asked.current) return;
    setState(
      answer.ok
        ? { status: "found", examined: answer.value }
        : { status: "failed", failure: answer.error },
    );
  }, [workbook]);
  useEffect(() => {
    void look();
    return () => {
      asked.current += 1;
    };
  }, [look]);

  async function carryOut(examined: Examined, chosen: readonly Finding[]): Promise<void> {
    const question = asked.current;
    setState({ status: "repairing", examined });
    const done = await repair(workbook, examined, chosen, {
      about: say.about(chosen.length),
      trace: pane.trace(),
      asOf: pane.services.today(),
    });
    await pane.refresh();
    if (question !== asked.current) return;
    setOutcome(done);
    await look();
  }

  const isValues = today.status === "ready" && today.today.facts.mode === "values";
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      <div className={frame.body}>
        <p className={styles.text}>{say.lead}</p>
        <div className={styles.outcome} role="status" aria-live="polite">
          {outcome !== null && <Outcome outcome={outcome} />}
        </div>
        {isValues && <Message tone="info" what={say.valuesMode} />}
        {state.status === "failed" && <FailureMessage failure={state.failure} />}
        {state.status === "looking" && <WorkBar label={say.looking} share={state.share} />}
        {state.status === "repairing" && <WorkBar label={say.repairing} />}
        {(state.status === "found" || state.status === "repairing") && (
          <Findings
            key={state.examined.findings.map(({ id }) => id).join()}
            examined={state.examined}
            busy={state.status === "repairing"}
            onRepair={(chosen) => void carryOut(state.examined, chosen)}
            onAgain={() => {
              setOutcome(null);
              void look();
            }}
          />
        )}
      </div>
    </main>
  );
}

function Outcome({
  outcome: { done, failed, unrecorded, goesBack },
}: {
  readonly outcome: Repaired;
}) {
  const say = useWordsOf(repairWords);
  return (
    <>
      {done.length > 0 && (
        <Message
          tone={unrecorded === null ? "success" : "warning"}
          what={say.done(done.length)}
          remedy={unrecorded !== null ? say.unrecorded : goesBack ? say.undoHint : say.staysHint}
        />
      )}
      {failed.map(({ ids, failure }) => (
        <FailureMessage key={ids.join()} failure={failure} />
      ))}
    </>
  );
}

function Findings({
  examined: { facts, findings },
  busy,
  onRepair,
  onAgain,
}: {
  readonly examined: Examined;
  readonly busy: boolean;
  readonly onRepair: (chosen: readonly Finding[]) => void;
  readonly onAgain: () => void;
}) {
  const styles = useStyles();
  const say = useWordsOf(repairWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(findings.filter(({ suggested }) => suggested).map(({ id }) => id)),
  );
  const titleId = useId();
  if (findings.length === 0)
    return (
      <>
        <p role="status" className={styles.text}>
          {say.nothing}
        </p>
        <div className={styles.actions}>
          <Button onClick={onAgain}>{say.again}</Button>
        </div>
      </>
    );
  const picked = findings.filter(({ id }) => chosen.has(id));
  return (
    <>
      <p id={titleId} role="status" className={styles.text}>
        {say.found(findings.length)}
      </p>
      <ul className={styles.list} aria-labelledby={titleId}>
        {findings.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            checked={chosen.has(finding.id)}
            disabled={busy || facts.readOnly}
            onChange={(checked) => {
              const next = new Set(chosen);
              if (checked) next.add(finding.id);
              else next.delete(finding.id);
              setChosen(next);
            }}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy || picked.length === 0 || facts.readOnly}
          onClick={() => onRepair(picked)}
        >
          {busy ? say.repairing : picked.length === 0 ? say.choose : say.repair(picked.length)}
        </Button>
        <Button disabledFocusable={busy} onClick={onAgain}>
          {say.again}
        </Button>
      </div>
    </>
  );
}

function FindingRow({
  finding,
  checked,
  disabled,
  onChange,
}: {
  readonly finding: Finding;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const { what, hint } = findingText(finding, language);
  const [inputId, hintId] = [useId(), useId()];
  return (
    <li className={styles.finding}>
      <Checkbox
        id={inputId}
        className={styles.check}
        checked={checked}
        disabled={disabled}
        aria-describedby={hintId}
        onChange={(_, { checked: now }) => onChange(now === true)}
      />
      <label htmlFor={inputId} className={styles.label}>
        {what}
      </label>
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </li>
  );
}
