import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { planUpgrade, upgrade, type Upgraded, type UpgradePlan } from "../../app/set-up/migrate";
import type { Result } from "../../domain/result";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { WorkBar } from "../parts/work-bar";
import { useAnswer, usePane, useWords, useWordsOf } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { upgradeWords } from "../words/fields";

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { margin: 0 },
  list: { margin: 0, padding: "0 0 0 20px", display: "grid", gap: "6px" },
  go: { alignSelf: "flex-start" },
});

/** Stands in Today's place while the workbook is of an older layout: says what the upgrade does, and does it. */
export function UpgradeOffer({
  next,
  onUpgraded,
}: {
  /** Where the way leads on to. */
  readonly next: string;
  readonly onUpgraded: () => void;
}) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const say = useWordsOf(upgradeWords);
  const { workbook, today } = pane.services;
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Result<Upgraded, PaneFailure> | null>(null);
  const ask = useCallback(
    async () => ({ attempt, plan: await planUpgrade(workbook, today()) }),
    [workbook, today, attempt],
  );
  const { value } = useAnswer(ask);

  async function carryOut(plan: UpgradePlan): Promise<void> {
    setBusy(true);
    const answer = await upgrade(workbook, plan, pane.trace());
    setBusy(false);
    setDone(answer);
    // What was planned no longer fits where the upgrade was broken off.
    if (!answer.ok) setAttempt(attempt + 1);
  }

  if (done?.ok === true)
    return (
      <div className={frame.body} role="status">
        <Message
          tone="success"
          what={say.done(done.value.backup)}
          actions={
            <Button size="small" appearance="primary" onClick={onUpgraded}>
              {next}
            </Button>
          }
        />
      </div>
    );
  return (
    <div className={frame.body}>
      {done !== null && <FailureMessage failure={done.error} />}
      {value === null && (
        <div>
          <p role="status">{words.loading}</p>
          <WorkBar label={words.loading} />
        </div>
      )}
      {value?.plan.ok === false && <FailureMessage failure={value.plan.error} />}
      {value?.plan.ok === true && (
        <Planned plan={value.plan.value} busy={busy} onGo={(plan) => void carryOut(plan)} />
      )}
    </div>
  );
}

function Planned({
  plan,
  busy,
  onGo,
}: {
  readonly plan: UpgradePlan;
  readonly busy: boolean;
  readonly onGo: (plan: UpgradePlan) => void;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(upgradeWords);
  const titles = plan.settings.map(({ title }) => title[language]).join(words.list);
  return (
    <>
      <h2 className={styles.title}>{say.title}</h2>
      <p className={styles.lead}>{say.lead(plan.from, plan.to)}</p>
      <ul className={styles.list}>
        <li>{say.backup(plan.backup)}</li>
        {titles !== "" && <li>{say.settings(titles)}</li>}
        {plan.finish.names.length > 0 && <li>{say.names}</li>}
        <li>{say.unchanged}</li>
      </ul>
      <Button
        className={styles.go}
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => onGo(plan)}
      >
        {busy ? say.upgrading : say.upgrade}
      </Button>
      {busy && <WorkBar label={say.upgrading} />}
    </>
  );
}
