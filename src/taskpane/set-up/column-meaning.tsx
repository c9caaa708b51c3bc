import { Select, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ProposedColumn } from "../../app/set-up/proposal";
import type { Day } from "../../domain/day";
import type { DateSystem } from "../../domain/serial";
import { readCell } from "../../tables/cells";
import { unitOfHeader } from "../../tables/amount-unit";
import type { Cell } from "../../tables/change";
import { adoptableColumns } from "../../tables/specs/customers";
import { useWords, useWordsOf } from "../state/use-pane";
import { withYearFirst, type DayOrder } from "../../domain/day-order";
import type { ColumnSpec } from "../../tables/schema";
import { cellText } from "../words/cell-text";
import { columnSpec } from "../words/failure-text";
import { unturned } from "../words/name-text";
import { certaintyOf } from "./set-up-flow";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "2px 8px",
    alignItems: "center",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  header: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  letter: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  small: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  whole: { whiteSpace: "normal" },
  wide: { gridColumn: "1 / -1" },
  unsure: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** One column of theirs: its header, samples, what it is taken for and why; the meaning can be corrected. */
export function ColumnMeaning({
  column,
  meaning,
  style,
  onMeaning,
  unmapped,
  offered,
  dayOrder = null,
  children,
}: {
  readonly column: ProposedColumn;
  readonly meaning: string | null;
  readonly style: { readonly dateSystem: DateSystem; readonly asOf: Day };
  readonly onMeaning: (meaning: string | null) => void;
  /** What a column without a meaning is called; "kept as your own" unless said otherwise. */
  readonly unmapped?: string;
  /** The columns to choose from; all of the customers table that are filled in unless said otherwise. */
  readonly offered?: readonly ColumnSpec[];
  /** How days with the year last are to be read. */
  readonly dayOrder?: DayOrder | null;
  /** What else can be done about the column. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(setUpWords);
  const { index, letter, header, newHeader, guess, confidence, because, sample } = column;
  const title = header === "" ? say.noHeader(index) : unturned(header);
  const certainty = certaintyOf(confidence);
  const isGuess = meaning !== null && meaning === guess;
  const isImported = offered !== undefined;
  const choices = offered ?? adoptableColumns;
  const specOf = (id: string | null): ColumnSpec | null =>
    id === null ? null : (choices.find((each) => each.id === id) ?? columnSpec(id));
  const guessed = specOf(guess);
  const options =
    guessed === null || choices.includes(guessed) || isImported ? choices : [...choices, guessed];
  const spec = specOf(meaning);
  const readable = sample.map((cell) => withYearFirst(cell, dayOrder));
  const doubt = spec === null ? null : firstUnreadable(spec, readable, style.dateSystem);
  // Only an import turns amounts into yuan; a sheet that is adopted keeps them, so such a column is not used.
  const amounts = isImported ? spec : guessed;
  const unit = amounts?.kind === "amountYuan" ? unitOfHeader(header) : 1;
  const isKeptForUnit = !isImported && unit !== 1 && meaning === null;
  // What cannot be read does not speak for the guess.
  const reason = (stated: NonNullable<typeof because>) =>
    doubt !== null && stated === "header-and-content" ? "header" : stated;
  // A column without a meaning is shown as its sheet shows it: days as days, not as serial numbers.
  const look = spec ?? (column.showsDays ? columnSpec("createdDay") : null);
  const samples = sample.map((cell) => cellText(look, cell, style, language)).join(" · ");

  return (
    <li className={styles.column}>
      <span className={styles.header}>
        {title} <span className={styles.letter}>{letter}</span>
      </span>
      <Select
        size="small"
        aria-label={say.meaningOf(title)}
        value={meaning ?? ""}
        onChange={(_, { value }) => onMeaning(value === "" ? null : value)}
      >
        <option value="">{unmapped ?? say.ownColumn}</option>
        {options.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </Select>
      <span className={styles.small} title={samples}>
        {samples !== "" && `${say.samples} ${samples}`}
      </span>
      <span
        className={mergeClasses(
          styles.small,
          styles.whole,
          isGuess && certainty === "unsure" && styles.unsure,
        )}
      >
        {isGuess
          ? [say.confidence[certainty], because === null ? null : say.because[reason(because)]]
              .filter((part) => part !== null)
              .join(" · ")
          : meaning !== guess && !isKeptForUnit && say.chosen}
      </span>
      {unit !== 1 && (isImported || isKeptForUnit) && (
        <span className={mergeClasses(styles.small, styles.whole, styles.wide)}>
          {isImported ? say.amountUnit(unit) : say.keptForUnit(unit)}
        </span>
      )}
      {doubt !== null && (
        <span className={mergeClasses(styles.small, styles.wide, styles.unsure)}>
          {words.issue[doubt.issue](cellText(null, doubt.cell, style, language))}
        </span>
      )}
      {newHeader !== null && (
        <span className={mergeClasses(styles.small, styles.wide)}>{say.renamed(newHeader)}</span>
      )}
      {children !== undefined && <span className={styles.wide}>{children}</span>}
    </li>
  );
}

/** The first sample that the meaning cannot read: a header may be right and what stands below it still unusable. */
function firstUnreadable(spec: ColumnSpec, sample: readonly Cell[], dateSystem: DateSystem) {
  for (const cell of sample) {
    const { value, issue } = readCell(spec, cell, dateSystem);
    if (value === null && issue !== null) return { cell, issue };
  }
  return null;
}
