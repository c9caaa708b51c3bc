import type { KeptStyles } from "../model/kept";
import type { RuleStyle } from "../model/rules";
import {
  defaultFont,
  defaultStyle,
  internStyle,
  type Border,
  type BorderEdge,
  type CellStyle,
  type ColoredPart,
  type ThemeColor,
} from "../model/style";
import type { NamedStyle } from "../model/workbook";
import {
  borderFromFile,
  horizontalFromFile,
  patternFromFile,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { readColor, readThemeColor, type Palette } from "./color";
import { builtInFormats } from "./number-formats";
import { isAsBuiltIn, readNamedStyles } from "./style-names";
import { attributesText, childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/** The looks a file's cells and rules refer to by number. */
export interface FileStyles {
  readonly cellStyles: readonly CellStyle[];
  readonly ruleStyles: readonly RuleStyle[];
  /** Named styles that are not as Excel makes them. */
  readonly named: readonly NamedStyle[];
  readonly kept: KeptStyles | null;
  /** True where a gradient of many colours was simplified to two. */
  readonly simplifiedFills: boolean;
}

export const noStyles: FileStyles = {
  cellStyles: [defaultStyle],
  ruleStyles: [],
  named: [],
  kept: null,
  simplifiedFills: false,
};

type Looks = { -readonly [Member in keyof CellStyle]?: CellStyle[Member] | undefined };
type ThemeColors = Partial<Record<ColoredPart, ThemeColor>>;

/**
 * Reads the styles part. Members equal to the file's Normal look are left out: absent means "the workbook's default".
 *
 * @param source - the part's text, of which pieces are kept
 */
export function readStyles(root: XmlElement, source: string, palette: Palette): FileStyles {
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
  const looksOf = (record: XmlElement): Looks => {
    const { fontId, fillId, borderId, numFmtId } = record.attributes;
    const looks: Looks = difference(fonts[Number(fontId ?? 0)] ?? {}, normal);
    const fill = fills[Number(fillId ?? 0)];
    const border = borders[Number(borderId ?? 0)];
    const themed = { ...looks.themeColors, ...fill?.looks.themeColors, ...border?.themeColors };
    Object.assign(looks, fill?.looks, border);
    looks.themeColors = Object.keys(themed).length > 0 ? themed : undefined;
    const format = formats.get(Number(numFmtId ?? 0));
    if (format !== undefined && format !== "General") looks.numberFormat = format;
    readAlignment(childNamed(record, "alignment"), looks);
    const protection = childNamed(record, "protection")?.attributes;
    if (protection?.locked !== undefined && !isOn(protection.locked)) looks.locked = false;
    if (isOn(protection?.hidden)) looks.formulaHidden = true;
    return looks;
  };
  const named = readNamedStyles(list("cellStyles"), list("cellStyleXfs"), (record) =>
    interned(looksOf(record)),
  );
  const nameOf = new Map(named.map(({ style, record }) => [record, style.name]));
  const cellStyles = records.map((record) => {
    const name = nameOf.get(Number(record.attributes.xfId ?? 0));
    return interned({ ...looksOf(record), styleName: name === "Normal" ? undefined : name });
  });
  const ruleStyles = list("dxfs").map((element) => readRuleStyle(element, palette));
  const used = new Set(records.map(({ attributes }) => fills[Number(attributes.fillId ?? 0)]));
  return {
    cellStyles: cellStyles.length > 0 ? cellStyles : [defaultStyle],
    ruleStyles,
    named: named
      .map(({ style }) => style)
      .filter((style) => style.name !== "Normal" && !isAsBuiltIn(style)),
    kept: {
      rootAttributes: root.attributes,
      normalFont: {
        name: normal.fontName ?? defaultFont.name,
        size: normal.fontSize ?? defaultFont.size,
        looks: interned(normal),
      },
      fontTraits: new Map(fontElements.map((font) => fontTraits(font)).reverse()),
      ruleTexts: list("dxfs").map(({ start, end }) => source.slice(start, end)),
      ruleStyles,
      fragments: new Map(
        root.children
          .filter(({ name }) => ["colors", "tableStyles", "extLst"].includes(name))
          .map(({ name, start, end }) => [name, source.slice(start, end)]),
      ),
    },
    simplifiedFills: [...used].some((fill) => fill?.simplified === true),
  };
}

/** What Excel states behind a font's name: by it a font follows the theme, and Chinese ones their character set. */
function fontTraits(font: XmlElement): [name: string, traits: string] {
  const traits = ["family", "charset", "scheme"].map((trait) => {
    const val = childNamed(font, trait)?.attributes.val;
    return val === undefined ? "" : `<${trait}${attributesText({ val })}/>`;
  });
  return [childNamed(font, "name")?.attributes.val ?? "", traits.join("")];
}

function interned(looks: Looks): CellStyle {
  return internStyle(
    Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)),
  );
}

function difference(font: Looks, normal: Looks): Looks {
  const { themeColors, ...members } = font;
  const looks: Looks = {};
  for (const key of Object.keys(members) as (keyof typeof members)[]) {
    if (font[key] !== normal[key]) Object.assign(looks, { [key]: font[key] });
  }
  // What Normal switches on and this font does not must be said, or it would be inherited.
  if (normal.bold === true && font.bold === undefined) looks.bold = false;
  if (normal.italic === true && font.italic === undefined) looks.italic = false;
  if (normal.fontColor !== undefined && font.fontColor === undefined) {
    looks.fontColor = defaultFont.color;
  }
  if (JSON.stringify(themeColors) !== JSON.stringify(normal.themeColors)) {
    looks.themeColors = themeColors;
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
  const placed = value("vertAlign");
  looks.subscript = placed === "subscript" || undefined;
  looks.superscript = placed === "superscript" || undefined;
  const color = readColor(childNamed(font, "color"), palette);
  looks.fontColor = color === defaultFont.color ? undefined : color;
  const themed = readThemeColor(childNamed(font, "color"), palette);
  if (themed !== undefined) looks.themeColors = { fontColor: themed };
  return looks;
}

function readFill(fill: XmlElement, palette: Palette): { looks: Looks; simplified: boolean } {
  const pattern = childNamed(fill, "patternFill");
  if (pattern !== undefined) {
    const type = pattern.attributes.patternType ?? "none";
    if (type === "none") return { looks: {}, simplified: false };
    const front = childNamed(pattern, "fgColor");
    if (type === "solid") return { looks: colored({ fill: front }, palette), simplified: false };
    const back = childNamed(pattern, "bgColor");
    const looks = colored({ fill: back, fillPatternColor: front }, palette);
    return { looks: { ...looks, fillPattern: patternFromFile[type] }, simplified: false };
  }
  const gradient = childNamed(fill, "gradientFill");
  const stops = childrenNamed(gradient, "stop").map((stop) => childNamed(stop, "color"));
  if (gradient === undefined) return { looks: {}, simplified: false };
  const { type, degree = "0", ...sides } = gradient.attributes;
  return {
    looks: {
      ...colored({ fill: stops[0], fillPatternColor: stops.at(-1) }, palette),
      fillPattern: type === "path" ? "RectangularGradient" : "LinearGradient",
    },
    simplified: stops.length !== 2 || degree !== "0" || Object.values(sides).some(Number),
  };
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

function readBorders(
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

function readAlignment(alignment: XmlElement | undefined, looks: Looks): void {
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
