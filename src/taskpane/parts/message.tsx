import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Regular } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Regular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    display: "flex",
    gap: "8px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  icon: { flexShrink: 0, display: "flex", color: tokens.colorNeutralForeground2 },
  text: { flexGrow: 1, minWidth: 0 },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  remedy: { margin: "2px 0 0", color: tokens.colorNeutralForeground2 },
  aside: { flexShrink: 0, margin: "-3px -4px 0 0" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "6px" },
  success: {
    border: `1px solid ${tokens.colorPaletteGreenBorder1}`,
    backgroundColor: tokens.colorPaletteGreenBackground1,
  },
  warning: {
    border: `1px solid ${tokens.colorPaletteMarigoldBorder1}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  error: {
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    backgroundColor: tokens.colorPaletteRedBackground1,
  },
  info: {},
});

const icons = {
  success: CheckmarkCircle20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
  info: Info20Regular,
};

export interface MessageProps {
  readonly tone: keyof typeof icons;
  readonly what: ReactNode;
  readonly remedy?: ReactNode;
  readonly actions?: ReactNode;
  /** Shown beside the text, at the end: the button that closes the message. */
  readonly aside?: ReactNode;
}

/** What happened and what to do next, told apart by icon and words, then by colour. */
export function Message({ tone, what, remedy, actions, aside }: MessageProps) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div className={mergeClasses(styles.box, styles[tone])}>
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.text}>
        <p className={styles.what}>{what}</p>
        {remedy !== undefined && <p className={styles.remedy}>{remedy}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
