import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { HealthKind, HealthReport, IssueGroup } from "../../app/health/report";
import { FailureMessage } from "../parts/failure-message";
import { rowButton } from "../parts/row-button";
import { lineTitle, underTitle } from "../parts/titled-line";
import { useViewFrame } from "../parts/view-frame";
import { useWords, useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";
import { columnName, groupLine } from "./issue-lines";
import { useGoToCell } from "./use-go-to-cell";

const useStyles = makeStyles({
  remedy: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid" },
  group: {
    ...rowButton,
    width: "100%",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "0 10px",
    alignItems: "center",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: lineTitle,
  what: underTitle,
  go: {
    display: "flex",
    alignItems: "center",
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  arrow: { display: "flex", color: tokens.colorNeutralForeground3 },
});

/** The columns of a kind, each said once: a click goes to a column that is wrong as a whole, else to its cells. */
export function KindGroups({
  kind: { groups, issues },
  report,
  onGroup,
}: {
  readonly kind: HealthKind;
  readonly report: HealthReport;
  readonly onGroup: (key: string) => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const { words } = useWords();
  const { goTo, failure } = useGoToCell();
  const [first] = issues;
  return (
    <div className={frame.body}>
      {first !== undefined && <p className={styles.remedy}>{words.remedy[first.remedy]}</p>}
      {failure !== null && <FailureMessage failure={failure} />}
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={group.key}>
            <GroupButton
              group={group}
              report={report}
              onOpen={() => (group.isWholeColumn ? void goTo(group.issues[0]) : onGroup(group.key))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function GroupButton({
  group,
  report: { facts, asOf },
  onOpen,
}: {
  readonly group: IssueGroup;
  readonly report: HealthReport;
  readonly onOpen: () => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(healthWords);
  const style = { dateSystem: facts.dateSystem, asOf } as const;
  return (
    <button type="button" className={styles.group} onClick={onOpen}>
      <span>
        <span className={styles.title}>{columnName(group, language)}</span>
        <span className={styles.what}>{groupLine(group, style, language)}</span>
      </span>
      {group.isWholeColumn ? (
        <span className={styles.go}>{say.goToColumn}</span>
      ) : (
        <span className={styles.arrow} aria-hidden="true">
          <ChevronRight16Regular />
        </span>
      )}
    </button>
  );
}
