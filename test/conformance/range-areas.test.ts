import { inExcel } from "./in-excel";

const addressOf = (areas: { address: string }): string => areas.address.replace(/'?[^!,]*!/g, "");

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
describe("Excel.RangeAreas", () => {
  it("gives its intersection, offset, entire rows and used part", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      const areas = sheet.getRanges("A1:B1,D4:E5");
      const found = [
        areas.getIntersection("B1:D4"),
        areas.getOffsetRangeAreas(1, 0),
        areas.getEntireRow(),
        areas.getUsedRangeAreas(),
      ].map((one) => one.load("address"));
      const none = areas.getIntersectionOrNullObject("H9");
      areas.load("cellCount,areaCount,isEntireRow");
      await context.sync();
      expect(found.map(addressOf)).toEqual(["B1,D4", "A2:B2,D5:E6", "1:1,4:5", "A1:B1"]);
      expect([none.isNullObject, areas.cellCount, areas.areaCount]).toEqual([true, 6, 2]);
    });
  });

  it("is copied into, styled and cleared as one, and can be used in a later sync", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").values = [[7]];
      const areas = sheet.getRanges("C1,E1:E2");
      areas.copyFrom("A1");
      await context.sync();
      areas.style = "Good";
      areas.load("style");
      const range = sheet.getRange("C1:E2").load("values");
      await context.sync();
      expect(range.values).toEqual([
        [7, "", 7],
        ["", "", 7],
      ]);
      expect(areas.style).toBe("Good");
      sheet.getRange("1:1").insert("Down");
      await context.sync();
      areas.load("address");
      await context.sync();
      expect(addressOf(areas)).toBe("C2,E2:E3");
    });
  });
});
