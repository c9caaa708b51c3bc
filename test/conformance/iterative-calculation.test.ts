import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.iterativecalculation */
describe("Excel.IterativeCalculation", () => {
  it("keeps whether, how often and how closely circular formulas are calculated", async () => {
    await inExcel(async (context) => {
      const iterative = context.workbook.application.iterativeCalculation;
      iterative.load("enabled,maxIteration,maxChange");
      await context.sync();
      const before = iterative.toJSON();
      iterative.set({ enabled: true, maxIteration: 50, maxChange: 0.01 });
      iterative.load("enabled,maxIteration,maxChange");
      await context.sync();
      expect(iterative.toJSON()).toEqual({ enabled: true, maxIteration: 50, maxChange: 0.01 });
      iterative.set(before);
      await context.sync();
    });
  });
});
