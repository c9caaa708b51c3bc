import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactNode } from "react";
import type { ImportChoices } from "../../app/import/import";
import { importColumns } from "../../app/import/columns";
import type { Cell } from "../../tables/change";
import type { Rejection } from "../../tables/import/plan";
import { takeFocus } from "../parts/take-focus";
import { twoLines } from "../parts/two-lines";
import { WholeDays } from "../parts/whole-days";
import { useAsOf, useWords, useWordsOf } from "../state/use-pane";
import { longestValue, nameText } from "../words/name-text";
import { cellText } from "../words/cell-text";
import { movedText } from "../words/moved-text";
import { toldApart } from "../words/told-apart";
import type { RowFate } from "../words/import-words";
import { titleIn, withOtherKey, type CheckedStep } from "./import-flow";
import { DayQuestions } from "./day-questions";
import { OverlapRows } from "./overlap-rows";
import { RejectedRows } from "./rejected-rows";
import { importWords } from "../words/import";

const useStyles = makeStyles({
  counts: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "repeat(2, 1fr)",
    gap: "6px",
    "@media (min-width: 400px)": { gridTemplateColumns: "repeat(4, 1fr)" },
  },
  count: {
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  number: {
    display: "block",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  fate: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    outlineStyle: "none",
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  other: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  rows: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  row: {
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  cells: { ...twoLines, WebkitLineClamp: 4 },
  head: { fontWeight: tokens.fontWeightSemibold },
});

/** As many of each kind as help to judge. */
const mostRows = 10;
/** As many row numbers as can be read in one line. */
const mostNumbers = 5;

const fates: readonly RowFate[] = ["added", "updated", "unchanged", "rejected"];

/** What the import would do: how many rows of each kind, and the first of them in detail. */
export function DryRun({
  step,
  answered,
  reasonText,
  onChoices,
  onCheck,
  onAnswer,
  onSave,
}: {
  readonly step: CheckedStep;
  /** The column whose question was answered last, which is what was checked for; null for the whole. */
  readonly answered: string | null;
  readonly reasonText: (rejection: Rejection) => string;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onCheck: (choices: ImportChoices) => void;
  readonly onAnswer: (column: string, choices: ImportChoices) => void;
  readonly onSave: () => Promise<void>;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const asOf = useAsOf();
  const countsId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // The result is read out, with its counts, as soon as it is here.
  useEffect(() => {
    if (answered === null) takeFocus(heading.current);
  }, [answered]);
  const say = useWordsOf(importWords);
  const { plan, source, facts } = step;
  const style = { dateSystem: facts.dateSystem, asOf };
  const columns = new Map(importColumns(facts, source.target).map((spec) => [spec.id, spec]));
  const title = titleIn(step, language);
  const number = (row: number): string => say.row(source.firstRow + row);
  // Ids, and the creation day of a customer that comes without one, are the add-in's own.
  const isOfSource = (column: string): boolean =>
    column !== "id" &&
    column !== "customerId" &&
    (column !== "createdDay" || step.checked.mapping["createdDay"] !== undefined);
  const shown = (column: string, cell: Parameters<typeof cellText>[1]): string =>
    cellText(columns.get(column) ?? null, cell, style, language);
  const moved = (column: string, from: Cell, to: Cell): string => {
    const texts = movedText(columns.get(column) ?? null, from, to, style, language);
    const [before = "", after = ""] = toldApart([texts.before, texts.after], longestValue);
    return say.move(title(column), before, after);
  };

  return (
    <>
      <h2 className={styles.title} ref={heading} tabIndex={-1} aria-describedby={countsId}>
        {say.result}
      </h2>
      <ul id={countsId} className={styles.counts} aria-label={say.result}>
        {fates.map((fate) => (
          <li key={fate} className={styles.count} data-fate={fate}>
            <span className={styles.number}>{plan[fate].length.toLocaleString()}</span>
            <span className={styles.fate}>{say.fate[fate]}</span>
          </li>
        ))}
      </ul>
      {plan.blankRows > 0 && <p className={styles.hint}>{say.blankRows(plan.blankRows)}</p>}
      {plan.leftOut.length > 0 && <p className={styles.hint}>{say.leftOut(plan.leftOut.length)}</p>}
      {plan.newCustomers.length > 0 && (
        <p className={styles.hint}>{say.newCustomers(plan.newCustomers.length)}</p>
      )}
      {plan.withoutCustomer > 0 && (
        <p className={styles.hint}>{say.withoutCustomer(plan.withoutCustomer)}</p>
      )}
      {plan.knownInPart.length > 0 && (
        <p className={styles.hint}>
          {say.knownInPart(
            plan.knownInPart.length,
            [...new Set(plan.knownInPart.map(({ column }) => title(column)))].join(say.between),
            plan.knownInPart
              .slice(0, mostNumbers)
              .map(({ row }) => source.firstRow + row)
              .join(say.between),
            plan.knownInPart.length > mostNumbers,
          )}
        </p>
      )}
      {plan.otherKey !== null && (
        <div className={styles.other} role="note">
          <span>
            {say.otherKey(
              say.keyName[step.choices.key],
              say.keyName[plan.otherKey.key],
              plan.otherKey.rows,
            )}
          </span>
          <Button
            size="small"
            onClick={() => onCheck(withOtherKey(step.choices, plan.otherKey?.key))}
          >
            {say.useOtherKey}
          </Button>
        </div>
      )}
      <DayQuestions step={step} answered={answered} onAnswer={onAnswer} />
      <RejectedRows step={step} reasonText={reasonText} onChoices={onChoices} onSave={onSave} />
      <OverlapRows step={step} />
      <Rows fate="updated" count={plan.updated.length}>
        {plan.updated.slice(0, mostRows).map(({ row, name, cells }) => (
          <li key={row} className={styles.row}>
            <span className={styles.head}>
              {number(row)} · {nameText(name)}
            </span>
            {Object.entries(cells).map(([column, { from, to }]) => (
              <div key={column}>{moved(column, from, to)}</div>
            ))}
          </li>
        ))}
      </Rows>
      <Rows fate="added" count={plan.added.length}>
        {plan.added.slice(0, mostRows).map(({ row, cells }) => (
          <li key={row} className={styles.row}>
            <span className={styles.cells}>
              <span className={styles.head}>{number(row)}</span>{" "}
              <WholeDays
                text={Object.entries(cells)
                  .filter(([column]) => isOfSource(column))
                  .map(([column, cell]) => shown(column, cell))
                  .join(" · ")}
              />
            </span>
          </li>
        ))}
      </Rows>
    </>
  );
}

function Rows({
  fate,
  count,
  children,
}: {
  readonly fate: RowFate;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const say = useWordsOf(importWords);
  if (count === 0) return null;
  return (
    <section aria-labelledby={`import-${fate}`}>
      <h3 className={styles.title} id={`import-${fate}`}>
        {say.fate[fate]} · {say.rows(count)}
      </h3>
      <p className={styles.hint}>{say.fateHint[fate]}</p>
      <ul className={styles.rows}>{children}</ul>
      {count > mostRows && <p className={styles.hint}>{say.more(count - mostRows)}</p>}
    </section>
  );
}
