import {
  type BrandVariants,
  type Theme,
  createDarkTheme,
  createLightTheme,
} from "@fluentui/react-components";

/** Keepsheet's green, from nearly black to nearly white, in even steps of lightness. */
const brand: BrandVariants = {
  10: "#00110d",
  20: "#071d18",
  30: "#002c24",
  40: "#003a30",
  50: "#00493d",
  60: "#005749",
  70: "#006455",
  80: "#157162",
  90: "#2c8271",
  100: "#3e9180",
  110: "#4ea08f",
  120: "#5eb09e",
  130: "#7bc1b1",
  140: "#8ed5c4",
  150: "#b9e2d7",
  160: "#ccf6eb",
};

/** The system's own faces for both scripts: nothing is downloaded. */
const fontFamilyBase =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Liberation Sans", system-ui, sans-serif';

export const lightTheme: Theme = { ...createLightTheme(brand), fontFamilyBase };

export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  fontFamilyBase,
  // Fluent's dark themes take the brand's middle for text, which is too dim on a dark pane for 4.5:1.
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[110],
  // A row under the pointer must not take its red words below 4.5:1 either.
  colorNeutralBackground1Hover: "#333333",
};
