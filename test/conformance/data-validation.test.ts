import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
describe("Excel.DataValidation", () => {
  it("keeps a list from a range, its prompt and its alert", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("D1:D2").values = [["yes"], ["no"]];
      const validation = sheet.getRange("A1:A5").dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: sheet.getRange("D1:D2") } };
      validation.errorAlert = { showAlert: true, style: "Stop", title: "t", message: "m" };
      validation.load("type,rule,errorAlert,ignoreBlanks");
      await context.sync();
      expect(validation.type).toBe("List");
      expect(validation.rule.list?.source).toBe(`=${sheet.name}!$D$1:$D$2`);
      expect(validation.errorAlert.message).toBe("m");
      validation.clear();
      validation.load("type");
      await context.sync();
      expect(validation.type).toBe("None");
    });
  });

  it("does not stop an add-in, but says what is not valid", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 5, operator: "Between" },
      };
      range.values = [[9]];
      range.dataValidation.load("valid");
      await context.sync();
      expect(range.dataValidation.valid).toBe(false);
    });
  });

  it("keeps each kind of rule as it was given", async () => {
    await inExcel(async (context, sheet) => {
      const rules: readonly [string, Excel.DataValidationRule][] = [
        ["WholeNumber", { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } }],
        ["Decimal", { decimal: { formula1: 0.5, operator: "GreaterThan" } }],
        ["TextLength", { textLength: { formula1: 3, operator: "LessThan" } }],
        ["Custom", { custom: { formula: "=LEN(A1)>2" } }],
        ["List", { list: { inCellDropDown: true, source: "yes,no" } }],
      ];
      for (const [kind, rule] of rules) {
        const { dataValidation } = sheet.getRange("A1:A3");
        dataValidation.clear();
        dataValidation.rule = rule;
        dataValidation.load("type,rule");
        await context.sync();
        expect(dataValidation.type).toBe(kind);
        expect(dataValidation.rule).toMatchObject(rule);
      }
    });
  });

  it("is Inconsistent where cells have different rules, MixedCriteria where only some have one", async () => {
    await inExcel(async (context, sheet) => {
      const shorter = (than: number): Excel.DataValidationRule => ({
        textLength: { formula1: than, operator: "LessThan" },
      });
      sheet.getRange("A1").dataValidation.rule = shorter(3);
      sheet.getRange("A3").dataValidation.rule = shorter(9);
      const different = sheet.getRange("A1:A3").dataValidation.load("type");
      const some = sheet.getRange("A1:A2").dataValidation.load("type");
      // The middle cell counts as much as the corners.
      const middle = sheet.getRange("A2:A4").dataValidation.load("type");
      const none = sheet.getRange("B1:B3").dataValidation.load("type");
      await context.sync();
      expect([different.type, some.type, middle.type, none.type]).toEqual([
        "Inconsistent",
        "MixedCriteria",
        "MixedCriteria",
        "None",
      ]);
    });
  });

  it("comes along with copied cells, and keeps its sense where its first cell loses it or goes", async () => {
    await inExcel(async (context, sheet) => {
      const rule = { custom: { formula: "=A2>B2" } };
      sheet.getRange("A2:A9").dataValidation.rule = rule;
      await context.sync();
      sheet.getRange("D4:D5").copyFrom("A2");
      sheet.getRange("A2").dataValidation.clear();
      sheet.getRange("A3").delete("Up");
      const copied = sheet.getRange("D4:D5").dataValidation.load("rule");
      const rest = sheet.getRange("A3:A8").dataValidation.load("rule,type");
      await context.sync();
      expect(copied.rule).toEqual({ custom: { formula: "=D4>E4" } });
      // What stands beside the cell that came up did not move.
      expect(rest.rule).toEqual({ custom: { formula: "=A3>B4" } });
      sheet.getRange("A5").copyFrom("H1");
      const pasted = sheet.getRange("A5").dataValidation.load("type");
      await context.sync();
      expect(pasted.type).toBe("None");
    });
  });
});
