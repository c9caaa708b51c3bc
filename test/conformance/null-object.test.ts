import { inExcel } from "./in-excel";

/** https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties */
describe("Excel objects that are not there", () => {
  it("do nothing where a method is called on them, and so does what is reached through them", async () => {
    await inExcel(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      missing.delete();
      const table = missing.tables.getItemOrNullObject("None");
      table.delete();
      await context.sync();
      expect([missing.isNullObject, table.isNullObject]).toEqual([true, true]);
    });
  });

  it("cannot be given a property", async () => {
    await inExcel(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Nowhere").name = "Somewhere";
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidObjectPath" });
    });
  });

  it("a load ignores names that are no property, such as $none and no-properties-needed", async () => {
    await inExcel(async (context, sheet) => {
      sheet.load("no-properties-needed");
      context.workbook.worksheets.load("items/$none");
      const range = sheet.getRange("A1").load(["values", "nothingOfTheKind"]);
      await context.sync();
      expect(range.values).toEqual([[""]]);
      expect(context.workbook.worksheets.items.length).toBeGreaterThan(0);
    });
  });

  it("counts a collection that is loaded by its items or as a whole", async () => {
    await inExcel(async (context, sheet) => {
      const table = sheet.tables.add("A1:B2", false);
      const columns = table.columns.load("items");
      const borders = sheet.getRange("A1").format.borders.load();
      await context.sync();
      expect([columns.count, columns.items.length]).toEqual([2, 2]);
      expect(borders.count).toBe(borders.items.length);
    });
  });
});
