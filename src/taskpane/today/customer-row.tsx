import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Compose20Regular } from "@fluentui/react-icons/svg/compose";
import { Fragment } from "react";
import type { Entry } from "../../app/today/customer-view";
import { GradeMark } from "../parts/grade-mark";
import { StepMark } from "../parts/step-mark";
import type { RowFocus, RowPart } from "../parts/windowed-sections";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import { whyParts } from "../words/why-text";
import { useRowStyles } from "./row-styles";

const narrow = "@media (max-width: 399px)";

const useStyles = makeStyles({
  // F5, F7: the edge grows with the step; its colour only repeats what marks and words say. Edge and padding together
  // are 12 px, so that the grades stand in one line.
  overdue: { borderLeft: `2px solid ${tokens.colorPaletteRedBorder2}`, paddingLeft: "10px" },
  step1: { borderLeft: `4px solid ${tokens.colorPaletteRedBorder2}`, paddingLeft: "8px" },
  step2: { borderLeft: `6px double ${tokens.colorPaletteRedBorder2}`, paddingLeft: "6px" },
  step3: { borderLeft: `8px solid ${tokens.colorPaletteRedBorder2}`, paddingLeft: "4px" },
  dueToday: {
    borderLeft: `4px dashed ${tokens.colorPaletteMarigoldBorder2}`,
    paddingLeft: "8px",
  },
  head: { display: "flex", alignItems: "baseline", gap: "8px" },
  owner: {
    flexShrink: 0,
    maxWidth: "40%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { display: "none" },
  },
  // In a narrow pane the name has its line to itself, and the owner stands before the reasons.
  ownerBelow: { display: "none", [narrow]: { display: "inline" } },
  // A row has room for three lines in all.
  short: { WebkitLineClamp: 1 },
  found: { color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  alarming: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** A customer in the list: grade, name, why it is here, and a button that logs a follow-up at once. */
export function CustomerRow({
  entry,
  owner,
  found,
  focus,
  canLog,
}: {
  readonly entry: Entry;
  /** Whose customer it is; "" where everybody shown has the same owner, or none. */
  readonly owner: string;
  /** The field in which it was found, with what it holds; "" where its name says it. */
  readonly found: string;
  readonly focus: (part: RowPart) => RowFocus;
  readonly canLog: boolean;
}) {
  const row = useRowStyles();
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const { state } = entry;
  const name = entry.name === "" ? words.today.unnamed(entry.id) : entry.name;
  const parts = whyParts(entry, asOf, language);
  // Beside the field there is room for what matters most; the rest is in the title.
  const shown = found === "" ? parts : parts.filter(({ role }) => role !== "reason");
  const edge =
    state.kind === "overdue"
      ? state.step === 0
        ? styles.overdue
        : styles[`step${state.step}`]
      : state.kind === "today"
        ? styles.dueToday
        : undefined;

  return (
    <div className={row.row}>
      <button
        type="button"
        className={mergeClasses(row.open, edge)}
        title={[...parts.map(({ text }) => text), found].filter(Boolean).join(words.clauses)}
        onClick={() => pane.openCustomer(entry.id)}
        {...focus("open")}
      >
        <GradeMark grade={entry.grade} />
        <span className={row.text}>
          <span className={styles.head}>
            <span className={row.name}>{name}</span>
            {owner !== "" && <span className={styles.owner}>{owner}</span>}
          </span>
          <span className={mergeClasses(row.why, found !== "" && styles.short)}>
            {owner !== "" && <span className={styles.ownerBelow}>{`${owner} · `}</span>}
            {(shown.length > 0 ? shown : parts).map(({ text, role }, index) => (
              <Fragment key={text}>
                {index > 0 && words.clauses}
                <span
                  className={mergeClasses(
                    role === "state" && state.kind !== "later" && styles.strong,
                    role === "state" && state.kind === "overdue" && styles.alarming,
                    role === "warning" && styles.warning,
                  )}
                >
                  {text}
                </span>
              </Fragment>
            ))}
          </span>
          {found !== "" && (
            <span className={mergeClasses(row.why, styles.short, styles.found)}>{found}</span>
          )}
        </span>
        <StepMark state={state} />
      </button>
      {canLog && (
        <Button
          className={row.log}
          appearance="subtle"
          icon={<Compose20Regular />}
          aria-label={words.today.logFor(name)}
          title={words.today.logFor(name)}
          onClick={() => pane.show({ name: "log", id: entry.id, from: "today" })}
          {...focus("act")}
        />
      )}
    </div>
  );
}
