import { inExcel } from "./in-excel";

async function orders(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  name: string,
): Promise<Excel.Table> {
  sheet.getRange("B2:D4").values = [
    ["Item", "Count", "Price"],
    ["pen", 2, 3],
    ["ink", 1, 9],
  ];
  const table = sheet.tables.add("B2:D4", true);
  table.name = name;
  await context.sync();
  return table;
}

const local = (range: Excel.Range): string => range.address.split("!")[1] ?? "";

describe("Excel.Table", () => {
  it("knows its parts", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Parts");
      const whole = table.getRange().load("address");
      const head = table.getHeaderRowRange().load("address,values");
      const body = table.getDataBodyRange().load("address");
      const column = table.columns.getItem("Count").load("index,id");
      const cells = table.columns.getItem("Count").getDataBodyRange().load("values");
      table.columns.load("items/name,count");
      await context.sync();
      expect([local(whole), local(head), local(body)]).toEqual(["B2:D4", "B2:D2", "B3:D4"]);
      expect(column.index).toBe(1);
      expect(cells.values).toEqual([[2], [1]]);
      expect(table.columns.count).toBe(3);
    });
  });

  it("keeps formulas right when it or its columns get other names", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Before");
      sheet.getRange("F3:F4").formulas = [
        ["=SUM(Before[Count])"],
        ['=COUNTA(before[Item])&"Before"'],
      ];
      await context.sync();
      table.name = "After";
      table.columns.getItem("Count").name = "Unit count";
      const range = sheet.getRange("F3:F4").load("formulas,values");
      await context.sync();
      expect(range.formulas).toEqual([
        ["=SUM(After[Unit count])"],
        ['=COUNTA(After[Item])&"Before"'],
      ]);
      expect(range.values).toEqual([[3], ["2Before"]]);
    });
  });

  it("takes rows at its end, fills calculated columns and keeps one blank row at least", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Growing");
      table.columns.add(undefined, undefined, "Total");
      table.columns.getItem("Total").getDataBodyRange().formulas = [["=C3*D3"], ["=C4*D4"]];
      await context.sync();
      table.rows.add(undefined, [["cap", 5, 2, "=C5*D5"]]);
      const last = table.getDataBodyRange().getLastRow().load("values,formulas");
      await context.sync();
      expect(last.values).toEqual([["cap", 5, 2, 10]]);
      expect(last.formulas[0]![3]).toBe("=C5*D5");
      table.rows.getItemAt(0).delete();
      table.rows.load("count");
      await context.sync();
      expect(table.rows.count).toBe(2);
    });
  });

  it("grows when values are written right below it", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Below");
      table.getRange().getRowsBelow(1).values = [["nib", 4, 1]];
      const whole = table.getRange().load("address");
      await context.sync();
      expect(local(whole)).toBe("B2:D5");
    });
  });

  it("is resized with its header row in place, and refuses to leave it", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Resized");
      table.resize("B2:E9");
      const whole = table.getRange().load("address");
      table.columns.load("items/name");
      await context.sync();
      expect(local(whole)).toBe("B2:E9");
      expect(table.columns.items.map((column) => column.name)).toEqual([
        "Item",
        "Count",
        "Price",
        "Column1",
      ]);
      table.resize("B3:E9");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("is not torn apart by cells that move in part of its width", async () => {
    await inExcel(async (context, sheet) => {
      await orders(context, sheet, "Whole");
      sheet.getRange("C1").insert("Down");
      await expect(context.sync()).rejects.toMatchObject({ code: "InsertDeleteConflict" });
    });
  });

  it("makes headings unique and keeps names unique", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:C1").values = [["x", "x", ""]];
      const table = sheet.tables.add("A1:C2", true);
      table.name = "Headings";
      table.columns.load("items/name");
      await context.sync();
      expect(table.columns.items.map((column) => column.name)).toEqual(["x", "x2", "Column1"]);
      sheet.tables.add("F1:G2", true).name = "headings";
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    });
  });

  it("hides rows by a column's filter and shows them again", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Filtered");
      table.columns.getItem("Item").filter.applyValuesFilter(["ink"]);
      const hidden = sheet.getRange("B3").load("rowHidden");
      const shown = sheet.getRange("B4").load("rowHidden");
      await context.sync();
      expect([hidden.rowHidden, shown.rowHidden]).toEqual([true, false]);
      table.clearFilters();
      hidden.load("rowHidden");
      await context.sync();
      expect(hidden.rowHidden).toBe(false);
    });
  });

  it("becomes a plain range, or goes with its cells", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet, "Plain");
      const range = table.convertToRange().load("values");
      await context.sync();
      expect(range.values[0]).toEqual(["Item", "Count", "Price"]);
      const again = await orders(context, sheet, "Gone");
      again.delete();
      const used = sheet.getUsedRangeOrNullObject(true);
      const none = context.workbook.tables.getItemOrNullObject("Gone");
      await context.sync();
      expect([used.isNullObject, none.isNullObject]).toEqual([true, true]);
    });
  });

  /** @see https://support.microsoft.com/office/rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114 */
  it("cannot be called what means cells, nor a truth value", async () => {
    await inExcel(async (context, sheet) => {
      const table = sheet.tables.add("A1:B3", true);
      await context.sync();
      for (const name of ["A1", "R1C1", "r", "Two words", "1st", "TRUE", ""]) {
        table.name = name;
        await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      }
    });
  });

  it("leaves #REF! in formulas that read a deleted column, whatever the next one is called", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Item", "Price"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet.tables.add("A1:B3", true).load("name");
      await context.sync();
      const reader = sheet.getRange("A9");
      reader.formulas = [[`=SUM(${table.name}[Price])`]];
      table.columns.getItem("Price").delete();
      table.columns.add(undefined, [["Price"], [3], [4]]);
      reader.load("values,formulas");
      await context.sync();
      expect([reader.formulas, reader.values]).toEqual([[["=SUM(#REF!)"]], [["#REF!"]]]);
    });
  });

  /** @see https://support.microsoft.com/office/total-the-data-in-an-excel-table-6944378f-a222-4449-93d8-474386b11f20 */
  it("sums its last column in its row of totals, or counts what is no number", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Item", "Price"],
        ["a", 1],
        ["b", 2],
      ];
      sheet.getRange("E1:F3").values = [
        ["Item", "Kind"],
        ["a", "x"],
        ["b", 2],
      ];
      const totals = ["A1:B3", "E1:F3"].map((area) => {
        const table = sheet.tables.add(area, true);
        table.showTotals = true;
        return table.getTotalRowRange().load("values,formulas");
      });
      await context.sync();
      expect(totals.map(({ values }) => values)).toEqual([[["Total", 3]], [["Total", 2]]]);
      expect(totals.map(({ formulas }) => String(formulas[0]![1]))).toEqual([
        "=SUBTOTAL(109,[Price])",
        "=SUBTOTAL(103,[Kind])",
      ]);
    });
  });
});
