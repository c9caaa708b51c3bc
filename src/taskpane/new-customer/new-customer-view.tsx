import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import {
  addCustomer,
  fieldsOf,
  planNewCustomer,
  type NewCustomer,
  type NewCustomerField,
  type PlannedCustomer,
} from "../../app/add-customer";
import { openOverlapCheck, type Overlap } from "../../app/duplicates/find-overlap";
import type { Performed } from "../../app/deeds/perform";
import { unwatched } from "../../app/slices";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { readCreditCode } from "../../domain/matching/credit-code";
import type { Day } from "../../domain/day";
import { ok } from "../../domain/result";
import type { Language } from "../../tables/schema";
import { Reasons } from "../duplicates/reasons";
import { sounds } from "../duplicates/sounds";
import { browserPace } from "../import/browser-pace";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { takeFocus } from "../parts/take-focus";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAnswer, useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { columnTitle, failureText } from "../words/failure-text";
import type { PaneFailure } from "../words/failure-words";
import { nameText } from "../words/name-text";
import { blankCustomer, blankNamed, worthKeeping, type NewCustomerDraft } from "./draft";
import { FurtherFields } from "./further-fields";
import { newCustomerWords } from "../words/duplicates";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: "4px 0 0",
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  held: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  kept: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    color: tokens.colorNeutralForeground2,
  },
  form: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  failure: { flexBasis: "100%" },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 登记新客户: a form that tells, while it is being filled in, who holds the same company already (T3). */
export function NewCustomerView({ called }: { readonly called: string }) {
  const frame = useViewFrame();
  const pane = usePane();
  const { workbook } = pane.services;
  const say = useWordsOf(newCustomerWords);
  const [version, setVersion] = useState(0);
  const [added, setAdded] = useState<PlannedCustomer | null>(null);
  const ask = useCallback(async () => {
    const facts = await workbook.describe();
    if (!facts.ok) return facts;
    const watcher = { ...unwatched, pace: browserPace };
    const soundOf = await sounds();
    if (!soundOf.ok) return soundOf;
    const check = await openOverlapCheck(workbook, facts.value, soundOf.value, watcher);
    return check.ok ? ok({ facts: facts.value, check: check.value, version }) : check;
  }, [workbook, version]);
  const { value: opened } = useAnswer(ask);
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      {opened === null && (
        <p className={frame.body} role="status">
          {say.checking}
        </p>
      )}
      {opened?.ok === false && (
        <div className={frame.body}>
          <FailureMessage failure={opened.error} />
        </div>
      )}
      {opened?.ok === true && (
        <Form
          key={added?.id ?? ""}
          facts={opened.value.facts}
          called={added === null ? called : ""}
          added={added}
          overlapsOf={opened.value.check.overlaps}
          onAdded={(planned, done) => {
            pane.memory.newCustomer = null;
            setAdded(planned);
            setVersion(version + 1);
            pane.did(done);
          }}
        />
      )}
    </main>
  );
}

