import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: { padding: "24px 20px", textAlign: "center" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: "8px auto 16px",
    maxWidth: "36em",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** Nothing to list: says why, and what to do about it. */
export function EmptyToday({
  title,
  hint,
  action,
}: {
  readonly title: string;
  readonly hint: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status">
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      {action !== undefined && (
        <Button appearance="primary" onClick={action.run}>
          {action.title}
        </Button>
      )}
    </div>
  );
}
