import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.range */
describe("Excel.Range: where it lies", () => {
  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrangeedge-member(1) */
  it("finds the edge of a filled run, the next filled cell across a gap, and the edge of the sheet", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B2:B4").values = [[1], [2], [3]];
      sheet.getRange("B8").values = [[4]];
      const edges = [
        sheet.getRange("B2").getRangeEdge("Down"),
        sheet.getRange("B4").getRangeEdge("Down"),
        sheet.getRange("B8").getRangeEdge("Up"),
        sheet.getRange("B8").getRangeEdge("Down"),
        sheet.getRange("B2").getRangeEdge("Left"),
      ].map((range) => range.load("address"));
      await context.sync();
      expect(edges.map((range) => range.address.split("!")[1])).toEqual([
        "B4",
        "B8",
        "B4",
        "B1048576",
        "A2",
      ]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getextendedrange-member(1) */
  it("extends to the edge, from the active cell where one is named", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:C3").values = [
        [1, 2, 3],
        [4, "", 6],
        [7, 8, 9],
      ];
      const down = sheet.getRange("A1").getExtendedRange("Down").load("address");
      const right = sheet.getRange("A1:A3").getExtendedRange("Right", "A3").load("address");
      await context.sync();
      expect([down, right].map((range) => range.address.split("!")[1])).toEqual(["A1:A3", "A1:C3"]);
      sheet.getRange("A1").getExtendedRange("Down", "C9");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("measures itself in points; hidden rows and columns count nothing", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A:B").format.columnWidth = 30;
      sheet.getRange("1:2").format.rowHeight = 20;
      sheet.getRange("2:2").rowHidden = true;
      const range = sheet.getRange("B3:C4").load("left,top,width,height");
      const both = sheet.getRange("A1:B3").load("width,height");
      await context.sync();
      expect([range.left, range.top, range.height]).toEqual([30, 20, 30]);
      expect([both.width, both.height]).toEqual([60, 35]);
    });
  });

  it("resizes by its last corner, to the other side of the first one where it must", async () => {
    await inExcel(async (context, sheet) => {
      const found = [
        sheet.getRange("C3").getResizedRange(1, 2),
        sheet.getRange("C3:D5").getResizedRange(-1, 0),
        sheet.getRange("C3").getResizedRange(0, -2),
      ].map((range) => range.load("address"));
      await context.sync();
      expect(found.map((range) => range.address.split("!")[1])).toEqual([
        "C3:E4",
        "C3:D4",
        "A3:C3",
      ]);
    });
  });
});
