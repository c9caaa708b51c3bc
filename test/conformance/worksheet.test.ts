import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
describe("Excel.Worksheet", () => {
  /** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-copy-member(1) */
  it("is copied with cells, looks and tables, which get names of their own", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").formulas = [
        ["Name", "Twice"],
        [1, "=[@Name]*2"],
        [2, "=[@Name]*2"],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = `Copied_${sheet.name}`;
      sheet.getRange("D1").formulas = [[`=SUM(Copied_${sheet.name}[Twice])`]];
      sheet.getRange("D1").format.fill.color = "#FF0000";
      sheet.freezePanes.freezeRows(1);
      await context.sync();
      const copy = sheet.copy("After", sheet).load("name");
      const cell = copy.getRange("D1").load("formulas,values,format/fill/color");
      copy.tables.load("items/name");
      const frozen = copy.freezePanes.getLocation().load("address");
      await context.sync();
      expect(copy.name).toBe(`${sheet.name} (2)`);
      const [copied] = copy.tables.items;
      expect(copied!.name).toBe(`Copied_${sheet.name}2`);
      expect(cell.formulas).toEqual([[`=SUM(Copied_${sheet.name}2[Twice])`]]);
      expect([cell.values[0]![0], cell.format.fill.color]).toEqual([6, "#FF0000"]);
      expect(frozen.address.split("!")[1]).toBe("1:1");
      copy.delete();
      await context.sync();
    });
  });

  it("is copied with its charts, which show the copy's cells", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Region", "Sum"],
        ["North", 3],
        ["South", 5],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
      chart.name = "Sums";
      chart.load("id");
      await context.sync();
      const copy = sheet.copy("After", sheet).load("name");
      copy.charts.load("items/id,items/name");
      await context.sync();
      const [copied] = copy.charts.items;
      expect(copied!.name).toBe("Sums");
      expect(copied!.id).not.toBe(chart.id);
      copy.getRange("B2").values = [[9]];
      await context.sync();
      const shown = copied!.series.getItemAt(0).getDimensionValues("Values");
      const before = chart.series.getItemAt(0).getDimensionValues("Values");
      await context.sync();
      expect(shown.value).toEqual([9, 5]);
      expect(before.value).toEqual([3, 5]);
      copy.delete();
      await context.sync();
    });
  });

  it("hides and shows gridlines and headings, and has standard sizes", async () => {
    await inExcel(async (context, sheet) => {
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.standardWidth = 20;
      sheet.load("showGridlines,showHeadings,standardWidth,standardHeight");
      await context.sync();
      expect([sheet.showGridlines, sheet.showHeadings]).toEqual([false, false]);
      expect([sheet.standardWidth, sheet.standardHeight]).toEqual([20, 15]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustompropertycollection */
  it("keeps properties of its own, whatever the case of their keys", async () => {
    await inExcel(async (context, sheet) => {
      sheet.customProperties.add("Region", "East");
      sheet.customProperties.add("REGION", "West");
      const count = sheet.customProperties.getCount();
      const item = sheet.customProperties.getItem("region").load("key,value");
      await context.sync();
      expect([count.value, item.key, item.value]).toEqual([1, "Region", "West"]);
      item.delete();
      const gone = sheet.customProperties.getItemOrNullObject("Region");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });
});

/** @see https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
describe("Excel.WorkbookProtection", () => {
  it("keeps sheets from being added, renamed and deleted until the password is given", async () => {
    await inExcel(async (context, sheet) => {
      const { protection } = context.workbook;
      protection.protect("secret");
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
      context.workbook.worksheets.add();
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.name = "Other";
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      protection.unprotect("wrong");
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.getRange("A1").values = [[1]];
      protection.unprotect("secret");
      await context.sync();
    });
  });
});

/** @see https://learn.microsoft.com/javascript/api/excel/excel.functions */
describe("Excel.Functions", () => {
  it("calculates with values, ranges and results of other functions", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        ["x", 1],
        ["y", 2],
      ];
      const { functions } = context.workbook;
      const range = sheet.getRange("A1:B2");
      const sum = functions.sum(functions.vlookup("x", range, 2, false), 10).load("value");
      const days = functions.networkDays_Intl(45292, 45298, 1).load("value");
      const missing = functions.vlookup("z", range, 2, false).load("value,error");
      await context.sync();
      expect([sum.value, days.value, missing.error]).toEqual([11, 5, "#N/A"]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-enablecalculation-member */
  it("is not calculated while enableCalculation is false, and as a whole once it is true", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
      sheet.enableCalculation = false;
      sheet.getRange("A1").values = [[5]];
      sheet.load("enableCalculation");
      const stale = sheet.getRange("B1").load("values");
      await context.sync();
      expect([sheet.enableCalculation, stale.values]).toEqual([false, [[2]]]);
      sheet.enableCalculation = true;
      const fresh = sheet.getRange("B1").load("values");
      await context.sync();
      expect(fresh.values).toEqual([[6]]);
    });
  });
});
