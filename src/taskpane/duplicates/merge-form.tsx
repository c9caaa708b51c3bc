import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { SideOf } from "../../app/conflicts/resolve";
import {
  keptCell,
  mergeCustomers,
  openMerge,
  type Kept,
  type MergeCase,
  type MergeField,
  type MergedCustomers,
} from "../../app/duplicates/merge-customers";
import { countsOf, idOf } from "../../app/duplicates/belongings";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { RadioLine } from "../parts/radio-line";
import { useAnswer, useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { nameText } from "../words/name-text";
import { rowCounts } from "../words/row-counts";
import type { PaneFailure } from "../words/failure-words";
import { duplicatesWords } from "../words/duplicates";
import { FieldChoice } from "./merge-field";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "12px" },
  group: { border: "none", margin: 0, padding: 0 },
  legend: { padding: 0, marginBottom: "2px", fontWeight: tokens.fontWeightSemibold },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  summary: { cursor: "pointer", padding: "4px 0" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  foot: { display: "flex", gap: "8px" },
});

/** Two customers side by side: which one stays, and whose value each field keeps. */
export function MergeForm({
  ids,
  facts,
  onMerged,
  onCancel,
}: {
  readonly ids: readonly [string, string];
  readonly facts: WorkbookFacts;
  readonly onMerged: (done: MergedCustomers) => void;
  readonly onCancel: () => void;
}) {
  const { words } = useWords();
  const { workbook } = usePane().services;
  const [swapped, setSwapped] = useState(false);
  const [survivorId, otherId] = swapped ? [ids[1], ids[0]] : ids;
  const ask = useCallback(
    () => openMerge(workbook, facts, survivorId, otherId),
    [workbook, facts, survivorId, otherId],
  );
  const answer = useAnswer(ask);
  const opened = answer.value;
  if (opened === null) return <p role="status">{words.loading}</p>;
  if (!opened.ok)
    return (
      <FailureMessage
        failure={opened.error}
        actions={<Button onClick={onCancel}>{words.back}</Button>}
      />
    );
  return (
    <Fields
      ids={ids}
      opened={opened.value}
      waiting={answer.status === "waiting"}
      isSwapped={swapped}
      facts={facts}
      onSwap={() => setSwapped(!swapped)}
      onMerged={onMerged}
      onCancel={onCancel}
    />
  );
}

/** What a person chose, and of which customers. */
interface Said {
  readonly of: MergeCase;
  readonly choices: Readonly<Record<string, Kept>>;
}

/** Cells somebody changed before the merge was written, and the two customers as they stand since. */
interface Disputed {
  readonly conflicts: readonly Conflict[];
  readonly now: MergeCase;
}

