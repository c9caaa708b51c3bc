import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ day: { whiteSpace: "nowrap" } });

const days = /(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:\d{4}年)?\d{1,2}月\d{1,2}日)/u;

/** A text whose days stay in one line each; a browser would break 2026-11-23 at its hyphens. */
export function WholeDays({ text }: { readonly text: string }) {
  const styles = useStyles();
  const parts = text.split(days);
  if (parts.length === 1) return <>{text}</>;
  return (
    // One element, so that a box that cuts lines still has one text in it.
    <span>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} className={styles.day}>
            {part}
          </span>
        ),
      )}
    </span>
  );
}
