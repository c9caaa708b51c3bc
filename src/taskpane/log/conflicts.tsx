import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { PlannedFollowUp } from "../../app/log-follow-up";
import type { Today } from "../../app/today";
import type { Conflict } from "../../app/workbook";
import { FailureMessage } from "../parts/failure-message";
import { useWords } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { columnSpec, columnTitle } from "../words/failure-text";

const useStyles = makeStyles({
  table: {
    width: "100%",
    marginTop: "8px",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: "3px 6px",
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "start",
      verticalAlign: "top",
      overflowWrap: "anywhere",
      fontWeight: tokens.fontWeightRegular,
    },
    "& thead th, & tbody th": { fontWeight: tokens.fontWeightSemibold },
  },
});

/** What changed in the sheet meanwhile: per field, what was read, what stands there now, and what would be written. */
export function Conflicts({
  conflicts,
  planned,
  today,
  onTakeTheirs,
}: {
  readonly conflicts: readonly Conflict[];
  readonly planned: PlannedFollowUp;
  readonly today: Today;
  /** `columns`: where the sheet holds something else now. */
  readonly onTakeTheirs: (columns: readonly string[]) => void;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const { log } = words;
  const style = { dateSystem: today.facts.dateSystem, asOf: today.asOf };
  return (
    <div>
      <FailureMessage
        failure={{ code: "conflict", conflicts }}
        actions={
          <Button
            size="small"
            appearance="primary"
            onClick={() => onTakeTheirs(conflicts.map(({ column }) => column))}
          >
            {log.takeTheirs}
          </Button>
        }
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{log.conflictRead}</th>
            <th scope="col">{log.conflictFound}</th>
            <th scope="col">{log.conflictMine}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ table, id, column, expected, found }) => {
            const spec = columnSpec(column, table);
            const mine = planned.change.updated.find((row) => row.table === table && row.id === id)
              ?.cells[column]?.to;
            return (
              <tr key={`${table} ${id} ${column}`}>
                <th scope="row">{columnTitle(column, language, table)}</th>
                <td>{cellText(spec, expected, style, language)}</td>
                <td>{cellText(spec, found, style, language)}</td>
                <td>{mine === undefined ? "–" : cellText(spec, mine, style, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
