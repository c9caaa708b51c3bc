import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
describe("Excel.WorksheetProtection", () => {
  it("protects a worksheet: locked cells refuse, unlocked ones do not", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("B1").values = [[1]];
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.protection.unprotect();
      sheet.getRange("B1").values = [[1]];
      await context.sync();
    });
  });

  it("says what it allows, and is refused twice", async () => {
    await inExcel(async (context, sheet) => {
      sheet.protection.protect({ allowSort: true, allowFormatCells: true });
      sheet.protection.load("protected,options");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({
        allowSort: true,
        allowFormatCells: true,
        allowInsertRows: false,
      });
      sheet.protection.protect();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      sheet.protection.unprotect();
      await context.sync();
    });
  });

  it("asks for the password it was given", async () => {
    await inExcel(async (context, sheet) => {
      sheet.protection.protect({}, "secret");
      await context.sync();
      sheet.protection.unprotect("wrong");
      await expect(context.sync()).rejects.toMatchObject({ code: expect.any(String) });
      sheet.protection.unprotect("secret");
      sheet.protection.load("protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(false);
    });
  });
});
