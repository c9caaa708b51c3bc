import { inExcel } from "./in-excel";

// https://learn.microsoft.com/javascript/api/excel/excel.application
describe("Excel.Application", () => {
  // "In manual mode, calculation happens when the user or an add-in requests it."
  // https://learn.microsoft.com/javascript/api/excel/excel.calculationmode
  it("calculates in manual mode only when it is asked to", async () => {
    await inExcel(async (context, sheet) => {
      const { application } = context.workbook;
      sheet.getRange("A1:B1").formulas = [[1, "=A1*2"]];
      await context.sync();
      application.calculationMode = "Manual";
      await context.sync();
      sheet.getRange("A1").values = [[5]];
      const cell = sheet.getRange("B1").load("values");
      application.load("calculationMode");
      await context.sync();
      expect([application.calculationMode, cell.values[0]![0]]).toEqual(["Manual", 2]);
      application.calculate("Full");
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[10]]);
      application.calculationMode = "Automatic";
      sheet.getRange("A1").values = [[6]];
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[12]]);
    });
  });

  // "Suspends calculation until the next context.sync() is called."
  // https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-suspendapicalculationuntilnextsync-member(1)
  it("suspends calculation until the next sync, and calculates then", async () => {
    await inExcel(async (context, sheet) => {
      const cell = sheet.getRange("B1");
      sheet.getRange("A1:B1").formulas = [[1, "=A1*2"]];
      await context.sync();
      context.workbook.application.suspendApiCalculationUntilNextSync();
      sheet.getRange("A1").values = [[5]];
      await context.sync();
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[10]]);
    });
  });

  it("knows three modes and three kinds of calculation", async () => {
    await inExcel(async (context) => {
      const { application } = context.workbook;
      application.calculationMode = "AutomaticExceptTables";
      application.load("calculationMode,calculationState");
      await context.sync();
      expect(application.calculationMode).toBe("AutomaticExceptTables");
      application.calculationMode = "Automatic";
      for (const kind of ["Recalculate", "Full", "FullRebuild"] as const) {
        application.calculate(kind);
      }
      await context.sync();
    });
  });
});
