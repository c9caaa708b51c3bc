import type { RuleStyle } from "../model/rules";
import { defaultFont, defaultStyle, type BorderEdge, type CellStyle } from "../model/style";
import { builtInId } from "./number-formats";
import {
  borderInFile,
  horizontalFromFile,
  reversed,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { attributesText, escapeXml, xmlHeader } from "./xml";

const horizontalInFile = reversed(horizontalFromFile);
const verticalInFile = reversed(verticalFromFile);
const underlineInFile = reversed(underlineFromFile);

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
    const items = [...this.#known.keys()];
    return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
  }
}

/** Gives every look the number by which cells and rules refer to it, and writes them all at the end. */
export class StyleWriter {
  readonly #normal: { readonly name: string; readonly size: number };
  readonly #fonts: Numbered;
  // The first two fills are fixed by the format.
  readonly #fills = new Numbered([patternFill("none"), patternFill("gray125")]);
  readonly #borders = new Numbered([bordersText(undefined)]);
  readonly #records = new Numbered([]);
  readonly #rules = new Numbered([]);
  readonly #formats = new Map<string, number>();
  readonly #cells = new Map<CellStyle, number>();

  constructor(normalFont: { readonly name: string; readonly size: number } | null) {
    this.#normal = normalFont ?? { name: defaultFont.name, size: defaultFont.size };
    this.#fonts = new Numbered([this.#fontText(defaultStyle)]);
    this.cell(defaultStyle);
  }

  /** The number of a cell's look. */
  cell(style: CellStyle): number {
    let index = this.#cells.get(style);
    if (index === undefined) {
      index = this.#records.number(this.#recordText(style));
      this.#cells.set(style, index);
    }
    return index;
  }

  /** The number of a conditional format's look. */
  rule(style: RuleStyle): number {
    return this.#rules.number(ruleStyleText(style, (format) => this.#format(format)));
  }

  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt${attributesText({ numFmtId: id, formatCode: code })}/>`,
    );
    return (
      `${xmlHeader}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0
        ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`
        : "") +
      this.#fonts.list("fonts") +
      this.#fills.list("fills") +
      this.#borders.list("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.#records.list("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.#rules.list("dxfs") +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>"
    );
  }

  #recordText(style: CellStyle): string {
    const numFmtId = style.numberFormat === undefined ? 0 : this.#format(style.numberFormat);
    const fontId = this.#fonts.number(this.#fontText(style));
    const fillId =
      style.fill === undefined ? 0 : this.#fills.number(patternFill("solid", argb(style.fill)));
    const borderId = this.#borders.number(bordersText(style.borders));
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
      xfId: 0,
      applyNumberFormat: numFmtId !== 0,
      applyFont: fontId !== 0,
      applyFill: fillId !== 0,
      applyBorder: borderId !== 0,
      applyAlignment: alignment !== "",
      applyProtection: protection !== "",
    })}>${alignment}${protection}</xf>`;
  }

  #format(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    let id = this.#formats.get(code);
    if (id === undefined) {
      // Numbers below 164 belong to the built-in formats.
      id = 164 + this.#formats.size;
      this.#formats.set(code, id);
    }
    return id;
  }

  #fontText(style: CellStyle): string {
    return (
      "<font>" +
      fontFlags(style) +
      `<sz val="${style.fontSize ?? this.#normal.size}"/>` +
      `<color rgb="${argb(style.fontColor ?? defaultFont.color)}"/>` +
      `<name val="${escapeXml(style.fontName ?? this.#normal.name)}"/>` +
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
    (style.borders === undefined ? "" : bordersText(style.borders)) +
    "</dxf>"
  );
}

function patternFill(type: string, color?: string): string {
  return color === undefined
    ? `<fill><patternFill patternType="${type}"/></fill>`
    : `<fill><patternFill patternType="${type}"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** "#1A2B3C" → "FF1A2B3C". A colour that is none would make Excel refuse the file, so it becomes black. */
export function argb(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return `FF${digits.toUpperCase()}`;
}

function bordersText(borders: CellStyle["borders"]): string {
  const edge = (name: string, key: BorderEdge): string => {
    const border = borders?.[key];
    const style = border === undefined ? undefined : borderInFile(border);
    return border === undefined || style === undefined
      ? `<${name}/>`
      : `<${name} style="${style}"><color rgb="${argb(border.color)}"/></${name}>`;
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
    shrinkToFit: style.shrinkToFit,
  });
  return text === "" ? "" : `<alignment${text}/>`;
}
