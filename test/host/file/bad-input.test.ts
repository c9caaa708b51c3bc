import { strToU8, unzipSync, zipSync } from "fflate";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { ZipReader } from "../../../src/host/file/zip";
import { UnreadableFile } from "../../../src/host/file/failure";
import { parseXml, XmlError } from "../../../src/host/file/xml";
import { excelFile } from "./excel-parts";
import { richWorkbook } from "./rich-workbook";

async function failure(bytes: Uint8Array, name = "file.xlsx"): Promise<unknown> {
  const result = await openWorkbook(bytes, name);
  return result.ok ? "opened" : result.failure;
}

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof UnreadableFile ? error.failure : error;
  }
}

/** A compound file's directory with one stream of that name; the parts a sniffer looks at. */
function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer, 1024, 128);
  Array.from(name).forEach((character, index) =>
    view.setUint16(index * 2, character.charCodeAt(0), true),
  );
  view.setUint16(64, name.length * 2 + 2, true);
  view.setUint8(66, 2);
  return bytes;
}

describe("files that are no workbook", () => {
  const zipOf = (...names: string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<a/>")])));
  it.each([
    ["an empty file", new Uint8Array(), { code: "empty-file" }],
    ["a password-protected workbook", compound("EncryptedPackage"), { code: "password-protected" }],
    ["an old .xls", compound("Workbook"), { code: "old-format", format: "xls" }],
    ["an older .xls", compound("Book"), { code: "old-format", format: "xls" }],
    ["an old .doc", compound("WordDocument"), { code: "not-a-spreadsheet", looksLike: "doc" }],
    [
      "a bare Excel 4 sheet",
      new Uint8Array([9, 4, 6, 0, 0, 0]),
      { code: "old-format", format: "xls" },
    ],
    ["a PDF", strToU8("%PDF-1.7\n..."), { code: "not-a-spreadsheet", looksLike: "pdf" }],
    [
      "a PNG",
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
      { code: "not-a-spreadsheet", looksLike: "image" },
    ],
    [
      "a JPEG",
      new Uint8Array([255, 216, 255, 224, 0]),
      { code: "not-a-spreadsheet", looksLike: "image" },
    ],
    [
      "a program",
      new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]),
      { code: "not-a-spreadsheet", looksLike: "program" },
    ],
    ["a .rar", strToU8("Rar!\x1a\x07"), { code: "not-a-spreadsheet", looksLike: "archive" }],
    ["RTF", strToU8("{\\rtf1 x}"), { code: "not-a-spreadsheet", looksLike: "rtf" }],
    [
      "a web page named .xls",
      strToU8(" <html><table><tr><td>1"),
      { code: "not-a-spreadsheet", looksLike: "html" },
    ],
    [
      "XML of Excel 2003",
      strToU8(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      { code: "old-format", format: "xml-2003" },
    ],
    [
      "bytes of anything",
      new Uint8Array([1, 0, 2, 3, 0, 0, 9, 200]),
      { code: "not-a-spreadsheet", looksLike: "binary" },
    ],
    [
      "a .docx",
      zipOf("[Content_Types].xml", "word/document.xml"),
      { code: "not-a-spreadsheet", looksLike: "docx" },
    ],
    [
      "a .pptx",
      zipOf("[Content_Types].xml", "ppt/presentation.xml"),
      { code: "not-a-spreadsheet", looksLike: "pptx" },
    ],
    [
      "an .xlsb",
      zipOf("[Content_Types].xml", "xl/workbook.bin"),
      { code: "old-format", format: "xlsb" },
    ],
    [
      "an .ods",
      zipOf("mimetype", "content.xml", "META-INF/manifest.xml"),
      { code: "old-format", format: "ods" },
    ],
    ["a .zip", zipOf("readme.txt"), { code: "not-a-spreadsheet", looksLike: "zip" }],
  ])("%s is said to be one, whatever its name", async (_, bytes, expected) => {
    expect(await failure(bytes, "客户.xlsx")).toEqual(expected);
    expect(await failure(bytes, "客户.csv")).toEqual(expected);
  });
});

