import { makeStyles, tokens } from "@fluentui/react-components";
import { forwardRef, useMemo } from "react";
import type { SetUpSummary } from "../../app/set-up/plan-set-up";
import type { Day } from "../../domain/day";
import type { DateSystem } from "../../domain/serial";
import { useWords, useWordsOf } from "../state/use-pane";
import { groupIssues, issuePlace, issueText } from "../words/issue-text";
import { setUpWords } from "../words/set-up";

const useStyles = makeStyles({
  box: {
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: "4px 0 0", paddingLeft: "18px", overflowWrap: "anywhere" },
  hint: { margin: "4px 0", color: tokens.colorNeutralForeground2 },
  details: { marginTop: "8px", "& summary": { cursor: "pointer" } },
});

/** As many as help to judge; the rest can be seen on the Today view afterwards. */
const mostIssues = 30;

/** What set-up will do, line by line, and what in the cells cannot be read. The heading can be given the focus. */
export const PlanSummary = forwardRef<
  HTMLHeadingElement,
  {
    readonly summary: SetUpSummary;
    readonly style: { readonly dateSystem: DateSystem; readonly asOf: Day };
  }
>(function PlanSummary({ summary, style }, heading) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(setUpWords);
  const headers = (columns: readonly { readonly header: string }[]) =>
    columns.map(({ header }) => header).join(words.list);
  const { issues } = summary;
  const groups = useMemo(() => groupIssues(issues), [issues]);

  const lines = [
    say.planCustomers(summary.customers),
    summary.blankRows > 0 && say.planBlankRows(summary.blankRows),
    summary.becomesTable !== null && say.planBecomesTable,
    summary.columnsUsed.length > 0 && say.planUsed(headers(summary.columnsUsed)),
    summary.columnsAdded.length > 0 && say.planAdded(headers(summary.columnsAdded)),
    summary.columnsKept.length > 0 && say.planKept(summary.columnsKept.join(words.list)),
    summary.idsGiven > 0 && say.planIds(summary.idsGiven),
    ...summary.headersChanged.map(({ index, from, to }) =>
      say.planRenamed(from === "" ? say.noHeader(index) : from, to),
    ),
    summary.tablesAdded.length > 0 &&
      say.planTables(summary.tablesAdded.map(({ sheet }) => sheet).join(words.list)),
  ].filter((line) => line !== false);

  return (
    <section className={styles.box} aria-labelledby="plan-title">
      <h2 className={styles.title} id="plan-title" ref={heading} tabIndex={-1}>
        {say.plan}
      </h2>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {issues.length > 0 && (
        <details className={styles.details}>
          <summary>{say.cellsToMend(issues.length)}</summary>
          <p className={styles.hint}>{say.cellsToMendHint}</p>
          <ul className={styles.list}>
            {groups.slice(0, mostIssues).map(({ issue, others }, index) => (
              <li key={index}>
                {issuePlace(issue, language)}
                {words.colon}
                {issueText(issue, style, language)}
                {words.clauses}
                {words.remedy[issue.remedy]}
                {others > 0 && `${words.clauses}${words.alike(others)}`}
              </li>
            ))}
          </ul>
          {groups.length > mostIssues && (
            <p className={styles.hint}>{say.more(groups.length - mostIssues)}</p>
          )}
        </details>
      )}
    </section>
  );
});
