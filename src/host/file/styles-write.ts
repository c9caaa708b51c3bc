import type { KeptStyles } from "../model/kept";
import type { RuleStyle } from "../model/rules";
import {
  defaultFont,
  defaultStyle,
  internStyle,
  type BorderEdge,
  type CellStyle,
} from "../model/style";
import type { NamedStyle } from "../model/workbook";
import { argb, colorAttributes } from "./color";
import { builtInId } from "./number-formats";
import { rootAttributes, transitional } from "./namespaces";
import { aspectAttributes, styleCalled, styleNameAttributes } from "./style-names";
import {
  borderInFile,
  horizontalFromFile,
  patternFromFile,
  reversed,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { attributesText, escapeXml, xmlHeader } from "./xml";

const horizontalInFile = reversed(horizontalFromFile);
const verticalInFile = reversed(verticalFromFile);
const underlineInFile = reversed(underlineFromFile);
const patternInFile: Readonly<Record<string, string>> = reversed(patternFromFile);

/** A numbered list of distinct XML texts. */
class Numbered {
  readonly #known = new Map<string, number>();
  constructor(first: readonly string[]) {
    for (const text of first) this.number(text);
  }
  number(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.#known.size);
    return this.#known.size - 1;
  }
  list(name: string): string {
    return listText(name, [...this.#known.keys()]);
  }
}

function listText(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** Gives every look the number by which cells and rules refer to it, and writes them all at the end. */
export class StyleWriter {
  readonly #kept: KeptStyles | null;
  readonly #named: ReadonlyMap<string, NamedStyle>;
  readonly #fonts: Numbered;
  // The first two fills are fixed by the format.
  readonly #fills = new Numbered(['<fill><patternFill patternType="none"/></fill>', grayFill]);
  readonly #borders = new Numbered([bordersText(defaultStyle)]);
  readonly #records = new Numbered([]);
  /** Records of named styles, one for each: two styles may look the same. */
  readonly #namedRecords: string[] = [];
  readonly #namedNumbers = new Map<string, number>();
  readonly #names: string[] = [];
  /** Rules' looks of the opened file keep their numbers: parts that are kept refer to them. */
  readonly #rules: string[];
  readonly #ruleNumbers = new Map<RuleStyle, number>();
  readonly #formats = new Map<string, number>();
  readonly #firstFormat: number;
  readonly #cells = new Map<CellStyle, number>();

  constructor(kept: KeptStyles | null, named: ReadonlyMap<string, NamedStyle>) {
    this.#kept = kept;
    this.#named = named;
    this.#rules = [...(kept?.ruleTexts ?? [])];
    // Numbers below 164 belong to the built-in formats, and kept rules have taken some above.
    const taken = this.#rules.flatMap((text) =>
      [...text.matchAll(/numFmtId="(\d+)"/g)].map((match) => Number(match[1])),
    );
    this.#firstFormat = taken.reduce((first, id) => Math.max(first, id + 1), 164);
    kept?.ruleStyles.forEach((style, index) => {
      const own = internStyle(style);
      if (!this.#ruleNumbers.has(own)) this.#ruleNumbers.set(own, index);
    });
    this.#fonts = new Numbered([this.#fontText(defaultStyle)]);
    this.#namedNumber("Normal");
    this.cell(defaultStyle);
    for (const name of named.keys()) this.#namedNumber(name);
  }

  /** The number of a cell's look. */
  cell(style: CellStyle): number {
    let index = this.#cells.get(style);
    if (index === undefined) {
      const xfId = this.#namedNumber(style.styleName ?? "Normal");
      index = this.#records.number(this.#recordText(style, { xfId }));
      this.#cells.set(style, index);
    }
    return index;
  }

  /** The number of a conditional format's look. */
  rule(style: RuleStyle): number {
    const own = internStyle(style);
    let index = this.#ruleNumbers.get(own);
    if (index === undefined) {
      index = this.#rules.length;
      this.#rules.push(ruleStyleText(style, (format) => this.#format(format)));
      this.#ruleNumbers.set(own, index);
    }
    return index;
  }

  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt${attributesText({ numFmtId: id, formatCode: code })}/>`,
    );
    const kept = (name: string): string => transitional(this.#kept?.fragments.get(name) ?? "");
    return (
      `${xmlHeader}<styleSheet${rootAttributes(this.#kept?.rootAttributes)}>` +
      listText("numFmts", formats) +
      this.#fonts.list("fonts") +
      this.#fills.list("fills") +
      this.#borders.list("borders") +
      listText("cellStyleXfs", this.#namedRecords) +
      this.#records.list("cellXfs") +
      listText("cellStyles", this.#names) +
      listText("dxfs", this.#rules.map(transitional)) +
      (kept("tableStyles") ||
        '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>') +
      kept("colors") +
      kept("extLst") +
      "</styleSheet>"
    );
  }

  /** The number of a named style's record; Normal's where the workbook has no style of that name. */
  #namedNumber(name: string): number {
    const known = this.#namedNumbers.get(name);
    if (known !== undefined) return known;
    const style = styleCalled(this.#named, name);
    if (style === undefined) return 0;
    const number = this.#namedRecords.length;
    const left = style.leftOut.map((aspect) => [aspectAttributes[aspect], "0"]);
    this.#namedRecords.push(
      this.#recordText(
        internStyle(style.looks),
        Object.fromEntries(left) as Record<string, string>,
      ),
    );
    this.#names.push(
      `<cellStyle${attributesText({
        ...styleNameAttributes(style),
        xfId: number,
        customBuiltin: style.builtIn && this.#named.has(name),
      })}/>`,
    );
    this.#namedNumbers.set(name, number);
    return number;
  }

  #recordText(style: CellStyle, more: Readonly<Record<string, string | number>>): string {
    const numFmtId = style.numberFormat === undefined ? 0 : this.#format(style.numberFormat);
    const fontId = this.#fonts.number(this.#fontText(style));
    const fillId = this.#fills.number(fillText(style));
    const borderId = this.#borders.number(bordersText(style));
    const alignment = alignmentText(style);
    const protection =
      style.locked === undefined && style.formulaHidden === undefined
        ? ""
        : `<protection${attributesText({
            locked: style.locked === false ? "0" : undefined,
            hidden: style.formulaHidden,
          })}/>`;
    return `<xf${attributesText({
      numFmtId,
      fontId,
      fillId,
      borderId,
      applyNumberFormat: numFmtId !== 0,
      applyFont: fontId !== 0,
      applyFill: fillId !== 0,
      applyBorder: borderId !== 0,
      applyAlignment: alignment !== "",
      applyProtection: protection !== "",
      ...more,
    })}>${alignment}${protection}</xf>`;
  }

  #format(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    let id = this.#formats.get(code);
    if (id === undefined) {
      id = this.#firstFormat + this.#formats.size;
      this.#formats.set(code, id);
    }
    return id;
  }

  #fontText(style: CellStyle): string {
    const normal = this.#kept?.normalFont;
    const look: CellStyle = { ...normal?.looks, ...style };
    const own = style.fontColor !== undefined || style.themeColors?.fontColor !== undefined;
    const themed = (own ? style : normal?.looks)?.themeColors?.fontColor;
    const name = look.fontName ?? defaultFont.name;
    const placed = look.subscript === true ? "subscript" : "superscript";
    return (
      "<font>" +
      fontFlags(look) +
      (look.subscript === true || look.superscript === true ? `<vertAlign val="${placed}"/>` : "") +
      `<sz val="${look.fontSize ?? defaultFont.size}"/>` +
      `<color${colorAttributes(look.fontColor ?? defaultFont.color, themed)}/>` +
      `<name val="${escapeXml(name)}"/>` +
      (this.#kept?.fontTraits.get(name) ?? "") +
      "</font>"
    );
  }
}

function fontFlags(style: RuleStyle): string {
  return (
    (style.bold === true ? "<b/>" : "") +
    (style.italic === true ? "<i/>" : "") +
    (style.strikethrough === true ? "<strike/>" : "") +
    (style.underline === undefined || style.underline === "None"
      ? ""
      : `<u val="${underlineInFile[style.underline]}"/>`)
  );
}

/** The look of a conditional format as a `dxf` element. */
export function ruleStyleText(style: RuleStyle, formatId: (code: string) => number): string {
  const flags =
    fontFlags(style) +
    (style.bold === false ? '<b val="0"/>' : "") +
    (style.italic === false ? '<i val="0"/>' : "");
  const color = style.fontColor === undefined ? "" : `<color rgb="${argb(style.fontColor)}"/>`;
  const format =
    style.numberFormat === undefined
      ? ""
      : `<numFmt${attributesText({ numFmtId: formatId(style.numberFormat), formatCode: style.numberFormat })}/>`;
  const fill =
    style.fill === undefined
      ? ""
      : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor rgb="${argb(style.fill)}"/></patternFill></fill>`;
  return (
    "<dxf>" +
    (flags + color === "" ? "" : `<font>${flags}${color}</font>`) +
    format +
    fill +
    (style.borders === undefined ? "" : bordersText({ borders: style.borders })) +
    "</dxf>"
  );
}

const grayFill = '<fill><patternFill patternType="gray125"/></fill>';

/** A pattern's own colour is the front one; that of a plain fill is the front one, too. */
function fillText(style: CellStyle): string {
  const { fill, fillPattern, fillPatternColor, themeColors } = style;
  const color = (name: string, value: string | undefined, part: "fill" | "fillPatternColor") =>
    value === undefined ? "" : `<${name}${colorAttributes(value, themeColors?.[part])}/>`;
  if (fillPattern === undefined) {
    return fill === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid">${color("fgColor", fill, "fill")}<bgColor indexed="64"/></patternFill></fill>`;
  }
  if (fillPattern.endsWith("Gradient")) {
    const ends =
      `<stop position="0">${color("color", fill ?? "#FFFFFF", "fill")}</stop>` +
      `<stop position="1">${color("color", fillPatternColor ?? "#000000", "fillPatternColor")}</stop>`;
    const path = fillPattern === "RectangularGradient" ? ' type="path"' : "";
    return `<fill><gradientFill${path}>${ends}</gradientFill></fill>`;
  }
  const colors =
    color("fgColor", fillPatternColor, "fillPatternColor") + color("bgColor", fill, "fill");
  const type = patternInFile[fillPattern] ?? "solid";
  return colors === ""
    ? `<fill><patternFill patternType="${type}"/></fill>`
    : `<fill><patternFill patternType="${type}">${colors}</patternFill></fill>`;
}

function bordersText({ borders, themeColors }: Pick<CellStyle, "borders" | "themeColors">): string {
  const edge = (name: string, key: BorderEdge): string => {
    const border = borders?.[key];
    const style = border === undefined ? undefined : borderInFile(border);
    return border === undefined || style === undefined
      ? `<${name}/>`
      : `<${name} style="${style}"><color${colorAttributes(border.color, themeColors?.[key])}/></${name}>`;
  };
  const up = borders?.DiagonalUp !== undefined && borders.DiagonalUp.style !== "None";
  const down = borders?.DiagonalDown !== undefined && borders.DiagonalDown.style !== "None";
  return (
    `<border${attributesText({ diagonalUp: up, diagonalDown: down })}>` +
    edge("left", "EdgeLeft") +
    edge("right", "EdgeRight") +
    edge("top", "EdgeTop") +
    edge("bottom", "EdgeBottom") +
    edge("diagonal", up ? "DiagonalUp" : "DiagonalDown") +
    "</border>"
  );
}

function alignmentText(style: CellStyle): string {
  const turn = style.textOrientation;
  const text = attributesText({
    horizontal: style.horizontal === undefined ? undefined : horizontalInFile[style.horizontal],
    vertical: style.vertical === undefined ? undefined : verticalInFile[style.vertical],
    textRotation:
      turn === undefined || turn === 0
        ? undefined
        : turn === 180
          ? 255
          : turn < 0
            ? 90 - turn
            : turn,
    wrapText: style.wrapText,
    indent: style.indent === undefined || style.indent === 0 ? undefined : style.indent,
    justifyLastLine: style.autoIndent,
    shrinkToFit: style.shrinkToFit,
    readingOrder:
      style.readingOrder === undefined ? undefined : style.readingOrder === "LeftToRight" ? 1 : 2,
  });
  return text === "" ? "" : `<alignment${text}/>`;
}
