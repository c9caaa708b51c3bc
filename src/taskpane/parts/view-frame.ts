import { makeStyles, tokens } from "@fluentui/react-components";

/** What every view is laid out by: `view` fills the pane and stands still, `body` below its header scrolls, `foot` stays in sight. */
export const useViewFrame = makeStyles({
  view: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  waiting: { padding: "12px" },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "4px 12px 16px",
    lineHeight: tokens.lineHeightBase300,
    // What does not fit is scrolled to; nothing is squeezed for it.
    "& > *": { flexShrink: 0 },
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 12px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
