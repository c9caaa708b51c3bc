import type { WorkbookFacts } from "../../app/workbook/facts";
import { schemaVersion } from "../../tables/schema";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { useWords } from "../state/use-pane";

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
