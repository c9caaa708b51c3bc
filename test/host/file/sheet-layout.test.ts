import { strFromU8, unzipSync } from "fflate";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { Workbook } from "../../../src/host/model/workbook";

describe("groups of rows in the file", () => {
  const collapsedRows = async (hidden: readonly number[]) => {
    const book = new Workbook();
    const sheet = book.addSheet("Sheet1");
    for (const row of [1, 2]) sheet.rowOutline.set(row, 1);
    for (const row of hidden) sheet.hiddenRows.add(row);
    const bytes = await saveXlsx(book);
    const part = unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array();
    const again = await openWorkbook(bytes, "book.xlsx");
    expect(again.ok && [...(again.workbook.sheets[0]?.hiddenRows ?? [])]).toEqual(hidden);
    return [...strFromU8(part).matchAll(/<row r="(\d+)"[^>]* collapsed="1"/g)].map(
      ([, row]) => row,
    );
  };

  it("a group is collapsed where all of it is hidden (ECMA-376 18.3.1.73)", async () => {
    expect(await collapsedRows([1, 2])).toEqual(["4"]);
  });

  // LibreOffice hides all rows of a group that is said to be collapsed.
  it("a group with a row in sight is not", async () => {
    expect(await collapsedRows([2])).toEqual([]);
    expect(await collapsedRows([])).toEqual([]);
  });
});
