import { makeStyles } from "@fluentui/react-components";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { schemaVersion } from "../../tables/schema";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { usePaneState, useWords } from "../state/use-pane";

const useStyles = makeStyles({ bar: { flexShrink: 0, padding: "0 12px 8px" } });

/** Why nothing can be written: a newer version made the workbook, or the file is read-only. */
export function ReadOnly({ facts }: { readonly facts: WorkbookFacts }) {
  const { words } = useWords();
  const found = facts.schemaVersion ?? 0;
  return found > schemaVersion ? (
    <FailureMessage failure={{ code: "newer-version", found }} />
  ) : (
    <Message tone="info" what={words.today.readOnly} remedy={words.today.readOnlyRemedy} />
  );
}

/** The same at the head of a view that shows what there is and offers no change: why it offers none. */
export function ReadOnlyBar() {
  const styles = useStyles();
  const { today } = usePaneState();
  if (today.status !== "ready" || !today.today.facts.readOnly) return null;
  return (
    <div className={styles.bar}>
      <ReadOnly facts={today.today.facts} />
    </div>
  );
}
