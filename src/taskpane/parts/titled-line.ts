import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** A line of a list with something small said under its title. */
export const lineTitle = {
  display: "block",
  fontWeight: tokens.fontWeightSemibold,
  overflowWrap: "anywhere",
} as const satisfies GriffelStyle;

/** What is said under the title of a line. */
export const underTitle = {
  display: "block",
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  overflowWrap: "anywhere",
} as const satisfies GriffelStyle;
