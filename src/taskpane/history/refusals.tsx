import { Button } from "@fluentui/react-components";
import type { LoggedDeed } from "../../app/deeds/audit-log";
import { changerOf, type Obstacle, type TakeBackPlan } from "../../app/deeds/take-back";
import { Message } from "../parts/message";
import { useWords } from "../state/use-pane";
import { deedTitle } from "../words/deed-text";
import { entryTitle, momentText, obstacleText, type EntryStyle } from "../words/entry-text";
import { columnTitle } from "../words/failure-text";
import { useHistoryStyles } from "./use-history-styles";

/** More reasons than this help nobody. */
const mostShown = 20;

/** Why something cannot be taken back, cell by cell, and the way to take back the rest. */
export function Refusals({
  plan: { ready, refused },
  newer,
  style,
  onRest,
  onLeave,
}: {
  readonly plan: TakeBackPlan;
  /** Deeds known to be newer, the newest first: one of them may have changed the cell. */
  readonly newer: readonly LoggedDeed[];
  readonly style: EntryStyle;
  readonly onRest: () => void;
  readonly onLeave: () => void;
}) {
  const styles = useHistoryStyles();
  const { words, language } = useWords();
  const { history: say } = words;
  const reasons = refused.flatMap(({ entry, obstacles }) =>
    obstacles.map((obstacle) => ({ entry, obstacle })),
  );
  return (
    <div role="alert">
      <Message
        tone="warning"
        what={
          ready.length === 0
            ? say.noneCan
            : say.cannot(refused.length, refused.length + ready.length)
        }
        remedy={
          <>
            {reasons.slice(0, mostShown).map(({ entry, obstacle }, index) => (
              <span key={index} className={styles.what}>
                {titleOf(entry, obstacle)}: {obstacleText(obstacle, style)}
                {obstacle.code === "changed-since" && ` ${byWhom(obstacle)}`}
              </span>
            ))}
            {reasons.length > mostShown && say.moreRefused(reasons.length - mostShown)}
          </>
        }
        actions={
          <>
            {ready.length > 0 && (
              <Button size="small" appearance="primary" onClick={onRest}>
                {say.takeRest(ready.length)}
              </Button>
            )}
            <Button size="small" onClick={onLeave}>
              {ready.length > 0 ? say.leave : words.dismiss}
            </Button>
          </>
        }
      />
    </div>
  );

  function titleOf(entry: TakeBackPlan["refused"][number]["entry"], obstacle: Obstacle): string {
    if (entry.what.kind === "cell" || !("column" in obstacle)) return entryTitle(entry, language);
    const { table, column } = obstacle;
    const header = style.facts.tables[table]?.columns[column]?.header;
    return say.place(entry.rowName, header ?? columnTitle(column, language, table));
  }

  function byWhom(obstacle: Extract<Obstacle, { readonly code: "changed-since" }>): string {
    const by = changerOf(obstacle, newer);
    if (by === null) return say.changedInSheet;
    const when = by.at === null ? "" : momentText(by.at, style);
    return say.changedBy(by.who === "" ? say.noName : by.who, when, deedTitle(by, language));
  }
}
