import { Field, Radio, RadioGroup, makeStyles, tokens } from "@fluentui/react-components";
import type { DayColumn } from "../../app/health/report";
import type { DayOrder } from "../../domain/day-order";
import { useWords, useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";
import { dayOrderLine } from "./issue-lines";

const useStyles = makeStyles({
  note: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { margin: 0, overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase300 },
  question: { marginTop: "4px" },
  answers: { flexWrap: "wrap" },
});

const answers = ["month-first", "day-first", "none"] as const;

/** What a column's days tell about their order; where they do not tell, a person says it once for the column. */
export function DayOrderNote({
  column,
  onOrder,
}: {
  readonly column: DayColumn;
  readonly onOrder: (order: DayOrder | null) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const { dayOrder } = useWordsOf(healthWords);
  const { header, column: id, by, order } = column;
  return (
    <div className={styles.note}>
      <p className={styles.line}>{dayOrderLine(column, language)}</p>
      {by !== "cells" && (
        <Field className={styles.question} label={dayOrder.question(header ?? id)}>
          <RadioGroup
            className={styles.answers}
            layout="horizontal"
            value={order ?? "none"}
            onChange={(_, { value }) =>
              onOrder(value === "month-first" || value === "day-first" ? value : null)
            }
          >
            {answers.map((answer) => (
              <Radio key={answer} value={answer} label={dayOrder.answer[answer]} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}
