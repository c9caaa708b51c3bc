import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.searchcriteria */
describe("Excel.SearchCriteria", () => {
  async function filled(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
    sheet.getRange("A1:B3").values = [
      ["Blue", "blue sky"],
      ["red", "BLUE"],
      ["", "dark blue"],
    ];
    await context.sync();
  }

  it("finds parts or whole cells, with or without case", async () => {
    await inExcel(async (context, sheet) => {
      await filled(context, sheet);
      const area = sheet.getRange("A1:B3");
      const answers = [
        {},
        { completeMatch: true },
        { completeMatch: true, matchCase: true },
        { matchCase: true },
      ].map((criteria) =>
        sheet.findAll("BLUE", { matchCase: false, ...criteria }).load("cellCount"),
      );
      const one = area.findOrNullObject("BLUE", { matchCase: true }).load("address");
      const none = area.findOrNullObject("green", {});
      await context.sync();
      expect(answers.map(({ cellCount }) => cellCount)).toEqual([4, 2, 1, 1]);
      expect(one.address.split("!")[1]).toBe("B2");
      expect(none.isNullObject).toBe(true);
    });
  });

  it("looks forward row by row, or backwards from the end", async () => {
    await inExcel(async (context, sheet) => {
      await filled(context, sheet);
      const area = sheet.getRange("A1:B3");
      const forward = area.find("dark", {}).load("address");
      const last = area.find("blue", { searchDirection: "Backwards" }).load("address");
      await context.sync();
      expect(forward.address.split("!")[1]).toBe("B3");
      expect(last.address.split("!")[1]).toBe("B3");
      area.find("green", {});
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
