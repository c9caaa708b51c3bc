import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { DateSystem } from "../../domain/serial";
import type { DataIssueCode } from "../../tables/issues";
import { useViewFrame } from "../parts/view-frame";
import { twoLines } from "../parts/two-lines";
import { WordChoices } from "../parts/word-choices";
import { WholeDays } from "../parts/whole-days";
import { useWords, useWordsOf } from "../state/use-pane";
import type { RepeatedWord } from "../../app/health/words";
import { chosenIn, withGroup, type FixChoice, type FixGroup } from "./fix-choice";
import { becomesLine, dayOrderLine, placeLine } from "./issue-lines";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "grid",
    // A long place must not widen the pane.
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "10px",
  },
  group: {
    padding: "4px 10px 8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: "flex", alignItems: "center", gap: "8px" },
  check: { flexGrow: 1, minWidth: 0 },
  count: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  samples: {
    margin: "0 0 4px",
    padding: "0 0 0 8px",
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "4px",
  },
  evidence: {
    margin: "0 0 6px",
    padding: "0 0 0 8px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  becomes: { display: "block", overflowWrap: "anywhere" },
  place: {
    ...twoLines,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Enough to see what a kind does to its cells. */
const samples = 3;

/** What would become of the cells, kind by kind, before anything is written. */
export function FixPreview({
  groups,
  words,
  choice,
  dateSystem,
  onChoice,
  onCells,
  onWord,
}: {
  readonly groups: readonly FixGroup[];
  readonly words: readonly RepeatedWord[];
  readonly onWord: (word: RepeatedWord, to: string | null) => void;
  readonly choice: FixChoice;
  readonly dateSystem: DateSystem;
  readonly onChoice: (choice: FixChoice) => void;
  readonly onCells: (code: DataIssueCode) => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const say = useWordsOf(healthWords);
  const card = (group: FixGroup) => (
    <Group
      key={group.key}
      group={group}
      choice={choice}
      dateSystem={dateSystem}
      onChoice={onChoice}
      onCells={onCells}
    />
  );
  const guesses = groups.filter(({ sure }) => !sure);
  return (
    <div className={frame.body}>
      <p className={styles.lead}>{say.fixLead}</p>
      <WordChoices
        words={words.map((each) => ({ ...each, title: each.header ?? each.column }))}
        onWord={onWord}
      />
      <ul className={styles.list}>{groups.filter(({ sure }) => sure).map(card)}</ul>
      {guesses.length > 0 && (
        <>
          <h2 className={styles.title}>{say.guesses}</h2>
          <ul className={styles.list}>{guesses.map(card)}</ul>
        </>
      )}
    </div>
  );
}

function Group({
  group,
  choice,
  dateSystem,
  onChoice,
  onCells,
}: {
  readonly group: FixGroup;
  readonly choice: FixChoice;
  readonly dateSystem: DateSystem;
  readonly onChoice: (choice: FixChoice) => void;
  readonly onCells: (code: DataIssueCode) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(healthWords);
  const countId = useId();
  const chosen = chosenIn(choice, group);
  const all = group.issues.length;
  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <Checkbox
          className={styles.check}
          label={say.kind[group.code]}
          aria-describedby={countId}
          checked={chosen === all ? true : chosen === 0 ? false : "mixed"}
          onChange={(_, { checked }) => onChoice(withGroup(choice, group, checked !== false))}
        />
        <span id={countId} className={styles.count}>
          {say.chosenOf(chosen, all)}
        </span>
      </div>
      {group.dayColumn !== null && (
        <p className={styles.evidence}>
          <WholeDays text={dayOrderLine(group.dayColumn, language, dateSystem)} />
        </p>
      )}
      <ul className={styles.samples}>
        {group.issues.slice(0, samples).map((issue, index) => (
          <li key={index}>
            <span className={styles.becomes}>
              <WholeDays text={becomesLine(issue, dateSystem, language) ?? ""} />
            </span>
            <span className={styles.place}>{placeLine(issue, language)}</span>
          </li>
        ))}
      </ul>
      <Button size="small" appearance="subtle" onClick={() => onCells(group.code)}>
        {say.oneByOne}
      </Button>
    </li>
  );
}
