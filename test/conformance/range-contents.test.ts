import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.range */
describe("Excel.Range: what its cells hold", () => {
  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-formulasr1c1-member */
  it("reads and writes formulas in R1C1 spelling", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1:B3").formulasR1C1 = [["=RC[-1]*2"], ["=R[-1]C+RC1"], ["=SUM(R1C1:R3C1)"]];
      const range = sheet.getRange("B1:B3").load("formulas,formulasR1C1,values");
      sheet.getRange("C1").formulas = [["=SUM(A:A)+$A$1"]];
      const other = sheet.getRange("C1").load("formulasR1C1");
      await context.sync();
      expect(range.formulas).toEqual([["=A1*2"], ["=B1+$A2"], ["=SUM($A$1:$A$3)"]]);
      expect(range.formulasR1C1).toEqual([["=RC[-1]*2"], ["=R[-1]C+RC1"], ["=SUM(R1C1:R3C1)"]]);
      expect(range.values).toEqual([[2], [4], [6]]);
      expect(other.formulasR1C1).toEqual([["=SUM(C[-2]:C[-2])+R1C1"]]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.rangehyperlink */
  it("keeps a link with its text and tip, and lets go of it alone", async () => {
    await inExcel(async (context, sheet) => {
      const cell = sheet.getRange("A1");
      cell.hyperlink = {
        address: "https://example.com/",
        screenTip: "Open",
        textToDisplay: "The site",
      };
      cell.load("hyperlink,values,format/font/underline");
      const none = sheet.getRange("B1").load("hyperlink");
      await context.sync();
      expect(cell.hyperlink).toMatchObject({
        address: "https://example.com/",
        screenTip: "Open",
        textToDisplay: "The site",
      });
      expect([cell.values[0]![0], cell.format.font.underline]).toEqual(["The site", "Single"]);
      expect(none.hyperlink).toBeNull();
      cell.clear("Hyperlinks");
      cell.load("hyperlink,values");
      await context.sync();
      expect([cell.hyperlink, cell.values[0]![0]]).toEqual([null, "The site"]);
    });
  });

  it("moves its links with inserted rows", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").hyperlink = { documentReference: "A9", textToDisplay: "down" };
      sheet.getRange("1:1").insert("Down");
      const moved = sheet.getRange("A2").load("hyperlink");
      await context.sync();
      expect(moved.hyperlink).toMatchObject({ documentReference: "A9" });
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.numberformatcategory */
  it("tells which kind of number format a cell has", async () => {
    await inExcel(async (context, sheet) => {
      const formats = [
        "General",
        "0.00",
        "yyyy-mm-dd",
        "h:mm",
        "0%",
        "@",
        "$#,##0.00",
        "# ?/?",
        "0.0E+00",
      ];
      const range = sheet.getRange("A1:I1");
      range.numberFormat = [formats];
      range.load("numberFormatCategories");
      await context.sync();
      expect(range.numberFormatCategories).toEqual([
        [
          "General",
          "Number",
          "Date",
          "Time",
          "Percentage",
          "Text",
          "Currency",
          "Fraction",
          "Scientific",
        ],
      ]);
    });
  });

  it("takes commas for thousands only where they part thousands", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["1,234", "14,37", "1,234.5"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1234, "14,37", 1234.5]]);
    });
  });
});
