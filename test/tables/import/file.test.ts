import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Cell } from "../../../src/tables/change";
import { FileError, type FileProblem } from "../../../src/tables/import/file/file-problem";
import type { SheetGrid } from "../../../src/tables/import/file/sheet-cells";
import { openWorkbookFile, type WorkbookFile } from "../../../src/tables/import/file/workbook-file";
import { zipLimits } from "../../../src/tables/import/file/zip";
import { sheetPart, xlsxFile, xlsxOf, xlsxParts } from "./xlsx";

/** Workbook files, read without trusting them. */

function ended<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(0);
    expect(step.value).toBeLessThanOrEqual(1);
  }
}

function opened(bytes: Uint8Array, limits = zipLimits): WorkbookFile {
  return ended(openWorkbookFile(bytes, limits));
}

function gridOf(rows: string, more: Parameters<typeof xlsxParts>[1] = {}): SheetGrid {
  return ended(opened(xlsxFile(xlsxParts(rows, more))).read(0));
}

function cellsOf(rows: string, more: Parameters<typeof xlsxParts>[1] = {}): readonly Cell[] {
  return gridOf(`<row r="1">${rows}</row>`, more).rows[0] ?? [];
}

function problemOf(work: () => unknown): FileProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  throw new Error("it was read");
}

