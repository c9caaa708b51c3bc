import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { LoggedDeed } from "../../app/deeds/audit-log";
import { changerOf } from "../../app/deeds/changer";
import type { Obstacle, TakeBackPlan } from "../../app/deeds/take-back";
import { insistingOn, restorableCells } from "../../app/conflicts/restore-over";
import { chosenAmong, conflictKey, type SideOf } from "../../app/conflicts/resolve";
import type { Conflict } from "../../app/workbook/rows";
import type { AuditEntry } from "../../tables/audit/entries";
import { Conflicts } from "../parts/conflicts";
import { Message } from "../parts/message";
import { takeFocus } from "../parts/take-focus";
import { useWords, useWordsOf } from "../state/use-pane";
import { headerIn } from "../words/column-in";
import { deedTitle } from "../words/deed-text";
import { entryTitle, momentText, obstacleText, type EntryStyle } from "../words/entry-text";
import { useHistoryStyles } from "./use-history-styles";
import { historyWords } from "../words/history";

/** More reasons than this help nobody. */
const mostShown = 20;

/** Why something cannot be taken back, cell by cell, and the way to take back the rest. */
export function Refusals({
  plan,
  newer,
  style,
  chosen,
  onTake,
  onLeave,
}: {
  readonly plan: TakeBackPlan;
  /** Deeds known to be newer, the newest first: one of them may have changed the cell. */
  readonly newer: readonly LoggedDeed[];
  readonly style: EntryStyle;
  /** What the person chose of these cells before. */
  readonly chosen: SideOf;
  /** Takes back what can be, and what the person insists on. */
  readonly onTake: (plan: TakeBackPlan, chosen: SideOf) => void;
  readonly onLeave: () => void;
}) {
  const styles = useHistoryStyles();
  const { words, language } = useWords();
  const say = useWordsOf(historyWords);
  const alert = useRef<HTMLDivElement>(null);
  // The button that asked is gone: the keyboard goes on where the answer stands.
  useEffect(() => takeFocus(alert.current), []);
  const { readyCount, refused } = plan;
  const cells = restorableCells(plan);
  const restorable = new Map(cells.map((cell) => [conflictKey(cell), cell]));
  const reasons = refused.flatMap(({ entry, obstacles }) =>
    obstacles
      .filter((obstacle) => !isRestorable(obstacle))
      .map((obstacle) => ({ title: titleOf(entry, obstacle), why: whyOf(entry, obstacle) })),
  );
  // One reason for all of it is said once, and of nothing in particular.
  const [first] = reasons;
  const isSameForAll =
    reasons.length > 1 &&
    cells.length === 0 &&
    readyCount === 0 &&
    reasons.every(({ why }) => why === first?.why);
  const what =
    readyCount === 0 && cells.length === 0
      ? say.noneCan
      : say.cannot(refused.length, refused.length + readyCount);
  const others = reasons.length > 0 && (
    <Message
      tone="warning"
      what={cells.length > 0 ? say.notTheseEither(reasons.length) : what}
      remedy={
        <>
          {isSameForAll && first?.why}
          {!isSameForAll &&
            reasons.slice(0, mostShown).map(({ title, why }, index) => (
              <span key={index} className={styles.what}>
                {title}
                {words.colon}
                {why}
              </span>
            ))}
          {!isSameForAll &&
            reasons.length > mostShown &&
            say.moreRefused(reasons.length - mostShown)}
        </>
      }
      {...(cells.length > 0
        ? {}
        : {
            actions: (
              <>
                {readyCount > 0 && (
                  <Button size="small" appearance="primary" onClick={() => onTake(plan, chosen)}>
                    {say.takeRest(readyCount)}
                  </Button>
                )}
                <Button size="small" onClick={onLeave}>
                  {readyCount > 0 ? say.leave : words.dismiss}
                </Button>
              </>
            ),
          })}
    />
  );
  if (cells.length === 0)
    return (
      <div role="alert" className={styles.alert} ref={alert} tabIndex={-1}>
        {others}
      </div>
    );
  return (
    <>
      {others}
      <Conflicts
        conflicts={cells}
        facts={style.facts}
        mineOf={(conflict) => restorable.get(conflictKey(conflict))?.change.to}
        nameOf={(table, id) =>
          cells.find((cell) => cell.table === table && cell.id === id)?.rowName ?? null
        }
        noteOf={byWhom}
        chosen={chosen}
        what={what}
        lead={say.chooseCells}
        labels={say.cellLabels}
        action={(mine) => say.takeCells(readyCount + mine)}
        isReady={(mine) => readyCount + mine > 0}
        takesFocus
        onResolve={(sideOf) => onTake(insistingOn(plan, sideOf), chosenAmong(cells, sideOf))}
      >
        <Button onClick={onLeave}>{say.leave}</Button>
      </Conflicts>
    </>
  );

  function isRestorable(obstacle: Obstacle): boolean {
    return obstacle.code === "changed-since" && restorable.has(conflictKey(obstacle));
  }

  function whyOf({ what }: AuditEntry, obstacle: Obstacle): string {
    // A formula is not brought back where it would read a column that is gone.
    if (obstacle.code === "column-gone" && "column" in what && obstacle.column !== what.column) {
      const { table, column } = obstacle;
      return say.inputGone(headerIn(style.facts, table, column, language));
    }
    const why = obstacleText(obstacle, style);
    return obstacle.code === "changed-since" ? words.sentences(why, byWhom(obstacle)) : why;
  }

  function titleOf(entry: AuditEntry, obstacle: Obstacle): string {
    const { what } = entry;
    const isOfRow = what.kind === "added" || what.kind === "removed";
    if (!isOfRow || !("column" in obstacle) || obstacle.column === "")
      return entryTitle(entry, language);
    const { table, column } = obstacle;
    return say.place(entry.rowName, headerIn(style.facts, table, column, language));
  }

  function byWhom(cell: Conflict): string {
    const by = changerOf({ ...cell, code: "changed-since" }, newer);
    if (by === null) return say.changedInSheet;
    const when = by.at === null ? "" : momentText(by.at, style);
    return say.changedBy(by.who === "" ? say.noName : by.who, when, deedTitle(by, language));
  }
}
