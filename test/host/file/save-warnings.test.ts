import { strFromU8, unzipSync } from "fflate";
import { ExcelHost } from "../../../src/host/excel-host";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { saveWarnings } from "../../../src/host/file/save-warnings";
import { Workbook } from "../../../src/host/model/workbook";
import { officeClient } from "../../office-client";
import { excelFile } from "./excel-parts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet with one chart in a frame of one corner and a size, 150 × 100 points. */
function chartFile(chart: string): Uint8Array {
  const link = (kind: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
  return excelFile('<sheetData/><drawing r:id="rId1"/>', {
    more: {
      "xl/worksheets/_rels/sheet1.xml.rels": link("drawing", "../drawings/drawing1.xml"),
      "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="1905000" cy="1270000"/><xdr:graphicFrame macro="m"><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="图"/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": link("chart", "../charts/chart1.xml"),
      "xl/charts/chart1.xml": chart,
    },
  });
}

describe("what is told before a workbook is saved", () => {
  it("comments, which the file keeps as notes, by their sheets; nothing where there are none", async () => {
    const workbook = new Workbook();
    workbook.addSheet("客户");
    workbook.addSheet("其他");
    expect(saveWarnings(workbook)).toEqual([]);
    await officeClient(new ExcelHost(workbook).connect());
    await Excel.run(async (context) => {
      context.workbook.comments.add("客户!B2", "请核实电话");
      await context.sync();
    });
    expect(saveWarnings(workbook)).toEqual([{ code: "comments-as-notes", sheets: ["客户"] }]);
  });

  it("charts that were changed and lose looks by it; not those that say what they said", async () => {
    const chart =
      '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:view3D><c:rotX val="35"/></c:view3D><c:plotArea><c:bar3DChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:gradFill><a:gsLst/></a:gradFill></c:spPr></c:ser></c:bar3DChart></c:plotArea></c:chart></c:chartSpace>';
    const open = await openWorkbook(chartFile(chart), "charts.xlsx");
    if (!open.ok) throw new Error(JSON.stringify(open.failure));
    const [sheet] = open.workbook.sheets;
    const [drawn] = sheet?.charts ?? [];
    if (drawn === undefined || sheet === undefined) throw new Error("no chart");
    drawn.from = { ...drawn.from, row: drawn.from.row + 1 };
    drawn.to = { ...drawn.to, row: drawn.to.row + 1 };
    expect(saveWarnings(open.workbook)).toEqual([]);
    drawn.title.text = "改过";
    expect(saveWarnings(open.workbook)).toEqual([
      { code: "charts-written-anew", sheets: [sheet.name] },
    ]);
    const files = unzipSync(await saveXlsx(open.workbook));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    expect(text("xl/charts/ksChart1.xml")).toContain('<c:rotX val="35"/>');
    // Moved, the frame goes on stating a place and a size.
    expect(text("xl/drawings/ksDrawing1.xml")).toMatch(
      /<xdr:oneCellAnchor>.*<xdr:row>3<.*<xdr:ext cx="1905000" cy="1270000"\/>.*macro="m"/,
    );
  });

  it("shares of the way come while a workbook is written, and end at the whole", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Sheet1");
    for (let row = 0; row < 40_000; row += 1) sheet.cells.setValue(row, 0, row);
    const shares: number[] = [];
    await saveXlsx(workbook, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });
});
