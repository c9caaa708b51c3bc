import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
describe("Excel.RangeFormat", () => {
  it("keeps alignment, wrapping and indent, and answers null where cells differ", async () => {
    await inExcel(async (context, sheet) => {
      const { format } = sheet.getRange("A1");
      format.horizontalAlignment = "Right";
      format.verticalAlignment = "Center";
      format.wrapText = true;
      format.indentLevel = 2;
      format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
      const both = sheet.getRange("A1:B1").format.load("horizontalAlignment,wrapText");
      await context.sync();
      expect([format.horizontalAlignment, format.verticalAlignment]).toEqual(["Right", "Center"]);
      expect([format.wrapText, format.indentLevel]).toEqual([true, 2]);
      expect([both.horizontalAlignment, both.wrapText]).toEqual([null, null]);
    });
  });

  it("has one width for each column and one height for each row, in points", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B1").format.columnWidth = 90;
      sheet.getRange("A1").format.rowHeight = 30;
      const same = sheet.getRange("A1:B9").format.load("columnWidth");
      const different = sheet.getRange("B1:C1").format.load("columnWidth");
      const row = sheet.getRange("F1").format.load("rowHeight");
      await context.sync();
      expect(Math.abs(same.columnWidth - 90)).toBeLessThan(1);
      expect(different.columnWidth).toBeNull();
      expect(Math.abs(row.rowHeight - 30)).toBeLessThan(1);
    });
  });

  it("fits columns to their texts: a longer text makes a wider column", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B1").values = [["x", "a text that is a good deal longer than the other"]];
      sheet.getRange("A:B").format.autofitColumns();
      const narrow = sheet.getRange("A1").format.load("columnWidth");
      const wide = sheet.getRange("B1").format.load("columnWidth");
      await context.sync();
      expect(wide.columnWidth).toBeGreaterThan(narrow.columnWidth * 3);
    });
  });
});
