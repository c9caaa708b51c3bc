import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
describe("Excel.ConditionalFormat", () => {
  it("is added with a formula and looks, the newest first, and deleted one by one", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:A9");
      const first = range.conditionalFormats.add("Custom");
      first.custom.rule.formula = '=$A1="x"';
      first.custom.format.fill.color = "#FF0000";
      first.custom.format.font.bold = true;
      const second = range.conditionalFormats.add("CellValue");
      second.cellValue.rule = { operator: "GreaterThan", formula1: "5" };
      second.load("id");
      await context.sync();
      range.conditionalFormats.load("items/id,items/type,items/priority");
      first.custom.rule.load("formula");
      first.custom.format.fill.load("color");
      await context.sync();
      expect(range.conditionalFormats.items.map((one) => [one.type, one.priority])).toEqual([
        ["CellValue", 0],
        ["Custom", 1],
      ]);
      expect(first.custom.rule.formula).toBe('=$A1="x"');
      expect(first.custom.format.fill.color).toBe("#FF0000");
      range.conditionalFormats.getItem(second.id).delete();
      const count = range.conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    });
  });

  it("keeps what lies beyond a cleared range, its formula seen from there", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$A1>1";
      await context.sync();
      sheet.getRange("A1:A3").conditionalFormats.clearAll();
      const rest = sheet.getRange("A5").conditionalFormats.getItemAt(0);
      const range = rest.getRange().load("address");
      rest.custom.rule.load("formula");
      await context.sync();
      expect(range.address.split("!")[1]).toBe("A4:A9");
      expect(rest.custom.rule.formula).toBe("=$A4>1");
    });
  });

  it("is written as seen from the range it was fetched through, and read from its own corner", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$A1>1";
      await context.sync();
      const fetched = sheet.getRange("A5").conditionalFormats.getItemAt(0);
      fetched.custom.rule.formula = "=$A5>2";
      fetched.custom.rule.load("formula");
      await context.sync();
      expect(fetched.custom.rule.formula).toBe("=$A1>2");
    });
  });

  it("grows when rows are inserted inside its range", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A3").conditionalFormats.add("ContainsText");
      format.textComparison.rule = { operator: "Contains", text: "x" };
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      const range = format.getRange().load("address");
      await context.sync();
      expect(range.address.split("!")[1]).toBe("A1:A4");
    });
  });

  it("reads and writes a custom formula in R1C1 notation too", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("B2:C9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$A2>B$1";
      const { rule } = format.custom;
      rule.load("formulaR1C1,formulaLocal");
      await context.sync();
      expect(rule.formulaR1C1).toBe("=RC1>R1C");
      expect(rule.formulaLocal).toBe("=$A2>B$1");
      rule.formulaR1C1 = "=R[1]C>0";
      rule.load("formula");
      await context.sync();
      expect(rule.formula).toBe("=B3>0");
    });
  });
});
