import {
  Button,
  Input,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { Fragment, useMemo, useState } from "react";
import { importColumns } from "../../app/import/columns";
import type { ImportChoices } from "../../app/import/import";
import { choiceTitle, textOf } from "../../tables/cells";
import type { Rejection } from "../../tables/import/plan";
import { WordChoices } from "../parts/word-choices";
import { useWords, useWordsOf } from "../state/use-pane";
import { mendable, titleIn, withCorrection, type CheckedStep } from "./import-flow";
import { rejectedWords, saidOf, withWordSaid } from "./rejected-words";
import { useRowListStyles } from "./row-list-styles";
import { nameText } from "../words/name-text";
import { importWords } from "../words/import";

const useStyles = makeStyles({
  mend: { display: "flex", flexDirection: "column", gap: "4px", marginTop: "4px" },
  several: {
    display: "grid",
    gridTemplateColumns: "fit-content(45%) minmax(0, 1fr)",
    columnGap: "8px",
    alignItems: "center",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
  saved: { margin: "8px 0 0", color: tokens.colorStatusSuccessForeground1 },
  words: { display: "grid", gap: "6px", margin: "8px 0" },
  pages: { display: "flex", alignItems: "center", gap: "8px", marginTop: "8px" },
});

/** As many as can be looked over at once; the page holds no more, however many are rejected. */
const rowsPerPage = 20;

/** As many words as a person says something about in one go; the next come when it is checked again. */
const wordsAtOnce = 20;

/** The rows that stay out, with their reasons; cells can be mended here, or all saved to a sheet. */
export function RejectedRows({
  step,
  reasonText,
  onChoices,
  onSave,
}: {
  readonly step: CheckedStep;
  readonly reasonText: (rejection: Rejection) => string;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onSave: () => Promise<void>;
}) {
  const list = useRowListStyles();
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(importWords);
  const [page, setPage] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const { plan, source, choices, facts } = step;
  const { rejected } = plan;
  const { mapping } = choices;
  const repeated = useMemo(() => rejectedWords(plan, { mapping }, wordsAtOnce), [plan, mapping]);
  if (rejected.length === 0) return null;
  const columns = importColumns(facts, source.target);
  const choicesOf = (id: string): readonly string[] => {
    const list = columns.find((spec) => spec.id === id)?.choices ?? [];
    return list.map(({ code }) => choiceTitle(list, code, facts.language ?? language));
  };
  const title = titleIn(step, language);
  const first = page * rowsPerPage;
  const shown = rejected.slice(first, first + rowsPerPage);
  const foundIn = (row: number, index: number): string =>
    choices.corrections.get(row)?.get(index) ?? textOf(source.rows[row]?.[index] ?? null);

  /** What the row is about, by which it is known among others. */
  const nameIn = (row: number): string => {
    const index = choices.mapping[plan.target.nameColumn];
    return index === undefined ? "" : nameText(foundIn(row, index).trim());
  };

  async function save(): Promise<void> {
    setIsSaving(true);
    await onSave();
    setIsSaving(false);
  }

  return (
    <section aria-labelledby="import-rejected">
      <h3 className={list.title} id="import-rejected">
        {say.fate.rejected} · {say.rows(rejected.length)}
      </h3>
      <p className={list.hint}>{say.fateHint.rejected}</p>
      {repeated.length > 0 && (
        <div className={styles.words}>
          <WordChoices
            heading="h4"
            words={repeated.map((word) => ({
              ...word,
              table: source.target,
              title: title(word.column),
              count: word.rows.length,
              choices: choicesOf(word.column),
              said: saidOf(choices, word),
            }))}
            onWord={(word, to) => onChoices(withWordSaid(choices, word, to))}
          />
        </div>
      )}
      <ul className={list.rows}>
        {shown.map((row) => {
          const number = source.firstRow + row.row;
          const cells = [...mendable(row, choices.mapping)];
          // Of one cell the reason above it says which it is.
          const isOneOfSeveral = cells.length > 1;
          return (
            <li key={row.row} className={list.row}>
              <span className={list.head}>
                {[say.row(number), nameIn(row.row)].filter((part) => part !== "").join(" · ")}
              </span>{" "}
              {row.reasons.map(reasonText).join(words.clauses)}
              <span className={mergeClasses(styles.mend, isOneOfSeveral && styles.several)}>
                {cells.map(([column, index]) => (
                  <Fragment key={column}>
                    {isOneOfSeveral && (
                      <span className={list.hint} aria-hidden="true">
                        {title(column)}
                      </span>
                    )}
                    <MendedCell
                      label={say.mend(title(column), number)}
                      came={textOf(source.rows[row.row]?.[index] ?? null)}
                      value={foundIn(row.row, index)}
                      choices={choicesOf(column)}
                      onValue={(value) => onChoices(withCorrection(choices, row.row, index, value))}
                    />
                  </Fragment>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {rejected.length > rowsPerPage && (
        <div className={styles.pages}>
          <Button size="small" disabledFocusable={page === 0} onClick={() => setPage(page - 1)}>
            {say.earlier}
          </Button>
          <span className={list.hint}>
            {say.page(first + 1, first + shown.length, rejected.length)}
          </span>
          <Button
            size="small"
            disabledFocusable={first + rowsPerPage >= rejected.length}
            onClick={() => setPage(page + 1)}
          >
            {say.further}
          </Button>
        </div>
      )}
      {step.savedAs !== null && (
        <p className={styles.saved} role="status">
          {say.rejectedSaved(step.savedAs)}
        </p>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={isSaving || step.savedAs !== null}
          onClick={() => void save()}
        >
          {say.saveRejected}
        </Button>
      </div>
    </section>
  );
}

/** A cell to be mended: one of the column's words where it has a list, else whatever is typed. */
function MendedCell({
  label,
  came,
  value,
  choices,
  onValue,
}: {
  readonly label: string;
  readonly came: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onValue: (value: string) => void;
}) {
  if (choices.length === 0)
    return (
      <Input
        size="small"
        aria-label={label}
        value={value}
        onChange={(_, { value: typed }) => onValue(typed)}
      />
    );
  const words = new Set([came, value, ...choices]);
  return (
    <Select
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, { value: chosen }) => onValue(chosen)}
    >
      {[...words].map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </Select>
  );
}
