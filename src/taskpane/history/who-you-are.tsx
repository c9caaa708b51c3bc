import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { Message } from "../parts/message";
import { usePane, usePaneState, useWords } from "../state/use-pane";
import { useHistoryStyles } from "./use-history-styles";

/** Whose name stands beside the changes made here; asked for once, and kept on this computer. */
export function WhoYouAre() {
  const styles = useHistoryStyles();
  const pane = usePane();
  const { who } = usePaneState();
  const { words } = useWords();
  const { history: say } = words;
  const [changing, setChanging] = useState(false);
  const [name, setName] = useState(who);
  if (who !== "" && !changing)
    return (
      <div className={styles.head}>
        <p className={styles.small}>{say.whoIs(who)}</p>
        <Button size="small" appearance="subtle" onClick={() => setChanging(true)}>
          {say.whoChange}
        </Button>
      </div>
    );
  return (
    <form
      aria-label={say.whoLabel}
      onSubmit={(event) => {
        event.preventDefault();
        pane.enterName(name);
        setChanging(false);
      }}
    >
      <Message
        tone="info"
        what={say.whoMissing}
        remedy={say.whoHint}
        actions={
          <>
            <Field label={say.whoLabel}>
              <Input
                value={name}
                maxLength={60}
                autoComplete="name"
                onChange={(_, { value }) => setName(value)}
              />
            </Field>
            <Button type="submit" style={{ alignSelf: "flex-end" }}>
              {say.whoSave}
            </Button>
          </>
        }
      />
    </form>
  );
}
