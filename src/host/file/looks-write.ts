import type { RuleStyle } from "../model/rules";
import type { BorderEdge, CellStyle } from "../model/style";
import { argb, colorAttributes } from "./color";
import {
  borderInFile,
  horizontalFromFile,
  patternFromFile,
  reversed,
  underlineFromFile,
  verticalFromFile,
} from "./style-words";
import { attributesText } from "./xml";

/** The model's looks as a file spells them. */

const horizontalInFile = reversed(horizontalFromFile);
const verticalInFile = reversed(verticalFromFile);
const underlineInFile = reversed(underlineFromFile);
const patternInFile: Readonly<Record<string, string>> = reversed(patternFromFile);

export function fontFlags(style: RuleStyle): string {
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

export const grayFill = '<fill><patternFill patternType="gray125"/></fill>';

/** A pattern's own colour is the front one; that of a plain fill is the front one, too. */
export function fillText(style: CellStyle): string {
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

export function bordersText({
  borders,
  themeColors,
}: Pick<CellStyle, "borders" | "themeColors">): string {
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

export function alignmentText(style: CellStyle): string {
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
