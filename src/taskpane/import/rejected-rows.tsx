import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportChoices } from "../../app/import/import";
import { textOf } from "../../tables/cells";
import type { Rejection } from "../../tables/import/plan";
import { useWords, useWordsOf } from "../state/use-pane";
import { mendable, titleIn, withCorrection, type CheckedStep } from "./import-flow";
import { importWords } from "../words/import";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  rows: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  row: {
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  mend: { display: "flex", flexDirection: "column", gap: "4px", marginTop: "4px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
  saved: { margin: "8px 0 0", color: tokens.colorStatusSuccessForeground1 },
  pages: { display: "flex", alignItems: "center", gap: "8px", marginTop: "8px" },
});

/** As many as can be looked over at once; the page holds no more, however many are rejected. */
const rowsPerPage = 20;

/** The rows that stay out, with their reasons; cells can be mended here, or all saved to a sheet. */
export function RejectedRows({
  step,
  reasonText,
  onChoices,
  onCheckAgain,
  onSave,
}: {
  readonly step: CheckedStep;
  readonly reasonText: (rejection: Rejection) => string;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onCheckAgain: () => void;
  readonly onSave: () => Promise<void>;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(importWords);
  const [page, setPage] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const { plan, source, choices } = step;
  const { rejected } = plan;
  if (rejected.length === 0) return null;
  const title = titleIn(step, language);
  const first = page * rowsPerPage;
  const shown = rejected.slice(first, first + rowsPerPage);
  const foundIn = (row: number, index: number): string =>
    choices.corrections.get(row)?.get(index) ?? textOf(source.rows[row]?.[index] ?? null);

  async function save(): Promise<void> {
    setIsSaving(true);
    await onSave();
    setIsSaving(false);
  }

  return (
    <section aria-labelledby="import-rejected">
      <h3 className={styles.title} id="import-rejected">
        {say.fate.rejected} · {say.rows(rejected.length)}
      </h3>
      <p className={styles.hint}>{say.fateHint.rejected}</p>
      <ul className={styles.rows}>
        {shown.map((row) => {
          const number = source.firstRow + row.row;
          return (
            <li key={row.row} className={styles.row}>
              <span className={styles.head}>{say.row(number)}</span>{" "}
              {row.reasons.map(reasonText).join(words.clauses)}
              <span className={styles.mend}>
                {[...mendable(row, choices.mapping)].map(([column, index]) => (
                  <Input
                    key={column}
                    size="small"
                    aria-label={say.mend(title(column), number)}
                    value={foundIn(row.row, index)}
                    onChange={(_, { value }) =>
                      onChoices(withCorrection(choices, row.row, index, value))
                    }
                  />
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
          <span className={styles.hint}>
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
        <Button size="small" onClick={onCheckAgain}>
          {say.checkAgain}
        </Button>
        <Button size="small" disabledFocusable={isSaving} onClick={() => void save()}>
          {say.saveRejected}
        </Button>
      </div>
    </section>
  );
}
