import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Regular } from "@fluentui/react-icons/svg/warning";
import type { DateSystem } from "../../domain/serial";
import type { DataIssue } from "../../tables/issues";
import type { RowFocus, RowPart } from "../parts/windowed-sections";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import { issuePlace, issueText } from "../words/issue-text";
import { useRowStyles } from "./row-styles";

/** Something in the sheet to mend: what, where, and how. Opens its row in the sheet. */
export function IssueRow({
  issue,
  others,
  dateSystem,
  focus,
}: {
  readonly issue: DataIssue;
  /** How many more there are of its kind in its column. */
  readonly others: number;
  readonly dateSystem: DateSystem;
  readonly focus: (part: RowPart) => RowFocus;
}) {
  const row = useRowStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const what = issueText(issue, { dateSystem, asOf }, language);
  const where = issuePlace(issue, language);
  const remedy = [words.remedy[issue.remedy], others > 0 ? words.alike(others) : null]
    .filter((part) => part !== null)
    .join(words.clauses);
  const Icon = issue.severity === "notes" ? Info20Regular : Warning20Regular;
  return (
    <div className={row.row}>
      <button
        type="button"
        className={row.open}
        title={`${where} ${what}${words.clauses}${remedy}`}
        aria-disabled={issue.id === null}
        onClick={() => {
          if (issue.id !== null && issue.table === "customers") void pane.selectInSheet(issue.id);
        }}
        {...focus("open")}
      >
        <Icon aria-hidden="true" />
        <span className={row.text}>
          <span className={row.name}>{what}</span>
          <span className={row.why}>
            {where}
            {words.clauses}
            {remedy}
          </span>
        </span>
      </button>
    </div>
  );
}
