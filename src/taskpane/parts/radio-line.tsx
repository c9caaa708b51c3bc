import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  choice: {
    display: "flex",
    gap: "6px",
    minHeight: "28px",
    paddingBottom: "2px",
    alignItems: "flex-start",
    whiteSpace: "pre-line",
    overflowWrap: "anywhere",
    cursor: "pointer",
  },
  radio: {
    width: "16px",
    height: "16px",
    margin: "3px 0 0",
    flexShrink: 0,
    accentColor: tokens.colorBrandBackground,
  },
  text: { minWidth: 0 },
});

/** One of several values to choose from, as long as it is; arrows move between those of one name. */
export function RadioLine({
  name,
  checked,
  onChoose,
  children,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <label className={styles.choice}>
      <input
        className={styles.radio}
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
      />
      <span className={styles.text}>{children}</span>
    </label>
  );
}
