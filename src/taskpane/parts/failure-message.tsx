import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { failureText } from "../words/failure-text";
import { Message } from "./message";

/** A failure in words, announced when it appears; a table that is gone can be made again from here. */
export function FailureMessage({
  failure,
  actions,
}: {
  readonly failure: PaneFailure;
  readonly actions?: ReactNode;
}) {
  const pane = usePane();
  const { words, language } = useWords();
  const { what, remedy } = failureText(failure, useAsOf(), language);
  const makeAgain = failure.code === "table-missing" && (
    <Button size="small" onClick={() => pane.show({ name: "set-up" })}>
      {words.setUp.restore}
    </Button>
  );
  return (
    <div role="alert">
      <Message
        tone="error"
        what={what}
        remedy={remedy}
        actions={actions ?? (makeAgain || undefined)}
      />
    </div>
  );
}
