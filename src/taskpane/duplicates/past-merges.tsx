import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Performed } from "../../app/deeds/perform";
import {
  planSplit,
  splitCustomers,
  type PastMerge,
  type PastMerges as Merges,
  type PlannedSplit,
} from "../../app/duplicates/split-customers";
import type { WorkbookFacts } from "../../app/workbook";
import type { Change } from "../../tables/change";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import type { PaneFailure } from "../words/failure-words";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  merge: { display: "flex", gap: "8px", alignItems: "center", justifyContent: "space-between" },
  names: { minWidth: 0, overflowWrap: "anywhere" },
  day: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Merges of any time, each with the way to split it again. */
export function PastMerges({
  past: { merges, unreadable },
  facts,
  onSplit,
}: {
  readonly past: Merges;
  readonly facts: WorkbookFacts;
  readonly onSplit: (planned: PlannedSplit, done: Performed) => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { workbook } = pane.services;
  const { words, language } = useWords();
  const { duplicates: say } = words;
  const asOf = useAsOf();
  const [splitting, setSplitting] = useState<string | null>(null);
  const [failure, setFailure] = useState<{
    readonly failure: PaneFailure;
    readonly merge: PastMerge;
    readonly change: Change | null;
  } | null>(null);

  async function split(merge: PastMerge): Promise<void> {
    setSplitting(merge.record.id);
    setFailure(null);
    const planned = await planSplit(workbook, facts, merge);
    const done = planned.ok
      ? await splitCustomers(workbook, facts, planned.value, pane.trace())
      : planned;
    setSplitting(null);
    if (!done.ok)
      setFailure({ failure: done.error, merge, change: planned.ok ? planned.value.change : null });
    else if (planned.ok) onSplit(planned.value, done.value);
  }

  if (merges.length === 0 && unreadable === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="past-merges">
      <h2 className={styles.title} id="past-merges">
        {say.past}
      </h2>
      <p className={styles.text}>{say.pastHint}</p>
      {failure?.failure.code === "conflict" ? (
        <Conflicts
          conflicts={failure.failure.conflicts}
          change={failure.change}
          dateSystem={facts.dateSystem}
          actions={
            <Button size="small" appearance="primary" onClick={() => void split(failure.merge)}>
              {say.splitAgain}
            </Button>
          }
        />
      ) : (
        failure !== null && <FailureMessage failure={failure.failure} />
      )}
      {unreadable > 0 && <Message tone="warning" what={say.unreadable(unreadable)} />}
      <ul className={styles.list}>
        {merges.map((merge) => {
          const { id, day, removedName, survivorName } = merge.record;
          return (
            <li key={id} className={styles.merge}>
              <div className={styles.names}>
                {say.pastMerge(removedName, survivorName)}
                {day !== null && <div className={styles.day}>{shortDay(day, asOf, language)}</div>}
              </div>
              {!facts.readOnly && (
                <Button
                  size="small"
                  aria-label={say.splitOf(removedName, survivorName)}
                  disabledFocusable={splitting !== null}
                  onClick={() => void split(merge)}
                >
                  {splitting === id ? say.splitting : say.split}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
