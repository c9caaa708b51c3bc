import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle24Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { ErrorCircle20Regular } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Regular } from "@fluentui/react-icons/svg/warning";
import { extentOf } from "../../app/health/kinds";
import type { HealthKind, HealthReport } from "../../app/health/report";
import type { DataIssueCode } from "../../tables/issues";
import { rowButton } from "../parts/row-button";
import { useViewFrame } from "../parts/view-frame";
import { useWords, useWordsOf } from "../state/use-pane";
import { columnName } from "./issue-lines";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  summary: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  well: { display: "flex", gap: "10px", alignItems: "flex-start", padding: "8px 0" },
  wellIcon: { flexShrink: 0, color: tokens.colorPaletteGreenForeground1 },
  wellTitle: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid" },
  kind: {
    ...rowButton,
    width: "100%",
    display: "grid",
    gridTemplateColumns: "20px 1fr auto 16px",
    gap: "0 10px",
    alignItems: "center",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { display: "flex" },
  stops: { color: tokens.colorPaletteRedForeground1 },
  weakens: { color: tokens.colorPaletteMarigoldForeground1 },
  notes: { color: tokens.colorNeutralForeground3 },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold },
  hint: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  count: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  arrow: { display: "flex", color: tokens.colorNeutralForeground3 },
});

const icons = {
  stops: ErrorCircle20Regular,
  weakens: Warning20Regular,
  notes: Info20Regular,
} as const;

/** What was found, the gravest kinds first, each with how many and what can be done. */
export function HealthOverview({
  report: { kinds, cells, customers, formulasChecked },
  onKind,
}: {
  readonly report: HealthReport;
  readonly onKind: (code: DataIssueCode) => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const { words } = useWords();
  const say = useWordsOf(healthWords);
  const { columns, cells: found } = extentOf(kinds);
  const isWell = kinds.length === 0;
  return (
    <div className={frame.body}>
      <p className={styles.summary} role="status">
        {isWell
          ? say.checked(cells, customers)
          : words.sentences(say.checked(cells, customers), say.found(say.extent(columns, found)))}
      </p>
      {!formulasChecked && <p className={styles.summary}>{say.formulasUnchecked}</p>}
      {isWell ? (
        <div className={styles.well}>
          <span className={styles.wellIcon} aria-hidden="true">
            <CheckmarkCircle24Regular />
          </span>
          <div>
            <p className={styles.wellTitle}>{say.allWell}</p>
            <p className={styles.summary}>{say.allWellHint}</p>
          </div>
        </div>
      ) : (
        <ul className={styles.list}>
          {kinds.map((kind) => (
            <li key={kind.code}>
              <KindButton kind={kind} onOpen={() => onKind(kind.code)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function KindButton({ kind, onOpen }: { readonly kind: HealthKind; readonly onOpen: () => void }) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = useWordsOf(healthWords);
  const { code, severity, issues, groups, sure, guessed } = kind;
  const { columns, cells } = extentOf([kind]);
  const Icon = icons[severity];
  const remedy = issues[0] === undefined ? null : words.remedy[issues[0].remedy];
  const whole = groups
    .filter(({ isWholeColumn }) => isWholeColumn)
    .map((group) => columnName(group, language));
  const can = [
    whole.length > 0 ? say.wholeColumns(whole.join(words.list)) : null,
    sure > 0 ? say.fixable(sure) : null,
    guessed > 0 ? say.guessable(guessed) : null,
  ].filter((part) => part !== null);
  return (
    <button type="button" className={styles.kind} onClick={onOpen}>
      <span className={mergeClasses(styles.icon, styles[severity])} aria-hidden="true">
        <Icon />
      </span>
      <span>
        <span className={styles.title}>{say.kind[code]}</span>
        <span className={styles.hint}>
          {sure + guessed > 0 ? can.join(words.clauses) : [...can, remedy].join(words.clauses)}
        </span>
      </span>
      <span className={styles.count}>{say.extent(columns, cells)}</span>
      <span className={styles.arrow} aria-hidden="true">
        <ChevronRight16Regular />
      </span>
    </button>
  );
}
