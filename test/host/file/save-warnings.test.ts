import { strFromU8, unzipSync } from "fflate";
import { ExcelHost } from "../../../src/host/excel-host";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { saveWarnings } from "../../../src/host/file/save-warnings";
import { Workbook } from "../../../src/host/model/workbook";
import { anotherOfficeClient, officeClient } from "../../office-client";
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

  it("that a table was sorted by colours, which the file does not say; its rows stay in that order", async () => {
    const workbook = new Workbook();
    workbook.addSheet("客户");
    const { Excel } = await anotherOfficeClient(new ExcelHost(workbook).connect());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("客户");
      sheet.getRange("A1:A3").values = [["名称"], ["甲"], ["乙"]];
      sheet.getRange("A3").format.fill.color = "#FF0000";
      const table = sheet.tables.add("A1:A3", true);
      table.sort.apply([{ key: 0, ascending: true }]);
      await context.sync();
      expect(saveWarnings(workbook)).toEqual([]);
      table.sort.apply([{ key: 0, sortOn: "CellColor", color: "#FF0000" }]);
      await context.sync();
    });
    expect(saveWarnings(workbook)).toEqual([
      { code: "lost-on-save", what: "order-by-colours", sheets: ["客户"] },
    ]);
    const again = await openWorkbook(await saveXlsx(workbook), "sorted.xlsx");
    expect(again.ok && again.workbook.sheets[0]?.cells.value(1, 0)).toBe("乙");
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

describe("what is told when a file is opened", () => {
  it("what a saved copy will not hold: data tables, pictures in cells, chart sheets, signatures", async () => {
    const links = (...items: readonly (readonly [string, string, string])[]): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
        .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
        .join("")}</Relationships>`;
    const bytes = excelFile(
      '<sheetData><row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1"><f t="dataTable" ref="B1:B2" dt2D="0" dtr="0" r1="C1"/><v>3</v></c></row></sheetData>',
      {
        more: {
          "_rels/.rels": links(
            ["rId1", `${office}/officeDocument`, "xl/workbook.xml"],
            [
              "rId2",
              "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
              "_xmlsignatures/origin.sigs",
            ],
          ),
          "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId2"/></sheets></workbook>`,
          "xl/_rels/workbook.xml.rels": links(
            ["rId1", `${office}/worksheet`, "worksheets/sheet1.xml"],
            ["rId2", `${office}/chartsheet`, "chartsheets/sheet1.xml"],
          ),
          "xl/chartsheets/sheet1.xml": "<chartsheet/>",
        },
      },
    );
    const open = await openWorkbook(bytes, "lost.xlsx");
    if (!open.ok) throw new Error(JSON.stringify(open.failure));
    expect(open.warnings).toEqual([
      { code: "lost-on-save", what: "data-table", sheets: ["S"] },
      { code: "lost-on-save", what: "rich-value", sheets: ["S"] },
      { code: "lost-on-save", what: "chart-sheet", sheets: ["图"] },
      { code: "lost-on-save", what: "signature", sheets: [] },
    ]);
    // The values stay.
    expect(open.workbook.sheets[0]?.cells.value(0, 1)).toBe(3);
  });
});
