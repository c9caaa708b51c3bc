import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.datavalidation#excel-excel-datavalidation-getinvalidcells-member(1) */
describe("Excel.DataValidation.getInvalidCells", () => {
  it("names the cells whose values break their rule, and none where all meet it", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:A4");
      range.values = [[1], [20], ["text"], [""]];
      range.dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 10, operator: "Between" },
      };
      const invalid = range.dataValidation.getInvalidCells().load("address");
      const none = sheet.getRange("A1").dataValidation.getInvalidCellsOrNullObject();
      await context.sync();
      expect(invalid.address.replace(/[^!,]*!/g, "")).toBe("A2,A3");
      expect(none.isNullObject).toBe(true);
      sheet.getRange("A1").dataValidation.getInvalidCells();
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
