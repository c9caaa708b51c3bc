import { strToU8, zipSync } from "fflate";

/** The parts of a small .xlsx file, as Excel writes them, for tests to change one thing in. */
export interface XlsxParts {
  readonly "xl/workbook.xml": string;
  readonly "xl/worksheets/sheet1.xml": string;
  readonly [part: string]: string;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function links(...targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declared}<Relationships xmlns="${relations}">${items.join("")}</Relationships>`;
}

/** A worksheet part with this inside: rows first. */
export function sheetPart(rows: string, behind = ""): string {
  return `${declared}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** Styles of which 1 shows a day, 2 a time, 3 a day in Chinese words, 4 a span of hours. */
const styles = `${declared}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A file of two sheets, the second one hidden. */
export function xlsxParts(
  rows: string,
  { date1904 = false, behind = "", strings = [] as readonly string[] } = {},
): XlsxParts {
  const items = strings.map((item) => `<si>${item}</si>`).join("");
  return {
    "[Content_Types].xml": `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": links(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets><sheet name="客户 A&amp;B" sheetId="1" r:id="rId1"/><sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links(
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "/xl/worksheets/sheet2.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ),
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": `${declared}<sst xmlns="${main}">${items}</sst>`,
    "xl/worksheets/sheet1.xml": sheetPart(rows, behind),
    "xl/worksheets/sheet2.xml": sheetPart('<row r="1"><c r="A1"><v>7</v></c></row>'),
  };
}

export function xlsxFile(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** Rows of texts and numbers from A1, texts as inline strings. */
export function xlsxOf(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const escaped = (text: string): string =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replace(/[\r\t]/gu, (sign) => (sign === "\r" ? "_x000D_" : "_x0009_"));
  const cell = (value: string | number | null): string => {
    if (value === null) return "<c/>";
    if (typeof value === "number") return `<c><v>${value}</v></c>`;
    return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  return xlsxFile(xlsxParts(rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")));
}
