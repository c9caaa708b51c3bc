import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
describe("Excel.RangeFont", () => {
  it("keeps name, size, colour and emphasis", async () => {
    await inExcel(async (context, sheet) => {
      const { font } = sheet.getRange("A1:B2").format;
      font.name = "Arial";
      font.size = 14;
      font.color = "#336699";
      font.bold = true;
      font.italic = true;
      font.underline = "Single";
      font.strikethrough = true;
      const cell = sheet
        .getRange("B2")
        .format.font.load("name,size,color,bold,italic,underline,strikethrough");
      await context.sync();
      expect([cell.name, cell.size, cell.color]).toEqual(["Arial", 14, "#336699"]);
      expect([cell.bold, cell.italic, cell.underline, cell.strikethrough]).toEqual([
        true,
        true,
        "Single",
        true,
      ]);
    });
  });

  it("answers null for what differs between cells, and the rest all the same", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").format.font.size = 20;
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1").format.font.name = "Arial";
      const font = sheet.getRange("A1:A2").format.font.load("size,bold,name");
      await context.sync();
      expect([font.size, font.bold, font.name]).toEqual([20, null, null]);
    });
  });
});
