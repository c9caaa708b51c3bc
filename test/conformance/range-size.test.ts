import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
describe("Excel.RangeFormat sizes and indents", () => {
  it("returns columns and rows to the standard, and says whether they have it", async () => {
    await inExcel(async (context, sheet) => {
      const { format } = sheet.getRange("B2:C3");
      sheet.getRange("B2").format.columnWidth = 200;
      sheet.getRange("B2").format.rowHeight = 60;
      format.load("useStandardWidth,useStandardHeight");
      await context.sync();
      // Column C and row 3 still have it.
      expect([format.useStandardWidth, format.useStandardHeight]).toEqual([null, null]);
      format.useStandardWidth = true;
      format.useStandardHeight = true;
      format.load("useStandardWidth,useStandardHeight");
      const standard = sheet.getRange("F9").format.load("columnWidth,rowHeight");
      const now = sheet.getRange("B2").format.load("columnWidth,rowHeight");
      await context.sync();
      expect([format.useStandardWidth, format.useStandardHeight]).toEqual([true, true]);
      expect([now.columnWidth, now.rowHeight]).toEqual([standard.columnWidth, standard.rowHeight]);
    });
  });

  it("moves indents by a difference, each cell from its own, and not below none", async () => {
    await inExcel(async (context, sheet) => {
      const [first, second] = [sheet.getRange("A1").format, sheet.getRange("B1").format];
      second.indentLevel = 3;
      sheet.getRange("A1:B1").format.adjustIndent(2);
      first.load("indentLevel");
      second.load("indentLevel");
      await context.sync();
      expect([first.indentLevel, second.indentLevel]).toEqual([2, 5]);
      sheet.getRange("A1:B1").format.adjustIndent(-4);
      first.load("indentLevel");
      second.load("indentLevel");
      await context.sync();
      expect([first.indentLevel, second.indentLevel]).toEqual([0, 1]);
    });
  });
});
