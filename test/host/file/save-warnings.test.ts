import { ExcelHost } from "../../../src/host/excel-host";
import { saveXlsx } from "../../../src/host/file/save";
import { saveWarnings } from "../../../src/host/file/save-warnings";
import { Workbook } from "../../../src/host/model/workbook";
import { officeClient } from "../../office-client";

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
