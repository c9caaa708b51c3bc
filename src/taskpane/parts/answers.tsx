import { Field, Radio, RadioGroup, makeStyles } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  question: { marginTop: "4px" },
  answers: { flexWrap: "wrap" },
});

/** One of a few answers to a question, or none yet. It stands at once, though what follows from it takes a while. */
export function Answers<Answer extends string>({
  label,
  answers,
  labels,
  said,
  onSaid,
}: {
  readonly label: string;
  readonly answers: readonly Answer[];
  readonly labels: Readonly<Record<Answer | "none", string>>;
  readonly said: Answer | null;
  readonly onSaid: (said: Answer | null) => void;
}) {
  const styles = useStyles();
  const [clicked, setClicked] = useState<{
    readonly before: Answer | null;
    readonly answer: Answer | null;
  } | null>(null);
  if (clicked !== null && clicked.before !== said) setClicked(null);
  const shown = clicked?.before === said ? clicked.answer : said;

  function answer(value: string): void {
    const chosen = answers.find((each) => each === value) ?? null;
    setClicked({ before: said, answer: chosen });
    onSaid(chosen);
  }

  return (
    <Field className={styles.question} label={label}>
      <RadioGroup
        className={styles.answers}
        layout="horizontal"
        value={shown ?? "none"}
        onChange={(_, { value }) => answer(value)}
      >
        {answers.map((each) => (
          <Radio key={each} value={each} label={labels[each]} />
        ))}
        <Radio value="none" label={labels.none} />
      </RadioGroup>
    </Field>
  );
}
