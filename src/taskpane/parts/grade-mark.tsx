import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Grade } from "../../domain/grade";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    boxSizing: "border-box",
    width: "28px",
    height: "28px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightBold,
    lineHeight: 1,
  },
  // The nearer the deal the heavier the mark; the letter itself says which it is.
  A: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  B: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  C: { border: `1px solid ${tokens.colorBrandStroke1}` },
  D: {},
  E: { color: tokens.colorNeutralForeground3 },
  none: {
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** The grade as a letter in a square; a dash where there is none. Read out by the text beside it. */
export function GradeMark({ grade }: { readonly grade: Grade | null }) {
  const styles = useStyles();
  return (
    <span aria-hidden="true" className={mergeClasses(styles.mark, styles[grade ?? "none"])}>
      {grade ?? "–"}
    </span>
  );
}
