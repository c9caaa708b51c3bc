import { Button, makeStyles } from "@fluentui/react-components";
import type { DayColumn, HealthKind, HealthReport, TurnedDays } from "../../app/health/report";
import { repeatedWords } from "../../app/health/words";
import type { DayOrder } from "../../domain/day-order";
import { usePane, useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";
import { DayOrderNote } from "./day-order-note";
import type { FixChoice } from "./fix-choice";
import { KindCells } from "./kind-cells";
import { KindGroups } from "./kind-groups";

const useStyles = makeStyles({
  notes: {
    flexShrink: 0,
    display: "grid",
    gap: "8px",
    // A question with its answers is seen whole wherever the list below keeps some rows.
    maxHeight: "max(40vh, min(60vh, 100vh - 240px))",
    overflowY: "auto",
    padding: "0 12px 8px",
  },
});

/** More cells than these are told by their columns first. */
const fewCells = 20;

/** One kind of issue: what is known of its columns, and its columns or its cells. */
export function KindScreen({
  kind,
  group,
  isForFixing,
  report,
  choice,
  onChoice,
  onGroup,
  onOrder,
  onTurned,
  onWords,
}: {
  readonly kind: HealthKind;
  readonly group: string | null;
  /** Opened to see and choose cells one by one. */
  readonly isForFixing: boolean;
  readonly report: HealthReport;
  readonly choice: FixChoice;
  readonly onChoice: (choice: FixChoice) => void;
  readonly onGroup: (key: string) => void;
  readonly onOrder: (column: DayColumn, order: DayOrder | null) => void;
  readonly onTurned: (column: DayColumn, said: TurnedDays["said"]) => void;
  /** Goes where it is said once what each unknown word means. */
  readonly onWords: () => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(healthWords);
  const { code, issues, groups } = kind;
  const opened = groups.find(({ key }) => key === group);
  const isByColumn =
    !isForFixing &&
    opened === undefined &&
    (groups.some(({ isWholeColumn }) => isWholeColumn) ||
      (groups.length > 1 && issues.length > fewCells));
  const dayColumns = opened === undefined ? dayColumnsOf(code, report) : [];
  const isRepaired = issues[0]?.remedy === "repair-formulas";
  const areWordsAsked =
    code === "unknown-word" &&
    !isForFixing &&
    opened === undefined &&
    !report.facts.readOnly &&
    repeatedWords(report, 1).length > 0;
  return (
    <>
      {(isRepaired || areWordsAsked || dayColumns.length > 0) && (
        <div className={styles.notes}>
          {isRepaired && (
            <div>
              <Button size="small" onClick={() => pane.show({ name: "repair" })}>
                {say.repair}
              </Button>
            </div>
          )}
          {areWordsAsked && (
            <div>
              <Button size="small" onClick={onWords}>
                {say.sayWords}
              </Button>
            </div>
          )}
          {dayColumns.map((column) => (
            <DayOrderNote
              key={`${column.table} ${column.column}`}
              column={column}
              dateSystem={report.facts.dateSystem}
              onOrder={(order) => onOrder(column, order)}
              onTurned={(said) => onTurned(column, said)}
            />
          ))}
        </div>
      )}
      {isByColumn ? (
        <KindGroups kind={kind} report={report} onGroup={onGroup} />
      ) : (
        <KindCells
          code={code}
          issues={opened?.issues ?? (isForFixing ? fixable(kind) : issues)}
          report={report}
          choice={choice}
          onChoice={onChoice}
        />
      )}
    </>
  );
}

function fixable({ issues }: HealthKind): HealthKind["issues"] {
  return issues.filter(({ proposal }) => proposal !== null);
}

/** The columns whose days are told of with issues of that code. */
function dayColumnsOf(
  code: HealthKind["code"],
  { dayColumns }: HealthReport,
): readonly DayColumn[] {
  const isTurned = ({ turned }: DayColumn) => turned !== null && turned.said !== "right";
  if (code === "turned-day") return dayColumns.filter(isTurned);
  return code === "not-a-day" ? dayColumns.filter((column) => !isTurned(column)) : [];
}
