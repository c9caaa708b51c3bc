import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { lastDeed } from "../../app/deeds/history";
import { stays } from "../state/pane-state";
import { useAsOf, usePane, usePaneState, useWords } from "../state/use-pane";
import { noticeText } from "../words/notice-text";
import { Message } from "./message";
import { takeFocus } from "./take-focus";
import { useLasting } from "./use-lasting";
import { WorkBar } from "./work-bar";

const useStyles = makeStyles({
  bar: { padding: "0 12px 8px", ":empty": { display: "none" } },
  work: { display: "flex", alignItems: "center", gap: "8px", padding: "0 12px 8px" },
});

/** Where the focus goes when the button that has it goes away. */
function headingAbove(element: HTMLElement): HTMLElement | null {
  return element.closest("main")?.querySelector("h1") ?? null;
}

/** What has just happened, with Take back where there is something to. One live region for the whole pane. */
export function NoticeBar() {
  const styles = useStyles();
  const pane = usePane();
  const { words: say, language } = useWords();
  const { notice, history, work, shares } = usePaneState();
  const asOf = useAsOf();
  const isOffered =
    notice !== null &&
    ["logged", "imported", "did", "taking-back-cancelled"].includes(notice.kind) &&
    !stays(notice);
  const canTakeBack = isOffered && lastDeed(history) !== null;
  const isTakingBack = work === "taking-back" || work === "keeping";
  const takingBack = work === "keeping" ? say.log.keeping : say.log.takingBack;
  // A notice takes a deed back whole or not at all; where it was listed it can be taken back cell by cell.
  const isOvertaken =
    notice?.kind === "failed" &&
    ["changed-since-deed", "conflict", "row-missing"].includes(notice.failure.code);
  const overtaken = isOvertaken ? (lastDeed(history)?.deed.id ?? null) : null;
  return (
    <>
      <div className={styles.bar} role="status" aria-live="polite">
        {notice !== null && (
          <Message
            {...noticeText(notice, asOf, language)}
            actions={
              canTakeBack ? (
                <Button
                  size="small"
                  icon={<ArrowUndo20Regular />}
                  disabled={work !== null}
                  onClick={({ currentTarget }) => {
                    const heading = headingAbove(currentTarget);
                    void pane.takeBack().then(() => takeFocus(heading));
                  }}
                >
                  {say.takeBack}
                </Button>
              ) : overtaken !== null ? (
                <Button
                  size="small"
                  onClick={() => pane.show({ name: "history", of: null, take: overtaken })}
                >
                  {say.notice.chooseCells}
                </Button>
              ) : undefined
            }
            aside={
              <Button
                size="small"
                appearance="transparent"
                icon={<Dismiss20Regular />}
                aria-label={say.dismiss}
                onClick={({ currentTarget }) => {
                  takeFocus(headingAbove(currentTarget));
                  pane.dismissNotice();
                }}
              />
            }
          />
        )}
        {isTakingBack && takingBack}
      </div>
      {isTakingBack && (
        <TakingBack label={takingBack} share={shares.work} isCancelled={work === "keeping"} />
      )}
    </>
  );
}

/** Taking many rows back takes its time, and can be cancelled as long as it is not done. */
function TakingBack({
  label,
  share,
  isCancelled,
}: {
  readonly label: string;
  readonly share: number;
  readonly isCancelled: boolean;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  const lasts = useLasting();
  if (!lasts) return null;
  return (
    <div className={styles.work}>
      <WorkBar label={label} share={isCancelled ? undefined : share} />
      <Button size="small" disabledFocusable={isCancelled} onClick={() => pane.cancelTakingBack()}>
        {words.cancel}
      </Button>
    </div>
  );
}