describe("cells of a workbook file", () => {
  it("lists the sheets, hidden ones as such", () => {
    expect(opened(xlsxFile(xlsxParts(""))).sheets).toEqual([
      { name: "客户 A&B", hidden: false },
      { name: "旧", hidden: true },
    ]);
  });

  it("days and times are the text people see, whatever the date system", () => {
    const rows =
      '<c r="A1" s="1"><v>46119</v></c><c r="B1" s="2"><v>0.40625</v></c>' +
      '<c r="C1" s="3"><v>46119.75</v></c><c r="D1" s="4"><v>1.5</v></c><c r="E1"><v>46119</v></c>';
    expect(cellsOf(rows)).toEqual(["2026-04-07", "09:45", "2026-04-07 18:00", 1.5, 46_119]);
    expect(cellsOf('<c r="A1" s="1"><v>44657</v></c>', { date1904: true })).toEqual(["2026-04-07"]);
  });

  it("[P7] text stays text: numbers kept as text, what looks like a formula, runs, guides and escapes", () => {
    const strings = [
      "<t>00123</t>",
      '<t xml:space="preserve">=1+1 </t>',
      '<r><t>甲</t></r><r><rPr><b/></rPr><t>公司</t></r><rPh sb="0" eb="1"><t>かな</t></rPh>',
      "<t>a_x000D_\nb &lt;&#x4E2D;&gt;</t>",
    ];
    const rows = strings.map((_, at) => `<c t="s"><v>${at}</v></c>`).join("");
    expect(cellsOf(rows, { strings })).toEqual(["00123", "=1+1 ", "甲公司", "a\r\nb <中>"]);
    expect(cellsOf('<c t="str"><f>A2</f><v>+86 138</v></c>')).toEqual(["+86 138"]);
  });

  it("a formula is what it gave; errors and truth values are themselves; what was never worked out is told", () => {
    const grid = gridOf(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="b"><v>1</v></c><c r="D1"><f>A1</f></c></row>',
    );
    expect(grid.rows).toEqual([[2, "#N/A", true]]);
    expect(grid.uncalculated).toBe(1);
  });

  it("knows where the cells stand, with gaps, hidden rows, and regions merged over several rows", () => {
    const text = (at: string, value: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const grid = gridOf(
      `<row r="3">${text("C3", "标题")}</row><row r="5" hidden="1">${text("C5", "华东")}${text("E5", "甲")}</row><row r="6">${text("E6", "乙")}</row>`,
      {
        behind:
          '<mergeCells count="2"><mergeCell ref="C3:E3"/><mergeCell ref="C5:C6"/></mergeCells>',
      },
    );
    expect(grid).toMatchObject({ top: 2, left: 2, hiddenRows: 1 });
    expect(grid.rows).toEqual([["标题"], [], ["华东", null, "甲"], ["华东", null, "乙"]]);
  });

  it.each(["adopted-zh.xlsx", "created-en-1904.xlsx"])("reads %s as a program wrote it", (name) => {
    const file = readFileSync(path.join(__dirname, "../../workbooks/schema-1", name));
    const book = opened(file);
    const grids = book.sheets.map((_, at) => ended(book.read(at)));
    expect(grids.some(({ rows }) => rows.length > 2)).toBe(true);
  });
});

describe("files that are not what they should be", () => {
  const compound = (name: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...Buffer.from(name, "utf16le")]);
  const withSheet = (part: string): Uint8Array =>
    xlsxFile({ ...xlsxParts(""), "xl/worksheets/sheet1.xml": part });
  const good = xlsxFile(xlsxParts('<row r="1"><c r="A1"><v>1</v></c></row>'));
  const read = (bytes: Uint8Array) => ended(opened(bytes).read(0));

  it.each<[string, Uint8Array, FileProblem["code"]]>([
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "not-a-workbook"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "not-a-workbook"],
    ["an encrypted workbook", compound("EncryptedPackage"), "password-protected"],
    ["an .xls file", compound("Workbook"), "other-format"],
    ["an .ods file", zipSync({ "content.xml": strToU8("<a/>") }), "other-format"],
    ["a file cut off", good.subarray(0, good.length / 2), "damaged-file"],
    ["a document type", withSheet(`<!DOCTYPE worksheet>${sheetPart("")}`), "damaged-file"],
    ["its own entities", withSheet('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "damaged-file"],
    ["nesting without end", withSheet("<a>".repeat(100_000)), "damaged-file"],
    [
      "nesting deeper than any",
      withSheet(sheetPart(`${"<a>".repeat(100)}${"</a>".repeat(100)}`)),
      "damaged-file",
    ],
    ["a cell in no row", withSheet(sheetPart("<c><v>1</v></c>")), "damaged-file"],
    [
      "more cells than a row has",
      withSheet(sheetPart(`<row>${"<c/>".repeat(16_385)}</row>`)),
      "damaged-file",
    ],
    ["tags that do not match", withSheet("<worksheet><a></b></worksheet>"), "damaged-file"],
    ["a tag that never ends", withSheet(`<a b="${"x".repeat(3_000_000)}`), "damaged-file"],
    [
      "a cell outside the sheet",
      withSheet(sheetPart('<row><c r="A1048577"/></row>')),
      "damaged-file",
    ],
    [
      "a text that is not there",
      withSheet(sheetPart('<row><c t="s"><v>9</v></c></row>')),
      "damaged-file",
    ],
    [
      "a number that is none",
      withSheet(sheetPart("<row><c><v>0x1F</v></c></row>")),
      "damaged-file",
    ],
  ])("%s", (_, bytes, code) => {
    expect(problemOf(() => read(bytes)).code).toBe(code);
  });

  it("a part that unpacks to more than the limit is refused by what the directory says", () => {
    const limits = { ...zipLimits, partBytes: 100_000 };
    const bomb = withSheet(sheetPart(" ".repeat(1_000_000)));
    expect(bomb.length).toBeLessThan(10_000);
    expect(problemOf(() => opened(bomb, limits)).code).toBe("file-too-large");
  });

  it("a part that unpacks to more than it claims is given up as soon as it does", () => {
    const bomb = Uint8Array.from(withSheet(sheetPart(" ".repeat(1_000_000))));
    const view = new DataView(bomb.buffer);
    // Each size in the directory becomes 1,000 bytes.
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
    expect(problemOf(() => read(bomb)).code).toBe("damaged-file");
  });

  it("a changed byte is noticed by the checksum", () => {
    // A digit in a cell: all is well formed still, and another number.
    const parts = xlsxParts('<row r="1"><c r="A1"><v>7777</v></c></row>');
    const stored = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { level: 0 }]]),
      ),
    );
    const at = Buffer.from(stored).indexOf("7777");
    const changed = Uint8Array.from(stored, (byte, index) => (index === at ? 0x38 : byte));
    expect(ended(opened(stored).read(0)).rows).toEqual([[7777]]);
    expect(problemOf(() => read(changed))).toMatchObject({ code: "damaged-file" });
  });

  it("rows of any width and height come back as they were written", () => {
    const rows = [
      ["名称", "电话", 3],
      ["=A1", "\tx", 0.5],
      ["", null, 1e21],
    ];
    expect(ended(opened(xlsxOf(rows)).read(0)).rows).toEqual([
      ["名称", "电话", 3],
      ["=A1", "\tx", 0.5],
      [null, null, 1e21],
    ]);
  });
});
