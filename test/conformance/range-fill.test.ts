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

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.rangefill#excel-excel-rangefill-tintandshade-member */
  it("is lightened and darkened, as letters and lines are, until it gets another colour", async () => {
    await inExcel(async (context, sheet) => {
      const cell = sheet.getRange("B2");
      const { fill, font, borders } = cell.format;
      const line = borders.getItem("EdgeTop");
      fill.color = "#4472C4";
      font.color = "#4472C4";
      line.color = "#4472C4";
      fill.tintAndShade = 0.4;
      font.tintAndShade = -0.25;
      line.tintAndShade = 0.6;
      const shades = (): (number | null)[] => [
        fill.tintAndShade,
        font.tintAndShade,
        line.tintAndShade,
      ];
      for (const one of [fill, font, line]) one.load("color,tintAndShade");
      const two = sheet.getRange("B2:B3").format.fill.load("tintAndShade");
      const below = borders.getItem("EdgeBottom").load("style");
      await context.sync();
      expect(shades()).toEqual([0.4, -0.25, 0.6]);
      // Twice the same is the same, and 0 is the colour that was given.
      expect([fill.color, font.color, line.color]).not.toContain("#4472C4");
      expect([two.tintAndShade, below.style]).toEqual([null, "None"]);
      fill.tintAndShade = 0;
      font.color = "#FF0000";
      borders.tintAndShade = 0;
      for (const one of [fill, font, line]) one.load("color,tintAndShade");
      below.load("style");
      await context.sync();
      expect(shades()).toEqual([0, 0, 0]);
      expect([fill.color, font.color, line.color]).toEqual(["#4472C4", "#FF0000", "#4472C4"]);
      expect(below.style).toBe("None");
      fill.tintAndShade = 1.5;
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});
