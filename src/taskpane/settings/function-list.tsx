import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CopyButton } from "../parts/copy-button";
import { useWords, useWordsOf } from "../state/use-pane";
import { settingsWords } from "../words/settings";
import { cellFunctions } from "./cell-functions";

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold, cursor: "pointer", padding: "4px 0" },
  lead: { margin: "0 0 6px", color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  about: { margin: "2px 0", color: tokens.colorNeutralForeground2 },
  example: { display: "flex", alignItems: "center", gap: "4px" },
  formula: { color: tokens.colorNeutralForeground3 },
});

/** The cell functions there are, each with what it answers and a formula to copy. */
export function FunctionList() {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(settingsWords);
  return (
    <details>
      <summary className={styles.title}>{say.functions}</summary>
      <p className={styles.lead}>{say.functionsLead}</p>
      <ul className={styles.list}>
        {cellFunctions.map(({ signature, about, example }) => (
          <li key={signature} className={styles.item}>
            <code className={styles.name}>{signature}</code>
            <p className={styles.about}>{about[language]}</p>
            <span className={styles.example}>
              <code className={mergeClasses(styles.name, styles.formula)}>{example}</code>
              <CopyButton text={example} title={example} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
