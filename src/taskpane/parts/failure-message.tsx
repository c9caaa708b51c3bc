import type { ReactNode } from "react";
import { useAsOf, useWords } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { failureText } from "../words/failure-text";
import { Message } from "./message";

/** A failure in words, announced when it appears. */
export function FailureMessage({
  failure,
  actions,
}: {
  readonly failure: PaneFailure;
  readonly actions?: ReactNode;
}) {
  const { language } = useWords();
  const { what, remedy } = failureText(failure, useAsOf(), language);
  return (
    <div role="alert">
      <Message tone="error" what={what} remedy={remedy} actions={actions} />
    </div>
  );
}
