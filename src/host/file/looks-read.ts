import type { RuleStyle } from "../model/rules";
import {
  defaultFont,
  internStyle,
  type Border,
  type BorderEdge,
  type CellStyle,
  type ColoredPart,
  type ThemeColor,
} from "../model/style";
import { readColor, readThemeColor, type Palette } from "./color";
import {
  borderFromFile,
  horizontalFromFile,
  patternFromFile,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/** What a font, a fill, a border, an alignment of a file means in the model; ECMA-376 part 1, 18.8. */

/** Looks being put together. */
export type Looks = { -readonly [Member in keyof CellStyle]?: CellStyle[Member] | undefined };
type ThemeColors = Partial<Record<ColoredPart, ThemeColor>>;

export function interned(looks: Looks): CellStyle {
  return internStyle(
    Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)),
  );
}

export function readFont(font: XmlElement, palette: Palette): Looks {
  const looks: Looks = {};
  const value = (name: string): string | undefined => childNamed(font, name)?.attributes.val;
  const flag = (name: string): boolean | undefined => {
    const element = childNamed(font, name);
    return element === undefined ? undefined : isOn(element.attributes.val, true) || undefined;
  };
  looks.fontName = value("name");
  const size = Number(value("sz"));
  looks.fontSize = Number.isFinite(size) && size > 0 ? size : undefined;
  looks.bold = flag("b");
  looks.italic = flag("i");
  looks.strikethrough = flag("strike");
  const underline = childNamed(font, "u");
  if (underline !== undefined) {
    looks.underline = underlineFromFile[underline.attributes.val ?? "single"];
  }
  const placed = value("vertAlign");
  looks.subscript = placed === "subscript" || undefined;
  looks.superscript = placed === "superscript" || undefined;
  const color = readColor(childNamed(font, "color"), palette);
  looks.fontColor = color === defaultFont.color ? undefined : color;
  const themed = readThemeColor(childNamed(font, "color"), palette);
  if (themed !== undefined) looks.themeColors = { fontColor: themed };
  return looks;
}

export function readFill(fill: XmlElement, palette: Palette): Looks {
  const pattern = childNamed(fill, "patternFill");
  if (pattern !== undefined) {
    const type = pattern.attributes.patternType ?? "none";
    if (type === "none") return {};
    const front = childNamed(pattern, "fgColor");
    if (type === "solid") return colored({ fill: front }, palette);
    const back = childNamed(pattern, "bgColor");
    const looks = colored({ fill: back, fillPatternColor: front }, palette);
    return { ...looks, fillPattern: patternFromFile[type] };
  }
  const gradient = childNamed(fill, "gradientFill");
  const stops = childrenNamed(gradient, "stop").map((stop) => childNamed(stop, "color"));
  if (gradient === undefined) return {};
  return {
    ...colored({ fill: stops[0], fillPatternColor: stops.at(-1) }, palette),
    fillPattern: gradient.attributes.type === "path" ? "RectangularGradient" : "LinearGradient",
  };
}

const modelledInFonts = new Set(["b", "i", "strike", "u", "vertAlign", "sz", "color", "name"]);

/** What a font or a fill says beyond the model's members: "" for most. */
export function unmodelledLook(element: XmlElement, source: string): string {
  if (element.name === "font") {
    return element.children
      .filter(({ name, attributes }) => !modelledInFonts.has(name) && isOn(attributes.val, true))
      .map(({ name }) => name)
      .join(" ");
  }
  const pattern = childNamed(element, "patternFill");
  if (pattern === undefined) return source;
  const plain = (pattern.attributes.patternType ?? "none") === "none";
  const colored = childNamed(pattern, "fgColor")?.attributes;
  return plain || colored?.rgb !== undefined || colored?.theme !== undefined ? "" : source;
}

function colored(
  parts: Readonly<Partial<Record<"fill" | "fillPatternColor", XmlElement | undefined>>>,
  palette: Palette,
): Looks {
  const looks: Looks = {};
  const themeColors: ThemeColors = {};
  for (const [part, element] of Object.entries(parts) as [
    "fill" | "fillPatternColor",
    XmlElement | undefined,
  ][]) {
    const color = readColor(element, palette);
    if (color !== undefined) looks[part] = color;
    const themed = readThemeColor(element, palette);
    if (themed !== undefined) themeColors[part] = themed;
  }
  if (Object.keys(themeColors).length > 0) looks.themeColors = themeColors;
  return looks;
}

