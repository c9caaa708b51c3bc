import type { RuleStyle } from "../model/rules";
import {
  defaultFont,
  defaultStyle,
  internStyle,
  type Border,
  type BorderEdge,
  type CellStyle,
} from "../model/style";
import {
  borderFromFile,
  horizontalFromFile,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { readColor, type Palette } from "./color";
import { builtInFormats } from "./number-formats";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/** The looks a file's cells and rules refer to by number. */
export interface FileStyles {
  readonly cellStyles: readonly CellStyle[];
  readonly ruleStyles: readonly RuleStyle[];
  readonly normalFont: { readonly name: string; readonly size: number };
  /** True where a pattern or gradient was simplified to one colour. */
  readonly simplifiedFills: boolean;
}

export const noStyles: FileStyles = {
  cellStyles: [defaultStyle],
  ruleStyles: [],
  normalFont: { name: defaultFont.name, size: defaultFont.size },
  simplifiedFills: false,
};

type Looks = { -readonly [Member in keyof CellStyle]?: CellStyle[Member] | undefined };

/** Reads the styles part. Members equal to the file's Normal look are left out: absent means "the workbook's default". */
export function readStyles(root: XmlElement, palette: Palette): FileStyles {
  const list = (name: string): XmlElement[] => childNamed(root, name)?.children ?? [];
  const formats = new Map(builtInFormats);
  for (const format of list("numFmts")) {
    formats.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? "General");
  }
  const records = list("cellXfs");
  const fontElements = list("fonts");
  const fonts = fontElements.map((font) => readFont(font, palette));
  const normal = fonts[Number(records[0]?.attributes.fontId ?? 0)] ?? {};
  const fills = list("fills").map((fill) => readFill(fill, palette));
  const borders = list("borders").map((border) => readBorders(border, palette));
  let simplifiedFills = false;
  const cellStyles = records.map((record) => {
    const { fontId, fillId, borderId, numFmtId } = record.attributes;
    const looks: Looks = difference(fonts[Number(fontId ?? 0)] ?? {}, normal);
    const fill = fills[Number(fillId ?? 0)];
    looks.fill = fill?.color;
    if (fill?.simplified === true) simplifiedFills = true;
    looks.borders = borders[Number(borderId ?? 0)];
    const format = formats.get(Number(numFmtId ?? 0));
    if (format !== undefined && format !== "General") looks.numberFormat = format;
    readAlignment(childNamed(record, "alignment"), looks);
    const protection = childNamed(record, "protection")?.attributes;
    if (protection?.locked !== undefined && !isOn(protection.locked)) looks.locked = false;
    if (isOn(protection?.hidden)) looks.formulaHidden = true;
    return interned(looks);
  });
  return {
    cellStyles: cellStyles.length > 0 ? cellStyles : [defaultStyle],
    ruleStyles: list("dxfs").map((element) => readRuleStyle(element, palette)),
    normalFont: {
      name: normal.fontName ?? defaultFont.name,
      size: normal.fontSize ?? defaultFont.size,
    },
    simplifiedFills,
  };
}

function interned(looks: Looks): CellStyle {
  return internStyle(
    Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)),
  );
}

function difference(font: Looks, normal: Looks): Looks {
  const looks: Looks = {};
  for (const key of Object.keys(font) as (keyof Looks)[]) {
    if (font[key] !== normal[key]) Object.assign(looks, { [key]: font[key] });
  }
  // What Normal switches on and this font does not must be said, or it would be inherited.
  if (normal.bold === true && font.bold === undefined) looks.bold = false;
  if (normal.italic === true && font.italic === undefined) looks.italic = false;
  if (normal.fontColor !== undefined && font.fontColor === undefined) {
    looks.fontColor = defaultFont.color;
  }
  return looks;
}

function readFont(font: XmlElement, palette: Palette): Looks {
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
  const color = readColor(childNamed(font, "color"), palette);
  looks.fontColor = color === defaultFont.color ? undefined : color;
  return looks;
}

function readFill(
  fill: XmlElement,
  palette: Palette,
): { color: string | undefined; simplified: boolean } {
  const pattern = childNamed(fill, "patternFill");
  if (pattern !== undefined) {
    const type = pattern.attributes.patternType ?? "none";
    if (type === "none") return { color: undefined, simplified: false };
    const color = readColor(childNamed(pattern, "fgColor"), palette);
    return {
      color: type === "gray125" && color === undefined ? undefined : color,
      simplified: type !== "solid" && color !== undefined,
    };
  }
  const gradient = childNamed(fill, "gradientFill");
  const stop = childrenNamed(gradient, "stop")[0];
  const color = stop === undefined ? undefined : readColor(childNamed(stop, "color"), palette);
  return { color, simplified: color !== undefined };
}

function readBorders(border: XmlElement, palette: Palette): CellStyle["borders"] | undefined {
  const borders: Partial<Record<BorderEdge, Border>> = {};
  const edge = (name: string, edges: BorderEdge[]): void => {
    const element = childNamed(border, name);
    const line = borderFromFile[element?.attributes.style ?? "none"];
    if (element === undefined || line === undefined) return;
    const color = readColor(childNamed(element, "color"), palette) ?? "#000000";
    for (const target of edges) borders[target] = { ...line, color };
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
  return Object.keys(borders).length > 0 ? borders : undefined;
}

function readAlignment(alignment: XmlElement | undefined, looks: Looks): void {
  if (alignment === undefined) return;
  const { horizontal, vertical, wrapText, indent, shrinkToFit, textRotation } =
    alignment.attributes;
  if (horizontal !== undefined) looks.horizontal = horizontalFromFile[horizontal];
  if (vertical !== undefined) looks.vertical = verticalFromFile[vertical];
  if (isOn(wrapText)) looks.wrapText = true;
  if (isOn(shrinkToFit)) looks.shrinkToFit = true;
  if (Number(indent) > 0) looks.indent = Number(indent);
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
  if (border !== undefined) looks.borders = readBorders(border, palette);
  const format = childNamed(element, "numFmt")?.attributes.formatCode;
  if (format !== undefined) looks.numberFormat = format;
  return interned(looks);
}
