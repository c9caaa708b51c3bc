import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState, type ReactNode } from "react";
import {
  mergeCustomers,
  openMerge,
  type Choice,
  type MergeCase,
  type MergeField,
  type MergedCustomers,
} from "../../app/duplicates/merge-customers";
import { countsOf } from "../../app/duplicates/belongings";
import type { WorkbookFacts } from "../../app/workbook";
import { ok } from "../../domain/result";
import type { Cell } from "../../tables/change";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { useAnswer, useAsOf, usePane, useWords } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { columnSpec } from "../words/failure-text";
import { rowCounts } from "../words/row-counts";
import type { PaneFailure } from "../words/failure-words";

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
  choice: {
    display: "flex",
    gap: "6px",
    minHeight: "28px",
    alignItems: "flex-start",
    whiteSpace: "pre-line",
    overflowWrap: "anywhere",
  },
  radio: {
    width: "16px",
    height: "16px",
    margin: "3px 0 0",
    flexShrink: 0,
    accentColor: tokens.colorBrandBackground,
  },
  from: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
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
  const [version, setVersion] = useState(0);
  const ask = useCallback(async () => {
    const shown = await openMerge(workbook, facts, survivorId, otherId);
    return shown.ok ? ok({ ...shown.value, version }) : shown;
  }, [workbook, facts, survivorId, otherId, version]);
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
      key={survivorId}
      shown={opened.value}
      waiting={answer.status === "waiting"}
      facts={facts}
      onSwap={() => setSwapped(!swapped)}
      onReload={() => setVersion(version + 1)}
      onMerged={onMerged}
      onCancel={onCancel}
    />
  );
}

function Fields({
  shown,
  waiting,
  facts,
  onSwap,
  onReload,
  onMerged,
  onCancel,
}: {
  readonly shown: MergeCase;
  readonly waiting: boolean;
  readonly facts: WorkbookFacts;
  readonly onSwap: () => void;
  /** Reads both customers again. */
  readonly onReload: () => void;
  readonly onMerged: (done: MergedCustomers) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const { duplicates: say } = words;
  const asOf = useAsOf();
  const { workbook } = pane.services;
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [merging, setMerging] = useState(false);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const { survivor, other, fields, belongings } = shown;

  async function merge(): Promise<void> {
    setMerging(true);
    setFailure(null);
    const done = await mergeCustomers(workbook, facts, shown, choices, {
      asOf,
      trace: pane.trace(),
    });
    setMerging(false);
    if (done.ok) onMerged(done.value);
    else setFailure(done.error);
  }

  function reload(): void {
    setFailure(null);
    onReload();
  }

  return (
    <form
      className={styles.form}
      aria-label={say.mergeTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{say.keepWhich}</legend>
        <Radio name="kept" checked onChoose={() => undefined}>
          {label(survivor["name"], survivor["id"])}
        </Radio>
        <Radio name="kept" checked={false} onChoose={onSwap}>
          {label(other["name"], other["id"])}
        </Radio>
      </fieldset>
      <h2 className={styles.title}>{say.differences}</h2>
      {fields.length === 0 && <p className={styles.text}>{say.noDifferences}</p>}
      {fields.map((field) => (
        <FieldChoice
          key={field.column}
          field={field}
          choice={choices[field.column] ?? field.proposed}
          facts={facts}
          onChoose={(choice) => setChoices({ ...choices, [field.column]: choice })}
        />
      ))}
      <p className={styles.text}>
        {say.rowsMove(rowCounts(countsOf(belongings), words, language))}
      </p>
      <p className={styles.text}>{say.mergeHint}</p>
      {failure?.code === "conflict" ? (
        <Conflicts
          conflicts={failure.conflicts}
          change={null}
          dateSystem={facts.dateSystem}
          actions={
            <Button size="small" appearance="primary" onClick={reload}>
              {say.compareAgain}
            </Button>
          }
        />
      ) : (
        failure !== null && <FailureMessage failure={failure} />
      )}
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

function FieldChoice({
  field: { column, header, survivor, other, choices },
  choice,
  facts,
  onChoose,
}: {
  readonly field: MergeField;
  readonly choice: Choice;
  readonly facts: WorkbookFacts;
  readonly onChoose: (choice: Choice) => void;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const text = (cell: Cell) =>
    cellText(columnSpec(column), cell, { dateSystem: facts.dateSystem, asOf }, language);
  const shown: Readonly<Record<Choice, string>> = {
    survivor: text(survivor),
    other: text(other),
    both: "",
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{header}</legend>
      {choices.map((each) => (
        <Radio
          key={each}
          name={`field ${column}`}
          checked={each === choice}
          onChoose={() => onChoose(each)}
        >
          {shown[each]} <span className={styles.from}>{words.duplicates.from[each]}</span>
        </Radio>
      ))}
    </fieldset>
  );
}

function Radio({
  name,
  checked,
  onChoose,
  children,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <label className={styles.choice}>
      <input
        className={styles.radio}
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
      />
      <span>{children}</span>
    </label>
  );
}

function label(name: Cell | undefined, id: Cell | undefined): string {
  return [name, id].filter((part) => part !== null && part !== undefined).join(" · ");
}
