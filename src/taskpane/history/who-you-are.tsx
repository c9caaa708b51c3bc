import { Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { Message } from "../parts/message";
import { takeFocus } from "../parts/take-focus";
import { usePane, usePaneState, useWordsOf } from "../state/use-pane";
import { useHistoryStyles } from "./use-history-styles";
import { historyWords } from "../words/history";

/** Whose name stands beside the changes made here; asked for once, and kept on this computer. */
export function WhoYouAre() {
  const styles = useHistoryStyles();
  const pane = usePane();
  const { who } = usePaneState();
  const say = useWordsOf(historyWords);
  const [changing, setChanging] = useState(false);
  const [name, setName] = useState(who);
  const told = useRef<HTMLParagraphElement>(null);
  const saved = useRef(false);
  useEffect(() => {
    // The button that had the focus went away with the form.
    if (saved.current) takeFocus(told.current);
    saved.current = false;
  }, [who, changing]);
  if (who !== "" && !changing)
    return (
      <div className={styles.head}>
        <p className={styles.told} ref={told} tabIndex={-1}>
          {say.whoIs(who)}
        </p>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          onClick={() => setChanging(true)}
        >
          {say.whoChange}
        </Button>
      </div>
    );
  return (
    <form
      aria-label={say.whoLabel}
      onSubmit={(event) => {
        event.preventDefault();
        saved.current = name.trim() !== "";
        pane.enterName(name);
        setChanging(false);
      }}
    >
      <Message
        tone="info"
        what={say.whoMissing}
        remedy={say.whoHint}
        actions={
          <Field className={styles.words} label={say.whoLabel}>
            <div className={styles.field}>
              <Input
                className={styles.input}
                value={name}
                maxLength={60}
                autoComplete="name"
                onChange={(_, { value }) => setName(value)}
              />
              <Button type="submit" className={styles.button}>
                {say.whoSave}
              </Button>
            </div>
          </Field>
        }
      />
    </form>
  );
}
