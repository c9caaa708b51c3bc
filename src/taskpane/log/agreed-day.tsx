import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { isoDay, type Day } from "../../domain/day";
import { useWords } from "../state/use-pane";
import { agreedChips, chipDay } from "./draft";

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: "4px", lineHeight: tokens.lineHeightBase300 },
  choices: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  chip: { minWidth: "52px", padding: "0 8px" },
  date: { flexGrow: 1, minWidth: "140px" },
  hint: {
    margin: "4px 0 0",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** F4: the day agreed with the customer, by one tap or as a date. */
export function AgreedDay({
  value,
  asOf,
  onChange,
}: {
  readonly value: string;
  readonly asOf: Day;
  readonly onChange: (value: string) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <fieldset className={styles.group} aria-describedby="agreed-hint">
      <legend className={styles.legend}>{words.log.agreed}</legend>
      <div className={styles.choices}>
        {agreedChips.map((chip) => {
          const day = isoDay(chipDay(chip, asOf));
          const chosen = day === value;
          return (
            <Button
              key={chip}
              className={styles.chip}
              size="small"
              shape="circular"
              appearance={chosen ? "primary" : "outline"}
              aria-pressed={chosen}
              aria-label={words.log.chipLabel[chip]}
              title={words.log.chipLabel[chip]}
              onClick={() => onChange(chosen ? "" : day)}
            >
              {words.log.chip[chip]}
            </Button>
          );
        })}
        <Input
          className={styles.date}
          size="small"
          type="date"
          aria-label={words.log.agreed}
          value={value}
          min={isoDay(asOf)}
          onChange={(_, { value: typed }) => onChange(typed)}
        />
        {value !== "" && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={words.log.clearAgreed}
            title={words.log.clearAgreed}
            onClick={() => onChange("")}
          />
        )}
      </div>
      <p className={styles.hint} id="agreed-hint">
        {words.log.agreedHint}
      </p>
    </fieldset>
  );
}
