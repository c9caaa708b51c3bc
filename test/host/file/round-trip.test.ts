import { unzipSync, zipSync, strFromU8, strToU8 } from "fflate";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../../../src/host/file/snapshot";
import { parseXml } from "../../../src/host/file/xml";
import type { Workbook } from "../../../src/host/model/workbook";
import { described } from "./described";
import { richWorkbook } from "./rich-workbook";

async function reopened(workbook: Workbook): Promise<Workbook> {
  const opened = await openWorkbook(await saveXlsx(workbook), "round.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  expect(opened.warnings).toEqual([]);
  return opened.workbook;
}

describe("a workbook that is saved and opened again", () => {
  it("has everything it had", async () => {
    const workbook = richWorkbook();
    // The file tells these header texts by the table's columns.
    expect(described(await reopened(workbook))).toEqual(described(workbook));
  });

  it("gives the same bytes when it is saved twice", async () => {
    const first = await saveXlsx(richWorkbook());
    const opened = await reopened(richWorkbook());
    expect(await saveXlsx(richWorkbook())).toEqual(first);
    const second = await saveXlsx(opened);
    expect(await saveXlsx(await reopened(opened))).toEqual(second);
  });

  it("keeps the 1904 date system and the serial numbers as they are", async () => {
    const workbook = richWorkbook();
    workbook.date1904 = true;
    const again = await reopened(workbook);
    expect(again.date1904).toBe(true);
    expect(again.sheets[0]?.cells.value(2, 4)).toBe(46001.75);
  });

  it("holds well-formed parts only, each named once", async () => {
    const files = unzipSync(await saveXlsx(richWorkbook()));
    for (const [name, bytes] of Object.entries(files)) {
      if (/\.(xml|rels|vml)$/.test(name)) expect(() => parseXml(strFromU8(bytes))).not.toThrow();
    }
    const types = strFromU8(files["[Content_Types].xml"] ?? new Uint8Array());
    for (const name of Object.keys(files)) {
      if (
        name.endsWith(".rels") ||
        name === "[Content_Types].xml" ||
        name.startsWith("customXml/item1")
      )
        continue;
      expect(types).toContain(`PartName="/${name}"`);
    }
  });

  it("crosses to a worker and back unchanged, sharing equal looks", () => {
    const workbook = richWorkbook();
    const there = workbookFromSnapshot(structuredClone(snapshotWorkbook(workbook)));
    expect(described(there)).toEqual(described(workbook));
    expect(there.sheets.map(({ id }) => id)).toEqual(workbook.sheets.map(({ id }) => id));
    expect(there.sheets[0]?.cells.style(1, 0)).toBe(workbook.sheets[0]?.cells.style(2, 0));
    expect(there.nextTableId()).toBe(8);
    expect(there.addSheet("新").id).not.toBe(there.sheets[0]?.id);
  });
});

describe("parts of a file that the host does not know", () => {
  /** Our own file with a drawing, a pivot cache, a hyperlink and page set-up added, as Excel would have them. */
  async function foreignFile(): Promise<Uint8Array> {
    const workbook = richWorkbook();
    const files = unzipSync(await saveXlsx(workbook));
    const edit = (name: string, change: (text: string) => string): void => {
      files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
    };
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    edit("xl/worksheets/sheet1.xml", (text) =>
      text.replace(
        "<legacyDrawing",
        '<hyperlinks><hyperlink ref="B2" r:id="rId9"/></hyperlinks><pageSetup orientation="landscape"/><drawing r:id="rId8"/><legacyDrawing',
      ),
    );
    edit("xl/worksheets/_rels/sheet1.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        `<Relationship Id="rId8" Type="${type}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId9" Type="${type}/hyperlink" Target="https://example.com/?a=1&amp;b=2" TargetMode="External"/></Relationships>`,
      ),
    );
    files["xl/drawings/drawing1.xml"] = strToU8(
      '<xdr:wsDr xmlns:xdr="urn:d"><xdr:twoCellAnchor><xdr:pic r:embed="rId1"/></xdr:twoCellAnchor></xdr:wsDr>',
    );
    files["xl/drawings/_rels/drawing1.xml.rels"] = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/image" Target="../media/image1.png"/></Relationships>`,
    );
    files["xl/media/image1.png"] = new Uint8Array([137, 80, 78, 71, 1, 2, 3]);
    edit("[Content_Types].xml", (text) =>
      text.replace(
        "<Override",
        '<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
      ),
    );
    files["xl/vbaProject.bin"] = new Uint8Array([1, 2, 3]);
    edit("xl/_rels/workbook.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
    );
    return zipSync(files);
  }

  it("are said before saving and written back as they were; macros are said to be lost", async () => {
    const opened = await openWorkbook(await foreignFile(), "foreign.xlsm");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    expect(opened.warnings).toEqual([
      { code: "kept-unchanged", what: "chart-or-picture", sheets: ["客户 & 跟进"] },
      { code: "lost-on-save", what: "macros", sheets: [] },
    ]);
    const files = unzipSync(await saveXlsx(opened.workbook));
    expect(files["xl/media/image1.png"]).toEqual(new Uint8Array([137, 80, 78, 71, 1, 2, 3]));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toMatch(/<pageSetup orientation="landscape"\/><drawing r:id="ks\d"\/>/);
    const drawing = strFromU8(files["xl/drawings/ksDrawing1.xml"] ?? new Uint8Array());
    expect(drawing).toContain('<xdr:twoCellAnchor><xdr:pic r:embed="rId1"/></xdr:twoCellAnchor>');
    const links = strFromU8(files["xl/worksheets/_rels/sheet1.xml.rels"] ?? new Uint8Array());
    expect(links).toContain('Target="https://example.com/?a=1&amp;b=2" TargetMode="External"');
    expect(files["xl/vbaProject.bin"]).toBeUndefined();
    const [read] = opened.workbook.sheets;
    expect(read?.hyperlinks).toEqual([
      {
        row: 1,
        column: 1,
        address: "https://example.com/?a=1&b=2",
        documentReference: null,
        screenTip: null,
      },
    ]);
    read?.hyperlinks.splice(0);
    read?.pageLayout.clear();
    expect(described(opened.workbook)).toEqual(described(richWorkbook()));
  });

  it("go with their sheet when the sheet is deleted", async () => {
    const opened = await openWorkbook(await foreignFile(), "foreign.xlsm");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    opened.workbook.sheets.shift();
    const bytes = await saveXlsx(opened.workbook);
    expect(Object.keys(unzipSync(bytes))).not.toContain("xl/media/image1.png");
    const again = await openWorkbook(bytes, "again.xlsx");
    expect(again).toMatchObject({ ok: true, warnings: [] });
  });
});
