import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FieldDraft, ListedColumn } from "../../app/fields/fields";
import { useWords, useWordsOf } from "../state/use-pane";
import { FieldForm, type FieldProblemText } from "./field-form";
import { fieldsWords } from "../words/fields";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    gap: "2px 8px",
    minHeight: "32px",
    padding: "3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { overflowWrap: "anywhere" },
  kind: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  part: { gridColumn: "1 / -1", padding: "4px 0 8px" },
  hint: { margin: "0 0 6px", color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** The columns of a person's own: what they hold, and what can be done with them. */
export function ColumnList({
  columns,
  busy,
  problemOf,
  onEdited,
  onAdopt,
  onRemove,
}: {
  readonly columns: readonly ListedColumn[];
  readonly busy: boolean;
  /** What went wrong with that column, to be said beside it. */
  readonly problemOf: (column: string) => FieldProblemText | null;
  readonly onEdited: (column: string) => void;
  readonly onAdopt: (column: string, draft: FieldDraft) => void;
  readonly onRemove: (column: string, deleteBlank: boolean) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(fieldsWords);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className={styles.list}>
      {columns.map(({ column, header, spec, standing }) => (
        <li key={column} className={styles.column}>
          <ColumnName header={header} spec={spec} />
          <Button
            size="small"
            aria-expanded={open === column}
            aria-label={standing === "own" ? say.makeField(header) : say.removeField(header)}
            onClick={() => setOpen(open === column ? null : column)}
          >
            {standing === "own" ? say.makeFieldShort : say.removeFieldShort}
          </Button>
          {open === column && standing === "own" && (
            <div className={styles.part}>
              <FieldForm
                name={header}
                busy={busy}
                problem={problemOf(column)}
                onEdited={() => onEdited(column)}
                onDone={(draft) => onAdopt(column, draft)}
                onCancel={() => setOpen(null)}
              />
            </div>
          )}
          {open === column && standing === "field" && (
            <div className={styles.part}>
              <p className={styles.hint}>{say.removeHint}</p>
              <div className={styles.actions}>
                <Button
                  size="small"
                  disabledFocusable={busy}
                  onClick={() => onRemove(column, false)}
                >
                  {say.keepColumn}
                </Button>
                <Button
                  size="small"
                  disabledFocusable={busy}
                  onClick={() => onRemove(column, true)}
                >
                  {say.deleteBlank}
                </Button>
                <Button size="small" appearance="subtle" onClick={() => setOpen(null)}>
                  {words.cancel}
                </Button>
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The columns of ours: what they are called in this sheet and what they hold. */
export function BuiltInColumns({ columns }: { readonly columns: readonly ListedColumn[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {columns
        .filter(({ standing }) => standing === "ours")
        .map(({ column, header, spec }) => (
          <li key={column} className={styles.column}>
            <ColumnName header={header} spec={spec} />
          </li>
        ))}
    </ul>
  );
}

function ColumnName({ header, spec }: Pick<ListedColumn, "header" | "spec">) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(fieldsWords);
  const choices = (spec?.choices ?? []).map(({ title }) => title[language]).join(words.list);
  const kind = spec === null ? "" : say.kind[spec.kind];
  return (
    <span>
      <span className={styles.name}>{header}</span>{" "}
      <span className={styles.kind}>{choices === "" ? kind : `${kind} · ${choices}`}</span>
    </span>
  );
}
