import type { Border, CellStyle } from "./style";
import type { NamedStyle, StyleAspect } from "./named-style";

/** Excel's own cell styles in the Office theme; https://learn.microsoft.com/javascript/api/excel/excel.builtinstyle */

const line = (
  color: string,
  style: Border["style"] = "Continuous",
  weight: Border["weight"] = "Thin",
) => ({
  style,
  weight,
  color,
});

const box = (border: Border): NonNullable<CellStyle["borders"]> => ({
  EdgeTop: border,
  EdgeBottom: border,
  EdgeLeft: border,
  EdgeRight: border,
});

const allBut = (...covered: StyleAspect[]): readonly StyleAspect[] =>
  (["Alignment", "Border", "Font", "Number", "Patterns", "Protection"] as const).filter(
    (aspect) => !covered.includes(aspect),
  );

function style(name: string, looks: CellStyle, ...covered: StyleAspect[]): NamedStyle {
  return { name, builtIn: true, looks, leftOut: covered.length === 0 ? [] : allBut(...covered) };
}

const heading = (size: number, bottom?: Border): CellStyle => ({
  bold: true,
  fontColor: "#44546A",
  fontSize: size,
  ...(bottom === undefined ? {} : { borders: { EdgeBottom: bottom } }),
});

/** The six accents of the theme, and their tints of 20, 40 and 60 per cent. */
const accents: readonly (readonly [string, string, string, string])[] = [
  ["#4472C4", "#D9E1F2", "#B4C6E7", "#8EA9DB"],
  ["#ED7D31", "#FCE4D6", "#F8CBAD", "#F4B084"],
  ["#A5A5A5", "#EDEDED", "#DBDBDB", "#C9C9C9"],
  ["#FFC000", "#FFF2CC", "#FFE699", "#FFD966"],
  ["#5B9BD5", "#DDEBF7", "#BDD7EE", "#9BC2E6"],
  ["#70AD47", "#E2EFDA", "#C6E0B4", "#A9D08E"],
];

const accounting = (digits: string, sign = ""): string =>
  `_(${sign}* #,##0${digits}_);_(${sign}* \\(#,##0${digits}\\);_(${sign}* "-"${digits === "" ? "" : "??"}_);_(@_)`;

export const builtInStyles: readonly NamedStyle[] = [
  style("Normal", {}),
  style("Comma", { numberFormat: accounting(".00") }, "Number"),
  style("WholeComma", { numberFormat: accounting("") }, "Number"),
  style("Currency", { numberFormat: accounting(".00", '"$"') }, "Number"),
  style("WholeDollar", { numberFormat: accounting("", '"$"') }, "Number"),
  style("Percent", { numberFormat: "0%" }, "Number"),
  style("Hlink", { fontColor: "#0563C1", underline: "Single" }, "Font"),
  style("HlinkTrav", { fontColor: "#954F72", underline: "Single" }, "Font"),
  style("Note", { fill: "#FFFFCC", borders: box(line("#B2B2B2")) }, "Patterns", "Border"),
  style("WarningText", { fontColor: "#FF0000" }, "Font"),
  style("Emphasis1", { bold: true, fontColor: "#FFFFFF", fill: "#4472C4" }, "Font", "Patterns"),
  style("Emphasis2", { bold: true, fontColor: "#FFFFFF", fill: "#ED7D31" }, "Font", "Patterns"),
  style("Emphasis3", { italic: true, fontColor: "#4472C4" }, "Font"),
  style("SheetTitle", { fontColor: "#44546A", fontName: "Calibri Light", fontSize: 18 }, "Font"),
  style("Heading1", heading(15, line("#4472C4", "Continuous", "Thick")), "Font", "Border"),
  style("Heading2", heading(13, line("#A2B8E1", "Continuous", "Thick")), "Font", "Border"),
  style("Heading3", heading(11, line("#8EA9DB", "Continuous", "Medium")), "Font", "Border"),
  style("Heading4", heading(11), "Font"),
  style(
    "Input",
    { fontColor: "#3F3F76", fill: "#FFCC99", borders: box(line("#7F7F7F")) },
    "Font",
    "Patterns",
    "Border",
  ),
  style(
    "Output",
    { bold: true, fontColor: "#3F3F3F", fill: "#F2F2F2", borders: box(line("#3F3F3F")) },
    "Font",
    "Patterns",
    "Border",
  ),
  style(
    "Calculation",
    { bold: true, fontColor: "#FA7D00", fill: "#F2F2F2", borders: box(line("#7F7F7F")) },
    "Font",
    "Patterns",
    "Border",
  ),
  style(
    "CheckCell",
    {
      bold: true,
      fontColor: "#FFFFFF",
      fill: "#A5A5A5",
      borders: box(line("#3F3F3F", "Double", "Thick")),
    },
    "Font",
    "Patterns",
    "Border",
  ),
  style(
    "LinkedCell",
    { fontColor: "#FA7D00", borders: { EdgeBottom: line("#FF8001", "Double", "Thick") } },
    "Font",
    "Border",
  ),
  style(
    "Total",
    {
      bold: true,
      borders: { EdgeTop: line("#4472C4"), EdgeBottom: line("#4472C4", "Double", "Thick") },
    },
    "Font",
    "Border",
  ),
  style("Good", { fontColor: "#006100", fill: "#C6EFCE" }, "Font", "Patterns"),
  style("Bad", { fontColor: "#9C0006", fill: "#FFC7CE" }, "Font", "Patterns"),
  style("Neutral", { fontColor: "#9C5700", fill: "#FFEB9C" }, "Font", "Patterns"),
  style("ExplanatoryText", { italic: true, fontColor: "#7F7F7F" }, "Font"),
  ...accents.flatMap(([full, light, middle, strong], index) => {
    const name = `Accent${index + 1}`;
    return [
      style(name, { fontColor: "#FFFFFF", fill: full }, "Font", "Patterns"),
      style(`${name}_20`, { fontColor: "#000000", fill: light }, "Font", "Patterns"),
      style(`${name}_40`, { fontColor: "#000000", fill: middle }, "Font", "Patterns"),
      style(`${name}_60`, { fontColor: "#000000", fill: strong }, "Font", "Patterns"),
    ];
  }),
];
