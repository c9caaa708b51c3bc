import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
describe("Excel.RangeFill", () => {
  it("takes colours as #RRGGBB or by their HTML name, and gives them as #RRGGBB", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").format.fill.color = "#12abEF";
      sheet.getRange("B1").format.fill.color = "orange";
      const first = sheet.getRange("A1").format.fill.load("color");
      const second = sheet.getRange("B1").format.fill.load("color");
      await context.sync();
      expect([first.color, second.color]).toEqual(["#12ABEF", "#FFA500"]);
    });
  });

  it("is white where there is none, and after it was cleared", async () => {
    await inExcel(async (context, sheet) => {
      const none = sheet.getRange("A1").format.fill.load("color");
      sheet.getRange("B1").format.fill.color = "#FF0000";
      await context.sync();
      sheet.getRange("B1").format.fill.clear();
      const cleared = sheet.getRange("B1").format.fill.load("color");
      await context.sync();
      expect([none.color, cleared.color]).toEqual(["#FFFFFF", "#FFFFFF"]);
    });
  });

  it("is an empty text where cells differ", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").format.fill.color = "#FF0000";
      const fill = sheet.getRange("A1:A2").format.fill.load("color");
      await context.sync();
      expect(fill.color).toBe("");
    });
  });

  it("refuses what is no colour", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").format.fill.color = "no such colour";
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});
