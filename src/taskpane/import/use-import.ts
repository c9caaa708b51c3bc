import { useEffect, useRef, useState } from "react";
import { dryRun } from "../../app/import/import";
import { addNewColumn, type NewColumn } from "../../app/import/new-column";
import {
  fileSource,
  longestFile,
  openFile,
  type FileFailure,
  type OpenedFile,
} from "../../app/import/file";
import {
  placeSource,
  selectedSource,
  textSource,
  withSourceHeader,
  withTarget,
  type ImportSource,
  type SourceFailure,
} from "../../app/import/source";
import { rejectedSheet, saveRejected, type RejectedWords } from "../../app/import/save-rejected";
import { lookAgain, type Disputed } from "../../app/conflicts/look-again";
import type { SideOf } from "../../app/conflicts/resolve";
import type { Watcher } from "../../app/slices";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { DataPlace } from "../../app/workbook/places";
import { err, type Result } from "../../domain/result";
import { importChanges } from "../../tables/import/change";
import type { ImportPlan } from "../../tables/import/plan";
import type { ImportTargetId } from "../../tables/import/target";
import { useAsOf, usePane } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { browserPace } from "./browser-pace";
import {
  backToMapping,
  checkedStep,
  inPresent,
  mappingStep,
  resolvedPlan,
  withNewColumn,
  type CheckedStep,
  type ImportStep,
  type MappingStep,
} from "./import-flow";

type Found = Result<ImportSource, SourceFailure | FileFailure>;

