import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { SetUpPlan } from "../../app/set-up/plan-set-up";
import type { Mapping } from "../../app/set-up/proposal";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { WorkBar } from "../parts/work-bar";
import { useAsOf, useWordsOf } from "../state/use-pane";
import { ColumnMeaning } from "./column-meaning";
import { ColumnMeanings } from "./column-meanings";
import { HeaderRowChoice } from "./header-row-choice";
import { PlanSummary } from "./plan-summary";
import { meaningOf, withMeaning, type AdoptingStep } from "./set-up-flow";
import { useSetUpPlan } from "./use-set-up-plan";
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
  const asOf = useAsOf();
  const say = useWordsOf(setUpWords);
  const plan = useRef<HTMLHeadingElement>(null);
  const { proposal, rows } = step;
  const { inspected } = proposal;
  const { planned, isCurrent, share } = useSetUpPlan(step);
  // For a moment the last plan stays: a short list is planned again before anybody sees it go.
  const shown = isCurrent || share === null ? planned : null;
  const doing = rows === null ? say.reading : say.planning;
  const ready = isCurrent && planned?.ok === true ? planned.value : null;

  const isOfCustomers = proposal.look === "customers";
  const hasNoHeaders = proposal.problems.some(({ code }) => code === "no-header-row");
  // Of a sheet without customers, none of the columns is their name; of one without headers, none is known yet.
  const isNameAsked = isOfCustomers && !hasNoHeaders;
  const problems =
    shown === null || shown.ok
      ? []
      : shown.error.filter(({ code }) => code !== "name-unmapped" || isNameAsked);
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
        {shown === null && (
          <div>
            <p className={styles.hint} role="status">
              {doing}
            </p>
            <WorkBar label={doing} share={rows === null ? step.read : (share ?? undefined)} />
          </div>
        )}
        {shown?.ok === true && (
          <PlanSummary ref={plan} summary={shown.value.summary} style={style} />
        )}
        {isOfCustomers && children}
      </div>
      <div className={mergeClasses(frame.foot, styles.beside)}>
        <Button
          className={styles.start}
          appearance={isOfCustomers ? "primary" : "secondary"}
          disabledFocusable={ready === null}
          onClick={() => {
            if (ready !== null) onStart(ready);
          }}
        >
          {say.start}
        </Button>
        <span className={styles.hint}>
          {say.nothingLost}{" "}
          {shown?.ok === true && (
            <Link as="button" inline className={styles.link} onClick={() => plan.current?.focus()}>
              {say.plan}
            </Link>
          )}
        </span>
      </div>
    </>
  );
}
