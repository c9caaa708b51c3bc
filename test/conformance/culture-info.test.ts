import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.cultureinfo */
describe("Excel.CultureInfo", () => {
  it("names the culture, and writes dates and numbers as its cells do", async () => {
    await inExcel(async (context, sheet) => {
      const { cultureInfo } = context.workbook.application;
      const culture = cultureInfo.load("name");
      const dates = cultureInfo.datetimeFormat.load(
        "dateSeparator,shortDatePattern,longDatePattern,longTimePattern",
      );
      const numbers = cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
      const cell = sheet.getRange("A1");
      cell.values = [[1234.5]];
      cell.numberFormat = [["#,##0.0"]];
      cell.load("text");
      await context.sync();
      expect(culture.name).toMatch(/^[a-z]{2,3}-[A-Za-z-]+$/);
      const { numberGroupSeparator: group, numberDecimalSeparator: point } = numbers;
      expect(cell.text).toEqual([[`1${group}234${point}5`]]);
      expect(dates.shortDatePattern).toContain(dates.dateSeparator);
      expect(dates.longDatePattern).toMatch(/y.*M|M.*y/);
      expect(dates.longTimePattern).toMatch(/mm:ss/);
    });
  });
});
