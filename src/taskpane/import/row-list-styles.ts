import { makeStyles, tokens } from "@fluentui/react-components";

/** How incoming rows that want a look are listed: those that look like customers, and those that are rejected. */
export const useRowListStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  rows: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  row: {
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: { fontWeight: tokens.fontWeightSemibold },
});
