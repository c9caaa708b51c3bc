import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { resolvedIssues } from "../../app/health/fix";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { WorkBar } from "../parts/work-bar";
import { useWords, useWordsOf } from "../state/use-pane";
import type { Health } from "./use-health";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  status: { display: "flex", flexDirection: "column", gap: "10px" },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  action: { alignSelf: "flex-start" },
});

/** What is going on, or what the last attempt came to. */
export function HealthStatus({
  health,
  onDecided,
}: {
  readonly health: Health;
  /** It was said what stays of cells changed meanwhile: the fixes that were looked at are no longer those to come. */
  readonly onDecided: () => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(healthWords);
  const { findings, work, outcome } = health;

  if (work.name !== "idle") {
    const percent = Math.floor(work.share * 100);
    const isCancelling = work.name === "fixing" && work.cancelling;
    const text = isCancelling
      ? say.cancelling
      : work.name === "fixing"
        ? say.fixing(percent)
        : say.checking(percent);
    return (
      <div className={styles.status}>
        <p className={styles.lead} role="status">
          {text}
        </p>
        <WorkBar label={text} share={isCancelling ? undefined : work.share} />
        <Button
          className={styles.action}
          disabledFocusable={isCancelling}
          onClick={() => health.stop()}
        >
          {work.name === "fixing" ? words.cancel : say.stop}
        </Button>
      </div>
    );
  }
  if (outcome === null)
    return findings === null ? (
      <div className={styles.status}>
        <p className={styles.lead}>{say.lead}</p>
        <Button appearance="primary" className={styles.action} onClick={() => void health.check()}>
          {say.start}
        </Button>
      </div>
    ) : null;
  const again = (
    <Button size="small" onClick={() => void health.check()}>
      {say.again}
    </Button>
  );
  switch (outcome.kind) {
    case "failed":
      return <FailureMessage failure={outcome.failure} actions={again} />;
    case "overtaken": {
      const { conflicts, gone, wanted } = outcome;
      const facts = findings?.report.facts;
      if (facts === undefined) return again;
      return (
        <Conflicts
          conflicts={conflicts}
          facts={facts}
          gone={gone}
          mineOf={({ table, id, column }) =>
            wanted.find((each) => each.table === table && each.id === id && each.column === column)
              ?.proposal?.to
          }
          nameOf={(table, id) =>
            wanted.find((each) => each.table === table && each.id === id)?.customer ?? null
          }
          lead={say.changedLead}
          labels={say.changedLabels}
          action={say.changedAction}
          takesFocus
          onResolve={(sideOf) => {
            onDecided();
            void health.fix(resolvedIssues(wanted, conflicts, sideOf));
          }}
        >
          <Button
            onClick={() => {
              onDecided();
              void health.check();
            }}
          >
            {say.again}
          </Button>
        </Conflicts>
      );
    }
    case "stopped":
      return (
        <div role="status" className={styles.status}>
          <Message tone="info" what={say.stopped} />
          {findings === null && (
            <Button
              appearance="primary"
              className={styles.action}
              onClick={() => void health.check()}
            >
              {say.start}
            </Button>
          )}
        </div>
      );
    case "skipped":
      return (
        <div role="status">
          <Message tone="warning" what={say.skipped(outcome.count)} />
        </div>
      );
  }
}
