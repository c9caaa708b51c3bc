import type {
  Border,
  BorderStyle,
  BorderWeight,
  CellStyle,
  HorizontalAlignment,
  VerticalAlignment,
} from "../model/style";

/** The file's words for looks and the model's, both ways. */

type Words<T extends string> = Readonly<Record<string, T>>;

export function reversed<T extends string>(words: Words<T>): Readonly<Record<T, string>> {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [value, key])) as Record<
    T,
    string
  >;
}

export const horizontalFromFile: Words<HorizontalAlignment> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
  general: "General",
};
export const verticalFromFile: Words<VerticalAlignment> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};
export const underlineFromFile: Words<NonNullable<CellStyle["underline"]>> = {
  none: "None",
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
};

const line = (style: BorderStyle, weight: BorderWeight): Pick<Border, "style" | "weight"> => ({
  style,
  weight,
});

export const borderFromFile: Readonly<Record<string, Pick<Border, "style" | "weight">>> = {
  hair: line("Continuous", "Hairline"),
  thin: line("Continuous", "Thin"),
  medium: line("Continuous", "Medium"),
  thick: line("Continuous", "Thick"),
  dashed: line("Dash", "Thin"),
  mediumDashed: line("Dash", "Medium"),
  dotted: line("Dot", "Thin"),
  dashDot: line("DashDot", "Thin"),
  mediumDashDot: line("DashDot", "Medium"),
  dashDotDot: line("DashDotDot", "Thin"),
  mediumDashDotDot: line("DashDotDot", "Medium"),
  double: line("Double", "Thick"),
  slantDashDot: line("SlantDashDot", "Medium"),
};

/** The file's word for a line; the nearest one where the weight has no word of its own. */
export function borderInFile(border: Pick<Border, "style" | "weight">): string | undefined {
  if (border.style === "None") return undefined;
  const entries = Object.entries(borderFromFile);
  const exact = entries.find(
    ([, known]) => known.style === border.style && known.weight === border.weight,
  );
  return (exact ?? entries.find(([, known]) => known.style === border.style))?.[0];
}

/** The file's words for fill patterns; "solid" is the absence of one. */
export const patternFromFile: Words<string> = {
  mediumGray: "Gray50",
  darkGray: "Gray75",
  lightGray: "Gray25",
  gray125: "Gray16",
  gray0625: "Gray8",
  darkHorizontal: "Horizontal",
  darkVertical: "Vertical",
  darkDown: "Down",
  darkUp: "Up",
  darkGrid: "Checker",
  darkTrellis: "SemiGray75",
  lightHorizontal: "LightHorizontal",
  lightVertical: "LightVertical",
  lightDown: "LightDown",
  lightUp: "LightUp",
  lightGrid: "Grid",
  lightTrellis: "CrissCross",
};
