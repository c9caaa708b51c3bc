import { makeStyles, tokens } from "@fluentui/react-components";
import type { CustomerCard } from "../../app/open-customer";
import { channels } from "../../domain/channel";
import type { Day } from "../../domain/day";
import { useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";

const useStyles = makeStyles({
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: "6px 0 6px 10px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: "6px",
  },
  when: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  said: {
    margin: 0,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    lineHeight: tokens.lineHeightBase300,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The latest follow-ups, newest first (I1). */
export function RecentFollowUps({
  recent,
  asOf,
}: {
  readonly recent: CustomerCard["recent"];
  readonly asOf: Day;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const say = words.customer;
  return (
    <section aria-labelledby="recent-title">
      <h2 className={styles.title} id="recent-title">
        {say.recent}
      </h2>
      {recent.length === 0 && <p className={styles.none}>{say.noRecent}</p>}
      <ol className={styles.list}>
        {recent.map((followUp) => {
          const { id, day, channel, who, said, result, nextStep, gradeBefore, gradeAfter } =
            followUp;
          const channelTitle = channels.find(({ code }) => code === channel)?.title[language];
          const moved =
            gradeBefore === gradeAfter
              ? null
              : say.gradeMove(gradeBefore ?? say.ungraded, gradeAfter ?? say.ungraded);
          const when = [
            day === null ? null : shortDay(day, asOf, language),
            channelTitle,
            who,
            moved,
          ];
          return (
            <li key={id} className={styles.item}>
              <p className={styles.when}>{when.filter(Boolean).join(" · ")}</p>
              {said !== "" && <p className={styles.said}>{said}</p>}
              {result !== "" && (
                <p className={styles.said}>
                  <span className={styles.when}>{say.resultLabel}</span> {result}
                </p>
              )}
              {nextStep !== "" && (
                <p className={styles.said}>
                  <span className={styles.when}>{say.nextStepLabel}</span> {nextStep}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
