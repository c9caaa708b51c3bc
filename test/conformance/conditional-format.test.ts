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

  it("sees what it always saw when its first rows or columns are deleted", async () => {
    await inExcel(async (context, sheet) => {
      const down = sheet.getRange("A2:A9").conditionalFormats.add("Custom");
      down.custom.rule.formula = "=$A2>$F$1";
      const across = sheet.getRange("B12:D12").conditionalFormats.add("Custom");
      across.custom.rule.formula = "=B12>1";
      await context.sync();
      sheet.getRange("2:3").delete("Up");
      sheet.getRange("B10").delete("Left");
      const places = [down, across].map((one) => one.getRange().load("address"));
      const rules = [down, across].map((one) => one.custom.rule.load("formula"));
      await context.sync();
      expect(places.map(({ address }) => address.split("!")[1])).toEqual(["A2:A7", "B10:C10"]);
      expect(rules.map(({ formula }) => formula)).toEqual(["=$A2>$F$1", "=B10>1"]);
    });
  });

  /** @see https://support.microsoft.com/office/manage-conditional-formatting-rule-precedence-e09711a3-48df-4bcb-b82c-9d8b8b22463d */
  it("fragments where cells without it are pasted over some of its cells", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$A1>1";
      await context.sync();
      sheet.getRange("A5").copyFrom("C1");
      const rest = sheet.getRange("A1").conditionalFormats.getItemAt(0).getRanges();
      rest.load("areaCount");
      rest.areas.load("items/address");
      const gone = sheet.getRange("A5").conditionalFormats.getCount();
      sheet.getRange("A8").copyFrom("C1", "Values");
      const kept = sheet.getRange("A8").conditionalFormats.getCount();
      await context.sync();
      expect(rest.areas.items.map(({ address }) => address.split("!")[1])).toEqual([
        "A1:A4",
        "A6:A9",
      ]);
      expect([gone.value, kept.value]).toEqual([0, 1]);
    });
  });

  it("comes along with copied and filled cells, as a rule of their own seen from there", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A2").conditionalFormats.add("CellValue");
      format.cellValue.rule = { operator: "GreaterThan", formula1: "=B1" };
      sheet.getRange("A1:A2").values = [[1], [2]];
      await context.sync();
      sheet.getRange("D4").copyFrom("A1:A2");
      sheet.getRange("F1").copyFrom("A1", "Formats");
      sheet.getRange("A1:A2").autoFill("A1:A6");
      const found = ["D5", "F1", "A4"].map((cell) => {
        const one = sheet.getRange(cell).conditionalFormats.getItemAt(0);
        one.cellValue.load("rule");
        return { one, range: one.getRange().load("address") };
      });
      await context.sync();
      expect(
        found.map(({ one, range }) => [range.address.split("!")[1], one.cellValue.rule.formula1]),
      ).toEqual([
        ["D4:D5", "=E4"],
        ["F1", "=G1"],
        ["A3:A6", "=B3"],
      ]);
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
