import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { SharePlan } from "../../app/share/share";
import { useWords, useWordsOf } from "../state/use-pane";
import { shareWords } from "../words/share";

const useStyles = makeStyles({
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: "20px",
    display: "grid",
    gap: "4px",
    overflowWrap: "anywhere",
  },
});

/** Cells of the calculated columns that hold something of a person's, and stay. */
export function KeptCells({ plan: { kept } }: { readonly plan: SharePlan }) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  const titleId = useId();
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        {say.keptTitle}
      </p>
      <ul className={styles.list}>
        {kept.map(({ header, kind, count, customers }) => (
          <li key={header + kind}>{say.kept(header, kind, count, customers.join(words.list))}</li>
        ))}
      </ul>
    </section>
  );
}
