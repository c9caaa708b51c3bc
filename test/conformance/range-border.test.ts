import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
describe("Excel.RangeBorderCollection", () => {
  it("draws the edges of a range and the lines inside it", async () => {
    await inExcel(async (context, sheet) => {
      const { borders } = sheet.getRange("B2:C3").format;
      borders.getItem("EdgeTop").style = "Double";
      borders.getItem("InsideVertical").style = "Dash";
      borders.getItem("InsideVertical").color = "#FF0000";
      await context.sync();
      const top = sheet.getRange("C2").format.borders.getItem("EdgeTop").load("style");
      const below = sheet.getRange("C3").format.borders.getItem("EdgeTop").load("style");
      const right = sheet.getRange("B3").format.borders.getItem("EdgeRight").load("style,color");
      await context.sync();
      expect([top.style, below.style]).toEqual(["Double", "None"]);
      expect([right.style, right.color]).toEqual(["Dash", "#FF0000"]);
    });
  });

  it("is one line for the two cells beside it", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B2").format.borders.getItem("EdgeBottom").style = "Continuous";
      const beneath = sheet.getRange("B3").format.borders.getItem("EdgeTop").load("style");
      await context.sync();
      expect(beneath.style).toBe("Continuous");
    });
  });

  it("has a weight, and is gone with style None", async () => {
    await inExcel(async (context, sheet) => {
      const edge = sheet.getRange("B2").format.borders.getItem("EdgeLeft");
      edge.style = "Continuous";
      edge.weight = "Thick";
      edge.load("style,weight,sideIndex");
      await context.sync();
      expect([edge.style, edge.weight, edge.sideIndex]).toEqual([
        "Continuous",
        "Thick",
        "EdgeLeft",
      ]);
      edge.style = "None";
      edge.load("style");
      await context.sync();
      expect(edge.style).toBe("None");
    });
  });
});
