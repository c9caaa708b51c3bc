import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Performed } from "../../app/deeds/perform";
import type { PastMerge } from "../../app/duplicates/merge-chain";
import {
  planSplit,
  restoringInSplit,
  splitCustomers,
  type PastMerges as Merges,
  type PlannedSplit,
} from "../../app/duplicates/split-customers";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import { nameText } from "../words/name-text";
import type { PaneFailure } from "../words/failure-words";
import { duplicatesWords } from "../words/duplicates";

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
  item: { display: "flex", flexDirection: "column", gap: "8px" },
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
  const say = useWordsOf(duplicatesWords);
  const asOf = useAsOf();
  const [splitting, setSplitting] = useState<string | null>(null);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  /** A split of a survivor that was changed since the merge, before a person has decided about it. */
  const [asked, setAsked] = useState<PlannedSplit | null>(null);

  async function split(merge: PastMerge, attempt = 1): Promise<void> {
    setSplitting(merge.record.id);
    setFailure(null);
    setAsked(null);
    const planned = await planSplit(workbook, facts, merge);
    if (!planned.ok) {
      setSplitting(null);
      setFailure(planned.error);
    } else if (planned.value.changed.length > 0) {
      setSplitting(null);
      setAsked(planned.value);
    } else await carryOut(planned.value, merge, attempt);
  }

  async function carryOut(planned: PlannedSplit, merge: PastMerge, attempt: number): Promise<void> {
    setSplitting(merge.record.id);
    const done = await splitCustomers(workbook, facts, planned, pane.trace());
    // What was changed a moment ago is told among the rest of what was changed since the merge.
    if (!done.ok && done.error.code === "conflict" && attempt === 1) {
      await split(merge, attempt + 1);
      return;
    }
    setSplitting(null);
    setAsked(null);
    if (done.ok) onSplit(planned, done.value);
    else setFailure(done.error);
  }

  if (merges.length === 0 && unreadable === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="past-merges">
      <h2 className={styles.title} id="past-merges">
        {say.past}
      </h2>
      <p className={styles.text}>{say.pastHint}</p>
      {failure !== null && <FailureMessage failure={failure} />}
      {unreadable > 0 && <Message tone="warning" what={say.unreadable(unreadable)} />}
      <ul className={styles.list}>
        {merges.map((merge) => {
          const { id, day } = merge.record;
          const removedName = nameText(merge.record.removedName);
          const survivorName = nameText(merge.record.survivorName);
          return (
            <li key={id} className={styles.item}>
              <div className={styles.merge}>
                <div className={styles.names}>
                  {say.pastMerge(removedName, survivorName)}
                  {day !== null && (
                    <div className={styles.day}>{shortDay(day, asOf, language)}</div>
                  )}
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
              </div>
              {asked?.record.id === id && (
                <Conflicts
                  conflicts={asked.changed}
                  facts={facts}
                  mineOf={({ column }) => asked.record.survivorCells[column]?.from}
                  nameOf={() => survivorName}
                  what={say.changedSince(survivorName)}
                  lead={say.changedSinceLead}
                  labels={say.changedLabels}
                  action={() => say.split}
                  busy={splitting !== null}
                  takesFocus
                  onResolve={(sideOf) => void carryOut(restoringInSplit(asked, sideOf), merge, 1)}
                >
                  <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
                </Conflicts>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
