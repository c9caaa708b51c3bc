import type { TintedColor } from "./tint";

/** A cell's looks. Styles are immutable and interned: equal styles are the same object, so a column of 100,000 cells holds one. */

export type HorizontalAlignment =
  | "General"
  | "Left"
  | "Center"
  | "Right"
  | "Fill"
  | "Justify"
  | "CenterAcrossSelection"
  | "Distributed";
export type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
export type BorderEdge =
  "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "DiagonalDown" | "DiagonalUp";
export type BorderStyle =
  "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
export type BorderWeight = "Hairline" | "Thin" | "Medium" | "Thick";

/** Colours are "#RRGGBB". An absent member is the workbook's default. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  readonly strikethrough?: boolean;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrapText?: boolean;
  readonly indent?: number;
  readonly shrinkToFit?: boolean;
  readonly textOrientation?: number;
  readonly borders?: Readonly<Partial<Record<BorderEdge, Border>>>;
  /** Absent means locked, as in Excel. */
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  /** The named style the looks were taken from; absent is Normal. */
  readonly styleName?: string;
  readonly fillPattern?: string;
  readonly fillPatternColor?: string;
  readonly subscript?: boolean;
  readonly superscript?: boolean;
  readonly readingOrder?: "LeftToRight" | "RightToLeft";
  readonly autoIndent?: boolean;
  /** Which of these colours came from the workbook's theme; one that has been changed since is not of the theme. */
  readonly themeColors?: Readonly<Partial<Record<ColoredPart, ThemeColor>>>;
  /** Which of these colours an add-in lightened or darkened; the file keeps what came of it. */
  readonly tints?: Readonly<
    Partial<Record<"fill" | "fillPatternColor" | "fontColor", TintedColor>>
  >;
  /** The opened file's record, where it differs from another one only in what this model has no member for. */
  readonly fileRecord?: number;
  /** A text parts of which have looks of their own, as XML, and its characters: it holds while the cell says that. */
  readonly richText?: { readonly text: string; readonly runs: string };
  /** The readings in the text (phonetic guides) are shown above it. */
  readonly showsReadings?: true;
}

/** The parts of a look that have a colour. */
export type ColoredPart = "fill" | "fillPatternColor" | "fontColor" | BorderEdge;

/** A colour as a theme's slot, lightened or darkened, and what that was as "#RRGGBB" when it was read. */
export interface ThemeColor {
  readonly color: string;
  readonly theme: number;
  readonly tint: number;
}

export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  readonly color: string;
  /** Where an add-in lightened or darkened the colour. */
  readonly tint?: TintedColor;
}

export const defaultStyle: CellStyle = Object.freeze({});
export const defaultFont = { name: "Calibri", size: 11, color: "#000000" } as const;

/** Looks being put together: a member set to undefined is on its way out. */
export type LooseStyle = { [Name in keyof CellStyle]?: CellStyle[Name] | undefined };

const interned = new Map<string, CellStyle>([["{}", defaultStyle]]);

/** The one shared object for these looks; members that are undefined count as absent. */
export function internStyle(style: LooseStyle): CellStyle {
  const entries = Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(Object.fromEntries(entries));
  const known = interned.get(key);
  if (known !== undefined) return known;
  const fresh = Object.freeze(Object.fromEntries(entries)) as CellStyle;
  interned.set(key, fresh);
  return fresh;
}

const numberFormats = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** These looks with another number format; "General" is the absence of one. Asked for cell by cell, so it remembers. */
export function withNumberFormat(style: CellStyle, format: string): CellStyle {
  let known = numberFormats.get(style);
  if (known === undefined) numberFormats.set(style, (known = new Map<string, CellStyle>()));
  let found = known.get(format);
  if (found === undefined) {
    found = internStyle({ ...style, numberFormat: format === "General" ? undefined : format });
    known.set(format, found);
  }
  return found;
}
