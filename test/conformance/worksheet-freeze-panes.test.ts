import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
describe("Excel.WorksheetFreezePanes", () => {
  it("freezes panes and tells where", async () => {
    await inExcel(async (context, sheet) => {
      sheet.freezePanes.freezeRows(1);
      const where = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(where.address.split("!")[1]).toBe("1:1");
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it("freezes columns, and both at a range", async () => {
    await inExcel(async (context, sheet) => {
      sheet.freezePanes.freezeColumns(2);
      const columns = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(columns.address.split("!")[1]).toBe("A:B");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const both = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(both.address.split("!")[1]).toBe("A1:B3");
      sheet.freezePanes.unfreeze();
      await context.sync();
    });
  });
});
