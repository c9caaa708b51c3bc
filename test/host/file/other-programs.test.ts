import { readFileSync } from "node:fs";
import path from "node:path";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { Workbook } from "../../../src/host/model/workbook";
import { described } from "./described";

const folder = path.join(__dirname, "../../workbooks/libreoffice");

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const result = await openWorkbook(bytes, "customers.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  expect(result.warnings).toEqual([]);
  return result.workbook;
}

describe("a workbook LibreOffice wrote", () => {
  const bytes = readFileSync(path.join(folder, "customers.xlsx"));

  it("is the same after it was opened, saved and opened again", async () => {
    const workbook = await opened(bytes);
    const again = await opened(await saveXlsx(workbook));
    expect(described(again)).toEqual(described(workbook));
  });

  it("is understood: links, filter, groups, note, named styles, print set-up", async () => {
    const workbook = await opened(bytes);
    const [sheet] = workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    expect(sheet.hyperlinks).toMatchObject([
      { row: 1, column: 0, address: "https://example.com/?a=1&b=2", documentReference: null },
      { row: 4, column: 0, address: null, documentReference: "客户!A1" },
    ]);
    expect(sheet.notes).toMatchObject([
      {
        row: 1,
        column: 2,
        author: "李",
        content: "第一行\n第二行",
        visible: true,
        size: { width: 82.15, height: 76.5 },
      },
    ]);
    expect(sheet.autoFilter).toEqual({
      area: { top: 0, left: 0, bottom: 3, right: 3 },
      filters: [{ column: 1, criteria: { filterOn: "Values", values: ["A"] } }],
    });
    expect([...sheet.filteredRows]).toEqual([2, 3]);
    expect([...sheet.rowOutline.keys()]).toEqual([2, 3]);
    expect([...sheet.columnOutline.keys()]).toEqual([1, 2]);
    expect(Object.fromEntries(sheet.pageLayout)).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
    });
    expect(sheet.printArea).toEqual([{ top: 0, left: 0, bottom: 8, right: 3 }]);
    expect(sheet.printTitles.rows).toMatchObject({ top: 0, bottom: 0 });
    expect(sheet.cells.style(0, 0)).toMatchObject({ styleName: "VIP 客户", fill: "#FFF2CC" });
    expect(workbook.styles.get("VIP 客户")).toMatchObject({ builtIn: false });
    // Alignments that are the default anyway are no looks of their own.
    expect(sheet.cells.style(1, 2)).toEqual({});
  });
});
