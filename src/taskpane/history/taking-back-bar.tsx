import { Button } from "@fluentui/react-components";
import { WorkBar } from "../parts/work-bar";
import { useWords, useWordsOf } from "../state/use-pane";
import { historyWords } from "../words/history";
import { useHistoryStyles } from "./use-history-styles";

/** A take-back under way: an import of many rows takes its time, and can be cancelled as long as it is not done. */
export function TakingBackBar({
  share,
  cancelling,
  onCancel,
}: {
  /** How much of it is written; 0 while it is looked at. */
  readonly share: number;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}) {
  const styles = useHistoryStyles();
  const { words } = useWords();
  const say = useWordsOf(historyWords);
  const text = cancelling ? words.log.keeping : share > 0 ? words.log.takingBack : say.looking;
  return (
    <>
      <p className={styles.text} role="status">
        {text}
      </p>
      {share > 0 && (
        <>
          <WorkBar label={text} share={cancelling ? undefined : share} />
          <Button
            className={styles.end}
            size="small"
            disabledFocusable={cancelling}
            onClick={onCancel}
          >
            {words.cancel}
          </Button>
        </>
      )}
    </>
  );
}
