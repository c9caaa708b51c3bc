import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DragEventHandler, ReactNode } from "react";

const useStyles = makeStyles({
  option: {
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: "4px 0 10px", color: tokens.colorNeutralForeground2 },
});

/** One of several ways to go on: what it is called, what it takes, and what carries it out. */
export function Option({
  title,
  hint,
  className,
  children,
  ...drop
}: {
  readonly title: string;
  readonly hint: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly onDragOver?: DragEventHandler;
  readonly onDragLeave?: DragEventHandler;
  readonly onDrop?: DragEventHandler;
}) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.option, className)} {...drop}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
    </section>
  );
}
