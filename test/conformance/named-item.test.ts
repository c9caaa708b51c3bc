import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
describe("Excel.NamedItem", () => {
  it("keeps defined names, and what they stand for", async () => {
    await inExcel(async (context, sheet) => {
      const names = context.workbook.names;
      names.add(`area_${sheet.name}`, sheet.getRange("B2:B3"));
      const constant = names.add(`days_${sheet.name}`, "=30");
      const area = names.getItem(`area_${sheet.name}`).load("type,formula");
      const range = area.getRange().load("address");
      constant.load("type,value");
      await context.sync();
      expect([area.type, area.formula]).toEqual(["Range", `=${sheet.name}!$B$2:$B$3`]);
      expect(range.address).toBe(`${sheet.name}!B2:B3`);
      expect(constant.value).toBe(30);
      sheet.getRange("A1").formulas = [[`=days_${sheet.name}*2`]];
      const cell = sheet.getRange("A1").load("values");
      await context.sync();
      expect(cell.values).toEqual([[60]]);
    });
  });

  it("follows the cells it stands for, and breaks when they go", async () => {
    await inExcel(async (context, sheet) => {
      const name = context.workbook.names.add(`cells_${sheet.name}`, sheet.getRange("B2:B3"));
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("A:A").insert("Right");
      name.load("formula");
      await context.sync();
      expect(name.formula).toBe(`=${sheet.name}!$C$3:$C$4`);
      sheet.getRange("3:4").delete("Up");
      name.load("formula,type");
      const none = name.getRangeOrNullObject();
      await context.sync();
      expect([name.formula, name.type]).toEqual([`=${sheet.name}!#REF!`, "Error"]);
      expect(none.isNullObject).toBe(true);
    });
  });

  it("belongs to the workbook or to one worksheet, which may use the same name", async () => {
    await inExcel(async (context, sheet) => {
      const text = `both_${sheet.name}`;
      context.workbook.names.add(text, "=1");
      sheet.names.add(text, "=2");
      sheet.getRange("A1").formulas = [[`=${text}`]];
      const wide = context.workbook.names.getItem(text).load("scope,value");
      const local = sheet.names.getItem(text).load("scope,value");
      const cell = sheet.getRange("A1").load("values");
      await context.sync();
      expect([wide.scope, local.scope]).toEqual(["Workbook", "Worksheet"]);
      expect([wide.value, local.value, cell.values]).toEqual([1, 2, [[2]]]);
      local.delete();
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[1]]);
    });
  });

  it("is listed whole, whether it belongs to the workbook or to a worksheet", async () => {
    await inExcel(async (context, sheet) => {
      const text = `whole_${sheet.name}`;
      context.workbook.names.add(text, "=1");
      const names = context.workbook.names.load("items");
      await context.sync();
      expect(names.items.find(({ name }) => name === text)?.scope).toBe("Workbook");
      names.getItem(text).worksheet.load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("is refused when it looks like a cell or holds a space", async () => {
    await inExcel(async (context) => {
      for (const text of ["A1", "R1C1", "two words", "1st"]) {
        context.workbook.names.add(text, "=1");
        await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      }
    });
  });
});
