import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.range */
describe("Excel.Range: moved, filled and grouped", () => {
  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-moveto-member(1) */
  it("moves with its formats; formulas that read the cells follow, its own keep what they read", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").formulas = [[5], ["=A1+C1"]];
      sheet.getRange("A1").format.fill.color = "#00FF00";
      sheet.getRange("B1").formulas = [["=A1*10"]];
      await context.sync();
      sheet.getRange("A1:A2").moveTo("D4");
      const moved = sheet.getRange("D4:D5").load("formulas");
      const look = sheet.getRange("D4").load("format/fill/color");
      const reader = sheet.getRange("B1").load("formulas,values");
      const left = sheet.getRange("A1:A2").load("values");
      await context.sync();
      expect(moved.formulas).toEqual([[5], ["=D4+C1"]]);
      expect(look.format.fill.color).toBe("#00FF00");
      expect([reader.formulas, reader.values]).toEqual([[["=D4*10"]], [[50]]]);
      expect(left.values).toEqual([[""], [""]]);
    });
  });

  it("moves with what lies over it: rules, validation, links, comments, merged cells and whole tables", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Item", "Price"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet.tables.add("A1:B3", true).load("name");
      sheet.getRange("C1:D1").merge();
      const format = sheet.getRange("A2:A3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$B2>$F$1";
      sheet.getRange("B2:B3").dataValidation.rule = { custom: { formula: "=B2>0" } };
      sheet.getRange("D2").hyperlink = { address: "https://example.com", textToDisplay: "site" };
      sheet.comments.add(`${sheet.name}!A3`, "said");
      await context.sync();
      sheet.getRange("G1").formulas = [[`=SUM(${table.name}[Price])`]];
      sheet.getRange("A1:D3").moveTo("A11");
      const place = table.getRange().load("address,values");
      const sum = sheet.getRange("G1").load("values");
      const there = sheet.getRange("A12").conditionalFormats.getItemAt(0);
      const moved = there.getRange().load("address");
      there.custom.rule.load("formula");
      const valid = sheet.getRange("B12:B13").dataValidation.load("rule");
      const link = sheet.getRange("D12").load("hyperlink");
      const merged = sheet.getRange("A11:D13").getMergedAreasOrNullObject().load("address");
      const comment = sheet.comments.getItemByCell(`${sheet.name}!A13`).load("content");
      await context.sync();
      expect([place.address.split("!")[1], place.values[2]]).toEqual(["A11:B13", ["b", 2]]);
      expect(sum.values).toEqual([[3]]);
      expect([moved.address.split("!")[1], there.custom.rule.formula]).toEqual([
        "A12:A13",
        "=$B12>$F$1",
      ]);
      expect(valid.rule).toEqual({ custom: { formula: "=B12>0" } });
      expect(link.hyperlink.address).toBe("https://example.com");
      expect(merged.address.split("!")[1]).toBe("C11:D11");
      expect(comment.content).toBe("said");
    });
  });

  it("sorts with its links and comments", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        [2, "two"],
        [1, "one"],
      ];
      sheet.getRange("B1").hyperlink = { address: "https://example.com/2", textToDisplay: "two" };
      const comment = sheet.comments.add(`${sheet.name}!A1`, "about two");
      await context.sync();
      sheet.getRange("A1:B2").sort.apply([{ key: 0, ascending: true }]);
      const place = comment.getLocation().load("address");
      const links = ["B1", "B2"].map((cell) => sheet.getRange(cell).load("hyperlink"));
      await context.sync();
      expect(place.address.split("!")[1]).toBe("A2");
      expect(links.map((link) => link.toJSON().hyperlink?.address ?? null)).toEqual([
        null,
        "https://example.com/2",
      ]);
    });
  });

  it("is copied with links, comments and merged cells; cleared, it loses notes, comments and rules", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B1").merge();
      sheet.getRange("A1").hyperlink = { address: "https://example.com", textToDisplay: "site" };
      sheet.comments.add(`${sheet.name}!A1`, "said");
      sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      await context.sync();
      sheet.getRange("D4").copyFrom("A1:B1");
      const copy = sheet.getRange("D4").load("hyperlink");
      const merged = sheet.getRange("D4:E4").getMergedAreasOrNullObject().load("address");
      const said = sheet.comments.getItemByCell(`${sheet.name}!D4`).load("content");
      sheet.getRange("A1").clear("Formats");
      const rules = sheet.getRange("A1").conditionalFormats.getCount();
      const before = sheet.comments.getCount();
      sheet.getRange("A1").clear();
      const after = sheet.comments.getCount();
      await context.sync();
      expect(copy.hyperlink.address).toBe("https://example.com");
      expect(merged.address.split("!")[1]).toBe("D4:E4");
      expect(said.content).toBe("said");
      expect([rules.value, before.value, after.value]).toEqual([0, 2, 1]);
    });
  });

  /** @see https://support.microsoft.com/office/fill-data-automatically-in-worksheet-cells-74e31bdd-d993-45da-aa82-35a236c5b5db */
  it("continues numbers, texts with a number, weekdays and formulas", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:E2").formulas = [
        [1, "Item 1", "Mon", 7, "=A1*2"],
        [3, "Item 2", "Tue", 7, "=A2*2"],
      ];
      sheet.getRange("A1:A2").autoFill("A1:A4");
      sheet.getRange("B1").autoFill("B1:B4");
      sheet.getRange("C1").autoFill("C1:C4");
      sheet.getRange("D1").autoFill("D1:D4", "FillSeries");
      sheet.getRange("E1").autoFill("E1:E4", "FillCopy");
      const range = sheet.getRange("A3:E4").load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([
        [5, "Item 3", "Wed", 9, "=A3*2"],
        [7, "Item 4", "Thu", 10, "=A4*2"],
      ]);
    });
  });

  it("continues days, working days, months and years", async () => {
    await inExcel(async (context, sheet) => {
      // 31 January 2025 is a Friday.
      sheet.getRange("A1:D1").values = [[45688, 45688, 45688, 45688]];
      sheet.getRange("A1:D1").numberFormat = [
        ["yyyy-mm-dd", "yyyy-mm-dd", "yyyy-mm-dd", "yyyy-mm-dd"],
      ];
      sheet.getRange("A1").autoFill("A1:A3");
      sheet.getRange("B1").autoFill("B1:B3", "FillWeekdays");
      sheet.getRange("C1").autoFill("C1:C3", "FillMonths");
      sheet.getRange("D1").autoFill("D1:D3", "FillYears");
      const range = sheet.getRange("A2:D3").load("text");
      await context.sync();
      expect(range.text).toEqual([
        ["2025-02-01", "2025-02-03", "2025-02-28", "2026-01-31"],
        ["2025-02-02", "2025-02-04", "2025-03-31", "2027-01-31"],
      ]);
      sheet.getRange("A1:A2").autoFill("B1:B4");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-group-member(1) */
  it("groups rows, and the sheet shows them by level", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("2:4").group("ByRows");
      sheet.showOutlineLevels(1, 0);
      const hidden = sheet.getRange("2:4").load("rowHidden");
      await context.sync();
      expect(hidden.rowHidden).toBe(true);
      sheet.showOutlineLevels(2, 0);
      hidden.load("rowHidden");
      await context.sync();
      expect(hidden.rowHidden).toBe(false);
      sheet.getRange("2:4").ungroup("ByRows");
      await context.sync();
      sheet.getRange("2:4").ungroup("ByRows");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });

  it("sorts whole columns by a row of it", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:C2");
      range.values = [
        [3, 1, 2],
        ["c", "a", "b"],
      ];
      range.sort.apply([{ key: 0, ascending: true }], false, false, "Columns");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [1, 2, 3],
        ["a", "b", "c"],
      ]);
    });
  });
});
