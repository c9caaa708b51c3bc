import { makeStyles, tokens } from "@fluentui/react-components";

/** Excel gives as little as 378 pixels on small screens. */
const lowPane = "@media (max-height: 520px)";

/** How the form for a follow-up is laid out. */
export const useLogStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  // In a low pane the form scrolls as one and only the buttons stay in sight.
  form: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    [lowPane]: { display: "block", overflowY: "auto" },
  },
  fields: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "4px 12px 12px",
    [lowPane]: { overflowY: "visible" },
  },
  pair: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "8px" },
  narrow: { minWidth: 0, width: "100%" },
  said: { minWidth: 0 },
  more: { "& summary": { cursor: "pointer", lineHeight: tokens.lineHeightBase300 } },
  moreFields: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "8px" },
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 12px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [lowPane]: { display: "contents" },
  },
  outcome: { [lowPane]: { padding: "0 12px 8px" } },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    paddingBottom: "12px",
    [lowPane]: {
      position: "sticky",
      bottom: 0,
      padding: "6px 12px",
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  keys: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  first: { margin: 0, color: tokens.colorNeutralForeground2 },
  kept: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