function Fields({
  ids,
  opened,
  waiting,
  isSwapped,
  facts,
  onSwap,
  onMerged,
  onCancel,
}: {
  readonly ids: readonly [string, string];
  readonly opened: MergeCase;
  readonly waiting: boolean;
  /** Whether the second of the two is to stay; the form shows it so at once, its fields follow. */
  readonly isSwapped: boolean;
  readonly facts: WorkbookFacts;
  readonly onSwap: () => void;
  readonly onMerged: (done: MergedCustomers) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(duplicatesWords);
  const asOf = useAsOf();
  const { workbook } = pane.services;
  const [said, setSaid] = useState<Said>({ of: opened, choices: {} });
  const [merging, setMerging] = useState(false);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const [disputed, setDisputed] = useState<Disputed | null>(null);
  // Where the other one is to stay, what was chosen is the same value still.
  const { of: shown, choices } =
    idOf(said.of.survivor) === idOf(opened.survivor) ? said : turnedAround(said, opened);
  const { survivor, other, fields, belongings } = shown;

  async function merge(of: MergeCase, kept: Readonly<Record<string, Kept>>): Promise<void> {
    setMerging(true);
    setFailure(null);
    const done = await mergeCustomers(workbook, facts, of, kept, { asOf, trace: pane.trace() });
    const now =
      !done.ok && done.error.code === "conflict"
        ? await openMerge(workbook, facts, idOf(of.survivor), idOf(of.other))
        : null;
    setMerging(false);
    if (done.ok) onMerged(done.value);
    else if (now !== null && now.ok && done.error.code === "conflict")
      setDisputed({ conflicts: done.error.conflicts, now: now.value });
    else setFailure(now?.ok === false ? now.error : done.error);
  }

  /** What the merged customer would hold there; undefined for a row of another table. */
  function mineOf({ table, column }: Conflict): Cell | undefined {
    if (table !== "customers") return undefined;
    const field = fields.find((each) => each.column === column);
    return field === undefined
      ? (survivor[column] ?? null)
      : keptCell(field, choices[column] ?? field.proposed);
  }

  function decide({ conflicts, now }: Disputed, sideOf: SideOf): void {
    const kept: Record<string, Kept> = { ...choices };
    for (const conflict of conflicts) {
      const { table, id, column } = conflict;
      const mine = mineOf(conflict);
      if (table !== "customers" || mine === undefined) continue;
      const theirs = id === idOf(survivor) ? "survivor" : "other";
      kept[column] = sideOf(conflict) === "theirs" ? theirs : { value: mine };
    }
    setSaid({ of: now, choices: kept });
    setDisputed(null);
    void merge(now, kept);
  }

  const choiceOf = (field: MergeField) => (
    <FieldChoice
      key={field.column}
      field={field}
      choice={choices[field.column] ?? field.proposed}
      facts={facts}
      onChoose={(choice) => setSaid({ of: shown, choices: { ...choices, [field.column]: choice } })}
    />
  );

  if (disputed !== null)
    return (
      <Conflicts
        conflicts={disputed.conflicts}
        facts={facts}
        mineOf={mineOf}
        nameOf={(table, id) =>
          table !== "customers"
            ? null
            : textOf((id === idOf(survivor) ? survivor : other)["name"] ?? null)
        }
        settled={({ table }) => (table === "customers" ? null : say.movedAway)}
        busy={merging}
        takesFocus
        onResolve={(sideOf) => decide(disputed, sideOf)}
      >
        <Button onClick={onCancel}>{words.cancel}</Button>
      </Conflicts>
    );

  return (
    <form
      className={styles.form}
      aria-label={say.mergeTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void merge(shown, choices);
      }}
    >
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{say.keepWhich}</legend>
        {/* Each keeps its place, so that arrows go from one to the other and back. */}
        {ids.map((id, place) => (
          <RadioLine key={id} name="kept" checked={(place === 1) === isSwapped} onChoose={onSwap}>
            {label((id === idOf(survivor) ? survivor : other)["name"], id)}
          </RadioLine>
        ))}
      </fieldset>
      <h2 className={styles.title}>{say.differences}</h2>
      {fields.length === 0 && <p className={styles.text}>{say.noDifferences}</p>}
      {fields.filter(isQuestion).map(choiceOf)}
      {fields.some((field) => !isQuestion(field)) && (
        <details>
          <summary className={styles.summary}>
            {say.oneSided(fields.filter((field) => !isQuestion(field)).length)}
          </summary>
          <div className={styles.form}>
            {fields.filter((field) => !isQuestion(field)).map(choiceOf)}
          </div>
        </details>
      )}
      <p className={styles.text}>
        {say.rowsMove(rowCounts(countsOf(belongings), words, language))}
      </p>
      <p className={styles.text}>{say.mergeHint}</p>
      {failure !== null && <FailureMessage failure={failure} />}
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={merging || waiting}>
          {merging ? say.merging : say.doMerge}
        </Button>
        <Button onClick={onCancel} disabled={merging}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The same choices where the one that was to go is to stay. */
function turnedAround({ choices }: Said, of: MergeCase): Said {
  const turned = { survivor: "other", other: "survivor", both: "both" } as const;
  const kept = Object.entries(choices).map(([column, choice]): [string, Kept] => [
    column,
    typeof choice === "object" ? choice : turned[choice],
  ]);
  return { of, choices: Object.fromEntries(kept) };
}

/** Where only one of the two holds anything, that one is kept unless a person says otherwise. */
function isQuestion({ survivor, other }: MergeField): boolean {
  return !isBlankCell(survivor) && !isBlankCell(other);
}

function label(name: Cell | undefined, id: string): string {
  const called = nameText(textOf(name ?? null));
  return called === "" ? id : `${called} · ${id}`;
}
