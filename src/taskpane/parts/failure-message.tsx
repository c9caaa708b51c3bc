import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { failureText } from "../words/failure-text";
import { Message } from "./message";

/** A failure in words, announced when it appears; tables that are not there can be made from here. */
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
  const setUp = (title: string) => (
    <Button size="small" onClick={() => pane.show({ name: "set-up" })}>
      {title}
    </Button>
  );
  const wayOut =
    failure.code === "table-missing"
      ? setUp(words.restore)
      : failure.code === "not-set-up"
        ? setUp(words.views["set-up"].title)
        : undefined;
  // What a person stopped, and left all as it was, is no fault.
  const tone = failure.code === "cancelled" ? "info" : "error";
  return (
    <div role="alert">
      <Message tone={tone} what={what} remedy={remedy} actions={actions ?? wayOut} />
    </div>
  );
}
