import { Button, Field, Input, Select, Textarea, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { FieldDraft } from "../../app/fields/fields";
import { fieldKinds, type FieldKind } from "../../tables/fields";
import { readChoices } from "../../tables/new-choices";
import { useWords, useWordsOf } from "../state/use-pane";
import { fieldsWords } from "../words/fields";

const useStyles = makeStyles({
  form: { display: "grid", gap: "10px" },
  actions: { display: "flex", gap: "8px" },
});

/** What is wrong with a field, and with what of it. */
export interface FieldProblemText {
  readonly of: "name" | "choices";
  readonly text: string;
}

/** What a field is called and holds. With a name given, only what it holds is asked. */
export function FieldForm({
  name,
  busy,
  problem,
  onEdited,
  onDone,
  onCancel,
}: {
  readonly name?: string;
  readonly busy: boolean;
  /** What is wrong with what was entered, said beside it. */
  readonly problem: FieldProblemText | null;
  /** What was wrong may be right by now; it is judged anew when it is added. */
  readonly onEdited: () => void;
  readonly onDone: (draft: FieldDraft) => void;
  readonly onCancel?: () => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(fieldsWords);
  const [header, setHeader] = useState(name ?? "");
  const [kind, setKind] = useState<FieldKind>("text");
  const [choices, setChoices] = useState("");
  const asked = kind === "choice";

  const told = (of: FieldProblemText["of"]) =>
    problem?.of === of
      ? ({ validationState: "error", validationMessage: problem.text } as const)
      : {};

  function done(): void {
    const read = readChoices(choices);
    // What is wrong with the words is found once more, and said, when the field is added.
    const typed = choices.split(/[\n,，、;；]/u).map((word) => word.trim());
    onDone({ header, kind, choices: asked ? (read.ok ? read.value : typed.filter(Boolean)) : [] });
  }

  return (
    <form
      className={styles.form}
      aria-label={name === undefined ? say.add : say.makeField(name)}
      onChange={onEdited}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      {name === undefined && (
        <Field label={say.name} required {...told("name")}>
          <Input value={header} maxLength={300} onChange={(_, { value }) => setHeader(value)} />
        </Field>
      )}
      <Field label={say.holds}>
        <Select
          value={kind}
          onChange={(_, { value }) => setKind(fieldKinds.find((each) => each === value) ?? "text")}
        >
          {fieldKinds.map((each) => (
            <option key={each} value={each}>
              {say.fieldKind[each]}
            </option>
          ))}
        </Select>
      </Field>
      {asked && (
        <Field label={say.choices} hint={say.choicesHint} required {...told("choices")}>
          <Textarea value={choices} rows={4} onChange={(_, { value }) => setChoices(value)} />
        </Field>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? say.adding : name === undefined ? say.addField : say.saveKind}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{words.cancel}</Button>}
      </div>
    </form>
  );
}
