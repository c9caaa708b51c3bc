import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** A line of a list that is a button as a whole: it looks like text, and shows when it is pointed at or has the focus. */
export const rowButton = {
  border: "none",
  backgroundColor: "transparent",
  color: "inherit",
  font: "inherit",
  textAlign: "start",
  cursor: "pointer",
  ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  ":focus-visible": {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: "-2px",
    borderRadius: tokens.borderRadiusMedium,
  },
} as const satisfies GriffelStyle;
