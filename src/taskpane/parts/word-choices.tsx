import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useWordsOf } from "../state/use-pane";
import { wordChoiceWords } from "../words/word-choice";

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

/** A word no list has, and what a person may say it means. */
export interface AskedWord {
  readonly table: string;
  readonly column: string;
  /** What the column is called. */
  readonly title: string;
  readonly word: string;
  /** How many rows would get another word. */
  readonly count: number;
  /** The words of the column's list. */
  readonly choices: readonly string[];
  /** What a person said it means; null for nothing yet. */
  readonly said: string | null;
}

/** Words no list has, each with the word it shall become in all its rows: said once. Nothing where there are none. */
export function WordChoices<Word extends AskedWord>({
  words,
  onWord,
  heading: Heading = "h2",
}: {
  readonly words: readonly Word[];
  readonly onWord: (word: Word, to: string | null) => void;
  readonly heading?: "h2" | "h4";
}) {
  const styles = useStyles();
  const say = useWordsOf(wordChoiceWords);
  if (words.length === 0) return null;
  return (
    <>
      <Heading className={styles.title}>{say.title}</Heading>
      <div className={styles.words}>
        {words.map((each) => (
          <Field
            key={`${each.table} ${each.column} ${each.word}`}
            className={styles.word}
            label={say.all(each.count, each.word, each.title)}
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
