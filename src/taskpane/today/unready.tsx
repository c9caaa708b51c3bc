import { Button, makeStyles } from "@fluentui/react-components";
import { UpgradeOffer } from "../later-views";
import { FailureMessage } from "../parts/failure-message";
import type { TodayState } from "../state/pane-state";
import { usePane, useWords } from "../state/use-pane";
import { EmptyToday } from "./empty-today";

const useStyles = makeStyles({ message: { padding: "0 12px 8px" } });

type FailedToday = Extract<TodayState, { readonly status: "failed" }>;

/** Whether the workbook has no tables this version can work with, so that something else comes first. */
export function isUnready(today: TodayState): today is FailedToday {
  return (
    today.status === "failed" &&
    ["not-set-up", "older-version", "newer-version"].includes(today.failure.code)
  );
}

/**
 * Stands in a list's place where the tables cannot be read: what to do first, and the way there.
 *
 * @param wanted - what the person came for; named, so that the way there leads back to it
 */
export function Unready({
  today: { failure, refreshing },
  wanted,
}: {
  readonly today: FailedToday;
  readonly wanted: string | null;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  if (failure.code === "older-version")
    return (
      <UpgradeOffer next={wanted ?? words.today.title} onUpgraded={() => void pane.refresh()} />
    );
  if (failure.code === "not-set-up")
    return (
      <EmptyToday
        title={words.today.notSetUp}
        hint={wanted === null ? words.views["set-up"].lead : words.today.needsTables(wanted)}
        actions={[{ title: words.views["set-up"].title, run: () => pane.show({ name: "set-up" }) }]}
      />
    );
  return (
    <div className={styles.message}>
      <FailureMessage
        failure={failure}
        actions={
          <Button size="small" disabledFocusable={refreshing} onClick={() => void pane.refresh()}>
            {words.retry}
          </Button>
        }
      />
    </div>
  );
}
