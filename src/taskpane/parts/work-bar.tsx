import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane, useWords } from "../state/use-pane";
import { shownWait } from "./shown-wait";
import { useLasting } from "./use-lasting";
import { waitClock } from "./wait-clock";

const useStyles = makeStyles({
  work: { flexGrow: 1, minWidth: 0 },
  track: {
    height: "3px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
  bar: {
    height: "100%",
    borderRadius: "inherit",
    backgroundColor: tokens.colorCompoundBrandBackground,
    transition: "width 200ms ease-out",
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  moving: {
    width: "33%",
    animationName: { from: { marginLeft: "-33%" }, to: { marginLeft: "100%" } },
    animationDuration: "2s",
    animationTimingFunction: "ease-in-out",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": {
      width: "100%",
      opacity: 0.5,
      animationName: { from: {}, to: {} },
    },
  },
  slim: { position: "relative" },
  over: {
    position: "absolute",
    zIndex: 1,
    top: "100%",
    right: "12px",
    minHeight: 0,
    padding: "0 6px",
    pointerEvents: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // The line is there before the words are, so that nothing below it jumps.
  wait: {
    minHeight: tokens.lineHeightBase200,
    paddingTop: "2px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

/**
 * How far long work has come, and, where Excel keeps it waiting, for how long it has by now. Belongs beside a live
 * region, not inside one: the figures are for the eye.
 *
 * @param share - 0 to 1; left out where nobody can tell
 * @param slim - keeps no line free for the waiting, which then stands over what is below
 * @param late - for work that may be over at once
 */
export function WorkBar({
  label,
  share,
  slim = false,
  late = false,
}: {
  readonly label: string;
  readonly share?: number | undefined;
  readonly slim?: boolean;
  readonly late?: boolean;
}) {
  const styles = useStyles();
  const lasts = useLasting();
  if (late && !lasts) return null;
  const value = share === undefined ? undefined : Math.min(Math.max(share, 0), 1);
  const range =
    value === undefined ? {} : { "aria-valuemin": 0, "aria-valuemax": 1, "aria-valuenow": value };
  return (
    <div className={mergeClasses(styles.work, slim && styles.slim)}>
      <div className={styles.track} role="progressbar" aria-label={label} {...range}>
        <div
          className={mergeClasses(styles.bar, value === undefined && styles.moving)}
          {...(value === undefined ? {} : { style: { width: `${value * 100}%` } })}
        />
      </div>
      <WaitForExcel step={value} slim={slim} />
    </div>
  );
}

/** So often is looked at how long a message has been out; what is shown changes about five times a second. */
const everyMs = 100;

/**
 * Counts the time Excel has taken, as long as a message is out. Renders nothing around it anew.
 *
 * @param step - another value than before is a step
 */
function WaitForExcel({
  step,
  slim,
}: {
  readonly step: number | undefined;
  readonly slim: boolean;
}) {
  const styles = useStyles();
  const { workbook } = usePane().services;
  const { words } = useWords();
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const clock = waitClock();
    const timer = setInterval(() => {
      const waited = clock.tick(performance.now(), workbook.awaitedMs());
      setSeconds(shownWait(waited, still.matches));
    }, everyMs);
    return () => clearInterval(timer);
  }, [workbook, step]);
  return (
    <div
      className={mergeClasses(styles.wait, slim && styles.over)}
      aria-live="off"
      data-wait-for-excel=""
    >
      {seconds === null ? "" : words.waitForExcel(seconds)}
    </div>
  );
}
