import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckboxChecked20Filled } from "@fluentui/react-icons/svg/checkbox-checked";
import { CheckboxUnchecked20Regular } from "@fluentui/react-icons/svg/checkbox-unchecked";
import { useMemo } from "react";
import type { HealthIssue, HealthKind, HealthReport } from "../../app/health/report";
import { FailureMessage } from "../parts/failure-message";
import { twoLines } from "../parts/two-lines";
import { WindowedSections, type RowFocus, type RowPart } from "../parts/windowed-sections";
import { WholeDays } from "../parts/whole-days";
import { useWords, useWordsOf } from "../state/use-pane";
import { useRowStyles } from "../today/row-styles";
import { isChosen, toggled, type FixChoice } from "./fix-choice";
import { becomesLine, issueLine, placeLine } from "./issue-lines";
import { useGoToCell } from "./use-go-to-cell";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  check: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    width: "44px",
    border: "none",
    padding: 0,
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    cursor: "pointer",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  failure: { padding: "0 12px 8px" },
  what: {
    ...twoLines,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  place: {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Line {
  readonly key: string;
  readonly issue: HealthIssue;
}

const keyOf = ({ key }: Line): string => key;
const partsOf = ({ issue }: Line): readonly RowPart[] =>
  issue.proposal === null ? ["open"] : ["open", "act"];

/** Every cell of one kind, or of one of its columns: a click goes there, a tick says whether it shall be fixed. */
export function KindCells({
  code,
  issues,
  report,
  choice,
  onChoice,
}: Pick<HealthKind, "code" | "issues"> & {
  readonly report: HealthReport;
  readonly choice: FixChoice;
  readonly onChoice: (choice: FixChoice) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(healthWords);
  const { goTo, failure } = useGoToCell();
  const sure = issues.filter(({ proposal }) => proposal?.sure === true).length;
  const lines = useMemo(
    () => issues.map((issue, index): Line => ({ key: `${code} ${index}`, issue })),
    [code, issues],
  );
  const [first] = issues;
  return (
    <>
      {failure !== null && (
        <div className={styles.failure}>
          <FailureMessage failure={failure} />
        </div>
      )}
      <WindowedSections
        sections={[
          {
            id: "cells",
            title: words.today.cells(issues.length),
            count: "",
            hint: sure > 0 ? say.fixable(sure) : first ? words.remedy[first.remedy] : null,
            items: lines,
          },
        ]}
        keyOf={keyOf}
        partsOf={partsOf}
        request={null}
        render={({ issue }, focus) => (
          <CellRow
            issue={issue}
            report={report}
            isChosen={isChosen(choice, issue)}
            onOpen={() => void goTo(issue)}
            onToggle={() => onChoice(toggled(choice, issue))}
            focus={focus}
          />
        )}
      />
    </>
  );
}

function CellRow({
  issue,
  report: { facts, asOf },
  isChosen: chosen,
  onOpen,
  onToggle,
  focus,
}: {
  readonly issue: HealthIssue;
  readonly report: HealthReport;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly focus: (part: RowPart) => RowFocus;
}) {
  const row = useRowStyles();
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(healthWords);
  const { dateSystem } = facts;
  const what = issueLine(issue, { dateSystem, asOf }, language);
  const place = placeLine(issue, language);
  const becomes = becomesLine(issue, dateSystem, language);
  return (
    <div className={row.row}>
      <button
        type="button"
        className={row.open}
        title={[what, place, becomes].filter((part) => part !== null).join("\n")}
        onClick={onOpen}
        {...focus("open")}
      >
        <span className={row.text}>
          <span className={styles.what}>
            <WholeDays text={becomes ?? what} />
          </span>
          <span className={styles.place}>{place}</span>
        </span>
      </button>
      {becomes !== null && (
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen}
          aria-label={say.chooseOf(place)}
          className={styles.check}
          onClick={onToggle}
          {...focus("act")}
        >
          {chosen ? <CheckboxChecked20Filled /> : <CheckboxUnchecked20Regular />}
        </button>
      )}
    </div>
  );
}
