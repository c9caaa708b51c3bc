import { makeStyles, tokens } from "@fluentui/react-components";
import {
  keptCell,
  type Choice,
  type Kept,
  type MergeField,
} from "../../app/duplicates/merge-customers";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Cell } from "../../tables/change";
import { RadioLine } from "../parts/radio-line";
import { useAsOf, useWords, useWordsOf } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { specIn } from "../words/column-in";
import { duplicatesWords } from "../words/duplicates";

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0 },
  legend: { padding: 0, marginBottom: "2px", fontWeight: tokens.fontWeightSemibold },
  from: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What a field of two customers may become, each value with where it comes from. */
export function FieldChoice({
  field,
  choice,
  facts,
  onChoose,
}: {
  readonly field: MergeField;
  readonly choice: Kept;
  readonly facts: WorkbookFacts;
  readonly onChoose: (choice: Choice) => void;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(duplicatesWords);
  const asOf = useAsOf();
  const { column, header, survivor, other, choices } = field;
  const text = (cell: Cell) =>
    cellText(
      specIn(facts, "customers", column),
      cell,
      { dateSystem: facts.dateSystem, asOf },
      language,
    );
  const shown: Readonly<Record<Choice, string>> = {
    survivor: text(survivor),
    other: text(other),
    both: text(keptCell(field, "both")),
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{header}</legend>
      {choices.map((each) => (
        <RadioLine
          key={each}
          name={`field ${column}`}
          checked={each === choice}
          onChoose={() => onChoose(each)}
        >
          {shown[each]} <span className={styles.from}>{say.from[each]}</span>
        </RadioLine>
      ))}
      {typeof choice === "object" && (
        <RadioLine name={`field ${column}`} checked onChoose={() => undefined}>
          {text(choice.value)} <span className={styles.from}>{words.conflicts.side.mine}</span>
        </RadioLine>
      )}
    </fieldset>
  );
}
