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
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: "8px" },
});

/** Nothing to list: says why, and what to do about it. */
export function EmptyToday({
  title,
  hint,
  actions = [],
}: {
  readonly title: string;
  readonly hint: string;
  /** What can be done about it; the first is what most people want. */
  readonly actions?: readonly { readonly title: string; readonly run: () => void }[];
}) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status">
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      <div className={styles.actions}>
        {actions.map(({ title: name, run }, index) => (
          <Button key={name} appearance={index === 0 ? "primary" : "secondary"} onClick={run}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}
