import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { dayOrderFor, keysFor, type ImportChoices } from "../../app/import/import";
import { importColumns } from "../../app/import/columns";
import { newColumnFor, type NewColumn } from "../../app/import/new-column";
import type { DayOrder } from "../../domain/day-order";
import type { ImportKey } from "../../tables/import/key";
import { Message } from "../parts/message";
import { takeFocus } from "../parts/take-focus";
import { useAsOf, useWords, useWordsOf } from "../state/use-pane";
import { ColumnMeaning } from "../set-up/column-meaning";
import { ColumnMeanings } from "../set-up/column-meanings";
import { HeaderRowChoice } from "../set-up/header-row-choice";
import { meaningOf, withMeaning } from "../set-up/set-up-flow";
import { withMapping, type MappingStep } from "./import-flow";
import { isOfRejectedSheet } from "./rejected-columns";
import { fieldsWords } from "../words/fields";
import { importWords } from "../words/import";

/** What each incoming column is, by what rows are recognised, and what to do with what cannot be read. */
export function MappingChoice({
  step,
  onHeader,
  onNewColumn,
  onStep,
}: {
  readonly step: MappingStep;
  readonly onHeader: (row: number) => void;
  /** Adds a column to the customers table for that incoming one. */
  readonly onNewColumn: (column: NewColumn, index: number) => Promise<void>;
  readonly onStep: (step: MappingStep) => void;
}) {
  const asOf = useAsOf();
  const { words } = useWords();
  const say = useWordsOf(importWords);
  const [adding, setAdding] = useState(false);
  const { source, facts, choices } = step;
  const { proposal } = source;
  const keys = keysFor(source.target, choices.mapping, facts);
  const offered = importColumns(facts, source.target);
  const choose = (some: Partial<ImportChoices>): void =>
    onStep({ ...step, choices: { ...choices, ...some }, failure: null });
  const firstHeaders = proposal.columns.map(({ header }) => header).filter((text) => text !== "");
  return (
    <>
      {!source.headerFound && (
        <Message
          tone="warning"
          what={say.noHeaders(firstHeaders.slice(0, 3).join(words.list))}
          remedy={say.noHeadersHint}
        />
      )}
      {proposal.look === "products" && (
        <Message tone="warning" what={say.products} remedy={say.productsHint} />
      )}
      <HeaderRowChoice
        inspected={proposal.inspected}
        headerRow={proposal.headerRow}
        onHeaderRow={onHeader}
      />
      <ColumnMeanings hint={say.mappingHint}>
        {proposal.columns.map((column) => (
          <ColumnMeaning
            key={column.index}
            // The source keeps its headers: nothing of it is written.
            column={{ ...column, newHeader: null }}
            meaning={meaningOf(choices.mapping, column.index)}
            style={{ dateSystem: facts.dateSystem, asOf }}
            dayOrder={choices.dayOrder}
            unmapped={say.leaveOut}
            offered={offered}
            onMeaning={(meaning) =>
              onStep(withMapping(step, withMeaning(choices.mapping, column.index, meaning)))
            }
          >
            <NewColumnOffer
              step={step}
              index={column.index}
              busy={adding}
              onAdd={async (wanted) => {
                setAdding(true);
                await onNewColumn(wanted, column.index);
                setAdding(false);
              }}
            />
          </ColumnMeaning>
        ))}
      </ColumnMeanings>
      {dayOrderFor(source, choices.mapping, facts) !== null && (
        <Field label={say.dayOrder} hint={say.dayOrderHint}>
          <Select
            value={choices.dayOrder ?? ""}
            onChange={(_, { value }) =>
              choose({ dayOrder: value === "" ? null : (value as DayOrder) })
            }
          >
            <option value="">{say.dayOrderName.unclear}</option>
            <option value="month-first">{say.dayOrderName["month-first"]}</option>
            <option value="day-first">{say.dayOrderName["day-first"]}</option>
          </Select>
        </Field>
      )}
      {keys.length > 0 && (
        <Field label={say.key} hint={say.keyHint}>
          <Select
            value={choices.key}
            onChange={(_, { value }) => choose({ key: value as ImportKey })}
          >
            {keys.map((key) => (
              <option key={key} value={key}>
                {say.keyName[key]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {source.target === "deals" && (
        <Field hint={say.createCustomersHint}>
          <Checkbox
            label={say.createCustomers}
            checked={choices.unknownCustomers === "create"}
            onChange={(_, { checked }) =>
              choose({ unknownCustomers: checked === true ? "create" : "reject" })
            }
          />
        </Field>
      )}
      <Field hint={say.withoutUnreadableHint}>
        <Checkbox
          label={say.withoutUnreadable}
          checked={choices.unreadable === "leave-out"}
          onChange={(_, { checked }) =>
            choose({ unreadable: checked === true ? "leave-out" : "reject" })
          }
        />
      </Field>
    </>
  );
}

/** A column that is left out because the customers table has none for it: there a click adds one. */
function NewColumnOffer({
  step: { source, facts, choices },
  index,
  busy,
  onAdd,
}: {
  readonly step: MappingStep;
  readonly index: number;
  readonly busy: boolean;
  readonly onAdd: (column: NewColumn) => Promise<void>;
}) {
  const { words, language } = useWords();
  const say = useWordsOf(importWords);
  const { fieldKind } = useWordsOf(fieldsWords);
  const column = useMemo(() => newColumnFor(source, facts, index), [source, facts, index]);
  const { header } = source.proposal.columns[index] ?? { header: "" };
  if (column === null || meaningOf(choices.mapping, index) !== null) return null;
  if (isOfRejectedSheet(header)) return null;
  const text =
    column.of === "ours"
      ? say.addColumn(column.spec.title[language])
      : say.addField(fieldKind[column.draft.kind]);
  return (
    <Button
      size="small"
      aria-label={`${text}${words.list}${header}`}
      disabledFocusable={busy}
      onClick={({ currentTarget }) => {
        const meaning = currentTarget.closest("li")?.querySelector("select") ?? null;
        void onAdd(column).then(() => takeFocus(meaning));
      }}
    >
      {text}
    </Button>
  );
}
