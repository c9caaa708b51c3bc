import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.filter */
describe("Excel.Filter by colours", () => {
  it("shows the rows whose cell or letters have the colour", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A4").values = [["Name"], ["yellow"], ["plain"], ["red letters"]];
      const table = sheet.tables.add("A1:A4", true);
      sheet.getRange("A2").format.fill.color = "#FFFF00";
      sheet.getRange("A4").format.font.color = "#FF0000";
      const { filter } = table.columns.getItemAt(0);
      async function shown(): Promise<unknown[][]> {
        const view = table.getDataBodyRange().getVisibleView().load("values");
        await context.sync();
        return view.values as unknown[][];
      }
      filter.applyCellColorFilter("#FFFF00");
      expect(await shown()).toEqual([["yellow"]]);
      filter.applyFontColorFilter("#FF0000");
      expect(await shown()).toEqual([["red letters"]]);
      filter.load("criteria");
      await context.sync();
      expect(filter.criteria).toMatchObject({ filterOn: "FontColor", color: "#FF0000" });
      filter.clear();
      expect(await shown()).toHaveLength(3);
    });
  });
});
