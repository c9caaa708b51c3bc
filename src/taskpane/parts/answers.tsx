import { Field, Radio, RadioGroup, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  question: { marginTop: "4px" },
  answers: { flexWrap: "wrap" },
});

/** One of a few answers to a question, or none yet. */
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
  return (
    <Field className={styles.question} label={label}>
      <RadioGroup
        className={styles.answers}
        layout="horizontal"
        value={said ?? "none"}
        onChange={(_, { value }) => onSaid(answers.find((answer) => answer === value) ?? null)}
      >
        {answers.map((answer) => (
          <Radio key={answer} value={answer} label={labels[answer]} />
        ))}
        <Radio value="none" label={labels.none} />
      </RadioGroup>
    </Field>
  );
}