function Form({
  facts,
  called,
  added,
  overlapsOf,
  onAdded,
}: {
  readonly facts: WorkbookFacts;
  /** The name to begin with; "" for none. */
  readonly called: string;
  readonly added: PlannedCustomer | null;
  readonly overlapsOf: (draft: NewCustomer) => readonly Overlap[];
  readonly onAdded: (planned: PlannedCustomer, done: Performed) => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(newCustomerWords);
  const asOf = useAsOf();
  const { workbook, newId } = pane.services;
  const { memory } = pane;
  const [before] = useState(() => memory.newCustomer);
  const [typed, setTyped] = useState(before ?? blankNamed(called));
  const { entered, further } = typed;
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After one customer the next: the blank form is ready to type into.
    if (added !== null) takeFocus(form.current?.querySelector("input") ?? null);
  }, [added]);
  // Typing stays immediate however many customers there are.
  const draft = useDeferredValue(entered);
  const overlaps = useMemo(() => overlapsOf(draft), [overlapsOf, draft]);
  const warning = creditCodeWarning(entered, asOf, language);
  const asked = draft.name.trim() !== "" || draft.phone.trim() !== "" || draft.creditCode !== "";

  function type(part: Partial<NewCustomerDraft>): void {
    const next = { ...typed, ...part };
    setFailure(null);
    setTyped(next);
    memory.newCustomer = worthKeeping(next);
  }

  function startAnew(): void {
    type(blankCustomer);
    takeFocus(form.current?.querySelector("input") ?? null);
  }

  async function add(): Promise<void> {
    const planned = planNewCustomer(facts, entered, asOf, newId, further);
    if (!planned.ok) {
      setFailure(planned.error);
      return;
    }
    setAdding(true);
    const done = await addCustomer(workbook, facts, planned.value, pane.trace());
    setAdding(false);
    if (done.ok) onAdded(planned.value, done.value);
    else setFailure(done.error);
  }

  const unreadable =
    failure?.code === "field-unreadable"
      ? { column: failure.column, text: failureText(failure, asOf, language).what }
      : null;

  const column = unreadable?.column;
  useEffect(() => {
    // Once the message stands below: it takes room, and the field is to be seen above it.
    const inputs = form.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [];
    takeFocus(Array.from(inputs).find(({ dataset }) => dataset["column"] === column) ?? null);
  }, [column]);

  const field = (each: NewCustomerField) => (
    <Field
      key={each}
      label={facts.tables.customers?.columns[each]?.header ?? columnTitle(each, language)}
      required={each === "name"}
      hint={each === "phone" || each === "creditCode" ? say.hint[each] : null}
      validationState={each === "creditCode" && warning !== null ? "warning" : "none"}
      validationMessage={each === "creditCode" ? warning : null}
    >
      <Input
        value={entered[each]}
        onChange={(_, { value }) => type({ entered: { ...entered, [each]: value } })}
      />
    </Field>
  );

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={say.title}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={frame.body}>
        <p className={styles.lead}>{say.lead}</p>
        <div role="status" aria-live="polite">
          {added !== null && (
            <Message
              tone="success"
              what={say.added(nameText(added.name))}
              actions={
                <Button size="small" onClick={() => pane.openCustomer(added.id)}>
                  {say.open}
                </Button>
              }
            />
          )}
        </div>
        {before !== null && worthKeeping(typed) !== null && (
          <div className={styles.kept}>
            {words.log.draftKept}
            <Button size="small" onClick={startAnew}>
              {words.startAnew}
            </Button>
          </div>
        )}
        {fieldsOf(facts).filter(tellsOverlap).map(field)}
        {/* Beside what it is about, and above the rest of the form: it is seen while one types. */}
        <div role="status" aria-live="polite">
          {overlaps.length > 0 && (
            <Message
              tone="warning"
              what={say.overlap(overlaps.length)}
              actions={<Overlaps overlaps={overlaps} />}
            />
          )}
          {overlaps.length === 0 && asked && <Message tone="info" what={say.clear} />}
        </div>
        {fieldsOf(facts)
          .filter((each) => !tellsOverlap(each))
          .map(field)}
        <FurtherFields
          facts={facts}
          entered={further}
          problem={unreadable}
          onEntered={(column, text) => type({ further: { ...further, [column]: text } })}
        />
      </div>
      <div className={frame.foot}>
        {failure !== null && (
          <div className={styles.failure}>
            <FailureMessage failure={failure} />
          </div>
        )}
        <Button
          appearance={overlaps.length === 0 ? "primary" : "secondary"}
          type="submit"
          disabledFocusable={adding || facts.readOnly}
        >
          {adding ? say.adding : overlaps.length === 0 ? say.add : say.addAnyway}
        </Button>
        {overlaps.length > 0 && <span className={styles.hint}>{say.overlap(overlaps.length)}</span>}
      </div>
    </form>
  );
}

/** What others are known by (T3). */
function tellsOverlap(field: NewCustomerField): boolean {
  return field === "name" || field === "phone" || field === "creditCode";
}

/** A credit code is worth a word as soon as it is long enough to be one. */
function creditCodeWarning({ creditCode }: NewCustomer, asOf: Day, language: Language) {
  if (creditCode.trim().length < 15) return null;
  const read = readCreditCode(creditCode);
  return read.ok ? null : failureText(read.error, asOf, language).what;
}

function Overlaps({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  const styles = useStyles();
  const say = useWordsOf(newCustomerWords);
  return (
    <ul className={styles.list}>
      {overlaps.map(({ customer, score, facts }) => (
        <li key={customer.id}>
          <p className={styles.held}>
            {nameText(customer.name)} ·{" "}
            {customer.owner === "" ? say.heldByNobody : say.held(customer.owner)}
          </p>
          <Reasons score={score} facts={facts} />
        </li>
      ))}
    </ul>
  );
}
