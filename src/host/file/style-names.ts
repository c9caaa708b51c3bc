import { builtInStyles } from "../model/built-in-styles";
import { internStyle, type CellStyle } from "../model/style";
import type { NamedStyle, StyleAspect } from "../model/named-style";
import { isOn, type XmlElement } from "./xml";

/** Excel's own styles: the number a file knows them by, the file's name and the API's; ECMA-376 part 1, 18.8.7. */
const builtIn: readonly (readonly [id: number, inFile: string, name: string])[] = [
  [0, "Normal", "Normal"],
  [3, "Comma", "Comma"],
  [4, "Currency", "Currency"],
  [5, "Percent", "Percent"],
  [6, "Comma [0]", "WholeComma"],
  [7, "Currency [0]", "WholeDollar"],
  [8, "Hyperlink", "Hlink"],
  [9, "Followed Hyperlink", "HlinkTrav"],
  [10, "Note", "Note"],
  [11, "Warning Text", "WarningText"],
  [12, "Emphasis 1", "Emphasis1"],
  [13, "Emphasis 2", "Emphasis2"],
  [14, "Emphasis 3", "Emphasis3"],
  [15, "Title", "SheetTitle"],
  [16, "Heading 1", "Heading1"],
  [17, "Heading 2", "Heading2"],
  [18, "Heading 3", "Heading3"],
  [19, "Heading 4", "Heading4"],
  [20, "Input", "Input"],
  [21, "Output", "Output"],
  [22, "Calculation", "Calculation"],
  [23, "Check Cell", "CheckCell"],
  [24, "Linked Cell", "LinkedCell"],
  [25, "Total", "Total"],
  [26, "Good", "Good"],
  [27, "Bad", "Bad"],
  [28, "Neutral", "Neutral"],
  [53, "Explanatory Text", "ExplanatoryText"],
  ...[1, 2, 3, 4, 5, 6].flatMap((accent) => {
    const id = 25 + 4 * accent;
    return [
      [id, `Accent${accent}`, `Accent${accent}`],
      [id + 1, `20% - Accent${accent}`, `Accent${accent}_20`],
      [id + 2, `40% - Accent${accent}`, `Accent${accent}_40`],
      [id + 3, `60% - Accent${accent}`, `Accent${accent}_60`],
    ] as const;
  }),
];

/** What a style includes → the attribute of its record that says so. */
export const aspectAttributes: Readonly<Record<StyleAspect, string>> = {
  Number: "applyNumberFormat",
  Font: "applyFont",
  Patterns: "applyFill",
  Border: "applyBorder",
  Alignment: "applyAlignment",
  Protection: "applyProtection",
};

/** A style as the file names it, and the number of its record; null for outline levels' styles: the model has none. */
interface ListedStyle {
  readonly element: XmlElement;
  readonly style: NamedStyle | null;
  readonly record: number;
}

/** The styles a file lists. */
export function readNamedStyles(
  listed: readonly XmlElement[],
  records: readonly XmlElement[],
  looksOf: (record: XmlElement) => CellStyle,
): readonly ListedStyle[] {
  return listed.flatMap((element): ListedStyle[] => {
    const { attributes } = element;
    const record = records[Number(attributes.xfId)];
    const own = builtIn.find(([id]) => String(id) === attributes.builtinId);
    const name = own?.[2] ?? attributes.name;
    const outline = attributes.builtinId === "1" || attributes.builtinId === "2";
    if (record === undefined || name === undefined) return [];
    const leftOut = (Object.keys(aspectAttributes) as StyleAspect[]).filter(
      (aspect) => !isOn(record.attributes[aspectAttributes[aspect]], true),
    );
    const style = { name, builtIn: own !== undefined, looks: looksOf(record), leftOut };
    return [{ element, style: outline ? null : style, record: Number(attributes.xfId) }];
  });
}

/** Whether a style is one of Excel's own as Excel makes it: those stand in no workbook's list. */
export function isAsBuiltIn(style: NamedStyle): boolean {
  const usual = builtInStyles.find(({ name }) => name === style.name);
  return (
    style.builtIn &&
    usual !== undefined &&
    internStyle(usual.looks) === internStyle(style.looks) &&
    [...usual.leftOut].sort().join() === [...style.leftOut].sort().join()
  );
}

/** The workbook's style of that name, else Excel's own. */
export function styleCalled(
  styles: ReadonlyMap<string, NamedStyle>,
  name: string,
): NamedStyle | undefined {
  return styles.get(name) ?? builtInStyles.find((style) => style.name === name);
}

/** The attributes by which a file names a style. */
export function styleNameAttributes(
  style: NamedStyle,
): Record<string, string | number | undefined> {
  const own = style.builtIn ? builtIn.find(([, , name]) => name === style.name) : undefined;
  return own === undefined ? { name: style.name } : { name: own[1], builtinId: own[0] };
}
