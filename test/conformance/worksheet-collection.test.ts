import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
describe("Excel.WorksheetCollection", () => {
  it("adds, moves, hides, renames and deletes worksheets; formulas follow the name", async () => {
    await inExcel(async (context, sheet) => {
      const other = context.workbook.worksheets.add("Temporary");
      other.getRange("A1").values = [[5]];
      sheet.getRange("A1").formulas = [["=Temporary!A1+1"]];
      await context.sync();
      other.name = "Other name";
      other.position = 0;
      other.visibility = "Hidden";
      const formula = sheet.getRange("A1").load("formulas,values");
      other.load("position,visibility");
      await context.sync();
      expect(formula.formulas).toEqual([["='Other name'!A1+1"]]);
      expect([other.position, other.visibility]).toEqual([0, "Hidden"]);
      other.visibility = "Visible";
      other.delete();
      formula.load("formulas");
      const gone = context.workbook.worksheets.getItemOrNullObject("Other name");
      await context.sync();
      expect(formula.formulas).toEqual([["=#REF!+1"]]);
      expect(gone.isNullObject).toBe(true);
    });
  });

  it("refuses names of worksheets that Excel refuses", async () => {
    await inExcel(async (context, sheet) => {
      context.workbook.worksheets.add("a/b");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      context.workbook.worksheets.add(sheet.name.toUpperCase());
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    });
  });

  it("goes from sheet to sheet, visible ones only when asked so", async () => {
    await inExcel(async (context, sheet) => {
      const { worksheets } = context.workbook;
      const [hidden, last] = [worksheets.add(`${sheet.name}a`), worksheets.add(`${sheet.name}b`)];
      hidden.visibility = "Hidden";
      await context.sync();
      const next = sheet.getNext(true).load("name");
      const nextOfAny = sheet.getNext(false).load("name");
      const previous = last.getPrevious(true).load("name");
      const none = last.getNextOrNullObject(true);
      const final = worksheets.getLast(true).load("name");
      const [all, visible] = [worksheets.getCount(), worksheets.getCount(true)];
      await context.sync();
      expect([next.name, nextOfAny.name]).toEqual([`${sheet.name}b`, `${sheet.name}a`]);
      expect(previous.name).toBe(sheet.name);
      expect([none.isNullObject, final.name]).toEqual([true, `${sheet.name}b`]);
      expect(all.value - visible.value).toBe(1);
      hidden.delete();
      last.delete();
      await context.sync();
    });
  });

  it("finds a sheet by its name in any case, and says when there is none", async () => {
    await inExcel(async (context, sheet) => {
      const found = context.workbook.worksheets.getItem(sheet.name.toUpperCase()).load("id");
      await context.sync();
      expect(found.id).toBe(sheet.id);
      context.workbook.worksheets.getItem("no such sheet").load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