/** The steps of an import and what a person can do in each. Work under way ends when the view is left, except writing. */
export function useImport() {
  const pane = usePane();
  const asOf = useAsOf();
  const { workbook, newId } = pane.services;
  const [step, setStep] = useState<ImportStep>({ name: "choosing", failure: null });
  const { memory } = pane;
  const reading = useRef(new AbortController());
  const writing = useRef(new AbortController());

  useEffect(() => () => reading.current.abort(), []);
  // What was matched and mended is kept until it is written, wherever its person looks meanwhile.
  useEffect(() => {
    if (step.name === "mapping") memory.importing = { ...step, checking: null, failure: null };
    else if (step.name === "checked") memory.importing = backToMapping(step);
    else if (step.name === "done") memory.importing = null;
  }, [step, memory]);

  function fresh(onProgress: (share: number) => void): Watcher {
    reading.current.abort();
    reading.current = new AbortController();
    return { pace: browserPace, signal: reading.current.signal, onProgress };
  }

  /** Reads a source; a failure leads back to `before`. */
  async function read(
    before: (failure: SourceFailure | FileFailure) => ImportStep,
    source: (facts: WorkbookFacts, watcher: Watcher) => Promise<Found>,
    file: () => OpenedFile | null = () => null,
  ): Promise<void> {
    const watcher = fresh((share) => setStep({ name: "reading", share }));
    setStep({ name: "reading", share: null });
    const facts = await workbook.describe();
    const found = facts.ok ? await source(facts.value, watcher) : facts;
    // What is guessed of a long list is a task of its own.
    await browserPace.pause();
    if (watcher.signal.aborted) return;
    if (!facts.ok) setStep(before(facts.error));
    else if (!found.ok) setStep(before(found.error));
    else setStep(mappingStep(found.value, facts.value, file()));
  }

  const choosing = (failure: SourceFailure | FileFailure | null = null): ImportStep => ({
    name: "choosing",
    failure,
  });

  async function readFile(chosen: File): Promise<void> {
    let opened: OpenedFile | null = null;
    const { name } = chosen;
    await read(
      choosing,
      async (facts, watcher): Promise<Found> => {
        if (chosen.size > longestFile)
          return err({ code: "file-too-large", of: "bytes", limit: longestFile, name });
        const bytes = new Uint8Array(await chosen.arrayBuffer());
        const file = await openFile(name, bytes, watcher);
        if (!file.ok) return file;
        opened = file.value;
        return fileSource(file.value, facts, watcher);
      },
      () => opened,
    );
  }

  async function check(from: MappingStep | CheckedStep): Promise<void> {
    const { facts, file, source, choices } = from;
    const base: MappingStep = {
      name: "mapping",
      facts,
      file,
      source,
      choices,
      lost: [],
      checking: 0,
      failure: null,
    };
    const watcher = fresh((share) => setStep({ ...base, checking: share }));
    setStep(base);
    const planned = await dryRun(workbook, source, choices, { asOf, newId }, watcher);
    const next = planned.ok
      ? checkedStep(base, planned.value)
      : await unchecked(base, planned.error);
    if (!watcher.signal.aborted) setStep(next);
  }

  /** What a dry run that failed leads back to: columns that are gone are named, and what was to fill them is asked again. */
  async function unchecked(from: MappingStep, failure: PaneFailure): Promise<MappingStep> {
    const before = { ...from, checking: null };
    const facts = await workbook.describe();
    const present = facts.ok ? inPresent(before, facts.value) : before;
    return present.lost.length > 0 ? present : { ...present, failure };
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
    if (done.ok) {
      setStep({ name: "done" });
      return;
    }
    const disputed = await disputedBy(done.error, from.plan);
    setStep({ ...from, disputed, failure: disputed === null ? done.error : null });
  }

  /** All that stands in the way of a plan at once, not one message after another; null for other failures. */
  async function disputedBy(failure: PaneFailure, plan: ImportPlan): Promise<Disputed | null> {
    if (failure.code !== "conflict" && failure.code !== "row-missing") return null;
    const known = failure.code === "conflict" ? failure.conflicts : [];
    const looker = { pace: browserPace, onProgress: () => undefined };
    const looked = await lookAgain(workbook, importChanges(plan), known, looker);
    return looked.ok ? looked.value : null;
  }

  /** Saves the rejected rows to a sheet of their own, which is undone by deleting it. */
  async function keepRejected(from: CheckedStep, words: RejectedWords): Promise<void> {
    const { source, plan, choices } = from;
    const facts = await workbook.describe();
    if (!facts.ok) {
      setStep({ ...from, failure: facts.error });
      return;
    }
    const sheet = rejectedSheet(source, plan, choices, facts.value, asOf, words);
    const saved = await saveRejected(workbook, facts.value, sheet, pane.trace());
    setStep(
      saved.ok
        ? { ...from, savedAs: sheet.name, failure: null }
        : { ...from, failure: saved.error },
    );
  }

  return {
    step,
    setStep,
    readSelection: () =>
      read(choosing, (facts, watcher) => selectedSource(workbook, facts, watcher)),
    readPlace: (place: DataPlace) =>
      read(choosing, (facts, watcher) => placeSource(workbook, place, facts, watcher)),
    readText: (text: string) =>
      read(choosing, (facts, watcher) => textSource("", text, facts, watcher)),
    readFile,
    /** The same file in another encoding, or another sheet of it. */
    readFileAs: (from: MappingStep, file: OpenedFile) =>
      read(
        (failure) => ({ ...from, file, failure }),
        (facts, watcher) => fileSource(file, facts, watcher),
        () => file,
      ),
    chooseHeader: ({ source, facts, file }: MappingStep, row: number) =>
      setStep(mappingStep(withSourceHeader(source, row), facts, file)),
    chooseTarget: ({ source, facts, file }: MappingStep, target: ImportTargetId) =>
      setStep(mappingStep(withTarget(source, target), facts, file)),
    /** Adds a column to the customers table, and has the incoming one fill it. */
    async addColumn(from: MappingStep, column: NewColumn, index: number): Promise<void> {
      const { performed, ready } = await addNewColumn(workbook, column, pane.trace());
      if (performed !== null) pane.did(performed);
      setStep((now) => {
        if (now.name !== "mapping" || now.source !== from.source) return now;
        return ready.ok ? withNewColumn(now, ready.value, index) : { ...now, failure: ready.error };
      });
    },
    startAnew: () => {
      reading.current.abort();
      setStep(choosing());
    },
    backToMapping: (from: CheckedStep) => setStep(backToMapping(from)),
    /** What was left before it was written; null for nothing. */
    left: step.name === "choosing" ? memory.importing : null,
    /** Goes on with it, in the workbook as it is by now. */
    async goOn(left: MappingStep): Promise<void> {
      const facts = await workbook.describe();
      setStep(facts.ok ? inPresent(left, facts.value) : choosing(facts.error));
    },
    check,
    stopChecking(from: MappingStep) {
      reading.current.abort();
      setStep({ ...from, checking: null });
    },
    apply,
    /** Writes what was chosen of a dry run that somebody was faster than. */
    async applyResolved(from: CheckedStep, disputed: Disputed, sideOf: SideOf): Promise<void> {
      const plan = resolvedPlan(from.plan, disputed, sideOf);
      const next: CheckedStep = { ...from, plan, disputed: null };
      if (plan.added.length + plan.updated.length > 0) await apply(next);
      else setStep(next);
    },
    /** Heard until all is written; a moment later the import is done, and stays so. */
    stopApplying() {
      writing.current.abort();
      setStep((now) => (now.name === "applying" ? { ...now, cancelling: true } : now));
    },
    keepRejected,
  };
}
