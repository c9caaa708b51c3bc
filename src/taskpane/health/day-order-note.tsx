import { makeStyles, tokens } from "@fluentui/react-components";
import type { DayColumn, TurnedDays } from "../../app/health/report";
import type { DayOrder } from "../../domain/day-order";
import type { DateSystem } from "../../domain/serial";
import { DayAnswers } from "../parts/day-answers";
import { WholeDays } from "../parts/whole-days";
import { useWords } from "../state/use-pane";
import { dayOrderLine } from "./issue-lines";

const useStyles = makeStyles({
  note: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { margin: 0, overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase300 },
});

/**
 * What a column's days tell about their order; where they do not tell, or look turned around, a person says it once for
 * the column.
 */
export function DayOrderNote({
  column,
  dateSystem,
  onOrder,
  onTurned,
}: {
  readonly column: DayColumn;
  readonly dateSystem: DateSystem;
  readonly onOrder: (order: DayOrder | null) => void;
  readonly onTurned: (said: TurnedDays["said"]) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const { header, column: id, by, order, turned } = column;
  const name = header ?? id;
  return (
    <div className={styles.note}>
      <p className={styles.line}>
        <WholeDays text={dayOrderLine(column, language, dateSystem)} />
      </p>
      {(turned !== null || by !== "cells") && (
        <DayAnswers
          name={name}
          turned={turned}
          order={order}
          onTurned={onTurned}
          onOrder={onOrder}
        />
      )}
    </div>
  );
}
