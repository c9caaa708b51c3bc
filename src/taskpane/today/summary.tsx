import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../state/use-pane";
import type { Section } from "./today-list";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    flexWrap: "wrap",
    gap: "6px",
    padding: "0 12px 4px",
    // In a low pane one line must do; the rest is a swipe away.
    "@media (max-height: 520px)": { flexWrap: "nowrap", overflowX: "auto", scrollbarWidth: "none" },
  },
  chip: {
    display: "inline-flex",
    flexShrink: 0,
    whiteSpace: "nowrap",
    alignItems: "baseline",
    gap: "5px",
    padding: "2px 10px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  number: {
    fontWeight: tokens.fontWeightBold,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: "tabular-nums",
  },
});

/** How many there are of each kind; each number leads to its section. */
export function Summary({
  sections,
  onChoose,
}: {
  readonly sections: readonly Section[];
  readonly onChoose: (section: string) => void;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const locale = language === "zh" ? "zh-CN" : "en-US";
  if (sections.length < 2) return null;
  return (
    <nav className={styles.bar} aria-label={words.today.summary}>
      {sections.map(
        ({ id, count }) =>
          id !== "results" && (
            <button key={id} type="button" className={styles.chip} onClick={() => onChoose(id)}>
              {words.today.section[id]}{" "}
              <span className={styles.number}>{count.toLocaleString(locale)}</span>
            </button>
          ),
      )}
    </nav>
  );
}
