import { inExcel } from "./in-excel";

// https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-replaceall-member(1)
describe("Excel.Range.replaceAll and Excel.Worksheet.replaceAll", () => {
  it("replace parts of texts, numbers and formulas, within the range only", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").formulas = [
        ["Ann (old)", "ann"],
        [1001, "=A2+1001"],
        ["", "1001"],
      ];
      const texts = sheet.getRange("A1:A3").replaceAll("ANN (", "Bo (", {});
      const numbers = sheet.replaceAll("1001", "7", { completeMatch: false, matchCase: true });
      const cells = sheet.getRange("A1:B3").load("formulas,values");
      await context.sync();
      expect([texts.value, numbers.value]).toEqual([1, 3]);
      expect(cells.formulas).toEqual([
        ["Bo (old)", "ann"],
        [7, "=A2+7"],
        ["", 7],
      ]);
      expect(cells.values[1]).toEqual([7, 14]);
    });
  });

  it("replace whole cells, by case, and nothing where nothing matches", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A3").values = [["new"], ["NEW"], ["newer $&"]];
      const whole = sheet.replaceAll("new", "$&", { completeMatch: true, matchCase: true });
      const none = sheet.replaceAll("absent", "x", { completeMatch: false, matchCase: false });
      const cells = sheet.getRange("A1:A3").load("values");
      await context.sync();
      expect([whole.value, none.value]).toEqual([1, 0]);
      expect(cells.values).toEqual([["$&"], ["NEW"], ["newer $&"]]);
    });
  });
});
