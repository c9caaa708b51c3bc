import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.range */
describe("Excel.Range: how it looks", () => {
  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-setcellproperties-member(1) */
  it("sets and gives properties cell by cell; what is not named stays", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B1");
      range.format.font.bold = true;
      range.setCellProperties([
        [
          { format: { fill: { color: "#FF0000" } } },
          { format: { borders: { bottom: { style: "Continuous" } }, font: { color: "#0000FF" } } },
        ],
      ]);
      const read = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true, color: true } },
      });
      await context.sync();
      expect(read.value[0]!.map((cell) => cell.format)).toEqual([
        { fill: { color: "#FF0000" }, font: { bold: true, color: "#000000" } },
        { fill: { color: "#FFFFFF" }, font: { bold: true, color: "#0000FF" } },
      ]);
      range.setCellProperties([[{}]]);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("sets and gives properties of rows and columns", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      range.setRowProperties([{ rowHidden: true }, {}]);
      range.setColumnProperties([{ format: { columnWidth: 90 } }, {}]);
      const rows = range.getRowProperties({ rowHidden: true });
      const columns = range.getColumnProperties({ format: { columnWidth: true } });
      await context.sync();
      expect(rows.value.map((row) => row.rowHidden)).toEqual([true, false]);
      expect(columns.value[0]!.format?.columnWidth).toBe(90);
    });
  });

  /** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-format */
  it("gives whole columns, rows and the sheet their looks, for cells that are empty too", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").values = [["x"]];
      sheet.getRange("A:B").format.fill.color = "#FFFF00";
      sheet.getRange("5:5").format.font.bold = true;
      sheet.getRange().format.rowHeight = 21;
      const used = sheet.getRange("A1").load("format/fill/color");
      const empty = sheet.getRange("B9").load("format/fill/color,format/rowHeight");
      const row = sheet.getRange("H5").load("format/font/bold");
      const beside = sheet.getRange("C9").load("format/fill/color");
      const both = sheet.getRange("A1:C1").load("format/fill/color");
      await context.sync();
      expect([used, empty, beside, both].map((range) => range.format.fill.color)).toEqual([
        "#FFFF00",
        "#FFFF00",
        "#FFFFFF",
        "",
      ]);
      expect([row.format.font.bold, empty.format.rowHeight]).toEqual([true, 21]);
    });
  });

  it("is 48 points wide and 15 high where nobody has said otherwise", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1").load("format/columnWidth,format/rowHeight");
      await context.sync();
      expect([range.format.columnWidth, range.format.rowHeight]).toEqual([48, 15]);
    });
  });
});
