import { darkTheme, lightTheme } from "../../src/taskpane/theme";

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2 counts it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function long(colour: string): string {
  return colour.length === 4 ? colour.replaceAll(/[\da-f]/giu, "$&$&") : colour;
}

/** Text and what it stands on, as the pane uses them. */
const pairs = [
  ["colorNeutralForeground1", "colorNeutralBackground1"],
  ["colorNeutralForeground2", "colorNeutralBackground1"],
  ["colorNeutralForeground3", "colorNeutralBackground1"],
  ["colorNeutralForeground3", "colorNeutralBackground1Hover"],
  ["colorNeutralForeground3", "colorNeutralBackground3"],
  ["colorNeutralForeground2", "colorNeutralBackground3"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorNeutralForegroundOnBrand", "colorPaletteRedBackground3"],
  ["colorNeutralForeground1", "colorBrandBackground2"],
  ["colorBrandForegroundLink", "colorNeutralBackground1"],
  ["colorPaletteRedForeground1", "colorNeutralBackground1"],
  ["colorPaletteRedForeground1", "colorNeutralBackground1Hover"],
  ["colorPaletteRedForeground1", "colorPaletteRedBackground1"],
  ["colorPaletteDarkOrangeForeground1", "colorNeutralBackground1"],
  ["colorNeutralForeground1", "colorPaletteRedBackground1"],
  ["colorNeutralForeground2", "colorPaletteRedBackground1"],
  ["colorNeutralForeground2", "colorPaletteGreenBackground1"],
  ["colorNeutralForeground2", "colorPaletteMarigoldBackground1"],
] as const;

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
])("the %s theme", (_name, theme) => {
  it.each(pairs)("writes %s on %s with a contrast of at least 4.5", (text, ground) => {
    expect(contrast(long(theme[text]), long(theme[ground]))).toBeGreaterThanOrEqual(4.5);
  });
});
