import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

/** The line that says what a part of the view is for. */
export const sectionHint = { margin: "0 0 4px", color: tokens.colorNeutralForeground2 };

const useStyles = makeStyles({
  title: {
    margin: "4px 0 2px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: sectionHint,
});

/** A part of the fields view under a heading of its own. */
export function Section({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
