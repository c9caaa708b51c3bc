import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { PersonAdd20Regular } from "@fluentui/react-icons/svg/person-add";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { Toolbox20Regular } from "@fluentui/react-icons/svg/toolbox";
import { lackingTables } from "../../app/set-up/empty-table";
import { ShareBar } from "../later-views";
import { FailureMessage } from "../parts/failure-message";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WorkBar } from "../parts/work-bar";
import type { TodayState } from "../state/pane-state";
import { useAsOf, usePane, usePaneState, useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import { ReadOnly } from "./read-only";
import { TodayLists } from "./today-lists";
import { Unready } from "./unready";

const useStyles = makeStyles({
  message: { padding: "0 12px 8px" },
  later: {
    margin: 0,
    padding: "12px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** 今日跟进: who is due, longest overdue first, each with why. What the pane opens on. */
export function TodayView({ returnTo }: { readonly returnTo: string | null }) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const { today, shares } = usePaneState();
  return (
    <main className={frame.view}>
      <ViewHeader
        title={words.today.title}
        subtitle={shortDay(asOf, asOf, language)}
        actions={
          <>
            {today.status === "ready" && !today.today.facts.readOnly && (
              <Button
                appearance="subtle"
                icon={<PersonAdd20Regular />}
                aria-label={words.views["new-customer"].title}
                title={words.views["new-customer"].title}
                onClick={() => pane.show({ name: "new-customer" })}
              />
            )}
            <Button
              appearance="subtle"
              icon={<ArrowSync20Regular />}
              aria-label={words.today.refresh}
              title={words.today.refresh}
              disabled={today.status === "loading" || today.refreshing}
              onClick={() => void pane.refresh()}
            />
            {today.status === "ready" && (
              <Button
                appearance="subtle"
                icon={<Toolbox20Regular />}
                aria-label={words.tools}
                title={words.tools}
                onClick={() => pane.show({ name: "tools" })}
              />
            )}
            <Button
              appearance="subtle"
              icon={<Settings20Regular />}
              aria-label={words.settings}
              title={words.settings}
              onClick={() => pane.show({ name: "settings" })}
            />
          </>
        }
      />
      <NoticeBar />
      {today.status === "ready" && today.refreshing && (
        <WorkBar label={words.loading} share={shares.today} slim late />
      )}
      <TodayBody today={today} returnTo={returnTo} />
    </main>
  );
}

function TodayBody({
  today,
  returnTo,
}: {
  readonly today: TodayState;
  readonly returnTo: string | null;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { shares } = usePaneState();
  switch (today.status) {
    case "loading":
      return (
        <div className={styles.later}>
          <p role="status">{words.loading}</p>
          <WorkBar label={words.loading} share={shares.today} />
        </div>
      );
    case "failed":
      return <Unready today={today} wanted={null} />;
    case "ready":
      return (
        <>
          {today.failure !== null && (
            <div className={styles.message}>
              <FailureMessage failure={today.failure} />
            </div>
          )}
          {lackingTables(today.today.facts)
            .slice(0, 1)
            .map((table) => (
              <div key={table} className={styles.message}>
                <FailureMessage failure={{ code: "table-missing", table }} />
              </div>
            ))}
          {today.today.facts.mode !== "functions" && (
            <div className={styles.message}>
              <ShareBar mode={today.today.facts.mode} />
            </div>
          )}
          {today.today.facts.readOnly && (
            <div className={styles.message}>
              <ReadOnly facts={today.today.facts} />
            </div>
          )}
          <TodayLists today={today.today} returnTo={returnTo} />
        </>
      );
  }
}
