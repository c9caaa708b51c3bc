import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { findOldEntries, trimAudit, type OldEntries } from "../../app/deeds/trim-audit";
import { addMonths, isoDay, type Day } from "../../domain/day";
import { dayIn } from "../log/draft";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import type { PaneFailure } from "../words/failure-words";
import { useHistoryStyles } from "./use-history-styles";
import { historyWords } from "../words/history";

type Trimming =
  | { readonly status: "idle" }
  | { readonly status: "busy" }
  | { readonly status: "counted"; readonly old: OldEntries | null }
  | { readonly status: "done"; readonly count: number }
  | { readonly status: "failed"; readonly failure: PaneFailure };

/** 清理旧记录: entries before a day are counted first, and deleted by a second button. */
export function TrimOld({ onTrimmed }: { readonly onTrimmed: () => void }) {
  const styles = useHistoryStyles();
  const pane = usePane();
  const say = useWordsOf(historyWords);
  const asOf = useAsOf();
  const { workbook } = pane.services;
  const [text, setText] = useState(() => isoDay(addMonths(asOf, -12)));
  const [trimming, setTrimming] = useState<Trimming>({ status: "idle" });
  const before = dayIn(text);
  const busy = trimming.status === "busy";

  async function count(): Promise<void> {
    if (before === null) return;
    setTrimming({ status: "busy" });
    const found = await findOldEntries(workbook, before);
    setTrimming(
      found.ok
        ? { status: "counted", old: found.value }
        : { status: "failed", failure: found.error },
    );
  }

  async function trim(old: OldEntries): Promise<void> {
    setTrimming({ status: "busy" });
    const done = await trimAudit(workbook, old, pane.trace());
    if (!done.ok) {
      setTrimming({ status: "failed", failure: done.error });
      return;
    }
    setTrimming({ status: "done", count: old.count });
    onTrimmed();
  }

  return (
    <details>
      <summary>{say.trim}</summary>
      <form
        className={styles.trim}
        aria-label={say.trim}
        onSubmit={(event) => {
          event.preventDefault();
          void count();
        }}
      >
        <p className={styles.small}>{say.trimHint}</p>
        <Field label={say.trimBefore}>
          <div className={styles.field}>
            <Input
              className={styles.input}
              type="date"
              value={text}
              max={isoDay(asOf)}
              onChange={(_, { value }) => {
                setText(value);
                setTrimming({ status: "idle" });
              }}
            />
            <Button
              className={styles.button}
              type="submit"
              disabledFocusable={busy || before === null}
            >
              {say.trimLook}
            </Button>
          </div>
        </Field>
        <div role="status" className={styles.trim}>
          {busy && say.looking}
          {trimming.status === "counted" && (
            <Counted old={trimming.old} before={before} onTrim={(old) => void trim(old)} />
          )}
          {trimming.status === "done" && (
            <Message tone="success" what={say.trimmed(trimming.count)} />
          )}
        </div>
        {trimming.status === "failed" && <FailureMessage failure={trimming.failure} />}
      </form>
    </details>
  );
}

/** How many there are, and the button that deletes them. */
function Counted({
  old,
  before,
  onTrim,
}: {
  readonly old: OldEntries | null;
  readonly before: Day | null;
  readonly onTrim: (old: OldEntries) => void;
}) {
  const { language } = useWords();
  const say = useWordsOf(historyWords);
  const asOf = useAsOf();
  if (old === null)
    return before === null ? null : <>{say.trimNothing(shortDay(before, asOf, language))}</>;
  return (
    <Message
      tone="warning"
      what={say.trimCount(old.count, shortDay(old.before, asOf, language))}
      actions={
        <Button size="small" onClick={() => onTrim(old)}>
          {say.trimDo(old.count)}
        </Button>
      }
    />
  );
}
