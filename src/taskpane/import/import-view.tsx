import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { dryRun, keysFor } from "../../app/import";
import { selectedSource, textSource } from "../../app/import-source";
import type { Watcher } from "../../app/slices";
import type { WorkbookFacts } from "../../app/workbook";
import { FailureMessage } from "../parts/failure-message";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import { browserPace } from "./browser-pace";
import { DryRun } from "./dry-run";
import { mappingStep, type CheckedStep, type ImportStep, type MappingStep } from "./import-flow";
import { MappingChoice } from "./mapping-choice";
import { SourceChoice } from "./source-choice";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 12px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", gap: "8px" },
});

/** 导入客户: choose the data, say what its columns are, see what would happen, then let it happen or not. */
export function ImportView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const say = words.imports;
  const asOf = useAsOf();
  const { workbook, newId } = pane.services;
  const [step, setStep] = useState<ImportStep>({ name: "choosing", failure: null });
  /** Stops what is under way: reading and checking when the view is left, writing only by its button. */
  const reading = useRef(new AbortController());
  const writing = useRef(new AbortController());

  useEffect(() => () => reading.current.abort(), []);

  function fresh(onProgress: (share: number) => void): Watcher {
    reading.current.abort();
    reading.current = new AbortController();
    return { pace: browserPace, signal: reading.current.signal, onProgress };
  }

  async function read(
    source: (facts: WorkbookFacts, watcher: Watcher) => ReturnType<typeof textSource>,
  ): Promise<void> {
    const watcher = fresh(() => undefined);
    setStep({ name: "reading" });
    const facts = await workbook.describe();
    const found = facts.ok ? await source(facts.value, watcher) : facts;
    if (watcher.signal.aborted) return;
    if (!facts.ok) setStep({ name: "choosing", failure: facts.error });
    else if (!found.ok) setStep({ name: "choosing", failure: found.error });
    else setStep(mappingStep(found.value, facts.value));
  }

  async function check(from: MappingStep | CheckedStep): Promise<void> {
    const { facts, source, choices } = from;
    const base: MappingStep = {
      name: "mapping",
      facts,
      source,
      choices,
      checking: 0,
      failure: null,
    };
    const watcher = fresh((share) => setStep({ ...base, checking: share }));
    setStep(base);
    const planned = await dryRun(workbook, source, choices, { asOf, newId }, watcher);
    if (watcher.signal.aborted) return;
    setStep(
      planned.ok
        ? { ...base, name: "checked", checking: null, plan: planned.value }
        : { ...base, checking: null, failure: planned.error },
    );
  }

  async function apply(from: CheckedStep): Promise<void> {
    const stop = new AbortController();
    writing.current = stop;
    const applying = (share: number): ImportStep => ({
      ...from,
      name: "applying",
      share,
      cancelling: stop.signal.aborted,
    });
    setStep(applying(0));
    const done = await pane.runImport(from.plan, from.source.name, {
      pace: browserPace,
      signal: stop.signal,
      onProgress: (share) => setStep(applying(share)),
    });
    setStep(done.ok ? { name: "done" } : { ...from, failure: done.error });
  }

  function body() {
    switch (step.name) {
      case "choosing":
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            <SourceChoice
              onSelection={() => void read((facts) => selectedSource(workbook, facts))}
              onText={(name, text) =>
                void read((facts, watcher) => textSource(name, text, facts, watcher))
              }
              onWorkbookFile={(name) =>
                setStep({ name: "choosing", failure: { code: "workbook-file", name } })
              }
            />
          </>
        );
      case "reading":
        return <Waiting text={say.reading} />;
      case "mapping":
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            {keysFor(step.choices.mapping, step.facts).length === 0 && (
              <FailureMessage failure={{ code: "no-key" }} />
            )}
            <MappingChoice
              step={step}
              onSource={(source) => setStep(mappingStep(source, step.facts))}
              onChoices={(choices) => setStep({ ...step, choices, failure: null })}
              onOther={() => setStep({ name: "choosing", failure: null })}
            />
          </>
        );
      case "checked":
        return (
          <>
            {step.failure !== null && <FailureMessage failure={step.failure} />}
            <DryRun
              step={step}
              onChoices={(choices) => setStep({ ...step, choices })}
              onCheckAgain={() => void check(step)}
            />
          </>
        );
      case "applying": {
        const percent = Math.floor(step.share * 100);
        const text = step.cancelling ? say.cancelling : say.applying(percent);
        return <Waiting text={text} share={step.cancelling ? undefined : step.share} />;
      }
      case "done":
        return (
          <div className={styles.row}>
            <Button appearance="primary" onClick={() => pane.show({ name: "today" })}>
              {words.setUp.toToday}
            </Button>
            <Button onClick={() => setStep({ name: "choosing", failure: null })}>
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
              disabledFocusable={keysFor(step.choices.mapping, step.facts).length === 0}
              onClick={() => void check(step)}
            >
              {say.check}
            </Button>
            <span className={styles.hint}>{say.nothingWritten}</span>
          </>
        ) : (
          <>
            <Waiting text={say.checking} share={step.checking} />
            <Button
              onClick={() => {
                reading.current.abort();
                setStep({ ...step, checking: null });
              }}
            >
              {words.cancel}
            </Button>
          </>
        );
      case "checked": {
        const rows = step.plan.added.length + step.plan.updated.length;
        return (
          <>
            {rows > 0 && (
              <Button appearance="primary" onClick={() => void apply(step)}>
                {say.start(rows)}
              </Button>
            )}
            <Button
              onClick={() => setStep({ ...step, name: "mapping", checking: null, failure: null })}
            >
              {say.change}
            </Button>
            {rows === 0 && <span className={styles.hint}>{say.nothingToDo}</span>}
          </>
        );
      }
      case "applying":
        return (
          <Button
            disabledFocusable={step.cancelling}
            onClick={() => {
              writing.current.abort();
              setStep({ ...step, cancelling: true });
            }}
          >
            {words.cancel}
          </Button>
        );
      default:
        return null;
    }
  }

  const footer = foot();
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      <NoticeBar />
      <div className={frame.body}>{body()}</div>
      {footer !== null && <div className={styles.foot}>{footer}</div>}
    </main>
  );
}

function Waiting({ text, share }: { readonly text: string; readonly share?: number | undefined }) {
  const styles = useStyles();
  return (
    <div role="status">
      <p className={styles.lead}>{text}</p>
      <ProgressBar aria-label={text} {...(share === undefined ? {} : { value: share })} />
    </div>
  );
}
