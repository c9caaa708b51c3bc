import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.style */
describe("Excel.Style", () => {
  it("is added, given to cells, changed with all of them, and deleted", async () => {
    await inExcel(async (context, sheet) => {
      const { styles } = context.workbook;
      const name = `Mark ${sheet.name}`;
      styles.add(name);
      const style = styles.getItem(name);
      style.font.color = "#FF0000";
      style.fill.color = "#FFFF00";
      style.horizontalAlignment = "Center";
      const cell = sheet.getRange("A1");
      cell.style = name;
      cell.load("style,format/horizontalAlignment,format/fill/color");
      await context.sync();
      expect([cell.style, cell.format.horizontalAlignment, cell.format.fill.color]).toEqual([
        name,
        "Center",
        "#FFFF00",
      ]);
      style.fill.color = "#00FF00";
      cell.load("format/fill/color");
      await context.sync();
      expect(cell.format.fill.color).toBe("#00FF00");
      style.delete();
      cell.load("style,format/fill/color");
      const gone = styles.getItemOrNullObject(name);
      await context.sync();
      expect([cell.style, cell.format.fill.color, gone.isNullObject]).toEqual([
        "Normal",
        "#FFFFFF",
        true,
      ]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.builtinstyle */
  it("knows Excel's own, which cannot be deleted", async () => {
    await inExcel(async (context, sheet) => {
      const cell = sheet.getRange("A1");
      cell.style = "Good";
      cell.load("style,format/font/color,format/fill/color");
      const good = context.workbook.styles.getItem("Good").load("builtIn");
      await context.sync();
      expect([cell.style, cell.format.font.color, cell.format.fill.color]).toEqual([
        "Good",
        "#006100",
        "#C6EFCE",
      ]);
      expect(good.builtIn).toBe(true);
      good.delete();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      context.workbook.styles.add("good");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    });
  });
});
