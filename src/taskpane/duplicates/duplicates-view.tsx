import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { findDuplicates, type DuplicatesFound } from "../../app/duplicates/find-duplicates";
import type { Performed } from "../../app/deeds/perform";
import { openMerges } from "../../app/duplicates/split-customers";
import { ok } from "../../domain/result";
import { browserPace } from "../import/browser-pace";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useReturnFocus } from "../parts/use-return-focus";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import { useAnswer, usePane, useWords, useWordsOf } from "../state/use-pane";
import { columnTitle } from "../words/failure-text";
import { nameText } from "../words/name-text";
import { rowCounts } from "../words/row-counts";
import type { PaneFailure } from "../words/failure-words";
import { ReadOnlyBar } from "../today/read-only";
import { DuplicateGroup } from "./duplicate-group";
import { MergeForm } from "./merge-form";
import { PastMerges } from "./past-merges";
import { sounds } from "./sounds";
import { duplicatesWords } from "../words/duplicates";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  action: { alignSelf: "flex-start" },
  // Nothing to tell takes no room between what is above and what is below.
  told: { ":empty": { position: "absolute" } },
});

type Search =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly share: number }
  | { readonly status: "failed"; readonly failure: PaneFailure }
  | { readonly status: "done"; readonly found: DuplicatesFound };

interface Done {
  readonly what: string;
  readonly remedy?: string;
}

const groupsAtOnce = 50;

/** 查重与合并: who may be in the table twice, merging them, and splitting what was merged. */
export function DuplicatesView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(duplicatesWords);
  const { workbook } = pane.services;
  const [search, setSearch] = useState<Search>({ status: "idle" });
  const [shown, setShown] = useState(groupsAtOnce);
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  /** Grows with each change of ours: what is shown of the workbook is read again. */
  const [version, setVersion] = useState(0);
  const running = useRef(new AbortController());

  useEffect(() => () => running.current.abort(), []);

  const root = useRef<HTMLElement>(null);
  useReturnFocus(root, merging === null ? "list" : "merging", merging === null ? null : "list");

  const ask = useCallback(async () => {
    const facts = await workbook.describe();
    if (!facts.ok) return facts;
    const past = await openMerges(workbook, facts.value);
    return past.ok ? ok({ facts: facts.value, past: past.value, version }) : past;
  }, [workbook, version]);
  const { value: opened } = useAnswer(ask);

  async function find(): Promise<void> {
    running.current.abort();
    const stop = new AbortController();
    running.current = stop;
    setDone(null);
    setShown(groupsAtOnce);
    setSearch({ status: "running", share: 0 });
    const soundOf = await sounds();
    const facts = await workbook.describe();
    const answer = !soundOf.ok
      ? soundOf
      : !facts.ok
        ? facts
        : await findDuplicates(workbook, facts.value, soundOf.value, {
            pace: browserPace,
            signal: stop.signal,
            onProgress: (share) => setSearch({ status: "running", share }),
          });
    if (stop.signal.aborted) return;
    setSearch(
      answer.ok
        ? { status: "done", found: answer.value }
        : { status: "failed", failure: answer.error },
    );
  }

  function changed(what: Done, performed: Performed): void {
    setMerging(null);
    setVersion(version + 1);
    pane.did(performed);
    void find().then(() => setDone(what));
  }

  const facts = opened?.ok === true ? opened.value.facts : null;
  if (merging !== null && facts !== null)
    return (
      <main className={frame.view} ref={root}>
        <ViewHeader title={say.mergeTitle} onBack={() => setMerging(null)} takesFocus />
        <div className={frame.body}>
          <MergeForm
            ids={merging}
            facts={facts}
            onMerged={({ merge, performed }) =>
              changed({ what: say.merged(nameText(merge.survivorName)) }, performed)
            }
            onCancel={() => setMerging(null)}
          />
        </div>
      </main>
    );
  return (
    <main className={frame.view} ref={root}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      <ReadOnlyBar />
      <div className={frame.body}>
        <p className={styles.lead}>{say.lead}</p>
        <div className={styles.told} role="status" aria-live="polite">
          {done !== null && <Message tone="success" {...done} />}
        </div>
        {search.status === "running" ? (
          <>
            <WorkBar label={say.finding} share={search.share} />
            <Button
              className={styles.action}
              onClick={() => {
                running.current.abort();
                setSearch({ status: "idle" });
              }}
            >
              {say.stop}
            </Button>
          </>
        ) : (
          <Button className={styles.action} appearance="primary" onClick={() => void find()}>
            {say.find}
          </Button>
        )}
        {search.status === "failed" && <FailureMessage failure={search.failure} />}
        {search.status === "done" && (
          <Groups
            found={search.found}
            shown={shown}
            readOnly={facts?.readOnly !== false}
            onMore={() => setShown(shown + groupsAtOnce)}
            onMerge={(one, other) => {
              setDone(null);
              setMerging([one, other]);
            }}
          />
        )}
        {opened?.ok === false && <FailureMessage failure={opened.error} />}
        {opened?.ok === true && (
          <PastMerges
            key={opened.value.version}
            past={opened.value.past}
            facts={opened.value.facts}
            onSplit={({ record, returning, kept }, performed) => {
              const rows = rowCounts(returning, words, language);
              const what = say.splitDone(nameText(record.removedName), rows);
              const columns = kept.map((id) => columnTitle(id, language)).join(words.list);
              const besides = [
                ...(columns === "" ? [] : [say.keptAsNow(columns)]),
                ...(performed.undressed === undefined ? [] : [words.notice.undressed]),
              ];
              changed(
                besides.length === 0 ? { what } : { what, remedy: besides.join(words.clauses) },
                performed,
              );
            }}
          />
        )}
      </div>
    </main>
  );
}

function Groups({
  found: { groups, customers, likely },
  shown,
  readOnly,
  onMore,
  onMerge,
}: {
  readonly found: DuplicatesFound;
  readonly shown: number;
  readonly readOnly: boolean;
  readonly onMore: () => void;
  readonly onMerge: (one: string, other: string) => void;
}) {
  const styles = useStyles();
  const say = useWordsOf(duplicatesWords);
  return (
    <>
      <p className={styles.lead} role="status">
        {groups.length === 0 ? say.none(customers) : say.found(groups.length, customers)}
      </p>
      {customers > 1 && <p className={styles.lead}>{say.listedFrom(likely)}</p>}
      <ul className={styles.list}>
        {groups.slice(0, shown).map((group) => (
          <DuplicateGroup
            key={group.members[0]?.id}
            group={group}
            readOnly={readOnly}
            onMerge={onMerge}
          />
        ))}
      </ul>
      {groups.length > shown && (
        <Button className={styles.action} onClick={onMore}>
          {say.more(groups.length - shown)}
        </Button>
      )}
    </>
  );
}
