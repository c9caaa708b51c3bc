import { makeStyles, tokens } from "@fluentui/react-components";
import type { PlannedFollowUp } from "../../app/log-follow-up";
import { daysBetween, type Day } from "../../domain/day";
import { GradeMark } from "../parts/grade-mark";
import { useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";

const useStyles = makeStyles({
  box: {
    display: "flex",
    gap: "10px",
    alignItems: "center",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: tokens.lineHeightBase300,
  },
  title: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  line: { display: "block" },
});

/** What saving will make of the customer, kept up to date while the form is filled in. */
export function Preview({
  planned,
  asOf,
  agreed,
}: {
  readonly planned: PlannedFollowUp;
  readonly asOf: Day;
  readonly agreed: boolean;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const { log, customer, why } = words;
  const { gradeBefore, gradeAfter, next, backDated, calendarMissing } = planned;
  const nameOf = (grade: string | null) => grade ?? customer.ungraded;
  const nextText = () => {
    if (next === null) return log.previewNoNext;
    const day = shortDay(next, asOf, language);
    const distance = log.distance(daysBetween(asOf, next));
    return agreed ? log.previewAgreed(day, distance) : log.previewNext(day, distance);
  };
  return (
    <section className={styles.box} aria-label={log.preview} aria-live="polite">
      <GradeMark grade={gradeAfter} />
      <span>
        <span className={styles.title}>{log.preview}</span>
        <span className={styles.line}>
          {gradeBefore === gradeAfter
            ? log.previewSameGrade(nameOf(gradeAfter))
            : log.previewGrade(nameOf(gradeBefore), nameOf(gradeAfter))}
        </span>
        <span className={styles.line}>{nextText()}</span>
        {backDated && <span className={styles.line}>{log.previewBackDated}</span>}
        {calendarMissing !== null && (
          <span className={styles.line}>{why.calendarMissing(calendarMissing)}</span>
        )}
      </span>
    </section>
  );
}
