import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FollowUpState } from "../../domain/follow-up-state";

const useStyles = makeStyles({
  mark: {
    flexShrink: 0,
    boxSizing: "border-box",
    minWidth: "26px",
    padding: "1px 6px",
    textAlign: "center",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorPaletteRedBorder2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightBold,
    letterSpacing: "1px",
  },
  // F7: three steps told apart by the number of marks, by outline, tint and fill, and only then by colour.
  step1: {
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  step2: {
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `2px solid ${tokens.colorPaletteRedBorder2}`,
  },
  step3: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorPaletteRedBackground3,
    border: `2px solid ${tokens.colorPaletteRedBackground3}`,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      color: "HighlightText",
      backgroundColor: "Highlight",
      border: "2px solid Highlight",
    },
  },
});

/** The escalation step of an overdue customer (F7): ! · !! · !!!; nothing before the first step. */
export function StepMark({ state }: { readonly state: FollowUpState }) {
  const styles = useStyles();
  if (state.kind !== "overdue" || state.step === 0) return null;
  return (
    <span aria-hidden="true" className={mergeClasses(styles.mark, styles[`step${state.step}`])}>
      {"!".repeat(state.step)}
    </span>
  );
}
