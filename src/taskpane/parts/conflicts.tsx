import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Conflict, DateSystem } from "../../app/workbook";
import type { Change } from "../../tables/change";
import { useAsOf, useWords } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { columnSpec, columnTitle } from "../words/failure-text";
import { FailureMessage } from "./failure-message";

/** Of a large change some places tell enough; the message says how many there are. */
const most = 20;

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

/**
 * What changed in the sheet meanwhile, field by field: what was read, what stands there now, and what would be written.
 * Nothing was written; the actions lead on.
 */
export function Conflicts({
  conflicts,
  change,
  dateSystem,
  actions,
}: {
  readonly conflicts: readonly Conflict[];
  /** What would have been written; null where it is not at hand. */
  readonly change: Pick<Change, "updated" | "removed"> | null;
  readonly dateSystem: DateSystem;
  readonly actions: ReactNode;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const { log } = words;
  const style = { dateSystem, asOf: useAsOf() };
  const shown = conflicts.slice(0, most);
  const removed = new Set(change?.removed.map(({ table, id }) => `${table} ${id}`));
  return (
    <div>
      <FailureMessage failure={{ code: "conflict", conflicts }} actions={actions} />
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
          {shown.map(({ table, id, column, expected, found }) => {
            const spec = columnSpec(column, table);
            const isGoing = removed.has(`${table} ${id}`);
            const mine = isGoing
              ? null
              : change?.updated.find((row) => row.table === table && row.id === id)?.cells[column]
                  ?.to;
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
