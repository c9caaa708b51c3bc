import type { ThemeColor } from "../model/style";
import { tinted } from "../model/tint";
import { attributesText, childNamed, parseXml, XmlError, type XmlElement } from "./xml";

/** Resolves a file's ways of naming a colour (ARGB, theme with tint, the old palette) to "#RRGGBB". */
export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

const officeTheme =
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72";

/** ECMA-376 part 1, 18.8.27. Numbers 0–7 repeat 8–15. */
const basic = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const indexedColors = `${basic} ${basic}
 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`;

/** Theme slots in the order `theme="0"…` counts them: light and dark stand swapped against the theme part. */
const slots =
  "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

export function readPalette(themeXml: string | null, styles: XmlElement | null): Palette {
  const own = styles === null ? undefined : childNamed(styles, "colors");
  const listed = own === undefined ? undefined : childNamed(own, "indexedColors");
  const indexed = indexedColors.split(/\s+/);
  listed?.children.forEach((color, index) => {
    indexed[index] = (color.attributes.rgb ?? "").slice(-6) || (indexed[index] ?? "000000");
  });
  return { theme: themeColors(themeXml) ?? officeTheme.split(" "), indexed };
}

function themeColors(xml: string | null): string[] | null {
  if (xml === null) return null;
  try {
    const elements = childNamed(parseXml(xml), "themeElements");
    const scheme = elements === undefined ? undefined : childNamed(elements, "clrScheme");
    if (scheme === undefined) return null;
    return slots.map((slot) => {
      const color = childNamed(scheme, slot)?.children[0];
      return color?.attributes.lastClr ?? color?.attributes.val ?? "000000";
    });
  } catch (error) {
    // A theme only colours; with the usual colours in its place everything else is still readable.
    if (error instanceof XmlError) return null;
    throw error;
  }
}

/** "#RRGGBB", or undefined for automatic. */
export function readColor(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (element === undefined) return undefined;
  const { rgb, theme, indexed, tint } = element.attributes;
  let base: string | undefined;
  if (rgb !== undefined) base = rgb.slice(-6);
  else if (theme !== undefined) base = palette.theme[Number(theme)];
  // 64 and 65 are the system's own text and background colour.
  else if (indexed !== undefined && Number(indexed) < 64) base = palette.indexed[Number(indexed)];
  if (base === undefined || !/^[0-9a-fA-F]{6}$/.test(base)) return undefined;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** The theme's slot a colour was taken from; undefined for one that is stated by itself. */
export function readThemeColor(
  element: XmlElement | undefined,
  palette: Palette,
): ThemeColor | undefined {
  const { rgb, theme, tint } = element?.attributes ?? {};
  const color = readColor(element, palette);
  if (rgb !== undefined || theme === undefined || color === undefined) return undefined;
  return { color, theme: Number(theme), tint: Number(tint ?? 0) || 0 };
}

/**
 * A colour's attributes: those of the theme's slot while the colour is still the one that was read from it.
 *
 * @example
 * colorAttributes("#2F5597", { color: "#2F5597", theme: 4, tint: -0.25 }) //=> ' theme="4" tint="-0.25"'
 */
export function colorAttributes(color: string, origin: ThemeColor | undefined): string {
  return origin === undefined || origin.color !== color.toUpperCase()
    ? ` rgb="${argb(color)}"`
    : attributesText({
        theme: origin.theme,
        tint: origin.tint === 0 ? undefined : origin.tint,
      });
}

/** "#1A2B3C" → "FF1A2B3C". A colour that is none would make Excel refuse the file, so it becomes black. */
export function argb(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return `FF${digits.toUpperCase()}`;
}
