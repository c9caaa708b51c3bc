import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import {
  addField,
  addOurColumn,
  adoptField,
  createTable,
  listColumns,
  offeredColumns,
  offeredTables,
  problemOf,
  removeField,
  type FieldDraft,
  type FieldFailure,
} from "../../app/fields/fields";
import type { TranslationFailure } from "../../app/fields/translate";
import type { Performed } from "../../app/deeds/perform";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Result } from "../../domain/result";
import { columnDescription, tableDescriptions } from "../../tables/descriptions";
import type { ColumnSpec, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAnswer, useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { failureText } from "../words/failure-text";
import { nameText } from "../words/name-text";
import type { FieldsWords } from "../words/fields-words";
import { BuiltInColumns, ColumnList } from "./column-list";
import { FieldForm, type FieldProblemText } from "./field-form";
import { HeaderLanguage } from "./header-language";
import { Offers } from "./offers";
import { Section, sectionHint } from "./section";
import { fieldsWords } from "../words/fields";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  // Above what scrolls, so that it is seen wherever the click was.
  outcome: { flexShrink: 0, padding: "0 12px", "&:not(:empty)": { paddingBottom: "8px" } },
  summary: { fontWeight: tokens.fontWeightSemibold, cursor: "pointer", padding: "4px 0" },
  hint: sectionHint,
});

type Done = keyof FieldsWords["done"];

/** What was asked for last and what came of it. `about`: the column it was about, to be said beside it. */
type Outcome =
  /** `remarks`: what is to be known besides. */
  | { readonly ok: true; readonly text: string; readonly remarks?: readonly string[] }
  | {
      readonly ok: false;
      readonly failure: FieldFailure | TranslationFailure;
      readonly about: string;
    };

/** 字段: the columns of the customers, fields of a person's own, and tables that can be made. */
export function FieldsView() {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const say = useWordsOf(fieldsWords);
  const { workbook } = pane.services;
  const [version, setVersion] = useState(0);
  const ask = useCallback(
    async () => ({ version, described: await workbook.describe() }),
    [workbook, version],
  );
  const { value } = useAnswer(ask);
  return (
    <main className={frame.view}>
      <ViewHeader title={say.title} onBack={() => pane.back()} takesFocus />
      {value === null ? (
        <p className={frame.body} role="status">
          {words.loading}
        </p>
      ) : value.described.ok ? (
        <Sections facts={value.described.value} onDone={() => setVersion(version + 1)} />
      ) : (
        <div className={frame.body}>
          <FailureMessage failure={value.described.error} />
        </div>
      )}
    </main>
  );
}

