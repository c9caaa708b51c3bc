import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { useWordsOf } from "../state/use-pane";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  columns: { margin: "6px 0 0", padding: 0, listStyleType: "none" },
});

/** The list of columns with what each of them means. */
export function ColumnMeanings({
  hint,
  children,
}: {
  readonly hint: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const say = useWordsOf(setUpWords);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h2 className={styles.title} id={titleId}>
        {say.mapping}
      </h2>
      <p className={styles.hint}>{hint}</p>
      <ul className={styles.columns}>{children}</ul>
    </section>
  );
}
