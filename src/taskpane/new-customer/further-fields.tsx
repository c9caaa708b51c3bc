import { Field, Input, Select } from "@fluentui/react-components";
import { furtherFields } from "../../app/add-customer";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { ColumnSpec } from "../../tables/schema";
import { useWords } from "../state/use-pane";

/** Demand, expected close, the e-mail address and the fields of a person's own, each asked for by what it holds. */
export function FurtherFields({
  facts,
  entered,
  problem,
  onEntered,
}: {
  readonly facts: WorkbookFacts;
  /** By column id, as typed. */
  readonly entered: Readonly<Record<string, string>>;
  /** What one of them does not understand. */
  readonly problem: { readonly column: string; readonly text: string } | null;
  readonly onEntered: (column: string, text: string) => void;
}) {
  const told = (column: string) =>
    problem?.column === column
      ? ({ validationState: "error", validationMessage: problem.text } as const)
      : {};
  const bound = facts.tables.customers?.columns ?? {};
  return (
    <>
      {furtherFields(facts).map((spec) => (
        <Field key={spec.id} label={bound[spec.id]?.header ?? spec.id} {...told(spec.id)}>
          <FurtherInput
            data-column={spec.id}
            spec={spec}
            value={entered[spec.id] ?? ""}
            onEntered={(text) => onEntered(spec.id, text)}
          />
        </Field>
      ))}
    </>
  );
}

function FurtherInput({
  spec,
  value,
  onEntered,
  ...field
}: {
  readonly "data-column": string;
  readonly spec: ColumnSpec;
  readonly value: string;
  readonly onEntered: (text: string) => void;
}) {
  const { words, language } = useWords();
  if (spec.kind === "choice")
    return (
      <Select {...field} value={value} onChange={(_, data) => onEntered(data.value)}>
        <option value="">{words.blank}</option>
        {(spec.choices ?? []).map(({ code, title }) => (
          <option key={code} value={code}>
            {title[language]}
          </option>
        ))}
      </Select>
    );
  const type = spec.kind === "day" ? "date" : spec.kind === "email" ? "email" : "text";
  return (
    <Input {...field} type={type} value={value} onChange={(_, data) => onEntered(data.value)} />
  );
}
