import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../state/use-pane";
import { takeFocus } from "./take-focus";
import { twoLines } from "./two-lines";
import { wayBack } from "./use-way-back";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexShrink: 0,
    // Below 320 pixels, as at a zoom of 200 %, the buttons get a line of their own.
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px",
    minHeight: "36px",
    // Excel puts its own menu over the pane's top right corner.
    padding: "8px 48px 6px 12px",
  },
  titles: { flexGrow: 1, flexBasis: "72px", minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
    // A name of a hundred characters must leave room for what it is about.
    ...twoLines,
    WebkitLineClamp: 3,
  },
  subtitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    ...twoLines,
  },
});

/** The view's heading, with the way back. The heading takes the focus when the view opens, so that it is read out. */
export function ViewHeader({
  title,
  subtitle,
  onBack,
  takesFocus = false,
  actions,
}: {
  readonly title: string;
  readonly subtitle?: string;
  readonly onBack?: () => void;
  readonly takesFocus?: boolean;
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) takeFocus(heading.current);
  }, [takesFocus, title]);
  return (
    <header className={styles.header}>
      {onBack !== undefined && (
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={words.back}
          {...wayBack}
          onClick={onBack}
        />
      )}
      <div className={styles.titles}>
        <h1 className={styles.title} ref={heading} tabIndex={-1} title={title}>
          {title}
        </h1>
        {subtitle !== undefined && (
          <p className={styles.subtitle} title={subtitle}>
            {subtitle}
          </p>
        )}
      </div>
      {actions}
    </header>
  );
}