function Sections({
  facts,
  onDone,
}: {
  readonly facts: WorkbookFacts;
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(fieldsWords);
  const asOf = useAsOf();
  const { workbook } = pane.services;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [formKey, setFormKey] = useState(0);

  async function run(
    done: Done,
    name: string,
    about: string,
    work: () => Promise<Result<Performed, FieldFailure>>,
  ): Promise<void> {
    setBusy(true);
    setOutcome(null);
    const answer = await work();
    setBusy(false);
    if (!answer.ok) {
      setOutcome({ ok: false, failure: answer.error, about });
      return;
    }
    const { deed } = answer.value;
    const stays =
      done === "table-made"
        ? {
            zh: fieldsWords.zh.tableStays(deed.about),
            en: fieldsWords.en.tableStays(deed.about),
          }
        : null;
    setOutcome({
      ok: true,
      text: say.done[done](nameText(name)),
      ...(stays === null ? {} : { remarks: [stays[language]] }),
    });
    if (about === newField) setFormKey(formKey + 1);
    pane.did(answer.value, { kind: "did", deed, ...(stays === null ? {} : { stays }) });
    onDone();
  }

  const problemIn = (about: string): FieldProblemText | null => {
    if (outcome?.ok !== false || outcome.about !== about) return null;
    const { failure } = outcome;
    const { what: text } = failureText(failure, asOf, language);
    if (failure.code.startsWith("header-")) return { of: "name", text };
    const isOfChoices = failure.code.startsWith("choice") || failure.code === "too-few-choices";
    return isOfChoices ? { of: "choices", text } : null;
  };

  /** What failed is told until what it was about is changed. */
  function edited(about: string): void {
    setOutcome((now) => (now?.ok === false && now.about === about ? null : now));
  }

  function add(draft: FieldDraft): void {
    const failure = problemOf(draft, facts);
    if (failure !== null) {
      setOutcome({ ok: false, failure, about: newField });
      return;
    }
    void run("field-added", draft.header.trim(), newField, () =>
      addField(workbook, facts, draft, pane.trace()),
    );
  }

  const columns = listColumns(facts);
  const headerOf = (id: string) => columns.find(({ column }) => column === id)?.header ?? id;
  const offered = offeredColumns(facts);
  const plain = offered.filter(({ sensitive }) => sensitive !== true);
  const sensitive = offered.filter((column) => column.sensitive === true);
  const tables = offeredTables(facts);
  const offerOf = ({ id, title }: ColumnSpec) => ({
    id,
    title,
    about: columnDescription("customers", id),
  });

  function addColumn(id: string): void {
    const spec = offered.find((column) => column.id === id);
    if (spec === undefined) return;
    const name = spec.title[facts.language ?? language];
    void run("column-added", name, id, () => addOurColumn(workbook, facts, spec, pane.trace()));
  }

  if (facts.readOnly || facts.tables.customers === undefined)
    return (
      <div className={frame.body}>
        <FailureMessage failure={{ code: facts.readOnly ? "read-only" : "not-set-up" }} />
      </div>
    );
  return (
    <>
      <div role="status" aria-live="polite" className={styles.outcome}>
        {outcome?.ok === true && (
          <Message
            tone="success"
            what={outcome.text}
            {...(outcome.remarks === undefined || outcome.remarks.length === 0
              ? {}
              : { remedy: outcome.remarks.reduce(words.sentences) })}
          />
        )}
        {outcome?.ok === false && <FailureMessage failure={outcome.failure} />}
      </div>
      <div className={frame.body}>
        <p className={styles.lead}>{say.lead}</p>
        <Section title={say.add}>
          <FieldForm
            key={formKey}
            busy={busy}
            problem={problemIn(newField)}
            onEdited={() => edited(newField)}
            onDone={add}
          />
        </Section>
        <Section title={say.columns}>
          <ColumnList
            columns={columns.filter(({ standing }) => standing !== "ours")}
            busy={busy}
            problemOf={problemIn}
            onEdited={edited}
            onAdopt={(column, { kind, choices }) =>
              void run("kind-given", headerOf(column), column, () =>
                adoptField(workbook, facts, { column, kind, choices }, pane.trace()),
              )
            }
            onRemove={(column, deleteBlank) =>
              void run("field-removed", headerOf(column), column, () =>
                removeField(workbook, facts, column, deleteBlank, pane.trace()),
              )
            }
          />
          <details>
            <summary className={styles.summary}>
              {say.builtIn(columns.filter(({ standing }) => standing === "ours").length)}
            </summary>
            <BuiltInColumns columns={columns} />
          </details>
        </Section>
        {plain.length > 0 && (
          <Section title={say.more} hint={say.moreHint}>
            <Offers
              offers={plain.map(offerOf)}
              action={say.addShort}
              label={say.addColumn}
              busy={busy}
              onTake={addColumn}
            />
          </Section>
        )}
        {sensitive.length > 0 && (
          <details>
            <summary className={styles.summary}>{say.sensitive}</summary>
            <p className={styles.hint}>{say.sensitiveHint}</p>
            <Offers
              offers={sensitive.map(offerOf)}
              action={say.addShort}
              label={say.addColumn}
              busy={busy}
              onTake={addColumn}
            />
          </details>
        )}
        {tables.length > 0 && (
          <Section title={say.tables} hint={say.tablesHint}>
            <Offers
              offers={tables.map((id) => ({
                id,
                title: tableSpecs[id].title,
                about: tableDescriptions[id].table,
              }))}
              action={say.createShort}
              label={say.createTable}
              busy={busy}
              onTake={(id) => {
                const table = tables.find((each): each is TableId => each === id);
                if (table === undefined) return;
                const name = tableSpecs[table].title[facts.language ?? language];
                void run("table-made", name, id, () =>
                  createTable(workbook, facts, table, pane.trace()),
                );
              }}
            />
          </Section>
        )}
        <Section title={say.headers} hint={say.headersHint}>
          <HeaderLanguage
            facts={facts}
            onAnswer={(answer) => {
              setOutcome(answer);
              if (answer.ok) onDone();
            }}
          />
        </Section>
      </div>
    </>
  );
}

const newField = "new field";
