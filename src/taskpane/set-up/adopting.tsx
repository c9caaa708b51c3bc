import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useRef, type ReactNode } from "react";
import { planSetUp, type SetUpPlan } from "../../app/set-up/plan-set-up";
import type { Mapping } from "../../app/set-up/proposal";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { ColumnMeaning } from "./column-meaning";
import { ColumnMeanings } from "./column-meanings";
import { HeaderRowChoice } from "./header-row-choice";
import { PlanSummary } from "./plan-summary";
import { meaningOf, withMeaning, type AdoptingStep } from "./set-up-flow";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  found: { margin: 0, display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problems: { display: "flex", flexDirection: "column", gap: "6px" },
  start: { flexShrink: 0 },
  link: { fontSize: "inherit" },
  beside: { flexWrap: "nowrap" },
});

/** Adopting a sheet: what each column is taken for, correctable, and what will be done, before anything is done. */
export function Adopting({
  step,
  onMapping,
  onHeaderRow,
  onLookAgain,
  onStart,
  children,
}: {
  readonly step: AdoptingStep;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onHeaderRow: (row: number) => void;
  readonly onLookAgain: () => void;
  readonly onStart: (plan: SetUpPlan) => void;
  /** The other way to set up: offered below, and first where the sheet holds something else than customers. */
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { language } = useWords();
  const asOf = useAsOf();
  const say = useWordsOf(setUpWords);
  const plan = useRef<HTMLHeadingElement>(null);
  const { proposal, rows } = step;
  const { inspected } = proposal;
  // Choosing a meaning stays immediate while many thousand rows are checked again.
  const mapping = useDeferredValue(step.mapping);
  const { newId } = pane.services;
  const planned = useMemo(
    () =>
      rows === null
        ? null
        : planSetUp(proposal, mapping, { language, asOf, newId, rows, trace: pane.trace() }),
    [proposal, mapping, language, asOf, newId, rows, pane],
  );

  const isOfCustomers = proposal.look === "customers";
  const hasNoHeaders = proposal.problems.some(({ code }) => code === "no-header-row");
  // Of a sheet without customers, none of the columns is their name; of one without headers, none is known yet.
  const isNameAsked = isOfCustomers && !hasNoHeaders;
  const problems =
    planned === null || planned.ok
      ? []
      : planned.error.filter(({ code }) => code !== "name-unmapped" || isNameAsked);
  const style = { dateSystem: proposal.facts.dateSystem, asOf };
  const place = `${inspected.sheet}!${inspected.address}`;
  return (
    <>
      <div className={frame.body}>
        <p className={styles.found}>
          {inspected.table === null
            ? say.found(proposal.columns.length, place)
            : say.foundTable(inspected.table, place)}
          <Button size="small" onClick={onLookAgain}>
            {say.again}
          </Button>
        </p>
        {inspected.rowsBelow !== undefined && (
          <Message
            tone="info"
            what={say.rowsBelow(inspected.rowsBelow)}
            remedy={say.rowsBelowHint}
          />
        )}
        <HeaderRowChoice
          inspected={inspected}
          headerRow={proposal.headerRow}
          onHeaderRow={onHeaderRow}
        />
        {proposal.look !== "customers" && (
          <>
            <Message tone="warning" {...say.otherSheet[proposal.look]} />
            {children}
          </>
        )}
        {problems.length > 0 && (
          <section className={styles.problems} aria-label={say.problems(problems.length)}>
            <h2 className={styles.title}>{say.problems(problems.length)}</h2>
            {problems.map((problem, index) => (
              <FailureMessage key={`${problem.code} ${index}`} failure={problem} />
            ))}
          </section>
        )}
        <ColumnMeanings hint={say.mappingHint}>
          {proposal.columns.map((column) => (
            <ColumnMeaning
              key={column.index}
              column={column}
              meaning={meaningOf(step.mapping, column.index)}
              style={style}
              onMeaning={(meaning) => onMapping(withMeaning(step.mapping, column.index, meaning))}
            />
          ))}
        </ColumnMeanings>
        {planned === null && (
          <p className={styles.hint} role="status">
            {say.reading}
          </p>
        )}
        {planned?.ok === true && (
          <PlanSummary ref={plan} summary={planned.value.summary} style={style} />
        )}
        {isOfCustomers && children}
      </div>
      <div className={mergeClasses(frame.foot, styles.beside)}>
        <Button
          className={styles.start}
          appearance={isOfCustomers ? "primary" : "secondary"}
          disabledFocusable={planned?.ok !== true || mapping !== step.mapping}
          onClick={() => {
            if (planned?.ok === true) onStart(planned.value);
          }}
        >
          {say.start}
        </Button>
        <span className={styles.hint}>
          {say.nothingLost}{" "}
          {planned?.ok === true && (
            <Link as="button" inline className={styles.link} onClick={() => plan.current?.focus()}>
              {say.plan}
            </Link>
          )}
        </span>
      </div>
    </>
  );
}
