import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.sortfield */
describe("Excel.SortField by colours", () => {
  it("brings the cells of a colour to the top, and the rest by value behind them", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A5").values = [["Name"], ["d"], ["c"], ["b"], ["a"]];
      const table = sheet.tables.add("A1:A5", true);
      sheet.getRange("A4").format.fill.color = "#FFFF00";
      sheet.getRange("A2").format.font.color = "#FF0000";
      table.sort.apply([
        { key: 0, sortOn: Excel.SortOn.cellColor, color: "#ffff00", ascending: true },
        { key: 0 },
      ]);
      table.sort.load("fields");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      expect(body.values).toEqual([["b"], ["a"], ["c"], ["d"]]);
      expect(table.sort.fields[0]).toMatchObject({ sortOn: "CellColor", color: "#FFFF00" });
    });
  });

  it("brings them to the end where the order is descending", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:A3");
      range.values = [["a"], ["b"], ["c"]];
      sheet.getRange("A1").format.font.color = "#FF0000";
      range.sort.apply([
        { key: 0, sortOn: Excel.SortOn.fontColor, color: "#FF0000", ascending: false },
      ]);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["b"], ["c"], ["a"]]);
    });
  });
});
