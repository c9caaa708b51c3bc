import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { TableId } from "../../tables/schema";
import { Message } from "../parts/message";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { tableTitle } from "../words/failure-text";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  list: {
    margin: "0 0 12px",
    paddingLeft: "20px",
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
});

const order: readonly TableId[] = ["customers", "followUps", "settings", "holidays", "audit"];

/** Set-up succeeded: where everything is now. */
export function SetUpDone({
  facts,
  isBlank,
}: {
  readonly facts: WorkbookFacts;
  /** There is no customer yet. */
  readonly isBlank: boolean;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { language } = useWords();
  const say = useWordsOf(setUpWords);
  return (
    <>
      <div role="status">
        <Message
          tone="success"
          what={say.done}
          remedy={isBlank ? say.doneBlankHint : say.doneHint}
        />
      </div>
      <ul className={styles.list}>
        {order.map((id) => {
          const table = facts.tables[id];
          if (table === undefined) return null;
          return <li key={id}>{say.doneTable(tableTitle(id, language), table.sheet)}</li>;
        })}
      </ul>
      <div>
        <Button appearance="primary" onClick={() => pane.show({ name: "today" })}>
          {say.toToday}
        </Button>
      </div>
    </>
  );
}
