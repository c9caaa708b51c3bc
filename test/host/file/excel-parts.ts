import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** A workbook file of one sheet "S" made from the inside of its worksheet element, spelled as Excel spells it. */
export function excelFile(
  worksheet: string,
  parts: {
    readonly styles?: string;
    readonly strings?: string;
    readonly book?: string;
    readonly bookAfterSheets?: string;
    readonly tables?: readonly string[];
    readonly more?: Readonly<Record<string, string>>;
    readonly prefix?: string;
  } = {},
): Uint8Array {
  const prefix = parts.prefix ?? "";
  const space = prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${parts.book ?? ""}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${parts.bookAfterSheets ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><${prefix}worksheet ${space} xmlns:r="${office}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${worksheet}</${prefix}worksheet>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${parts.styles ?? ""}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${parts.strings ?? ""}</sst>`,
    ...parts.more,
  };
  const tables = parts.tables ?? [];
  tables.forEach((table, index) => {
    files[`xl/tables/table${index + 1}.xml`] = table;
  });
  if (tables.length > 0) {
    const links = tables.map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/table" Target="../tables/table${index + 1}.xml"/>`,
    );
    files["xl/worksheets/_rels/sheet1.xml.rels"] =
      `<Relationships xmlns="${packaged}/relationships">${links.join("")}</Relationships>`;
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}
