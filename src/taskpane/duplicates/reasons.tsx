import { makeStyles, tokens } from "@fluentui/react-components";
import { sureScore, type Likeness } from "../../domain/matching/likeness";
import { useWordsOf } from "../state/use-pane";
import { duplicatesWords } from "../words/duplicates";

const useStyles = makeStyles({
  score: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  facts: {
    margin: "2px 0 0",
    paddingLeft: "18px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** How likely two customers are one, and why. */
export function Reasons({ score, facts }: Likeness) {
  const styles = useStyles();
  const say = useWordsOf(duplicatesWords);
  return (
    <div>
      <p className={styles.score}>
        {say.score(score)} · {score >= sureScore ? say.sure : say.likely}
      </p>
      <ul className={styles.facts}>
        {facts.map(({ fact, common }) => (
          <li key={fact}>{say.fact[fact](common)}</li>
        ))}
      </ul>
    </div>
  );
}