describe("workbooks that are broken", () => {
  const files = async (): Promise<Record<string, Uint8Array>> =>
    unzipSync(await saveXlsx(richWorkbook()));

  it("cut off anywhere, the zip is said to be broken", async () => {
    const bytes = await saveXlsx(richWorkbook());
    for (const share of [0.01, 0.3, 0.7, 0.99]) {
      expect(await failure(bytes.slice(0, Math.floor(bytes.length * share)))).toMatchObject({
        code: "broken-zip",
      });
    }
  });

  it("with one wrong byte in a part, the checksum tells", async () => {
    const bytes = zipSync(await files(), { level: 0 });
    const at = Buffer.from(bytes).indexOf("上海鸿远");
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await failure(bytes)).toMatchObject({
      code: "broken-zip",
      detail: expect.stringContaining("checksum"),
    });
  });

  it("missing a part, the part is named", async () => {
    for (const name of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/tables/table7.xml"]) {
      const { [name]: _, ...rest } = await files();
      expect(await failure(zipSync(rest))).toEqual({ code: "missing-part", part: name });
    }
  });

  it("with a part that is not XML, or that would fetch or multiply entities, the part is named", async () => {
    for (const text of [
      "",
      "<a",
      "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></row></sheetData></worksheet>",
      '<!DOCTYPE a [<!ENTITY b "x">]><worksheet>&b;</worksheet>',
      "<a>".repeat(300) + "</a>".repeat(300),
      '<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>',
      '<worksheet><sheetData><row r="1"><c r="ZZZZ1"/></row></sheetData></worksheet>',
    ]) {
      const all = { ...(await files()), "xl/worksheets/sheet1.xml": strToU8(text) };
      expect(await failure(zipSync(all))).toMatchObject({
        code: "broken-part",
        part: "xl/worksheets/sheet1.xml",
      });
    }
  });

  it("without a sheet, that is said", async () => {
    const all = await files();
    const book = new TextDecoder().decode(all["xl/workbook.xml"]);
    all["xl/workbook.xml"] = strToU8(book.replace(/<sheet [^>]*>/g, ""));
    expect(await failure(zipSync(all))).toEqual({ code: "no-sheets" });
  });
});

describe("files made to be too large", () => {
  it("claiming more than they hold: refused before anything is unpacked", () => {
    const bytes = zipSync({ "xl/a.xml": new Uint8Array(1000) });
    const claimed = bytes.slice();
    const view = new DataView(claimed.buffer);
    const directory = Buffer.from(claimed).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.setUint32(directory + 24, 1_000_000_000, true);
    expect(() => new ZipReader(claimed).read("xl/a.xml")).toThrow(UnreadableFile);
    const limits = { partBytes: 500, totalBytes: 5000, parts: 10 };
    expect(refusal(() => new ZipReader(bytes, limits))).toEqual({
      code: "expands-too-much",
      part: "xl/a.xml",
      limit: 500,
    });
    expect(
      () =>
        new ZipReader(zipSync({ a: strToU8("1"), b: strToU8("2") }), {
          partBytes: 9,
          totalBytes: 9,
          parts: 1,
        }),
    ).toThrow(UnreadableFile);
  });

  it("holding more than they claim: refused, and no more than the claim is kept", () => {
    const bytes = zipSync({ a: new Uint8Array(100_000) });
    const view = new DataView(bytes.buffer);
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.setUint32(directory + 24, 10, true);
    expect(() => new ZipReader(bytes).read("a")).toThrow(UnreadableFile);
  });

  it("a lone cell in the last row of every column costs no gigabytes", async () => {
    const columns = Array.from(
      { length: 300 },
      (_, index) =>
        `<c r="${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}1048576"><v>1</v></c>`,
    );
    const sheet = `<sheetData><row r="1048576">${columns.join("")}</row></sheetData>`;
    expect(await failure(excelFile(sheet))).toMatchObject({ code: "too-many-cells", sheet: "S" });
  });

  it("a table of more rows or columns than a sheet has is not cut", async () => {
    expect(await failure(strToU8("a\n".repeat(1_048_577)), "a.csv")).toMatchObject({
      code: "too-many-rows",
      rows: 1_048_577,
    });
    expect(await failure(strToU8("a,".repeat(16_384)), "a.csv")).toMatchObject({
      code: "too-many-columns",
      columns: 16_385,
    });
  });
});

describe("the zip reader", () => {
  it("finds parts without minding case, and reads stored and deflated ones", () => {
    const zip = new ZipReader(
      zipSync({ "XL/Workbook.xml": strToU8("<a/>"), b: [strToU8("stored"), { level: 0 }] }),
    );
    expect(new TextDecoder().decode(zip.read("xl/workbook.xml"))).toBe("<a/>");
    expect(new TextDecoder().decode(zip.read("b"))).toBe("stored");
  });
});

describe("the XML reader", () => {
  it("keeps attributes, entities, CDATA and places, and refuses what is not well formed", () => {
    const source =
      "<?xml version='1.0'?><!-- c --><a b='1&#x4E2D;&lt;' c:d=\"2\">t<![CDATA[<x>]]><e/></a>";
    const root = parseXml(source);
    expect(root).toMatchObject({ name: "a", attributes: { b: "1中<", "c:d": "2" }, text: "t<x>" });
    const [child] = root.children;
    expect(source.slice(child?.start, child?.end)).toBe("<e/>");
    for (const bad of [
      "",
      "<a>",
      "<a></b>",
      "<a/><b/>",
      "<a b></a>",
      "<a b=1/>",
      "x<a/>",
      "<1/>",
      "</a>",
      "<a><![CDATA[x</a>",
    ]) {
      expect(() => parseXml(bad)).toThrow(XmlError);
    }
  });
});
