import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { RepeatedWord } from "../../app/health/words";
import { useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  title: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "10px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  word: { overflowWrap: "anywhere" },
});

/** Words no list has, each with the word it shall become in all its rows: said once, seen among the fixes at once. */
export function WordChoices({
  words,
  onWord,
}: {
  readonly words: readonly RepeatedWord[];
  readonly onWord: (word: RepeatedWord, to: string | null) => void;
}) {
  const styles = useStyles();
  const { wordChoice: say } = useWordsOf(healthWords);
  if (words.length === 0) return null;
  return (
    <>
      <h2 className={styles.title}>{say.title}</h2>
      <div className={styles.words}>
        {words.map((each) => (
          <Field
            key={`${each.table} ${each.column} ${each.word}`}
            className={styles.word}
            label={say.all(each.count, each.word, each.header ?? each.column)}
          >
            <Select
              value={each.said ?? ""}
              onChange={(_, { value }) => onWord(each, value === "" ? null : value)}
            >
              <option value="">{say.asItIs}</option>
              {each.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {say.becomes(choice)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </>
  );
}
