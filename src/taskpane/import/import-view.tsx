import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { keysFor } from "../../app/import/import";
import { saysEarlyDay } from "../../domain/serial";
import { textOf } from "../../tables/cells";
import type { Rejection } from "../../tables/import/plan";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { isUnanswered } from "./day-questions";
import { DryRun } from "./dry-run";
import { titleIn, type CheckedStep, type MappingStep } from "./import-flow";
import { MappingChoice } from "./mapping-choice";
import { SourceChoice } from "./source-choice";
import { SourceDetails } from "./source-details";
import { nameText } from "../words/name-text";
import { useImport } from "./use-import";
import { importWords } from "../words/import";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  waiting: { flexGrow: 1, flexBasis: "160px" },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Characters of a cell that cannot be read: enough to know it by. */
const longestShown = 60;

/** 导入: choose the data, say what its columns are, see what would happen, then let it happen or not. */
export function ImportView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(importWords);
  const work = useImport();
  const [answered, setAnswered] = useState<string | null>(null);
  const { step } = work;

  /** @param column - whose question was answered, and keeps the focus; null where a person asked for the check */
  function check(from: MappingStep | CheckedStep, column: string | null = null): void {
    setAnswered(column);
    void work.check(from);
  }

  function reasonText(of: CheckedStep): (rejection: Rejection) => string {
    const title = titleIn(of, language);
    return ({ code, column, found, otherRow, there = null }) => {
      const other = otherRow === null ? 0 : of.source.firstRow + otherRow;
      const [here, inTable] = [found, there].map((cell) => nameText(textOf(cell), longestShown));
      const isEarly = code === "not-a-day" && saysEarlyDay(found, of.facts.dateSystem);
      const what = isEarly
        ? words.earlyDay(here ?? "")
        : say.reason[code](here ?? "", other, inTable ?? "");
      return column === null ? what : `${title(column)}${words.colon}${what}`;
    };
  }

  const hasKey = ({ source, choices, facts }: MappingStep): boolean =>
    keysFor(source.target, choices.mapping, facts).length > 0;

  function body() {
    switch (step.name) {
      case "choosing":
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            {work.left !== null && (
              <Message
                tone="info"
                what={say.left(nameText(work.left.source.name))}
                actions={
                  <Button
                    size="small"
                    onClick={() => work.left !== null && void work.goOn(work.left)}
                  >
                    {say.goOn}
                  </Button>
                }
              />
            )}
            <SourceChoice
              onFile={(file) => void work.readFile(file)}
              onPlace={(place) => void work.readPlace(place)}
              onSelection={() => void work.readSelection()}
              onText={(text) => void work.readText(text)}
            />
          </>
        );
      case "reading":
        return <Waiting text={say.reading} share={step.share ?? undefined} />;
      case "mapping":
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            {step.lost.length > 0 && (
              <Message
                tone="warning"
                what={say.lost(step.lost.map(({ title }) => title[language]).join(words.list))}
                remedy={say.lostHint}
              />
            )}
            {!hasKey(step) && <FailureMessage failure={{ code: "no-key" }} />}
            <SourceDetails
              step={step}
              onFile={(file) => void work.readFileAs(step, file)}
              onTarget={(target) => work.chooseTarget(step, target)}
              onOther={work.startAnew}
            />
            <MappingChoice
              step={step}
              onHeader={(row) => work.chooseHeader(step, row)}
              onNewColumn={(column, index) => work.addColumn(step, column, index)}
              onStep={work.setStep}
            />
          </>
        );
      case "checked": {
        const reasonOf = reasonText(step);
        const { disputed, plan } = step;
        if (disputed !== null) {
          const changed = new Map(plan.updated.map((row) => [row.id, row]));
          return (
            <Conflicts
              conflicts={disputed.conflicts}
              facts={step.facts}
              gone={disputed.gone.length}
              mineOf={({ id, column }) => changed.get(id)?.cells[column]?.to}
              nameOf={(_, id) => changed.get(id)?.name ?? null}
              takesFocus
              onResolve={(sideOf) => void work.applyResolved(step, disputed, sideOf)}
            >
              <Button onClick={() => check(step)}>{say.checkAgain}</Button>
            </Conflicts>
          );
        }
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            <DryRun
              step={step}
              answered={answered}
              reasonText={reasonOf}
              onChoices={(choices) => work.setStep({ ...step, choices })}
              onCheck={(choices) => check({ ...step, choices })}
              onAnswer={(column, choices) => check({ ...step, choices }, column)}
              onSave={() =>
                work.keepRejected(step, { ...say.rejectedSheet, reasonOf, and: words.clauses })
              }
            />
          </>
        );
      }
      case "applying": {
        const percent = Math.floor(step.share * 100);
        const text = step.cancelling ? say.cancelling : say.applying(percent);
        return <Waiting text={text} share={step.share} />;
      }
      case "done":
        return (
          <div className={styles.row}>
            <Button appearance="primary" onClick={() => pane.show({ name: "today" })}>
              {setUpWords[language].toToday}
            </Button>
            <Button
              onClick={() => {
                // What was said of the last import is found again among the changes.
                pane.dismissNotice();
                work.startAnew();
              }}
            >
              {say.another}
            </Button>
          </div>
        );
    }
  }

  function foot() {
    switch (step.name) {
      case "mapping":
        return step.checking === null ? (
          <>
            <Button
              appearance="primary"
              disabledFocusable={!hasKey(step)}
              onClick={() => check(step)}
            >
              {say.check}
            </Button>
            <span className={styles.hint}>{say.nothingWritten}</span>
          </>
        ) : (
          <>
            <Waiting text={say.checking} share={step.checking} />
            <Button onClick={() => work.stopChecking(step)}>{words.cancel}</Button>
          </>
        );
      case "checked": {
        if (step.disputed !== null) return null;
        const rows = step.plan.added.length + step.plan.updated.length;
        const isCorrected = step.choices !== step.checked;
        return (
          <>
            {isCorrected ? (
              <Button appearance="primary" onClick={() => check(step)}>
                {say.checkAgain}
              </Button>
            ) : (
              rows > 0 && (
                <Button
                  appearance="primary"
                  disabledFocusable={isUnanswered(step)}
                  onClick={() => void work.apply(step)}
                >
                  {say.start(rows)}
                </Button>
              )
            )}
            <Button onClick={() => work.backToMapping(step)}>{say.change}</Button>
            {isCorrected ? (
              <span className={styles.hint}>{say.correctedHint}</span>
            ) : (
              <>
                {rows === 0 && <span className={styles.hint}>{say.nothingToDo}</span>}
                {rows > 0 && isUnanswered(step) && (
                  <span className={styles.hint}>{say.answerFirst}</span>
                )}
              </>
            )}
          </>
        );
      }
      case "applying":
        return (
          <Button disabledFocusable={step.cancelling} onClick={() => work.stopApplying()}>
            {words.cancel}
          </Button>
        );
      default:
        return null;
    }
  }

  function back(): void {
    switch (step.name) {
      case "mapping":
        work.startAnew();
        return;
      case "checked":
        work.backToMapping(step);
        return;
      default:
        pane.back();
    }
  }

  const footer = foot();
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={back} takesFocus />
      <NoticeBar />
      <div className={frame.body}>{body()}</div>
      {footer !== null && <div className={frame.foot}>{footer}</div>}
    </main>
  );
}

function Waiting({ text, share }: { readonly text: string; readonly share?: number | undefined }) {
  const styles = useStyles();
  return (
    <div className={styles.waiting}>
      <p className={styles.lead} role="status">
        {text}
      </p>
      <WorkBar label={text} share={share} />
    </div>
  );
}
