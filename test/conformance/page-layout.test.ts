import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
describe("Excel.PageLayout", () => {
  it("keeps how the worksheet is printed", async () => {
    await inExcel(async (context, sheet) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.centerHorizontally = true;
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintArea("A1:D20");
      pageLayout.setPrintTitleRows("$1:$1");
      pageLayout.setPrintMargins("Inches", { top: 1 });
      pageLayout.load("orientation,centerHorizontally,zoom,topMargin,printGridlines");
      const area = pageLayout.getPrintArea().load("address");
      const titles = pageLayout.getPrintTitleRows().load("address");
      const columns = pageLayout.getPrintTitleColumnsOrNullObject();
      await context.sync();
      expect([pageLayout.orientation, pageLayout.centerHorizontally]).toEqual(["Landscape", true]);
      expect([pageLayout.zoom.horizontalFitToPages, pageLayout.topMargin]).toEqual([1, 72]);
      expect([area, titles].map((range) => range.address.split("!")[1])).toEqual(["A1:D20", "1:1"]);
      expect([pageLayout.printGridlines, columns.isNullObject]).toEqual([false, true]);
    });
  });

  it("says ItemNotFound for a print area there is none of", async () => {
    await inExcel(async (context, sheet) => {
      sheet.pageLayout.getPrintArea().load("address");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
  it("breaks pages by hand, and the breaks move with inserted rows", async () => {
    await inExcel(async (context, sheet) => {
      sheet.horizontalPageBreaks.add("A21:E21");
      sheet.verticalPageBreaks.add("C1");
      sheet.getRange("5:6").insert("Down");
      const cell = sheet.horizontalPageBreaks.getItem(0).getCellAfterBreak().load("address");
      const count = sheet.verticalPageBreaks.getCount();
      await context.sync();
      expect([cell.address.split("!")[1], count.value]).toEqual(["A23", 1]);
      sheet.horizontalPageBreaks.removePageBreaks();
      const none = sheet.horizontalPageBreaks.getCount();
      await context.sync();
      expect(none.value).toBe(0);
    });
  });
});
