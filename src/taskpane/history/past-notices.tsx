import { useAsOf, usePaneState, useWords, useWordsOf } from "../state/use-pane";
import { historyWords } from "../words/history";
import { noticeText } from "../words/notice-text";
import { useHistoryStyles } from "./use-history-styles";

/** What the pane has said since it was opened: a notice that was missed, or closed too soon, is found again. */
export function PastNotices() {
  const styles = useHistoryStyles();
  const { language } = useWords();
  const say = useWordsOf(historyWords);
  const asOf = useAsOf();
  const { notices } = usePaneState();
  if (notices.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{say.notices(notices.length)}</summary>
      <ul className={styles.entries}>
        {notices.map((notice, index) => {
          const { what, remedy } = noticeText(notice, asOf, language);
          return (
            <li key={notices.length - index} className={styles.entry}>
              <div className={styles.words}>
                <p className={styles.said}>{what}</p>
                {remedy !== undefined && <p className={styles.small}>{remedy}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
