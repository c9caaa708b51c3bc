import { inExcel } from "./in-excel";

const addressOf = (range: { address: string }): string => range.address.replace(/'?[^!,]*!/g, "");

/** @see https://learn.microsoft.com/javascript/api/excel/excel.range */
describe("Excel.Range: what is found from it", () => {
  /** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-special-cells */
  it("finds constants, formulas and blanks as few rectangles, by kind of value", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:C3").formulas = [
        [1, "x", "=A1"],
        [2, "", '="y"'],
        ["z", 5, "=1/0"],
      ];
      const range = sheet.getRange("A1:C3");
      const found = [
        range.getSpecialCells("Formulas"),
        range.getSpecialCells("Formulas", "Errors"),
        range.getSpecialCells("Constants", "Numbers"),
        range.getSpecialCells("Constants", "Text"),
        range.getSpecialCells("Blanks"),
      ].map((areas) => areas.load("address,cellCount"));
      const none = range.getSpecialCellsOrNullObject("DataValidations");
      await context.sync();
      expect(found.map(addressOf)).toEqual(["C1:C3", "C3", "A1:A2,B3", "B1,A3", "B2"]);
      expect(found.map((areas) => areas.cellCount)).toEqual([3, 1, 3, 2, 1]);
      expect(none.isNullObject).toBe(true);
      range.getSpecialCells("ConditionalFormats");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("finds the cells that are shown", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B4").values = [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ];
      sheet.getRange("2:3").rowHidden = true;
      const visible = sheet.getRange("A1:B4").getSpecialCells("Visible").load("address");
      const view = sheet.getRange("A1:B4").getVisibleView().load("values,rowCount,cellAddresses");
      await context.sync();
      expect(addressOf(visible)).toBe("A1:B1,A4:B4");
      expect([view.rowCount, view.values]).toEqual([
        2,
        [
          [1, 1],
          [4, 4],
        ],
      ]);
    });
  });

  /** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-dynamic-arrays */
  it("finds where a formula spills, and from where a cell is filled", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").formulas = [["=SEQUENCE(3,2)"]];
      await context.sync();
      const to = sheet.getRange("A1").getSpillingToRange().load("address");
      const parent = sheet.getRange("B3").getSpillParent().load("address");
      const none = sheet.getRange("D4").getSpillParentOrNullObject();
      const member = sheet.getRange("B2").getSpillingToRangeOrNullObject();
      await context.sync();
      expect([to, parent].map(addressOf)).toEqual(["A1:B3", "A1"]);
      expect([none.isNullObject, member.isNullObject]).toEqual([true, true]);
    });
  });

  /** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-precedents-dependents */
  it("finds what a formula reads and who reads a cell, directly and in all", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("B1").formulas = [["=SUM(A1:A2)"]];
      sheet.getRange("C1").formulas = [["=B1*2"]];
      const found = [
        sheet.getRange("C1").getDirectPrecedents(),
        sheet.getRange("C1").getPrecedents(),
        sheet.getRange("A1").getDirectDependents(),
        sheet.getRange("A1").getDependents(),
      ].map((areas) => areas.load("addresses"));
      await context.sync();
      expect(
        found.map((areas) => areas.addresses.map((address) => addressOf({ address }))),
      ).toEqual([["B1"], ["B1,A1:A2"], ["B1"], ["B1:C1"]]);
      sheet.getRange("A1").getDirectPrecedents();
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
