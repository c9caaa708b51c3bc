import { inExcel } from "./in-excel";

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-remove-duplicates
describe("Excel.Range.removeDuplicates", () => {
  it("keeps the first of the same rows, closes up within the range and counts", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:C6").values = [
        ["Name", "City", "Row"],
        ["Ann", "Wuxi", 1],
        ["Bo", "Wuxi", 2],
        ["ann", "wuxi", 3],
        ["Ann", "Xi'an", 4],
        ["Bo", "Wuxi", 5],
      ];
      sheet.getRange("E6").values = [["beside"]];
      const result = sheet.getRange("A1:C6").removeDuplicates([0, 1], true);
      result.load("removed,uniqueRemaining");
      const left = sheet.getRange("A1:E6").load("values");
      await context.sync();
      expect([result.removed, result.uniqueRemaining]).toEqual([2, 3]);
      expect(left.values).toEqual([
        ["Name", "City", "Row", "", ""],
        ["Ann", "Wuxi", 1, "", ""],
        ["Bo", "Wuxi", 2, "", ""],
        ["Ann", "Xi'an", 4, "", ""],
        ["", "", "", "", ""],
        ["", "", "", "", "beside"],
      ]);
    });
  });

  // "Duplicate values are determined by the value displayed in the cell and not necessarily the value stored in it."
  // https://support.microsoft.com/office/find-and-remove-duplicates-00e35bea-b46a-4d5d-b28e-66a552dc138d
  it("compares what the cells show; formulas move along", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A3").numberFormat = [["yyyy-mm-dd"], ["d mmm yyyy"], ["yyyy-mm-dd"]];
      sheet.getRange("A1:B4").formulas = [
        [46000, "=A1+1"],
        [46000, "=A2+1"],
        [46000, "=A3+1"],
        [7, "=A4+1"],
      ];
      const result = sheet.getRange("A1:B4").removeDuplicates([0], false);
      result.load("removed,uniqueRemaining");
      const left = sheet.getRange("A1:B4").load("formulas");
      await context.sync();
      expect([result.removed, result.uniqueRemaining]).toEqual([1, 3]);
      expect(left.formulas).toEqual([
        [46000, "=A1+1"],
        [46000, "=A2+1"],
        [7, "=A3+1"],
        ["", ""],
      ]);
    });
  });

  it("needs columns of the range", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").removeDuplicates([2], false);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      sheet.getRange("A1:B2").removeDuplicates([], false);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});