export function readBorders(
  border: XmlElement,
  palette: Palette,
): Pick<Looks, "borders" | "themeColors"> | undefined {
  const borders: Partial<Record<BorderEdge, Border>> = {};
  const themeColors: ThemeColors = {};
  const edge = (name: string, edges: BorderEdge[]): void => {
    const element = childNamed(border, name);
    const line = borderFromFile[element?.attributes.style ?? "none"];
    if (element === undefined || line === undefined) return;
    const color = readColor(childNamed(element, "color"), palette) ?? "#000000";
    const themed = readThemeColor(childNamed(element, "color"), palette);
    for (const target of edges) {
      borders[target] = { ...line, color };
      if (themed !== undefined) themeColors[target] = themed;
    }
  };
  edge("top", ["EdgeTop"]);
  edge("bottom", ["EdgeBottom"]);
  edge("left", ["EdgeLeft"]);
  edge("start", ["EdgeLeft"]);
  edge("right", ["EdgeRight"]);
  edge("end", ["EdgeRight"]);
  const diagonals: BorderEdge[] = [];
  if (isOn(border.attributes.diagonalDown)) diagonals.push("DiagonalDown");
  if (isOn(border.attributes.diagonalUp)) diagonals.push("DiagonalUp");
  edge("diagonal", diagonals);
  if (Object.keys(borders).length === 0) return undefined;
  return { borders, ...(Object.keys(themeColors).length > 0 ? { themeColors } : {}) };
}

export function readAlignment(alignment: XmlElement | undefined, looks: Looks): void {
  if (alignment === undefined) return;
  const { horizontal, vertical, wrapText, indent, shrinkToFit, textRotation } =
    alignment.attributes;
  const { readingOrder, justifyLastLine } = alignment.attributes;
  // What is the default anyway is stated by some programs for every cell.
  if (horizontal !== undefined && horizontal !== "general") {
    looks.horizontal = horizontalFromFile[horizontal];
  }
  if (vertical !== undefined && vertical !== "bottom") looks.vertical = verticalFromFile[vertical];
  if (isOn(wrapText)) looks.wrapText = true;
  if (isOn(shrinkToFit)) looks.shrinkToFit = true;
  if (Number(indent) > 0) looks.indent = Number(indent);
  if (readingOrder === "1") looks.readingOrder = "LeftToRight";
  if (readingOrder === "2") looks.readingOrder = "RightToLeft";
  if (isOn(justifyLastLine)) looks.autoIndent = true;
  const turn = Number(textRotation ?? 0);
  // A file counts 1–90 upwards, 91–180 downwards, 255 stacked; the API -90…90 and 180.
  if (turn > 0 && turn <= 255)
    looks.textOrientation = turn === 255 ? 180 : turn > 90 ? 90 - turn : turn;
}

/** A rule's look ("dxf"): only what it states. Its solid fill is the background colour, unlike a cell's. */
export function readRuleStyle(element: XmlElement, palette: Palette): RuleStyle {
  const looks: Looks = {};
  const font = childNamed(element, "font");
  if (font !== undefined) {
    const { fontColor, bold, italic, underline, strikethrough } = readFont(font, palette);
    // Black is a choice here: it must win over a coloured cell.
    const color = readColor(childNamed(font, "color"), palette) ?? fontColor;
    Object.assign(looks, { fontColor: color, bold, italic, underline, strikethrough });
  }
  const pattern = childNamed(childNamed(element, "fill") ?? element, "patternFill");
  if (pattern !== undefined) {
    looks.fill =
      readColor(childNamed(pattern, "bgColor"), palette) ??
      readColor(childNamed(pattern, "fgColor"), palette);
  }
  const border = childNamed(element, "border");
  if (border !== undefined) looks.borders = readBorders(border, palette)?.borders;
  const format = childNamed(element, "numFmt")?.attributes.formatCode;
  if (format !== undefined) looks.numberFormat = format;
  return interned(looks);
}
